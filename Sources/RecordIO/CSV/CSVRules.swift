// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What can be wrong with a table.
package enum CSVRules {
  /// The file has no row to take names from.
  package static let noHeader = FindingRule(
    "csv.no-header", .violation, .input, title: "Table without header",
    message: "{reason}, so the columns have no names; the first row must name them.",
    remedy: "Add a header row, or correct the number of rows to skip before it.")

  /// A reference to a column that the header does not have.
  package static let unknownColumn = FindingRule(
    "csv.unknown-column", .violation, .input, title: "Unknown column",
    message: "No column is called “{reference}”.",
    remedy: "{hint} Correct the reference in the mapping, or the header of the table.",
    groupedBy: ["reference"])

  /// Two columns of one name.
  package static let duplicateHeader = FindingRule(
    "csv.duplicate-header", .warning, title: "Two columns of one name",
    message: "Column {column} is called “{name}” like column {first}; names must differ.",
    remedy: "Rename one of them, or write “{alias}” where column {column} is meant.",
    groupedBy: ["name"])

  /// A reference that two columns answer to.
  package static let ambiguousReference = FindingRule(
    "csv.ambiguous-reference", .warning, title: "Reference to one of several columns",
    message: "“{reference}” names {count} columns; column {column}, the first of them, is read.",
    remedy: "Write “{reference}#1” if that is meant, otherwise the number of the right one.",
    groupedBy: ["reference"])

  /// A column with values and without a name.
  package static let unnamedColumn = FindingRule(
    "csv.unnamed-column", .warning, title: "Column without a name",
    message: "Column {column} holds values, but its header cell is empty.",
    remedy: "Name the column in the header, or write “{alias}” to refer to it.",
    groupedBy: ["column"])

  /// A row with more or fewer cells than the header.
  package static let raggedRow = FindingRule(
    "csv.ragged-row", .violation, title: "Row with a wrong number of cells",
    message: "The row has {found} cells where the header has {expected}.",
    remedy:
      "Look for a delimiter or decimal comma inside a value without quotes, or for a missing cell.",
    groupedBy: ["expected", "found"])

  /// Empty cells beyond the last column.
  package static let emptyExtraCells = FindingRule(
    "csv.empty-extra-cells", .note, title: "Empty cells after the last column",
    message: "The row has {found} cells where the header has {expected}; the extra ones are empty.",
    remedy: "Nothing needs to be done; the rows are read. Only the first such row is reported.")

  /// A quote in the middle of a cell that does not begin with one.
  package static let strayQuote = FindingRule(
    "csv.stray-quote", .warning, title: "Quote inside a cell without quotes",
    message: "The cell holds a quote but does not begin with one; it is read as it stands.",
    remedy: "Put the cell in quotes and double the quotes inside it.", groupedBy: ["column"])

  /// Blanks between a closing quote and the end of the cell.
  package static let blanksAfterQuote = FindingRule(
    "csv.blanks-after-quote", .warning, title: "Blanks after a closing quote",
    message: "Blanks follow the quote that closes the cell; they are not part of the value.",
    remedy: "Remove them, or put them inside the quotes.", groupedBy: ["column"])

  /// Text between a closing quote and the end of the cell.
  package static let textAfterQuote = FindingRule(
    "csv.text-after-quote", .violation, title: "Text after a closing quote",
    message:
      "Text follows the quote that closes the cell; its value is uncertain, so the row is left out.",
    remedy: "Inside a cell in quotes write every quote twice, or remove the quotes around it.",
    groupedBy: ["column"])

  /// A quote that nothing closes.
  package static let unterminatedQuote = FindingRule(
    "csv.unterminated-quote", .violation, .input, title: "Quote that is never closed",
    message: "The cell in quotes that opens here is never closed.",
    remedy: "Close the quote at the end of the cell, or double it if it belongs to the value.")

  /// A cell beyond the limit.
  package static let cellLimit = FindingRule(
    "csv.cell-limit", .violation, .input, title: "Cell too large",
    message: "The cell is larger than {limit} bytes; that is the limit.",
    remedy: "Look for a quote that opens in this cell and is never closed.")

  /// A row beyond the limit.
  package static let rowLimit = FindingRule(
    "csv.row-limit", .violation, .input, title: "Row too large",
    message: "The row is larger than {limit} bytes; that is the limit.",
    remedy: "Check that the file is a table with line breaks, and look for a quote left open.")

  /// More columns than allowed.
  package static let columnLimit = FindingRule(
    "csv.column-limit", .violation, .input, title: "Too many columns",
    message: "The row has more than {limit} cells; that is the limit.",
    remedy: "Check the delimiter; a table this wide can be split.")

  /// Declared bytes that cannot do their work.
  package static let impossibleDialect = FindingRule(
    "csv.impossible-dialect", .violation, .input, title: "Delimiter and quote do not fit",
    message:
      "Delimiter {delimiter} and quote {quote} cannot be used together: they must differ and be "
      + "ASCII characters other than line breaks.",
    remedy: "Declare another delimiter or quote, or leave them out.")

  /// Every rule of this file.
  package static let all = [
    noHeader, unknownColumn, duplicateHeader, ambiguousReference, unnamedColumn, raggedRow,
    emptyExtraCells, strayQuote, blanksAfterQuote, textAfterQuote, unterminatedQuote, cellLimit,
    rowLimit, columnLimit, impossibleDialect,
  ]
}
