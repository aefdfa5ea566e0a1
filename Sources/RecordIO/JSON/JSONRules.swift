// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What can be wrong with a JSON file or with a path into it.
package enum JSONRules {
  /// A path over lines has something that one line alone cannot answer; a plain path, something that
  /// makes it a query.
  package static let pathUnsupported = FindingRule(
    "json.path-unsupported", .violation, .input, title: "Unsupported JSON path",
    message:
      "The path “{path}” has {part} at column {column}, which one record at a time cannot answer.",
    remedy: "Iterate over the records with [*] and choose among them with a filter or a condition.")

  /// A path does not follow the syntax.
  package static let pathMalformed = FindingRule(
    "json.path-malformed", .violation, .input, title: "Malformed JSON path",
    message: "The path “{path}” breaks at column {column}: {expected} is expected there.",
    remedy: "Write names as a.b or ['a b'], elements as [0] or [*], the record itself as $.")

  /// A query that would take too long.
  package static let queryTooLong = FindingRule(
    "json.query-too-long", .violation, .input, title: "JSON path takes too many steps",
    message: "The path “{path}” takes too many steps on one record.",
    remedy: "Name members instead of looking for them everywhere, and keep patterns simple.")

  /// A path needs more values in memory than are kept.
  package static let tooManyValues = FindingRule(
    "json.too-many-values", .violation, .input, title: "JSON value too large for a path",
    message:
      "The path “{path}” needs the value at byte {offset} whole in memory, which has more than {limit} values.",
    remedy:
      "Let the iterator begin with names, indexes and wildcards that lead to the single records ($.entry[*])."
  )

  /// The file is UTF-16 or UTF-32.
  package static let notUTF8File = FindingRule(
    "json.not-utf-8-file", .violation, .input, title: "JSON file is not UTF-8",
    message: "The file is encoded as {encoding}; JSON is read as UTF-8 only (RFC 8259).",
    remedy: "Save or convert the file as UTF-8.")

  /// Bytes are not UTF-8.
  package static let badUTF8 = FindingRule(
    "json.bad-utf-8", .violation, .input, title: "Bytes that are not UTF-8",
    message: "Byte {offset} ({byte}) is not part of valid UTF-8.",
    remedy: "Export the file as UTF-8; it may have been written as windows-1252 or cut short.")

  /// The file has no value.
  package static let empty = FindingRule(
    "json.empty", .violation, .input, title: "Empty JSON file",
    message: "The file holds no JSON value.",
    remedy: "Check that the export finished; an empty list is written [].")

  /// The file ends inside a value.
  package static let endedEarly = FindingRule(
    "json.ended-early", .violation, .input, title: "JSON file ends early",
    message: "The file ends at byte {offset} where {expected} is expected.",
    remedy: "Copy or export the file again; what is there is only its beginning.")

  /// A byte cannot stand where it does.
  package static let unexpected = FindingRule(
    "json.unexpected-character", .violation, .input, title: "Unexpected character in JSON",
    message: "Byte {offset} is {found} where {expected} is expected.",
    remedy: "Correct the file there, or have the program that wrote it write valid JSON.")

  /// A comma stands before a closing bracket.
  package static let trailingComma = FindingRule(
    "json.trailing-comma", .violation, .input, title: "Comma without a following value",
    message: "The comma at byte {offset} is followed by the end of the {container}.",
    remedy: "Remove the comma.")

  /// A comment.
  package static let comment = FindingRule(
    "json.comment", .violation, .input, title: "Comment in JSON",
    message: "A comment begins at byte {offset}; JSON has no comments (RFC 8259).",
    remedy: "Remove the comment.")

  /// A number is not spelled as JSON wants.
  package static let malformedNumber = FindingRule(
    "json.malformed-number", .violation, .input, title: "Malformed number in JSON",
    message: "The number is not valid JSON at byte {offset}: it has {reason}.",
    remedy: "Write the number as -12, 0.5 or 1e3, or put it in double quotes as text.")

  /// A word is not `true`, `false` or `null`.
  package static let unknownWord = FindingRule(
    "json.unknown-word", .violation, .input, title: "Unknown word in JSON",
    message: "Byte {offset} begins a word without quotes; only true, false and null are allowed.",
    remedy: "Write true, false or null in lower case, or put the text in double quotes.")

  /// An object has a key twice.
  package static let duplicateKey = FindingRule(
    "json.duplicate-key", .violation, .data, title: "Duplicate key in JSON",
    message:
      "The key “{key}” at byte {offset} was already used in the same object; both values are read.",
    remedy: "Keep one of the two members, or gather their values in a list.")

  /// An escape names half of a surrogate pair.
  package static let loneSurrogate = FindingRule(
    "json.lone-surrogate", .violation, .input, title: "Half a character in JSON",
    message: "The escape at byte {offset} is half of a surrogate pair, which is no character.",
    remedy: "Write the whole character in UTF-8, or both halves of the pair.")

  /// A string has a control character as it is.
  package static let controlCharacter = FindingRule(
    "json.control-character", .violation, .input, title: "Control character in JSON text",
    message: "The text holds the control character {character} at byte {offset}, unescaped.",
    remedy: "Escape it, for example \\n for a line break, or remove it.")

  /// A backslash is followed by something else than an escape.
  package static let badEscape = FindingRule(
    "json.bad-escape", .violation, .input, title: "Unknown escape in JSON text",
    message: "The backslash at byte {offset} begins no JSON escape.",
    remedy: "Double the backslash, or use one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX.")

  /// Something follows the document.
  package static let textAfterDocument = FindingRule(
    "json.text-after-document", .violation, .input, title: "Text after the JSON document",
    message: "The JSON value is complete before byte {offset}, where {found} follows.",
    remedy: "Remove what follows; a file of one value a line must be named .ndjson or .jsonl.")

  /// Two documents stand on one line of a file that has one a line.
  package static let twoOnOneLine = FindingRule(
    "json.two-documents-on-a-line", .violation, .input, title: "Two JSON values on one line",
    message: "A JSON value ends before byte {offset} and {found} follows on the same line.",
    remedy: "Begin a new line after every value.")

  /// Objects and arrays are nested too deep.
  package static let tooDeep = FindingRule(
    "json.too-deep", .violation, .input, title: "JSON nested too deep",
    message: "Byte {offset} opens a level deeper than the limit of {limit}.",
    remedy: "Check the program that wrote the file; metadata have no such depth.")

  /// A record is too large.
  package static let recordTooLarge = FindingRule(
    "json.record-too-large", .violation, .input, title: "JSON record too large",
    message: "The {what} that begins at byte {offset} is larger than the limit of {limit} bytes.",
    remedy: "Let the iterator name the single records, for example $.entry[*] in place of $.")

  /// An object has too many members.
  package static let tooManyMembers = FindingRule(
    "json.too-many-members", .violation, .input, title: "JSON object with too many members",
    message:
      "An object has more than {limit} members at byte {offset}, or keys of more than {size} MiB.",
    remedy: "Write the records as a list in place of an object keyed by their identifiers.")

  /// Every rule of this file.
  package static let all = [
    pathUnsupported, pathMalformed, queryTooLong, tooManyValues, notUTF8File, badUTF8, empty,
    endedEarly, unexpected,
    trailingComma, comment, malformedNumber, unknownWord, duplicateKey, loneSurrogate,
    controlCharacter, badEscape, textAfterDocument, twoOnOneLine, tooDeep, recordTooLarge,
    tooManyMembers,
  ]
}
