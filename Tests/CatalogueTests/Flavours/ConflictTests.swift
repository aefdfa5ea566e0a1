// SPDX-License-Identifier: Apache-2.0

import Catalogue
import RDFModel
import Testing

/// The conflicts of specification, shapes and readers: a description goes in, and for each flavour
/// exactly these statements come out.
@Suite struct ConflictTests {
  static let flavours = ["spec-2.0", "harvester-2026-08", "healthdcat-ap-r8", "dcat-ap-3"]

  /// A conflict: a description, and what each flavour makes of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let number: Int
    let input: String
    /// Statements out, by flavour; those that came in where nothing is said.
    var output: [String: String] = [:]
    /// What the readers ask for, by flavour.
    var asked: [String: [String]] = [:]
    /// What is invented, lost or passed over, by flavour.
    var told: [String: [String]] = [:]
    /// The flavours from which spec-2.0 brings the description back as it was.
    var returns: [String] = []

    var testDescription: String { "conflict \(number)" }
  }

  @Test(arguments: ConflictCases.all, flavours)
  func `a flavour makes exactly these statements of a description`(example: Case, flavour: String)
    throws
  {
    let input = try FlavourSamples.quads(example.input)
    let outcome = try FlavourSamples.set.get().flavour(flavour).apply(to: input)
    let expected = try example.output[flavour].map(FlavourSamples.quads) ?? input
    #expect(outcome.quads == expected)
    if let asked = example.asked[flavour] { #expect(outcome.asked == asked) }
    let told = outcome.changes.filter { ![.missing, .rewritten].contains($0.effect) }
      .map { "\($0.effect.rawValue) \($0.weight): \($0.note)" }
    if let expected = example.told[flavour] { #expect(told == expected) }
  }

  @Test(arguments: ConflictCases.all)
  func `what is lossless comes back as it was`(example: Case) throws {
    let set = try FlavourSamples.set.get()
    let input = try FlavourSamples.quads(example.input)
    for flavour in example.returns {
      let there = try set.flavour(flavour).apply(to: input)
      #expect(there.count(.lost) == 0)
      #expect(try set.flavour("spec-2.0").apply(to: there.quads).quads == input)
    }
  }

  @Test func `each reader says what else it cannot do without`() throws {
    let input = try FlavourSamples.quads("d:x a dcat:Dataset .")
    func mandatory(_ flavour: String) throws -> Int {
      try FlavourSamples.set.get().flavour(flavour).apply(to: input).mandatory.count
    }
    #expect(try Self.flavours.map(mandatory) == [22, 21, 7, 2])
    let outcome = try FlavourSamples.set.get().flavour("dcat-ap-3").apply(to: input)
    #expect(
      outcome.mandatory == [
        "DCAT-AP makes it mandatory: description", "DCAT-AP makes it mandatory: title",
      ])
  }

  @Test func `every conflict of the list has a case, and every flavour speaks of each`() throws {
    #expect(Set(ConflictCases.all.map(\.number)) == Set(1...33))
    let set = try FlavourSamples.set.get()
    #expect(set.conflicts.map(\.number) == Array(1...33))
    #expect(
      set.published.map(\.name) == [
        "spec-2.0", "dcat-ap-3", "harvester-2026-08", "healthdcat-ap-r8",
      ])
    for flavour in set.published {
      let spoken = Set(flavour.rewrites.flatMap(\.conflicts))
      #expect(Set(1...19).subtracting(spoken) == [], "\(flavour.name)")
    }
  }

  @Test func `every rewrite and conflict has a label and a source`() throws {
    let set = try FlavourSamples.set.get()
    for conflict in set.conflicts {
      #expect(!conflict.label.isEmpty && !conflict.comment.isEmpty && !conflict.sources.isEmpty)
    }
    for flavour in set.flavours {
      #expect(!flavour.sources.isEmpty && !flavour.comment.isEmpty)
      #expect(flavour.rewrites.allSatisfy { !$0.label.isEmpty && !$0.iri.isEmpty })
    }
  }
}
