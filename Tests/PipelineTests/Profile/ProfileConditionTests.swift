// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import LocatedYAML
import RDFModel
import Shapes
import TestSupport
import Testing

/// A change of the complete description and what is found then: an entry of a fixture.
struct ProfileChange: CustomTestStringConvertible, Sendable {
  let number: Int
  /// The row of the tables, or what the change stands for.
  let row: String
  let removed: [String]
  let added: String
  let shape: String
  let severity: String
  let focus: String
  let path: String
  let sentence: String
  let remedy: String

  var testDescription: String { "\(number). \(row): \(shape)" }

  /// The entries of a file in Tests/Fixtures/profile.
  static func read(_ name: String) -> [ProfileChange] {
    let file = SharedFolder.packageRoot.appending(path: "Tests/Fixtures/profile/\(name)")
    guard let entries = try? LocatedYAML.parseFile(file.path, as: name).members else { return [] }
    return entries.enumerated().map { ProfileChange(number: $0.offset + 1, $0.element) }
  }

  private init(number: Int, _ entry: YAMLNode) {
    func text(_ key: String) -> String { entry[key: key]?.text ?? "" }
    self.number = number
    row = text("row")
    removed = entry[key: "remove"]?.members?.compactMap(\.text) ?? []
    added = text("add")
    shape = text("shape")
    severity = text("severity")
    focus = text("focus")
    path = text("path")
    sentence = text("says")
    remedy = text("mend")
  }

  /// The description with the change made; whatever is removed was there.
  func quads(_ fixture: ProfileFixture) throws -> [Quad] {
    var quads = fixture.complete
    for statement in removed {
      let parts = statement.split(separator: " ").map { fixture.iri(String($0)) }
      quads.removeAll { $0.subject == parts[0] && $0.predicate == parts[1] }
    }
    return quads + (added.isEmpty ? [] : try fixture.read(added))
  }
}

/// What the last column of the tables asks for: each condition has a description that breaks it.
@Suite struct ProfileConditionTests {
  static let changes = ProfileChange.read("conditions.yaml")
  static let examples = ProfileChange.read("v1-examples.yaml")

  private static let results = Result {
    let fixture = try ProfileFixture.shared.get()
    return try fixture.results(
      ofMany: (changes + examples).map { ($0.testDescription, try $0.quads(fixture)) })
  }

  @Test func `the errors of the examples of version 1 are 26`() {
    #expect(Self.examples.count == 26)
  }

  @Test(arguments: changes + examples)
  func `a broken condition, or an error of the old examples, is found in exact words`(
    change: ProfileChange
  ) throws {
    let fixture = try ProfileFixture.shared.get()
    let results = try #require(Self.results.get()[change.testDescription])
    let shape = Term.iri(ProfileFixture.namespace + change.shape)
    let found = results.filter { $0.shape == shape && $0.focusNode == fixture.iri(change.focus) }
    #expect(found.map(\.sentence).contains(change.sentence), "\(results)")
    for result in found where result.sentence == change.sentence {
      #expect(result.severity.word == change.severity)
      #expect(result.remedy == change.remedy)
      #expect((result.path?.text { "<\($0)>" } ?? "none") == change.path)
    }
  }

  @Test func `each row with a condition that shapes decide has a description that breaks it`()
    throws
  {
    let fixture = try ProfileFixture.shared.get()
    let broken = Set(Self.changes.map(\.row))
    let condition = ProfileFixture.namespace + "condition"
    let decided = ProfileRow.all.filter { row in
      row.shape(fixture).flatMap { fixture.value($0, condition) } != nil
    }
    if SharedFolder.url != nil { #expect(decided.count == 120) }
    #expect(decided.map(\.name).filter { !broken.contains($0) } == [])
  }

  @Test func `every shape of the profile that has a message finds something in the tests`() throws {
    let fixture = try ProfileFixture.shared.get()
    if SharedFolder.url == nil { return }
    let faults = fixture.results(
      ofMany: ProfileFault.all.map { ($0.testDescription, $0.quads(fixture)) })
    let found = Set(
      try (Array(Self.results.get().values) + Array(faults.values)).flatMap { $0 }.map(\.shape))
    let message = fixture.shapes.id(.iri(SHACL.iri("message")))
    let all = fixture.shapes.statements(predicate: message).map { fixture.shapes.quad($0).subject }
    #expect(all.filter { !found.contains($0) }.map(\.value) == [])
  }
}
