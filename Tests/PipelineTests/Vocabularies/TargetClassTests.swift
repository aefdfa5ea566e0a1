// SPDX-License-Identifier: Apache-2.0

import Foundation
import RDFIO
import RDFModel
import Terminology
import TestSupport
import Testing

/// What names of properties tell agrees with the model, which is the one truth.
@Suite struct TargetClassTests {
  private static let model = "https://w3id.org/fairway/model#"

  @Test func `the class that a property's name tells is the one that the model states`() throws {
    let file = SharedFolder.packageRoot.appending(path: "Ontologies/model/properties.ttl")
    let graph = try RDFReader.readGraph(path: file.path, displayName: "properties.ttl")
    let concept = Term.iri("http://www.w3.org/2004/02/skos/core#Concept")
    var compared = 0
    for property in graph.instances(
      of: .iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#Property"))
    where graph.objects(of: property, .iri("http://www.w3.org/2000/01/rdf-schema#range"))
      .contains(concept)
    {
      let stated = graph.objects(of: property, .iri(Self.model + "valueClass")).first?.value
      #expect(TargetClass.of(property.value)?.root == stated, "\(property.value)")
      compared += 1
    }
    #expect(compared > 70)
  }
}
