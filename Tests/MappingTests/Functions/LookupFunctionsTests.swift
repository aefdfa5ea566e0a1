// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Mapping
import Testing

/// Finds tables in a folder of a test.
private struct FolderTables: CodeTableLocator {
  let url: URL

  func locate(_ path: String) throws(DiagnosedError) -> (path: String, name: String) {
    (url.appending(path: path).path, path)
  }
}

@Suite struct LookupFunctionsTests {
  private let folder: SourceFolder
  private let services: FunctionServices

  init() throws {
    folder = try SourceFolder([
      "codes.csv": "code,label\n1,\"Male, man\"\n2,Female\n1,Other\n", "codes.txt": "a;b\nc;d\n",
      "empty.csv": "code,label\n",
    ])
    services = FunctionServices(tables: CodeTables(FolderTables(url: folder.url)))
  }

  private func look(_ value: String, from: String, to: String) throws -> String {
    let constants = [
      "idlab:inputFile": "codes.csv", "idlab:fromColumn": from, "idlab:toColumn": to,
    ]
    return try result("idlab:lookup", constants, [texts(value)], services: services)
  }

  @Test(arguments: [
    ("1", "0", "1", "Male, man"), ("2", "0", "1", "Female"), ("3", "0", "1", "null"),
    ("code", "0", "1", "label"), ("Female", "1", "0", "2"), ("2", "code", "label", "Female"),
    ("code", "code", "label", "null"), ("2", "0", "0", "2"),
  ])
  func `the first row with the value counts`(
    value: String, from: String, to: String, expected: String
  ) throws {
    #expect(try look(value, from: from, to: to) == expected)
  }

  @Test func `another delimiter is a constant of one character`() throws {
    let constants = [
      "idlab:inputFile": "codes.txt", "idlab:fromColumn": "0", "idlab:toColumn": "1",
      "idlab:delimiter": ";",
    ]
    #expect(
      try result("idlab:lookupWithDelimiter", constants, [texts("c")], services: services) == "d")
    let wrong = constants.merging(["idlab:delimiter": ";;"]) { $1 }
    #expect(
      try refusal("idlab:lookupWithDelimiter", wrong, services: services)?.hasSuffix(
        "a delimiter is one character of ASCII") == true)
  }

  @Test(arguments: [
    ("none.csv", "0", "1", "none.csv"), ("codes.csv", "0", "label", "both columns are numbers"),
    ("codes.csv", "code", "lable", "No column is called “lable”"),
    ("empty.csv", "code", "label", "has no rows"),
    ("codes.csv", "0", "7", "_col.8"), ("codes.csv", "-1", "0", "_col.0"),
  ])
  func `a table that cannot be used is refused with the reason`(
    file: String, from: String, to: String, reason: String
  ) throws {
    let constants = ["idlab:inputFile": file, "idlab:fromColumn": from, "idlab:toColumn": to]
    let found = try refusal("idlab:lookup", constants, services: services)
    #expect(found?.contains(reason) == true, "\(found ?? "taken")")
  }

  @Test func `a run without files refuses`() throws {
    let constants = [
      "idlab:inputFile": "codes.csv", "idlab:fromColumn": "0", "idlab:toColumn": "1",
    ]
    #expect(
      try refusal("idlab:lookup", constants)?.hasSuffix("this run lets functions read no files")
        == true)
  }
}
