// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import Foundation
import LocatedYAML
import RDFIO
import RDFModel
import TestSupport

/// Documents, measures and summaries that tests share.
enum Samples {
  static let names = ["glioma", "lung", "prostate"]
  static let measuresPath = SharedFolder.packageRoot
    .appending(path: "Ontologies/profiles/eucaim-measures.ttl").path

  static func measures() throws -> MeasureSet {
    let bytes = try Array(Data(contentsOf: URL(filePath: measuresPath)))
    var builder = GraphBuilder()
    try RDFReader.read(
      bytes: bytes, format: .turtle, file: "eucaim-measures.ttl", into: &builder)
    return try MeasureSet(graph: builder.build(), file: "eucaim-measures.ttl")
  }

  static func dataset(_ name: String) throws -> DatasetDocument {
    let path = SharedFolder.packageRoot.appending(path: "Pipelines/\(name).dataset.yaml").path
    return try DatasetDocument(LocatedYAML.parseFile(path, as: "\(name).dataset.yaml"))
  }

  static func catalogue() throws -> CatalogueDocument {
    let path = SharedFolder.packageRoot.appending(path: "Pipelines/demo.catalogue.yaml").path
    return try CatalogueDocument(LocatedYAML.parseFile(path, as: "demo.catalogue.yaml"))
  }

  static func dataset(yaml: String) throws -> DatasetDocument {
    try DatasetDocument(LocatedYAML.parse(bytes: Array(yaml.utf8), file: "t.yaml"))
  }

  /// A summary in which every measure found something.
  static let summary = DatasetSummary([
    MeasuredProperty(Namespace.healthdcatap.numberOfUniqueIndividuals, .count(.exact(120))),
    MeasuredProperty(Namespace.healthdcatap.numberOfRecords, .count(.exact(240))),
    MeasuredProperty(
      Namespace.eucaim.hasBirthSex, concepts(["COM1001366", "COM1001370"])),
    MeasuredProperty(Namespace.eucaim.hasCondition, concepts(["CLIN1007990"])),
    MeasuredProperty(Namespace.healthdcatap.minTypicalAge, .years(31)),
    MeasuredProperty(Namespace.healthdcatap.maxTypicalAge, .years(84)),
    MeasuredProperty(Namespace.eucaim.hasImageModality, concepts(["IMG1000038"])),
    MeasuredProperty(Namespace.eucaim.hasEquipmentManufacturer, concepts(["IMG1000044"])),
    MeasuredProperty(Namespace.eucaim.hasImageBodyPart, concepts(["BP1000051"])),
    MeasuredProperty(Namespace.dct.temporal, .yearInterval(first: 2015, last: 2023)),
    MeasuredProperty(Namespace.healthdcatap.hasStructuredData, .flag(true)),
    MeasuredProperty(
      Namespace.healthdcatap.hasVariables,
      .variables([
        VariableTable(
          class: Namespace.cdm.Patient,
          columns: [
            VariableColumn(property: Namespace.cdm.patientBirthSex, datatype: XSD.anyURI),
            VariableColumn(property: Namespace.cdm.patientDeceased, datatype: XSD.boolean),
          ])
      ])),
  ])

  static func concepts(_ codes: [String]) -> MeasuredValue {
    .concepts(codes.map { MeasuredConcept(Namespace.eucaim[$0]) })
  }

  static func description(
    _ name: String, date: String = "2026-07-01", previous: [Quad] = [], concepts: Graph = Graph()
  ) throws -> DatasetDescription {
    DatasetDescription.make(
      summary: summary, human: try dataset(name),
      context: DescriptionContext(date: date, previous: previous, concepts: concepts))
  }
}

/// Findings as `line:column id`, one for each.
func placed(_ findings: [Finding]) -> [String] {
  findings.map { finding in
    if case .text(let line, let column) = finding.place?.locator {
      "\(line):\(column) \(finding.rule.id)"
    } else {
      "- \(finding.rule.id)"
    }
  }
}
