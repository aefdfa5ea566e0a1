// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pipeline
import RDFIO
import RDFModel
import Terminology
import TestSupport
import Testing

/// The lists of concepts that the profile allows are the members that the vocabulary knows.
@Suite struct ProfileValueSetTests {
  private static let eucaim = ConceptSpelling.namespace
  private static let shacl = "http://www.w3.org/ns/shacl#"

  @Test(arguments: [
    ("interoperabilityLevel", "SPEC1000008", 9), ("collectionMethod", "SPEC1000002", 5),
    ("hasBirthSex", "COM1001396", 2), ("hasAlgorithmType", "COM1001204", 3),
    ("hasImageModality", "IMG1000009", 52), ("hasEquipmentManufacturer", "IMG1000010", 20),
    ("hasImageBodyPart", "BP1000024", 446), ("hasCondition", "CLIN1007977", 252),
  ])
  func `a list of the profile has every member of its root, and no other concept`(
    _ property: String, _ root: String, _ count: Int
  ) throws {
    let file = SharedFolder.packageRoot.appending(
      path: "Ontologies/profiles/eucaim-dcat-ap-2.0.ttl")
    let graph = try RDFReader.readGraph(path: file.path, displayName: "profile")
    let allowed = Set(
      graph.instances(of: .iri(Self.shacl + "PropertyShape"))
        .filter { shape in
          graph.objects(of: shape, .iri(Self.shacl + "path"))
            .contains(.iri(Self.eucaim + property))
        }
        .flatMap { graph.objects(of: $0, .iri(Self.shacl + "in")) }
        .flatMap { Self.members(of: $0, graph) })
    let vocabulary = try #require(try ShippedVocabularies().hyperOntology())
    let top = try #require(vocabulary.concept("EUCAIM:\(root)"))
    let members = (0..<vocabulary.count)
      .filter { $0 != top && vocabulary.membership(of: $0, in: top) == .yes }
      .map(vocabulary.iri)
    #expect(allowed == Set(members))
    #expect(allowed.count == count)
  }

  private static func members(of list: Term, _ graph: Graph) -> [String] {
    var members: [String] = []
    var rest = list
    while let first = graph.objects(of: rest, .iri(RDF.first)).first {
      members.append(first.value)
      guard let next = graph.objects(of: rest, .iri(RDF.rest)).first else { break }
      rest = next
    }
    return members
  }
}
