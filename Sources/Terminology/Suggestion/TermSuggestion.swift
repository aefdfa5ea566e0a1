// SPDX-License-Identifier: Apache-2.0

/// A concept that a local value may mean.
package struct TermSuggestion: Sendable, Hashable {
  /// Why a concept is proposed, the surest first.
  package enum Reason: String, Sendable, CaseIterable {
    /// The value is the preferred label.
    case exact
    /// The value is another label of the concept.
    case synonym
    /// The value is a code of the concept in another vocabulary.
    case code
    /// The value is a code of DICOM, and what it says is a label of the concept.
    case dicom = "DICOM keyword"
    /// The value is made of the first letters of a label.
    case acronym
    /// Value and label share words.
    case words
    /// Value and label share words that are not spelled alike.
    case spelling
  }

  /// The concept.
  package let iri: String
  /// Its preferred label.
  package let label: String
  /// Why it is proposed.
  package let reason: Reason
  /// How sure the proposal is, 0 to 1; an order, not a probability.
  package let score: Double
  /// Whether it is of the class asked for.
  package let membership: Membership
  /// The labels of the concepts right above.
  package let parents: [String]
}

/// What is known about the values to find concepts for.
package struct SuggestionContext: Sendable, Hashable {
  /// The class that the concepts must be of; `nil` for any.
  package var root: String?
  /// The source's groups in which they are to be expected.
  package var groups: [String]
  /// Words that say what the values are about, even.
  var words: Set<String>

  /// Knows a property or list by its name, and a class.
  ///
  /// - Parameters:
  ///   - name: a property of the common data model, or a local list.
  ///   - root: the class, which goes before that of the property.
  package init(_ name: String = "", root: String? = nil) {
    let target = TargetClass.of(name)
    self.root = root ?? target?.root
    groups = target?.groups ?? []
    words = Set(TermWords.nameWords(name))
    for hint in target?.hints ?? [] { words.formUnion(TermWords.words(hint)) }
  }
}
