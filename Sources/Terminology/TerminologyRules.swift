// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What can be wrong with term mappings.
package enum TerminologyRules {
  /// The file is larger than the published limit.
  package static let tooLarge = FindingRule(
    "sssom.too-large", .violation, .input, title: "Term mapping too large",
    message: "The term mapping has more than {limit} bytes, which is the limit.",
    remedy: "Split the file, or check that it is the file you meant.")

  /// Bytes that are no UTF-8.
  package static let encoding = FindingRule(
    "sssom.encoding", .violation, .input, title: "Term mapping is not UTF-8",
    message: "The text is not UTF-8 here.",
    remedy: "Save the file as UTF-8.")

  /// A quoted cell that is never closed, or goes on after its closing quote.
  package static let quote = FindingRule(
    "sssom.quote", .violation, .input, title: "Quote without a partner",
    message: "The cell begins with a quote {problem}.",
    remedy: "Close the quote, and double quotes inside: \"a \"\"b\"\"\".")

  /// There is no table.
  package static let noTable = FindingRule(
    "sssom.no-table", .violation, .input, title: "No table",
    message: "The file has no row of column names after its metadata.",
    remedy: "Write the names of the columns, separated by tabs.")

  /// A column that must be there is not.
  package static let missingColumn = FindingRule(
    "sssom.missing-column", .violation, .input, title: "Column missing",
    message: "The column “{column}” is missing. {hint}",
    remedy: "Add the column; columns are separated by tabs.")

  /// A column that SSSOM does not have.
  package static let unknownColumn = FindingRule(
    "sssom.unknown-column", .warning, .input, title: "Unknown column",
    message: "The column “{column}” is not a slot of SSSOM and is not used. {hint}",
    remedy: "Correct the name, or declare the column under extension_definitions.")

  /// A column twice.
  package static let duplicateColumn = FindingRule(
    "sssom.duplicate-column", .violation, .input, title: "Column given twice",
    message: "The column “{column}” stands in the table twice.",
    remedy: "Rename or remove one of the two.")

  /// A row longer than the header.
  package static let extraCells = FindingRule(
    "sssom.extra-cells", .violation, .input, title: "Row longer than the header",
    message: "The row has {found} cells; the table has {allowed} columns.",
    remedy: "Remove the extra tabs.")

  /// A required cell is empty.
  package static let missingCell = FindingRule(
    "sssom.missing-cell", .violation, .input, title: "Cell empty",
    message: "“{column}” is empty; every row needs it.",
    remedy: "Fill the cell, or remove the row.")

  /// A prefix that is declared nowhere.
  package static let unknownPrefix = FindingRule(
    "sssom.unknown-prefix", .violation, .input, title: "Unknown prefix",
    message: "The prefix of “{curie}” in “{column}” is not declared. {hint}",
    remedy: "Declare it under curie_map in the metadata above the table.")

  /// Text that is neither CURIE nor IRI.
  package static let notCURIE = FindingRule(
    "sssom.not-a-curie", .violation, .input, title: "Not a CURIE",
    message: "“{text}” in “{column}” is neither a CURIE such as skos:exactMatch nor an IRI.",
    remedy: "Write prefix, colon and name, without blanks.")

  /// A justification outside the vocabulary.
  package static let justification = FindingRule(
    "sssom.justification", .warning, .input, title: "Unknown justification",
    message: "“{text}” is not a justification of the SEMAPV vocabulary. {hint}",
    remedy: "Write one of the vocabulary, as semapv:ManualMappingCuration.")

  /// A predicate that is no translation.
  package static let predicateNotUsed = FindingRule(
    "sssom.predicate-not-used", .warning, .input, title: "Row not used for look-up",
    message: "The predicate “{text}” does not translate a value, so the row is not used. {hint}",
    remedy: "Use skos:exactMatch, closeMatch, broadMatch or narrowMatch if it should translate.")

  /// A modifier that is not known.
  package static let modifier = FindingRule(
    "sssom.modifier", .violation, .input, title: "Unknown modifier",
    message: "“{text}” is not a predicate modifier; “Not” is the only one.",
    remedy: "Write Not, or leave the cell empty.")

  /// A confidence out of range.
  package static let confidence = FindingRule(
    "sssom.confidence", .violation, .input, title: "Not a confidence",
    message: "“{text}” is not a number from 0 to 1.",
    remedy: "Write a number such as 0.9, with a point.")

  /// A date that is none.
  package static let date = FindingRule(
    "sssom.date", .violation, .input, title: "Not a date",
    message: "“{text}” is not a date as YYYY-MM-DD.",
    remedy: "Write year, month and day, as 2026-11-20.")

  /// A state of review that is not known.
  package static let reviewState = FindingRule(
    "sssom.review-state", .violation, .input, title: "Unknown state of review",
    message: "“{text}” is not a state of review. {hint}",
    remedy: "Write proposed, accepted or rejected, or leave the cell empty.")

  /// Metadata that SSSOM does not have.
  package static let unknownMetadata = FindingRule(
    "sssom.unknown-metadata", .warning, .input, title: "Unknown metadata",
    message: "“{key}” is not a slot of a mapping set and is not used. {hint}",
    remedy: "Correct the name, or remove the line.")

  /// One value translated in two ways.
  package static let conflict = FindingRule(
    "sssom.conflict", .violation, .input, title: "Value translated in two ways",
    message:
      "“{value}” of the list “{list}” is translated as {object} here and otherwise elsewhere.",
    remedy: "Keep one of the rows, or give each a list of its own under subject_source.")

  /// The same row twice.
  package static let duplicateRow = FindingRule(
    "sssom.duplicate-row", .warning, .input, title: "Row given twice",
    message: "“{value}” of the list “{list}” is translated as {object} already.",
    remedy: "Remove one of the two rows.")

  /// A row that no value of the data met.
  package static let rowNotUsed = FindingRule(
    "terms.row-not-used", .note, .data, title: "Translation not needed",
    message: "No value in the data met this row of the list “{list}”.",
    remedy: "Nothing needs to be done; check the spelling if you expected the value.",
    groupedBy: ["list"])

  /// All rules of term mappings.
  package static let all: [FindingRule] = [
    tooLarge, encoding, quote, noTable, missingColumn, unknownColumn, duplicateColumn, extraCells,
    missingCell, unknownPrefix, notCURIE, justification, predicateNotUsed, modifier, confidence,
    date, reviewState, unknownMetadata, conflict, duplicateRow, rowNotUsed,
  ]
}
