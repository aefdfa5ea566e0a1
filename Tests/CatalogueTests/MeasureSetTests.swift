// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import RDFIO
import RDFModel
import Testing

struct MeasureSetTests {
  func measures(_ turtle: String) throws -> MeasureSet {
    let text = """
      @prefix fwm: <https://w3id.org/fairway/measure#> .
      @prefix ex: <https://example.org/> .

      """
    var builder = GraphBuilder()
    try RDFReader.read(
      bytes: Array((text + turtle).utf8), format: .turtle, file: "m.ttl", into: &builder)
    return try MeasureSet(graph: builder.build(), file: "m.ttl")
  }

  @Test func `the file that ships says what is computed from what`() throws {
    let set = try Samples.measures()
    let sources = set.measures.map {
      let source = $0.countedClass ?? $0.properties.first
      return "\(IRIName.last($0.property)) \(source.map(IRIName.last) ?? "-") \($0.isMandatory)"
    }
    #expect(
      sources == [
        "temporal seriesAcquisitionDate false", "hasBirthSex patientBirthSex true",
        "hasImageBodyPart seriesBodySideCode true", "hasCodeValues cancerConditionCode false",
        "hasCodingSystem cancerConditionCode false", "hasCondition cancerConditionCode true",
        "maxTypicalAge cancerConditionAgeAtDiagnosis false",
        "numberOfUniqueIndividuals Patient true",
        "minTypicalAge cancerConditionAgeAtDiagnosis false",
        "hasEquipmentManufacturer seriesManufacturer true", "hasImageModality seriesModality true",
        "nbrOfSegmentations seriesModality false",
        "spatialResolutionInMeters acquisitionParameterValueAsNumber false",
        "hasStructuredData - true", "numberOfRecords ImageStudy true", "hasVariables - true",
      ])
    #expect(set.model == Namespace.cdm.iri)
    #expect(set.measures.allSatisfy { !$0.label.isEmpty && $0.rule.words.hasSuffix(".") })
    let paths = set.measures.map { $0.person.map(IRIName.last).joined(separator: "/") }
    #expect(Set(paths) == ["", "patient", "study/patient", "series/study/patient"])
  }

  @Test func `the levels of the measures are those of the profile`() throws {
    guard let table = try ProfileTable() else { return }
    for measure in try Samples.measures().measures {
      let row = try #require(
        table.rows.first { $0.class == "Dataset" && $0.path == [measure.property] })
      #expect(measure.isMandatory == ["M", "C"].contains(row.level), "\(row.name)")
    }
  }

  @Test(arguments: [
    ("", "measures.none"),
    ("ex:m a fwm:Measure, fwm:ValueSet ; fwm:source ex:s .", "has no fwm:property that is an IRI"),
    (
      "ex:m a fwm:Measure, fwm:ValueSet ; fwm:property ex:p ; fwm:source \"s\" .",
      "has no fwm:source that is an IRI"
    ),
    (
      "ex:m a fwm:Measure ; fwm:property ex:p .",
      "has none of the classes that say what is computed"
    ),
    (
      "ex:m a fwm:Measure, fwm:TypicalMinimum ; fwm:property ex:p ; fwm:source ex:s .",
      "has no fwm:rank that is a whole number from 1"
    ),
    (
      "ex:m a fwm:Measure, fwm:TypicalMaximum ; fwm:property ex:p ; fwm:source ex:s ; fwm:rank 1 .",
      "has an fwm:rank below 5"
    ),
    (
      "ex:m a fwm:Measure, fwm:CodeValues ; fwm:property ex:p ; fwm:source ex:s, ex:t .",
      "reads https://example.org/s, for which no measure of a value says whose it is"
    ),
    (
      "ex:m a fwm:Measure, fwm:Variables ; fwm:property ex:p ; fwm:codeValue \"ICD: C61\" .",
      "has an fwm:codeValue of no declared fwm:CodingSystem"
    ),
    (
      "ex:a fwm:alias \"One\" . ex:m a fwm:Measure, fwm:Variables ; fwm:property ex:p ; fwm:alias \"ONE\" .",
      "shares the fwm:alias “one” with https://example.org/a"
    ),
  ]) func `a measure that lacks something is refused by name`(
    turtle: String, expected: String
  ) throws {
    let error = try #require(throws: DiagnosedError.self) { try measures(turtle) }
    let finding = try #require(error.findings.first)
    #expect(finding.place?.file == "m.ttl")
    if expected == CatalogueRules.noMeasures.id {
      #expect(finding.rule == CatalogueRules.noMeasures)
    } else {
      #expect(finding.message() == "The measure https://example.org/m \(expected).")
    }
  }
}
