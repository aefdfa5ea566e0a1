// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// The worked example of `Documentation/terms.md` runs as the page says.
@Suite struct TermsPageTests {
  private static let documentation = SharedFolder.packageRoot.appending(path: "Documentation")

  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "fairway-terms-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.copyItem(at: Self.documentation.appending(path: "terms"), to: folder)
  }

  private static func page() throws -> String {
    try String(contentsOf: documentation.appending(path: "terms.md"), encoding: .utf8)
  }

  // Words are separated by blanks, and may stand in quotes.
  private static func arguments(_ line: Substring) -> [String] {
    line.matches(of: /"([^"]*)"|(\S+)/).map { String($0.output.1 ?? $0.output.2 ?? "") }
  }

  @Test func `every command of the page prints what the page says`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let blocks = try Self.page().matches(of: /```console\n((?:(?!```).*\n)+)```/)
    #expect(blocks.count >= 4)
    for block in blocks {
      var made = ""
      for line in block.output.1.split(separator: "\n") where line.hasPrefix("$ fairway ") {
        let run = try CommandRun(
          Array(Self.arguments(line).dropFirst(2)), in: folder,
          environment: ["FAIRWAY_TERMS": folder.appending(path: "none").path])
        #expect(run.code == 0, "\(line)")
        made += "\(line)\n" + run.output + run.errors
      }
      #expect(made == block.output.1)
    }
  }

  @Test func `the page quotes the template as it is`() throws {
    let template = try String(
      contentsOf: folder.appending(path: "hospital.csv"), encoding: .utf8)
    #expect(try Self.page().contains("```csv\n\(template)```"))
    try FileManager.default.removeItem(at: folder)
  }

  @Test func `usage, findings and what is missing have their exit codes`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    func run(_ arguments: String...) throws -> CommandRun {
      try CommandRun(
        ["terms"] + arguments, in: folder,
        environment: ["FAIRWAY_TERMS": folder.appending(path: "none").path])
    }
    let row =
      "subject_label\tsubject_source\tpredicate_id\tobject_id\tmapping_justification\n"
      + "a\tmodality\tskos:exactMatch\tEUCAIM:CLIN1000185\tsemapv:ManualMappingCuration\n"
    try Data(row.utf8).write(to: folder.appending(path: "m.sssom.tsv"))
    #expect(try run("check", "m.sssom.tsv").code == 0)
    let strict = try run("check", "m.sssom.tsv", "--fail-on", "warning")
    #expect(strict.code == 1)
    #expect(strict.errors.contains("terms.stale-target"))
    #expect(try run("check", "absent.sssom.tsv").code == 3)
    #expect(try run("suggest", "m.sssom.tsv").code == 2)
    #expect(try run("accept", "m.sssom.tsv", "--all").code == 2)
    #expect(try run("accept", "m.sssom.tsv", "--all", "--author", "me").code == 2)
    #expect(try run("import", "hospital.csv").code == 3)
    #expect(try run("member", "EUCAIM:IMG1000009", "EUCAIM:IMG1000042").code == 1)
    let json = try run("check", "m.sssom.tsv", "--json")
    #expect(json.output.contains("\"rule\" : \"terms.stale-target\""))
  }
}
