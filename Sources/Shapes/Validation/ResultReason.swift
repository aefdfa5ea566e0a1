// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFModel

/// Why a value does not conform to the shapes that a constraint names, in words.
struct ResultReason {
  /// How many details are told; reports have them all.
  private static let limit = 3

  private let details: [ValidationResult]

  init(_ details: [ValidationResult]) { self.details = details }

  /// Whether all of it is about the vocabulary that a concept belongs to.
  var isAboutScheme: Bool {
    !details.isEmpty && details.allSatisfy { $0.path == .predicate(SKOS.inScheme) }
  }

  /// The argument `why`: empty, or a colon and what was found.
  ///
  /// - Complexity: O(details of any depth): each is put into words once for both texts.
  var argument: FindingArgument {
    var clauses: [(hidden: String, shown: String)] = []
    for detail in details {
      let wording = Self.wording(detail)
      let clause = (
        hidden: Self.clause(wording.message(showValues: false)),
        shown: Self.clause(wording.message(showValues: true))
      )
      clauses.append(clause)
    }
    return .mixed(
      "why", hidden: Self.text(clauses.map(\.hidden)), shown: Self.text(clauses.map(\.shown)))
  }

  private static func text(_ clauses: [String]) -> String {
    var unique: [String] = []
    for clause in clauses where !unique.contains(clause) { unique.append(clause) }
    if unique.isEmpty { return "" }
    let more = unique.count - limit
    return ": " + unique.prefix(limit).joined(separator: "; and ")
      + (more > 0 ? "; and \(more) more" : "")
  }

  // What is wrong by each of several alternatives is too much inside of a sentence; they are named.
  private static func wording(_ detail: ValidationResult) -> Finding {
    let alternatives = [OrConstraint.component.iri, XoneConstraint.component.iri]
    guard alternatives.contains(detail.component) else { return detail.wording }
    var wording = detail.wording
    wording.arguments.removeAll { $0.name == "why" }
    wording.arguments.append(.plain("why", ""))
    return wording
  }

  // A sentence inside of another one.
  private static func clause(_ sentence: String) -> String {
    var clause = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    if clause.hasPrefix("The ") { clause = "the " + clause.dropFirst(4) }
    return clause
  }
}
