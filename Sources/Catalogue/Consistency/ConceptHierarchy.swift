// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// Concepts with their labels and what is broader, as far as the vocabularies at hand know them.
package struct ConceptHierarchy: Sendable {
  private let concepts: Graph
  // Everything is below these, so that being below them says nothing.
  private static let roots: Set<String> = [
    Namespace.eucaim["BP1000024"], Namespace.eucaim["BP1000265"], Namespace.eucaim["CLIN1007977"],
    Namespace.eucaim["CLIN1007988"], Namespace.eucaim["CLIN1007989"],
  ]

  /// Looks into a graph with `skos:broader`, `skos:prefLabel` and `skos:altLabel`.
  package init(_ concepts: Graph) { self.concepts = concepts }

  /// The concepts that are directly broader, without those that everything is below.
  package func broader(_ concept: String) -> [String] {
    concepts.objects(of: .iri(concept), .iri(Namespace.skos.broader)).map(\.value)
      .filter { !Self.roots.contains($0) }.sorted()
  }

  /// A concept and everything broader, nearest first.
  func lineage(_ concept: String) -> [String] {
    var lineage = [concept]
    var next = 0
    while next < lineage.count {
      for broader in broader(lineage[next]) where !lineage.contains(broader) {
        lineage.append(broader)
      }
      next += 1
    }
    return lineage
  }

  /// Whether one of two concepts is the other, or below it.
  func areRelated(_ one: String, _ other: String) -> Bool {
    lineage(one).contains(other) || lineage(other).contains(one)
  }

  /// The English label of a concept, or the end of its IRI.
  package func label(_ concept: String) -> String {
    let labels = concepts.objects(of: .iri(concept), .iri(Namespace.skos.prefLabel))
    return (labels.first { $0.language.hasPrefix("en") } ?? labels.first)?.value
      ?? IRIForm.localName(concept)
  }

  /// The names of a concept in English, folded.
  func names(_ concept: String) -> [String] {
    [Namespace.skos.prefLabel, Namespace.skos.altLabel].flatMap {
      concepts.objects(of: .iri(concept), .iri($0))
    }.filter { $0.language.hasPrefix("en") }.map { MeasureSet.folded($0.value.utf8) }
  }
}
