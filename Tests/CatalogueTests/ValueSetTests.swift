// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import RDFModel
import Testing

struct ValueSetTests {
  @Test func `a set holds what at least five people have, each once and in order`() throws {
    var records = Records()
    records.series(5, "seriesModality", "IMG1000042")
    records.series(5, "seriesModality", "IMG1000042")
    records.series(6, from: 5, "seriesModality", "IMG1000038")
    records.series(4, from: 11, "seriesModality", "IMG1000062")
    let (summary, findings) = try records.summarise(batchSize: 3)
    #expect(
      summary.value(of: Namespace.eucaim.hasImageModality)
        == Samples.concepts(["IMG1000038", "IMG1000042"]))
    let small = found(findings, SummaryRules.smallGroup, "hasImageModality")
    #expect(small.map(\.severity) == [.note])
    #expect(small.first?.argument("value") == .sensitive(Namespace.eucaim["IMG1000062"]))
    #expect(
      small.first?.message()
        == "The value ‹hidden› of hasImageModality is not published: fewer than 5 people have it, or have it in addition to those of the last publication."
    )
  }

  @Test func `many series of few people are those of few people`() throws {
    var records = Records()
    for number in 0..<40 {
      records.series("s\(number)", of: "p\(number % 4)")
      records.code("s\(number)", "seriesModality", "IMG1000042")
    }
    let (summary, findings) = try records.summarise()
    #expect(summary.value(of: Namespace.eucaim.hasImageModality) == MeasuredValue.none)
    #expect(
      found(findings, SummaryRules.smallGroups, "hasImageModality").map { $0.message() } == [
        "hasImageModality is not published: its value ‹hidden› and all others are those of fewer than 5 people."
      ])
  }

  @Test func `records that lead to no person count together as those of one`() throws {
    var records = Records()
    for number in 0..<9 { records.code("s\(number)", "seriesModality", "IMG1000042") }
    let (summary, findings) = try records.summarise()
    #expect(summary.value(of: Namespace.eucaim.hasImageModality) == MeasuredValue.none)
    #expect(
      found(findings, SummaryRules.unlinkedRecords, "hasImageModality").map { $0.message() } == [
        "For hasImageModality, 9 values of seriesModality count together as those of one person: their records do not lead to a patient by study, patient."
      ])
  }

  @Test func `names of a manufacturer are one manufacturer`() throws {
    var records = Records()
    let names = ["SIEMENS", "Siemens Healthineers", "siemens  HEALTHCARE", "Siemens-Medical", "ge"]
    for (number, name) in names.enumerated() {
      records.series("s\(number)", of: "p\(number)")
      records.text("s\(number)", "seriesManufacturer", name)
    }
    records.series(1, from: 9, "seriesManufacturer", "IMG1000044")
    let (summary, findings) = try records.summarise()
    #expect(
      summary.value(of: Namespace.eucaim.hasEquipmentManufacturer)
        == Samples.concepts(["IMG1000044"]))
    #expect(
      found(findings, SummaryRules.smallGroup, "hasEquipmentManufacturer").map {
        $0.argument("value")
      } == [.sensitive(Namespace.eucaim["IMG1000047"])])
  }

  // The names by which EUCAIM's own tool knows manufacturers.
  @Test(arguments: [
    ("Siemens Healthineers", "IMG1000044"), ("Philips Medical Systems", "IMG1000046"),
    ("Philips Healthcare", "IMG1000046"), ("Toshiba Medical", "IMG1000045"),
    ("GE MEDICAL SYSTEMS", "IMG1000047"), ("TOSHIBA_MEC", "IMG1000045"),
    ("Hitatchi", "IMG1000057"), ("FUJIFILM Corporation", "IMG1000060"),
    ("Canon Medical Systems", "IMG1000050"),
  ]) func `an alias stands for one manufacturer`(name: String, code: String) throws {
    let aliases = try Samples.measures().aliases
    #expect(aliases[MeasureSet.folded(name.utf8)] == Namespace.eucaim[code])
  }

  @Test func `only manufacturers are known by name`() throws {
    var records = Records()
    for number in 0..<6 {
      records.series("s\(number)", of: "p\(number)")
      records.text("s\(number)", "seriesModality", "Siemens")
    }
    let (summary, findings) = try records.summarise()
    #expect(summary.value(of: Namespace.eucaim.hasImageModality) == MeasuredValue.none)
    #expect(
      found(findings, SummaryRules.notAConcept, "hasImageModality").map { $0.message() } == [
        "The value ‹hidden› of seriesModality is no concept, so that hasImageModality leaves it out."
      ])
  }

  @Test func `codes are those of the concepts and of what is broader, with their systems`() throws {
    var records = Records()
    for number in 0..<12 {
      records.type("p\(number)", "Patient")
      records.link("c\(number)", "patient", "p\(number)")
      // A narrower concept has the code of the nearest broader one.
      records.code(
        "c\(number)", "cancerConditionCode", number < 4 ? "CLIN1051722" : "CLIN1000084")
    }
    records.series(8, "seriesBodySideCode", "BP1000067")
    records.series(4, from: 8, "seriesBodySideCode", "BP1000075")
    let (summary, findings) = try records.summarise()
    #expect(
      summary.value(of: Namespace.healthdcatap.hasCodeValues)
        == .texts(["ICD-10: C34", "SNOMED CT: 816094009"]))
    #expect(
      summary.value(of: Namespace.healthdcatap.hasCodingSystem)
        == .concepts([
          "https://hdeu-dcat.acceptance.data.health.europa.eu/resource/authority/coding-system/SNOMED-CT"
        ]))
    #expect(found(findings, SummaryRules.smallGroup, "hasCodeValues").isEmpty)
  }
}
