// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Foundation
import Pipeline
import RDFModel
import TestSupport
import Testing

/// What the description computes, and what the report says of where it comes from.
@Suite struct ComputedFigureTests {
  private static func figure(_ label: String, of dataset: String) throws -> ReportJSON.Computed {
    let report = try FinishedRun.demo.get().report()
    let found = report.datasets.first { $0.id == dataset }
    return try #require(found?.computed.first { $0.label == label })
  }

  @Test func `a figure names its records, its people, its columns and its rule`() throws {
    let sex = try Self.figure("birth sex", of: "glioma")
    #expect(sex.values == ["Male", "Female"])
    #expect(sex.records?.number == 40)
    #expect(sex.people?.number == 40)
    #expect(sex.sources == ["birth sex"])
    #expect(
      sex.columns == [.init(file: "Samples/glioma/clinical.csv", columns: ["Sex"])])
    #expect(sex.rule == "values of five people or more")
    #expect(
      sex.words
        == "Takes every concept that at least five people have. How many have it is not published.")
    #expect(!sex.held && !sex.written)
  }

  @Test func `a count names what tells its records apart, over several files`() throws {
    let studies = try Self.figure("number of imaging studies", of: "glioma")
    #expect(studies.values == ["65"])
    #expect(studies.sources == ["Image study"])
    #expect(
      studies.columns == [
        .init(file: "Samples/glioma/dicom_metadata.csv", columns: ["StudyInstanceUID"]),
        .init(file: "Samples/glioma/imaging_timepoints.csv", columns: ["StudyInstanceUID"]),
      ])
    let lung = try Self.figure("number of imaging studies", of: "lung")
    #expect(lung.records?.number == 46)
    #expect(lung.values == ["45"])
    #expect(lung.columns.map(\.file) == ["Samples/lung/patient_LUN-001.xml and 29 more"])
  }

  @Test func `a figure that people wrote is told as theirs`() throws {
    let written = try Self.figure("number of segmented studies", of: "glioma")
    #expect(written.written)
    #expect(written.values.isEmpty)
    #expect(written.records?.number == 0)
  }

  @Test func `the figures are all that is computed`() throws {
    for dataset in try FinishedRun.demo.get().report().datasets {
      #expect(dataset.computed.count == 16)
      #expect(dataset.computed.allSatisfy { !$0.label.isEmpty && $0.words.hasSuffix(".") })
    }
  }

  @Test(arguments: [("glioma", 11, 69), ("lung", 6, 45), ("prostate", 6, 40)])
  func `the variables are tables of the model below the dataset, in its own words`(
    dataset: String, tables: Int, columns: Int
  ) throws {
    let quads = try FinishedRun.demo.get().quads("descriptions/\(dataset).ttl")
    let graph = Graph(quads)
    let own = try #require(graph.instances(of: .iri(DCAT.Dataset)).first)
    let structured = Namespace.healthdcatap.hasStructuredData
    #expect(graph.objects(of: own, .iri(structured)).map(\.value) == ["true"])
    let group = try #require(
      graph.objects(of: own, .iri(Namespace.healthdcatap.hasVariables)).first)
    #expect(graph.objects(of: group, .iri(CSVW.table)).count == tables)
    let nodes = graph.instances(of: .iri(CSVW.Column))
    #expect(nodes.count == columns)
    #expect(nodes.allSatisfy { $0.value.hasPrefix(own.value + "#variables-") })
    for node in nodes {
      for property in [
        CSVW.name, CSVW.title, CSVW.datatype, CSVW.propertyUrl, DCT.description,
      ] {
        #expect(!graph.objects(of: node, .iri(property)).isEmpty, "\(node) \(property)")
      }
    }
    // Names are those of the model: what the provider calls its columns is not published.
    let names = Set(nodes.flatMap { graph.objects(of: $0, .iri(CSVW.name)).map(\.value) })
    #expect(names.contains("patient_id"))
    #expect(names.isDisjoint(with: ["PatientID", "StudyInstanceUID", "person_id", "Sex"]))
    #expect(names.isSubset(of: try Self.modelColumns()))
  }

  private static func modelColumns() throws -> Set<String> {
    let text = try text(
      SharedFolder.packageRoot.appending(path: "Ontologies/model/properties.ttl"))
    let matches = text.matches(of: /cdm:column "([^"]+)"/)
    return Set(matches.map { String($0.1) })
  }
}
