// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Reports
import Testing

@Suite struct FindingsCSVTests {
  @Test func `a finding is a row under the header`() {
    let finding = ReportFixture.small().datasets[0].recordFindings.groups[0].first[0]
    #expect(
      String(decoding: FindingsCSV.header, as: UTF8.self) + row(finding)
        == """
        dataset,severity,rule,file,row,column,name,path,line,offset,message,remedy,mapping place\r
        lung,violation,terms.unmapped-value,clinical.csv,412,7,sex,,412,,\
        “‹hidden›” is not in the list “birth sex”.,Add it to “birth sex”.,map.yaml:41:9\r\n
        """)
  }

  @Test(arguments: [
    (SourceLocator.file, "f,,,,,,"), (.offset(9), "f,,,,,,9"),
    (.text(line: 3, column: 5), "f,,5,,,3,"),
    (.cell(row: 4, column: nil, name: nil, line: 6), "f,4,,,,6,"),
    (.element(path: "/p/q[2]", line: 8), "f,,,,/p/q[2],8,"),
    (.pointer("/entry/3", offset: 120), "f,,,,/entry/3,,120"),
  ])
  func `every kind of place has its columns`(locator: SourceLocator, cells: String) {
    let rule = FindingRule("a.b", .note, title: "t", message: "m", remedy: "r")
    #expect(
      row(Finding(rule, at: SourcePlace(file: "f", locator))) == "lung,note,a.b,\(cells),m,r,\r\n")
  }

  @Test(arguments: [
    ("=1+1", "\"'=1+1\""), ("+1", "\"'+1\""), ("-1", "\"'-1\""), ("@SUM(A1)", "\"'@SUM(A1)\""),
    ("\t=1", "\"'\t=1\""), ("\r=1", "\"'\r=1\""), ("＝1", "\"'＝1\""), ("a=1", "a=1"),
    ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""), ("a\nb", "\"a\nb\""),
    ("nul\u{0}", "nul\\u{0}"), ("esc\u{1B}[m", "esc\\u{1b}[m"), ("=\"x\"", "\"'=\"\"x\"\"\""),
  ])
  func `a cell neither runs as a formula nor leaves its place`(text: String, cell: String) {
    let rule = FindingRule("a.b", .note, title: "t", message: "{x}", remedy: "r")
    #expect(
      row(Finding(rule, at: nil, [.plain("x", text)])) == "lung,note,a.b,,,,,,,,\(cell),r,\r\n")
  }

  private func row(_ finding: Finding) -> String {
    var bytes: [UInt8] = []
    FindingsCSV.append(finding, dataset: "lung", showValues: false, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
