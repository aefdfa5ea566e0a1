// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RecordIO
import Testing

struct SourceFilesTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in [
      "b.csv", "a.csv", "c.TSV", "d.csv.gz", "e.json", ".hidden.csv", "site-1/x.csv",
      "site-2/x.csv", "site-2/deep/y.csv", "site-3/z.txt", "odd[1].csv",
    ] {
      try folder.write(name, "h\n")
    }
  }

  private func expand(_ path: String) throws(DiagnosedError) -> [String] {
    let prefix = folder.path + "/"
    return try SourceFiles.expand(prefix + path, extensions: ["csv", "tsv"])
      .map { String($0.dropFirst(prefix.count)) }
  }

  @Test(arguments: [
    ("a.csv", ["a.csv"]),
    ("odd[1].csv", ["odd[1].csv"]),
    ("*.csv", ["a.csv", "b.csv", "odd[1].csv"]),
    ("?.csv", ["a.csv", "b.csv"]),
    ("[b-z].*", ["b.csv", "c.TSV", "d.csv.gz", "e.json"]),
    ("[!a-c].*", ["d.csv.gz", "e.json"]),
    (".h*", [".hidden.csv"]),
    ("site-*/*.csv", ["site-1/x.csv", "site-2/x.csv"]),
    ("site-2/**/*.csv", ["site-2/deep/y.csv", "site-2/x.csv"]),
    ("**/x.csv", ["site-1/x.csv", "site-2/x.csv"]),
    ("site-2/**", ["site-2/deep/y.csv", "site-2/x.csv"]),
    ("site-[12]/x.csv", ["site-1/x.csv", "site-2/x.csv"]),
  ])
  func `a pattern gives its files sorted`(pattern: String, files: [String]) throws {
    #expect(try expand(pattern) == files)
  }

  @Test func `a folder gives its visible files with the extensions wanted`() throws {
    #expect(
      try expand("") == ["a.csv", "b.csv", "c.TSV", "d.csv.gz", "odd[1].csv"])
  }

  @Test func `standard input stands for itself`() throws {
    #expect(try SourceFiles.expand("-", extensions: []) == ["-"])
  }

  @Test(arguments: [
    ("a.csw", "input.not-found", "Did you mean “a.csv”?"),
    ("site-3", "input.nothing-found", "Known: z.txt."),
    ("sit-?/x.csv", "input.nothing-found", "Known: a.csv, b.csv,"),
    ("site1/*.csv", "input.nothing-found", "Did you mean “site-1”?"),
    ("site-1/*.tsv", "input.nothing-found", "Known: x.csv."),
  ])
  func `nothing found names the nearest`(path: String, rule: String, hint: String) throws {
    let error = #expect(throws: DiagnosedError.self) { try expand(path) }
    #expect(error?.findings.first?.rule.id == rule)
    #expect(error?.findings.first?.remedy().hasPrefix(hint) == true)
  }

  @Test func `more files than the limit are an error`() throws {
    let error = #expect(throws: DiagnosedError.self) {
      try SourceFiles.expand(folder.path + "/*.csv", extensions: [], limit: 2)
    }
    #expect(error?.findings.first?.rule == InputRules.tooManyFiles)
    #expect(
      try SourceFiles.expand(folder.path + "/*.csv", extensions: [], limit: 3).count == 3)
  }

  @Test func `two asterisks do not follow a link that leads back`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/site-1/back", withDestinationPath: folder.path)
    #expect(try expand("**/x.csv") == ["site-1/x.csv", "site-2/x.csv"])
  }

  @Test func `a pattern of many asterisks is matched without trying every split`() throws {
    try folder.write(String(repeating: "a", count: 200), "")
    let pattern = String(repeating: "a*", count: 60) + "b"
    #expect(throws: DiagnosedError.self) { try expand(pattern) }
  }
}
