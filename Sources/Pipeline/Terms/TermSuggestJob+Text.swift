// SPDX-License-Identifier: Apache-2.0

internal import Terminology

extension TermSuggestJob.Proposal {
  /// A concept as it is printed.
  package struct Line: Sendable, Hashable {
    /// The concept.
    package let iri: String
    /// Its label.
    package let label: String
    /// Why it is proposed.
    package let reason: String
    /// How sure it is, 0 to 1, in hundredths.
    package let score: Double
    /// Whether it is of the class asked for: yes, no or not known.
    package let member: String
    /// The labels right above.
    package let parents: [String]
  }

  /// The concepts, the likeliest first.
  package var lines: [Line] {
    suggestions.map {
      Line(
        iri: $0.iri, label: $0.label, reason: $0.reason.rawValue,
        score: ($0.score * 100).rounded() / 100, member: $0.membership.word, parents: $0.parents)
    }
  }

  /// The proposal for people: the value, then a line for each concept.
  ///
  /// - Parameter showsValues: whether the value may be shown.
  /// - Returns: the lines.
  package func text(showsValues: Bool) -> String {
    var text = showsValues ? TermSuggestJob.visible(value) : "‹hidden›"
    if !list.isEmpty { text += " (\(TermSuggestJob.visible(list)))" }
    text += count > 1 ? ", \(count) times\n" : "\n"
    if suggestions.isEmpty { text += "  nothing comes near\n" }
    for line in lines {
      text += "  \(line.score)  \(ConceptSpelling.code(line.iri))  \(line.label)  [\(line.reason)]"
      if !line.parents.isEmpty { text += "  below \(line.parents.joined(separator: ", "))" }
      if root != nil && line.member != "yes" { text += "  (class \(line.member))" }
      text += "\n"
    }
    return text
  }
}

extension TermSuggestJob {
  /// A text without control characters: those out of data never reach the terminal.
  static func visible(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? "?" : $0 }))
  }
}
