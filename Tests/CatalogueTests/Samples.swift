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
  /// A dataset file of 13 lines with all that is mandatory.
  static let mandatory = """
    iri: https://example.org/d
    title: A title
    description: Words
    version: 1.0.0
    publisher: {name: Example Centre, contact: {email: office@example.org}}
    contactPoint: {email: office@example.org}
    healthCategory: EHRS
    type: original
    keyword: one
    accessRights: PUBLIC
    collectionMethod: patient-based
    provenance: From here
    distribution: {images: {accessURL: "https://example.org/a"}}

    """
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

  /// A property that some measure computed.
  static func measured(_ property: String, _ value: MeasuredValue) -> MeasuredProperty {
    let measure = Measure(
      iri: "https://example.org/measure", label: "", property: property, method: .structuredData,
      rule: MeasureRule("", words: ""), isMandatory: false)
    return MeasuredProperty(measure, value)
  }

  /// A summary in which every measure found something.
  static let summary = DatasetSummary([
    measured(Namespace.healthdcatap.numberOfUniqueIndividuals, .count(.rounded(120))),
    measured(Namespace.healthdcatap.numberOfRecords, .count(.rounded(240))),
    measured(
      Namespace.eucaim.hasBirthSex, concepts(["COM1001366", "COM1001370"])),
    measured(Namespace.eucaim.hasCondition, concepts(["CLIN1007990"])),
    measured(Namespace.healthdcatap.minTypicalAge, .years(31)),
    measured(Namespace.healthdcatap.maxTypicalAge, .years(84)),
    measured(Namespace.eucaim.hasImageModality, concepts(["IMG1000038"])),
    measured(Namespace.eucaim.hasEquipmentManufacturer, concepts(["IMG1000044"])),
    measured(Namespace.eucaim.hasImageBodyPart, concepts(["BP1000051"])),
    measured(Namespace.dct.temporal, .yearInterval(first: 2015, last: 2023)),
    measured(Namespace.healthdcatap.hasStructuredData, .flag(true)),
    measured(
      Namespace.healthdcatap.hasVariables,
      .variables([
        VariableTable(
          "patient", class: Namespace.cdm.Patient, primaryKey: "patient_id",
          columns: [
            VariableColumn(
              "patient_id", property: Namespace.cdm.patientId, datatype: XSD.string),
            VariableColumn(
              "patient_birth_sex", property: Namespace.cdm.patientBirthSex, datatype: XSD.string,
              valueClass: Namespace.eucaim.COM1001396,
              valueURL: Namespace.eucaim["{patient_birth_sex}"]),
            VariableColumn(
              "patient_deceased", property: Namespace.cdm.patientDeceased, datatype: XSD.boolean),
          ]),
        VariableTable(
          "tumor", class: Namespace.cdm.Tumor,
          columns: [
            VariableColumn(
              "tumor_volume", property: Namespace.cdm.tumorVolume, datatype: XSD.decimal,
              unit: "tumor_volume_unit"),
            VariableColumn(
              "tumor_volume_unit", property: Namespace.cdm.tumorVolumeUnit, datatype: XSD.string),
          ]),
      ])),
  ])

  static func concepts(_ codes: [String]) -> MeasuredValue {
    .concepts(codes.map { Namespace.eucaim[$0] })
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
