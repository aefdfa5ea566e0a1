// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A file of term mappings.
///
/// - Source: SSSOM 1.0, mapping set.
package struct SSSOMMappingSet: Sendable {
  /// The file, as given.
  package var file: String
  /// The identifier of the mapping set, if the metadata have one.
  package var id: String?
  /// The version of the mapping set, if the metadata have one.
  package var version: String?
  /// The licence, if the metadata have one.
  package var license: String?
  /// Prefixes in scope.
  package var prefixes: [String: String]
  /// The mappings, in the order written.
  package var rows: [SSSOMRow]

  /// Collects a mapping set.
  package init(file: String, prefixes: [String: String] = [:], rows: [SSSOMRow] = []) {
    self.file = file
    self.prefixes = prefixes
    self.rows = rows
  }
}

/// One mapping: a local value and the concept that it means.
///
/// - Source: SSSOM 1.0, mapping.
package struct SSSOMRow: Sendable, Hashable {
  /// What identifies the local value, expanded; empty if the value is a literal.
  package var subjectID = ""
  /// The local value as the provider writes it; ``subjectID`` as written if the row has no label.
  package var value = ""
  /// The local code list that the value belongs to, as written; empty for every list.
  package var list = ""
  /// How value and concept relate, expanded.
  package var predicateID = ""
  /// Whether the row denies the relation (`predicate_modifier` is `Not`).
  package var isDenial = false
  /// The concept's IRI; EUCAIM concepts in the canonical spelling.
  package var objectID = ""
  /// The concept's label.
  package var objectLabel = ""
  /// Why the mapping holds, expanded.
  package var justification = ""
  /// Who made it, expanded where it is a CURIE; empty if unknown.
  package var authorID = ""
  /// How sure it is, 0 to 1.
  package var confidence: Double?
  /// When it was made, YYYY-MM-DD; empty if unknown.
  package var date = ""
  /// Who looked at it, expanded where it is a CURIE; empty if nobody did.
  package var reviewerID = ""
  /// When that was, YYYY-MM-DD; empty if unknown.
  package var reviewDate = ""
  /// What came of it; `nil` in files that do not say, whose rows hold.
  package var review: SSSOMReview?
  /// A remark.
  package var comment = ""
  /// The row's place.
  package var place: SourcePlace

  /// The list's name for a message.
  var listInWords: String { list.isEmpty ? "(any)" : list }

  /// Whether the value is known to have no concept.
  package var hasNoTerm: Bool { objectID == SSSOM.noTermFound }
}
