// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Foundation
import RDFIO
import RDFModel
import TestSupport
import Testing

/// The code lists and the vocabularies that ship say the same.
@Suite struct CodeListVocabularyTests {
  /// The lists with the files that hold their concepts.
  static let lists: [(list: CodeList, files: [String])] = [
    (.accessRight, ["eu-access-right"]), (.language, ["eu-language"]),
    (.place, ["eu-country", "eu-continent"]), (.frequency, ["eu-frequency"]),
    (.availability, ["eu-planned-availability"]),
    (.distributionStatus, ["eu-distribution-status"]), (.fileType, ["eu-file-type"]),
    (.dataTheme, ["eu-data-theme"]), (.healthCategory, ["health-category"]),
    (.healthTheme, ["health-theme"]), (.publisherType, ["health-publisher-type"]),
    (.codingSystem, ["health-coding-system"]), (.healthActivity, ["health-activity"]),
    (.standard, ["health-standard"]), (.tier, ["hyper-ontology"]),
    (.collectionMethod, ["hyper-ontology"]), (.datasetType, ["hyper-ontology", "dpv-data"]),
    (.segmentationMethod, ["hyper-ontology"]), (.accessCondition, ["access-conditions"]),
    (.dataUseCondition, ["data-use-conditions"]), (.legalBasis, ["dpv-legal-basis"]),
    (.purpose, ["dpv-purpose"]), (.personalData, ["dpv-personal-data"]),
  ]

  @Test(arguments: lists.indices)
  func `every code of a list is a concept with the same label, scheme and classes`(
    _ index: Int
  ) throws {
    let (list, files) = Self.lists[index]
    var builder = GraphBuilder()
    for file in files {
      try RDFReader.readFile(
        path: SharedFolder.packageRoot.appending(path: "Ontologies/vocabularies/\(file).ttl").path,
        displayName: file, labelPrefix: "v", into: &builder)
    }
    let graph = builder.build()
    #expect(!list.codes.isEmpty)
    for code in list.codes {
      let concept = Term.iri(code.iri)
      #expect(
        graph.objects(of: concept, .iri(SKOS.prefLabel)) == [.literal(code.label, language: "en")],
        "\(list.name): \(code.name)")
      let scheme = graph.objects(of: concept, .iri(SKOS.inScheme)).map(\.value)
      if let expected = list.scheme(code.iri) { #expect(scheme == [expected], "\(code.iri)") }
    }
  }

  @Test func `lists without a vocabulary are those of other tables`() {
    let held = Set(Self.lists.map(\.list.name))
    let others = CodeListTests.lists.map(\.name).filter { !held.contains($0) }
    #expect(
      others == [
        "theme taxonomy", "segmentation label", "access condition or data use condition",
        "legislation", "licence", "ODRL action", "role", "relation role", "checksum algorithm",
      ])
  }
}
