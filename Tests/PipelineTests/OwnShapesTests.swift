// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Shapes that a pipeline names stand in the place of those of the common data model.
@Suite struct OwnShapesTests {
  @Test func `records are checked against the shapes named, and no others`() throws {
    let project = try TestProject(["Pipelines", "Mappings/broken", "Samples/broken"])
    try project.write(
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix cdm: <https://w3id.org/fairway/model#> .
      cdm:OwnShape a sh:NodeShape ; sh:targetClass cdm:Patient ;
        sh:property [ sh:path cdm:patientGender ; sh:minCount 1 ] .

      """, to: "Pipelines/own.ttl")
    try project.writePipeline(
      "own", mapping: "../Mappings/broken/broken.yarrrml.yaml",
      terms: "../Mappings/broken/broken.sssom.tsv", more: "    shapes: own.ttl")
    let results = try project.run("own").findings().filter {
      $0.file.hasPrefix("Samples/") && $0.rule.hasPrefix("shacl.")
    }
    #expect(!results.isEmpty)
    #expect(results.allSatisfy { $0.message.contains("Patient has no") }, "the model's own shapes")
    #expect(results.allSatisfy { $0.rule == "shacl.min-count" })
    // One for each of the patients that the sample makes.
    #expect(Set(results.map(\.row)).count == results.count)
  }
}
