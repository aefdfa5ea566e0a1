// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFModel
import Shapes

/// A result about one of many descriptions, as if that had been validated alone.
struct ProfileResult: CustomStringConvertible, Sendable {
  let component: String
  let severity: Severity
  let focusNode: Term
  let path: PropertyPath?
  let shape: Term
  let sentence: String
  let remedy: String

  var description: String { "\(shape.value): \(sentence)" }
}

extension ProfileFixture {
  private static let home = "https://data.example.org/complete/"

  /// Several descriptions side by side: every node of a description gets addresses of its own, and
  /// its identifier with them.
  static func apart(_ descriptions: [[Quad]]) -> [Quad] {
    descriptions.enumerated().flatMap { index, quads in
      func moved(_ term: Term) -> Term {
        if term.isBlankNode { return .blankNode("f\(index)-\(term.value)") }
        if term.isIRI, term.value.hasPrefix(home) {
          return .iri(place(index) + term.value.dropFirst(home.count))
        }
        let identifier = "https://catalogue.example.org/datasets/complete"
        return term == .literal(identifier) ? .literal("\(identifier)-\(index)") : term
      }
      return quads.map { Quad(moved($0.subject), $0.predicate, moved($0.object)) }
    }
  }

  private static func place(_ index: Int) -> String { "https://data.example.org/f\(index)/" }

  /// Validates many variants of the complete description in one go, which reads the shapes once.
  ///
  /// - Returns: the results by name, with the addresses of the complete description.
  func results(ofMany descriptions: [(name: String, quads: [Quad])]) -> [String: [ProfileResult]] {
    var found = Dictionary(uniqueKeysWithValues: descriptions.map { ($0.name, [ProfileResult]()) })
    for result in results(Self.apart(descriptions.map(\.quads))) {
      let parts = result.focusNode.value.split(separator: "/")
      guard parts.count > 2, let index = Int(parts[2].dropFirst()) else { continue }
      func back(_ text: String) -> String {
        text.replacing(Self.place(index), with: Self.home)
      }
      found[descriptions[index].name]?.append(
        ProfileResult(
          component: result.component, severity: result.severity,
          focusNode: .iri(back(result.focusNode.value)), path: result.path,
          shape: result.sourceShape, sentence: back(result.sentence), remedy: back(result.remedy)))
    }
    return found
  }
}
