// SPDX-License-Identifier: Apache-2.0

import Catalogue
import RDFModel
import TestSupport
import Testing

/// An attempt to learn of fewer than five people from everything that was ever published.
struct Attack: CustomTestStringConvertible, Sendable {
  /// What is tried.
  let name: String
  /// What the records were when each version was published.
  let versions: [People]
  /// The property that is looked at, and what each version says of it.
  let figures: [String: [String]]

  var testDescription: String { name }

  init(_ name: String, _ versions: [People], _ figures: [String: [String]]) {
    self.name = name
    self.versions = versions
    self.figures = figures
  }
}

/// The table of `Documentation/privacy.md`, attack by attack.
struct DisclosureTests {
  private static let female = "COM1001370"
  private static let forty = People(40)

  static let attacks: [Attack] = [
    Attack(
      "a total minus all parts but one: 37 men and 3 women",
      [People(37).with(3) { $0.sex = female }],
      [
        "numberOfUniqueIndividuals": ["numberOfUniqueIndividuals: 40"],
        "hasBirthSex": ["hasBirthSex: COM1001366"],
      ]),
    Attack(
      "studies minus individuals: 3 people with a second study",
      [People(37).with(3) { $0.studies = 2 }],
      [
        "numberOfUniqueIndividuals": ["numberOfUniqueIndividuals: 40"],
        "numberOfRecords": ["numberOfRecords: 45"],
      ]),
    Attack(
      "studies minus segmented studies: 2 without a segmentation",
      [People(34) { $0.isSegmented = true }.with(2)],
      [
        "numberOfRecords": ["numberOfRecords: 35"],
        "nbrOfSegmentations": ["nbrOfSegmentations: 35"],
      ]),
    Attack(
      "segmented studies: 4 with a segmentation",
      [forty.with(4) { $0.isSegmented = true }],
      ["nbrOfSegmentations": [""], "hasImageModality": ["hasImageModality: IMG1000042"]]),
    Attack(
      "one version minus another: one person more each time",
      (0...7).map { forty.with($0) },
      [
        "numberOfUniqueIndividuals":
          Array(repeating: "numberOfUniqueIndividuals: 40", count: 7)
          + ["numberOfUniqueIndividuals: 45"]
      ]),
    Attack(
      "a count that grows out of the small ones: 4, then 5 to 9",
      (4...9).map { People($0) },
      [
        "numberOfUniqueIndividuals":
          Array(repeating: "", count: 5) + ["numberOfUniqueIndividuals: 10"]
      ]),
    Attack(
      "the change of a difference: 5 more people, one of whom has 2 studies",
      [
        People(40) { $0.studies = 2 },
        People(40) { $0.studies = 2 }.with(4).with(1) { $0.studies = 2 },
      ],
      [
        "numberOfUniqueIndividuals": [
          "numberOfUniqueIndividuals: 40", "numberOfUniqueIndividuals: 40",
        ],
        "numberOfRecords": ["numberOfRecords: 80", "numberOfRecords: 80"],
      ]),
    Attack(
      "a value that appears with one person: women, from 4 to 9",
      (4...9).map { count in forty.with(count) { $0.sex = female } },
      [
        "hasBirthSex":
          Array(repeating: "hasBirthSex: COM1001366", count: 5)
          + ["hasBirthSex: COM1001366 COM1001370"]
      ]),
    Attack(
      "a value that goes with one person: women, from 6 to none",
      (0...6).reversed().map { count in forty.with(count) { $0.sex = female } },
      [
        "hasBirthSex":
          Array(repeating: "hasBirthSex: COM1001366 COM1001370", count: 6)
          + ["hasBirthSex: COM1001366"]
      ]),
    Attack(
      "a code that appears with one person: breast cancer, 4 and 5 of them",
      [4, 5].map { count in forty.with(count) { $0.condition = "CLIN1000060" } },
      ["hasCodeValues": ["hasCodeValues: ICD-10: C34", "hasCodeValues: ICD-10: C34"]]),
    Attack(
      "which condition leads: one person decides",
      [
        People(10).with(9) { $0.condition = "CLIN1000060" },
        People(10).with(11) { $0.condition = "CLIN1000060" },
        People(10).with(19) { $0.condition = "CLIN1000060" },
      ],
      [
        "hasCondition": [
          "hasCondition: CLIN1000084", "hasCondition: CLIN1000084", "hasCondition: CLIN1000060",
        ]
      ]),
    Attack(
      "the age of the youngest: a child joins",
      [forty, forty.with(1) { $0.age = 4 }, forty.with(4) { $0.age = 4 }],
      ["minTypicalAge": Array(repeating: "minTypicalAge: 60", count: 3)]),
    Attack(
      "the age of the oldest: 96 years, and then four more",
      [forty.with(1) { $0.age = 96 }, forty.with(5) { $0.age = 96 }],
      ["maxTypicalAge": Array(repeating: "maxTypicalAge: 60", count: 2)]),
    Attack(
      "the year of the latest images: one follow-up",
      [forty, forty.with(1) { $0.year = 2026 }, forty.with(9) { $0.year = 2026 }],
      ["temporal": ["temporal: 2020-2020", "temporal: 2020-2020", "temporal: 2020-2026"]]),
    Attack(
      "the finest images: one study on another scanner",
      [forty, forty.with(1) { $0.spacing = "0.1" }, forty.with(9) { $0.spacing = "0.1" }],
      [
        "spatialResolutionInMeters": [
          "spatialResolutionInMeters: 500000", "spatialResolutionInMeters: 500000",
          "spatialResolutionInMeters: 100000",
        ]
      ]),
    Attack(
      "whether ten people have an age: nine, then ten",
      [People(9), People(10), People(14)],
      ["minTypicalAge": ["", "", "minTypicalAge: 60"]]),
  ]

  @Test(arguments: attacks) func `an attack learns nothing of fewer than five people`(
    attack: Attack
  ) throws {
    var previous: DatasetSummary?
    var found: [String: [String]] = [:]
    var counts: [Int] = []
    for version in attack.versions {
      let summary = try version.published(after: previous)
      for name in attack.figures.keys { found[name, default: []].append(summary.line(name)) }
      counts += summary.counts
      previous = summary
    }
    #expect(found == attack.figures)
    // What is linear in multiples of five is a multiple of five.
    #expect(counts.allSatisfy { $0.isMultiple(of: 5) })
  }

  private static func person(
    _ name: Int, _ random: inout SeededGenerator
  ) -> Person {
    Person(
      name: name, sex: ["COM1001366", female].randomElement(using: &random) ?? "",
      condition: ["CLIN1000084", "CLIN1000060", "CLIN1000075"].randomElement(using: &random) ?? "",
      age: Int.random(in: 0...110, using: &random),
      year: Int.random(in: 2010...2025, using: &random),
      modality: ["IMG1000042", "IMG1000038", "IMG1000062"].randomElement(using: &random) ?? "",
      spacing: "0.\(Int.random(in: 1...99, using: &random))",
      isSegmented: Bool.random(using: &random))
  }

  // Fewer than five people leave, join or turn out to be different.
  private static func changed(_ before: People, _ random: inout SeededGenerator) -> People {
    var after = before
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let index = Int.random(in: 0..<after.people.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: after.people.remove(at: index)
      case 1: after.people[index] = person(after.people[index].name, &random)
      default: after.people.append(person(1000 + after.people.count, &random))
      }
    }
    return after
  }

  @Test(arguments: 0..<40) func `a change of fewer than five people does not show`(seed: Int) throws
  {
    var random = SeededGenerator(seed: UInt64(seed))
    let size = Int.random(in: 8...60, using: &random)
    var before = People(0)
    before.people = (0..<size).map { Self.person($0, &random) }
    let first = try before.published()
    // Every change is one of the records that the first publication was made of.
    for _ in 0..<6 {
      let after = Self.changed(before, &random)
      let second = try after.published(after: first)
      #expect(second.lines == first.lines, "seed \(seed)")
      // Published again, it says the same.
      #expect(try after.published(after: second).lines == first.lines, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<20)
  func `no sum and no difference of all that was published is 1 to 4`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(1000 + seed))
    var people = People(0)
    people.people = (0..<Int.random(in: 0...40, using: &random)).map { Self.person($0, &random) }
    var previous: DatasetSummary?
    var counts: [Int] = []
    for version in 0..<8 {
      for index in people.people.indices {
        people.people[index].studies = Int.random(in: 1...3, using: &random)
      }
      for number in 0..<Int.random(in: 0...9, using: &random) {
        people.people.append(Self.person(100 * (version + 1) + number, &random))
      }
      let summary = try people.published(after: previous)
      counts += summary.counts
      previous = summary
    }
    for _ in 0..<2_000 {
      let combination = counts.reduce(0) { $0 + Int.random(in: -3...3, using: &random) * $1 }
      #expect(!(1...4).contains(abs(combination)), "seed \(seed)")
    }
  }

  @Test(arguments: 0..<20)
  func `what is published to occur occurs for five people when it is first published`(
    seed: Int
  ) throws {
    var random = SeededGenerator(seed: UInt64(2000 + seed))
    var people = People(0)
    people.people = (0..<Int.random(in: 1...30, using: &random)).map { Self.person($0, &random) }
    let published = try people.published().line("hasImageModality")
    for modality in ["IMG1000042", "IMG1000038", "IMG1000062"] {
      let count = people.people.count { $0.modality == modality }
      #expect(published.contains(modality) == (count >= 5), "seed \(seed)")
    }
  }
}
