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
  var argument: FindingArgument {
    .mixed("why", hidden: text(showValues: false), shown: text(showValues: true))
  }

  private func text(showValues: Bool) -> String {
    if details.isEmpty { return "" }
    var clauses: [String] = []
    for detail in details {
      let clause = Self.clause(Self.wording(detail).message(showValues: showValues))
      if !clauses.contains(clause) { clauses.append(clause) }
    }
    let more = clauses.count - Self.limit
    return ": " + clauses.prefix(Self.limit).joined(separator: "; and ")
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
