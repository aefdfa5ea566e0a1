// SPDX-License-Identifier: Apache-2.0

extension SSSOMDocument {
  /// Prefixes that a new file declares.
  package static let usualPrefixes = [
    "EUCAIM": ConceptSpelling.namespace, "orcid": "https://orcid.org/",
    "semapv": SSSOMVocabulary.semapv, "skos": SSSOMVocabulary.skos,
  ]

  /// Adds a proposal, which translates nothing until it is accepted.
  ///
  /// - Parameters:
  ///   - value: the value as the provider writes it.
  ///   - list: the local list.
  ///   - suggestion: the concept.
  ///   - author: who ran the program; empty for nobody.
  ///   - date: the day, YYYY-MM-DD.
  package mutating func append(
    value: String, list: String, _ suggestion: TermSuggestion, author: String, date: String
  ) {
    append([
      "subject_source": list, "subject_label": value, "predicate_id": "skos:exactMatch",
      "object_id": short(suggestion.iri), "object_label": suggestion.label,
      "mapping_justification": suggestion.reason.justification, "author_id": person(author),
      "mapping_date": date, "confidence": Self.hundredths(suggestion.score),
      "comment": "proposed: \(suggestion.reason.rawValue)",
      SSSOMReview.column: SSSOMReview.proposed.rawValue,
    ])
  }

  /// Takes down what a person decided about a row.
  ///
  /// - Parameters:
  ///   - row: the row's index.
  ///   - state: accepted or rejected; a rejected row is denied too.
  ///   - reviewer: who decided.
  ///   - date: the day, YYYY-MM-DD.
  package mutating func review(
    row: Int, _ state: SSSOMReview, reviewer: String, date: String
  ) {
    set(SSSOMReview.column, state.rawValue, row: row)
    set("reviewer_id", person(reviewer), row: row)
    set("review_date", date, row: row)
    if state == .rejected || columns.contains("predicate_modifier") {
      set("predicate_modifier", state == .rejected ? "Not" : "", row: row)
    }
  }

  // A prefix that the file does not declare is written out, so that the file stays readable.
  private func person(_ text: String) -> String {
    for (prefix, namespace) in Self.usualPrefixes where text.hasPrefix(prefix + ":") {
      let isDeclared = metadata.contains { $0.contains("\(prefix):") }
      return isDeclared ? text : namespace + text.dropFirst(prefix.count + 1)
    }
    return text
  }

  /// An IRI as the file would write it.
  package func short(_ iri: String) -> String {
    iri.hasPrefix(ConceptSpelling.namespace)
      ? "EUCAIM:" + ConceptSpelling.code(iri) : iri
  }

  private static func hundredths(_ score: Double) -> String {
    let number = Int((score * 100).rounded())
    return number >= 100 ? "1" : "0." + (number < 10 ? "0" : "") + String(number)
  }
}

extension TermSuggestion.Reason {
  /// The justification of SEMAPV that fits, as a CURIE.
  var justification: String {
    switch self {
    case .exact, .synonym, .code, .dicom, .acronym: "semapv:LexicalMatching"
    case .words, .spelling: "semapv:LexicalSimilarityThresholdMatching"
    }
  }
}
