// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What can be wrong with a YAML file.
package enum YAMLRules {
  /// The file cannot be opened or read.
  package static let unreadable = FindingRule(
    "yaml.unreadable", .violation, .input, title: "File cannot be read",
    message: "The file {file} cannot be read: {reason}.",
    remedy: "Check the path and the permissions of {file}.")

  /// The file is larger than the published limit.
  package static let tooLarge = FindingRule(
    "yaml.too-large", .violation, .input, title: "YAML file too large",
    message: "The YAML text has more than {limit} bytes, which is the limit.",
    remedy: "Split the file, or check that it is the file you meant.")

  /// The text breaks the grammar.
  package static let syntax = FindingRule(
    "yaml.syntax", .violation, .input, title: "Not valid YAML",
    message: "The text is not valid YAML here: {problem}.",
    remedy: "Check indentation, colons, brackets and quotes at and just above this place.")

  /// There is no document.
  package static let empty = FindingRule(
    "yaml.empty", .violation, .input, title: "Empty YAML file",
    message: "The file holds nothing but blank lines and comments; one YAML document is expected.",
    remedy: "Write the document, or check that it is the file you meant.")

  /// A second document begins.
  package static let severalDocuments = FindingRule(
    "yaml.several-documents", .violation, .input, title: "Several YAML documents in one file",
    message: "A second document begins here; one document per file is allowed.",
    remedy: "Remove the “---” line, or move the second document to a file of its own.")

  /// A key stands twice in a mapping.
  package static let duplicateKey = FindingRule(
    "yaml.duplicate-key", .violation, .input, title: "Key given twice",
    message: "The key “{key}” stands in this mapping already; every key may stand once.",
    remedy: "Rename or remove one of the two.")

  /// An anchor or alias.
  package static let alias = FindingRule(
    "yaml.alias", .violation, .input, title: "Anchors and aliases are not allowed",
    message: "The {sign} “{name}” is not allowed; every value is written where it is used.",
    remedy: "Write the value out. Text that begins with “&” or “*” goes into quotes.")

  /// A tag.
  package static let tag = FindingRule(
    "yaml.tag", .violation, .input, title: "Tags are not allowed",
    message: "The tag “{tag}” is not allowed; values have no tags.",
    remedy: "Remove the tag. Text that begins with “!” goes into quotes.")

  /// Too many collections inside each other.
  package static let tooDeep = FindingRule(
    "yaml.too-deep", .violation, .input, title: "Nested too deeply",
    message: "Lists and mappings are nested more than {limit} deep here, which is the limit.",
    remedy: "Write the structure with fewer levels.")

  /// A key that is a list or a mapping.
  package static let keyNotText = FindingRule(
    "yaml.key-not-text", .violation, .input, title: "Key is not text",
    message: "A key here is {found}; keys are text.",
    remedy: "Write the key as text, in quotes if it holds brackets or braces.")

  /// A key that the table of keys does not have.
  package static let unknownKey = FindingRule(
    "yaml.unknown-key", .violation, .input, title: "Unknown key",
    message: "The key “{key}” is not known in {context}. {hint}",
    remedy: "Correct the key or remove it.")

  /// Two spellings of one key.
  package static let sameKeyTwice = FindingRule(
    "yaml.same-key-twice", .violation, .input, title: "Key given in two spellings",
    message: "“{key}” and “{other}” are spellings of one key; {context} takes one of them.",
    remedy: "Join the two values under one key.")

  /// A key that must be there is not.
  package static let missingKey = FindingRule(
    "yaml.missing-key", .violation, .input, title: "Key missing",
    message: "The key “{key}” is missing in {context}; it is required and takes {allowed}.",
    remedy: "Add “{key}: …” here.")

  /// A required key has no value.
  package static let missingValue = FindingRule(
    "yaml.missing-value", .violation, .input, title: "Value missing",
    message: "The key “{key}” has no value; it takes {allowed}.",
    remedy: "Write the value after “{key}:”.")

  /// A value of another kind than allowed.
  package static let wrongKind = FindingRule(
    "yaml.wrong-kind", .violation, .input, title: "Value of the wrong kind",
    message: "{what} is {found} here; it takes {allowed}.",
    remedy: "Write {allowed} here.")

  /// A word that is not on the list.
  package static let unknownValue = FindingRule(
    "yaml.unknown-value", .violation, .input, title: "Unknown value",
    message: "“{value}” is not a value of “{key}”. {hint}",
    remedy: "Write one of: {choices}.")

  /// All rules of YAML files.
  package static let all: [FindingRule] = [
    unreadable, tooLarge, syntax, empty, severalDocuments, duplicateKey, alias, tag, tooDeep,
    keyNotText, unknownKey, sameKeyTwice, missingKey, missingValue, wrongKind, unknownValue,
  ]
}
