// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Foundation
import RDFModel
import TestSupport
import Testing

struct CodeListTests {
  static let lists: [CodeList] = [
    .accessRight, .language, .place, .frequency, .availability, .distributionStatus, .fileType,
    .dataTheme, .themeTaxonomy, .healthCategory, .healthTheme, .publisherType, .codingSystem,
    .healthActivity, .standard, .tier, .collectionMethod, .datasetType, .segmentationMethod,
    .segmentationLabel, .accessCondition, .dataUseCondition, .distributionRights, .legislation,
    .legalBasis, .purpose, .personalData, .licence, .action, .role, .relationRole,
    .checksumAlgorithm,
  ]

  @Test(arguments: lists) func `names and addresses of a list are unique and resolve`(
    list: CodeList
  ) {
    #expect(Set(list.codes.map(\.name)).count == list.codes.count)
    #expect(Set(list.codes.map(\.iri)).count == list.codes.count)
    for code in list.codes {
      #expect(list.iri(code.name) == code.iri)
      #expect(list.iri(code.iri) == code.iri)
      #expect(code.iri.hasPrefix("http"))
      #expect(!code.label.isEmpty)
      if list.schemes.isEmpty == false { #expect(list.scheme(code.iri) != nil) }
    }
    #expect(list.iri("") == nil)
    #expect(list.iri("no such code") == nil)
  }

  @Test func `an address below an accepted base is taken as it is, the base itself is not`() {
    let base = "http://publications.europa.eu/resource/authority/language/"
    #expect(CodeList.language.iri(base + "LAT") == base + "LAT")
    #expect(CodeList.language.iri(base) == nil)
    #expect(CodeList.language.iri(base + "L A") == nil)
    #expect(CodeList.accessRight.iri(base.replacing("language", with: "access-right") + "X") == nil)
  }

  func table(_ name: String) throws -> [[String]]? {
    guard let url = SharedFolder.find("eucaim/\(name).csv") else { return nil }
    return ProfileTable.cells(try String(contentsOf: url, encoding: .utf8))
  }

  @Test(arguments: [
    ("access-conditions", CodeList.accessCondition),
    ("data-use-conditions", CodeList.dataUseCondition),
  ]) func `a vocabulary of EUCAIM is complete, with its labels`(name: String, list: CodeList) throws
  {
    guard let rows = try table(name)?.dropFirst() else { return }
    #expect(
      Set(rows.map { "\($0[1]) \($0[0])" }) == Set(list.codes.map { "\($0.iri) \($0.label)" }))
  }

  @Test(arguments: [
    ("SPEC1000008", CodeList.tier), ("SPEC1000017", .datasetType),
    ("COM1001204", .segmentationMethod),
    ("SPEC1000002", .collectionMethod),
  ]) func `the classes of the hyper-ontology are complete, with their labels`(
    root: String, list: CodeList
  ) throws {
    guard let rows = try table("hyperontology-members") else { return }
    let members = rows.filter { $0[0] == root && $0[5] == "yes" }
      .map { "\(Namespace.eucaim[$0[2]]) \($0[3])" }
    let known = Set(list.codes.map { "\($0.iri) \($0.label)" })
    #expect(!members.isEmpty)
    #expect(Set(members).isSubset(of: known))
  }

  @Test(arguments: [
    (
      TextForm.version, ["1.0.0", "2026.08.1", "2026.08", "1.0.0-rc.1"],
      ["1", "1.0", "v1.0.0", "1..0", "1.0.0-"]
    ),
    (
      .date,
      ["2024", "2024-02", "2024-02-29", "2024-05-17T09:30:00Z", "2024-05-17T09:30:00.5+02:00"],
      [
        "24", "2024-13", "2023-02-29", "2024-5-1", "2024-05-17T", "2024T09:30:00Z",
        "2024-05-17T24:00:00Z", "2024-05-17T09:30",
      ]
    ),
    (
      .duration, ["PT1S", "P1Y2M3DT4H5M6.5S", "P1D"],
      ["P", "PT", "P1", "1D", "P1S", "PT1D", "P1M1Y"]
    ),
    (.decimal, ["0.0005", "1", "10.50"], ["1.", ".5", "-1", "1e3", "1,5"]),
    (.wholeNumber, ["0", "53687091200"], ["-1", "1.0", "+1", "99999999999999999999"]),
    (
      .email, ["data-office@example.org"],
      ["a", "a@b", "@b.org", "a@b@c.org", "a b@c.org", "a@b..org"]
    ),
    (.hexadecimal, ["ab01"], ["AB01", "abc", "", "xy"]),
  ]) func `a form takes what it should and nothing else`(
    form: TextForm, good: [String], bad: [String]
  ) {
    for text in good { #expect(form.literal(text) != nil, "\(text)") }
    for text in bad { #expect(form.literal(text) == nil, "\(text)") }
  }

  @Test(arguments: [
    ("2024", XSD.gYear), ("2024-02", XSD.gYearMonth), ("2024-02-01", XSD.date),
    ("2024-02-01T00:00:00Z", XSD.dateTime),
  ]) func `a date is typed by its own form`(text: String, datatype: String) {
    #expect(TextForm.date.literal(text) == .literal(text, datatype: datatype))
  }
}
