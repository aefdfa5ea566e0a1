// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@Suite struct SourcePlaceTests {
  @Test(arguments: [
    (SourceLocator.file, "a.csv"),
    (.offset(17), "a.csv at byte 17"),
    (.text(line: 3, column: 9), "a.csv:3:9"),
    (.cell(row: 4, column: 2, name: "sex", line: 4), "a.csv:4:2 (sex)"),
    (.cell(row: 4, column: 2, name: "sex", line: 7), "a.csv:4:2 (sex) at line 7"),
    (.cell(row: 4, column: 2, name: nil, line: 4), "a.csv:4:2"),
    (.cell(row: 4, column: nil, name: nil, line: 5), "a.csv:4 at line 5"),
    (.element(path: "/people/person[2]/@id", line: 12), "a.csv:12 /people/person[2]/@id"),
    (.pointer("/entry/3", offset: 100), "a.csv /entry/3 at byte 100"),
    (.pointer("", offset: 0), "a.csv (whole document) at byte 0"),
  ])
  func `a place is one line`(locator: SourceLocator, expected: String) {
    #expect(SourcePlace(file: "a.csv", locator).description == expected)
  }
}
