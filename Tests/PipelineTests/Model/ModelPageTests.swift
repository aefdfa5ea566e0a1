// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pipeline
import RDFIO
import RDFModel
import TestSupport
import Testing

@Suite struct ModelPageTests {
  /// The committed page; with `FAIRWAY_UPDATE_DOCUMENTATION` set, it is written anew first.
  private static func committed(_ made: String) throws -> String {
    let url = SharedFolder.packageRoot.appending(path: "Documentation/model.md")
    if ProcessInfo.processInfo.environment["FAIRWAY_UPDATE_DOCUMENTATION"] != nil {
      try made.write(to: url, atomically: true, encoding: .utf8)
    }
    return try String(contentsOf: url, encoding: .utf8)
  }

  private static func page() throws -> String {
    let fixture = try ModelFixture.shared.get()
    let vocabulary = "Ontologies/vocabularies/hyper-ontology.ttl"
    let labels = try RDFReader.readGraph(
      path: SharedFolder.packageRoot.appending(path: vocabulary).path)
    return ModelDocumentation(
      model: fixture.model, shapes: fixture.shapesGraph, labels: labels
    ).render()
  }

  @Test func `the page of the model says what classes, properties and shapes say`() throws {
    let made = try Self.page()
    #expect(
      try Self.committed(made) == made,
      "Documentation/model.md is out of date; Scripts/generate writes it anew")
  }

  @Test(arguments: [
    "| `patient_birth_sex` | VARCHAR(50) | `cdm:patientBirthSex` | concept | mandatory, Tier 2 | ",
    "| `patient_id` (key) | VARCHAR(150) | `cdm:patientId` | `xsd:string` | mandatory, Tier 1 |",
    "| `cancer_condition_asserted_date` | DATE | `cdm:cancerConditionAssertedDate` | "
      + "day, month or year | if available, Tier 3 |",
    "| `tumor_volume` | DECIMAL(5,2) | `cdm:tumorVolume` | `xsd:decimal` | optional | "
      + "unit in `cdm:tumorVolumeUnit` |",
  ])
  func `a column has a row`(row: String) throws {
    #expect(try Self.page().contains(row))
  }
}
