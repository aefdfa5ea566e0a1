// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What can be found in the files that people write for the catalogue.
///
/// What can be found while summarising and describing stands in ``SummaryRules``.
package enum CatalogueRules {
  /// A key that the document does not know.
  package static let unknownKey = FindingRule(
    "description.unknown-key", .violation, .input, title: "Unknown key",
    message: "“{key}” is not a key of this {kind}. {hint}",
    remedy: "Correct the key, or remove it; the JSON Schema lists all keys.")

  /// A key that must be there.
  package static let missingKey = FindingRule(
    "description.missing-key", .violation, .input, title: "Missing key",
    message: "This {kind} has no “{key}”, which the profile makes mandatory.",
    remedy: "Add the key “{key}” with its value.")

  /// None of several keys is there.
  package static let oneOfMissing = FindingRule(
    "description.one-of-missing", .violation, .input, title: "One of several keys is missing",
    message: "This {kind} needs at least one of {keys}, and has none.",
    remedy: "Add one of {keys}.")

  /// A key for what the records decide.
  package static let computedProperty = FindingRule(
    "description.computed-property", .violation, .input, title: "Computed property written by hand",
    message: "“{key}” would state {property}, which is computed and never written by hand.",
    remedy: "Remove the key; the value comes from the records.")

  /// A list where a mapping is expected, and the like.
  package static let wrongKind = FindingRule(
    "description.wrong-kind", .violation, .input, title: "Wrong kind of value",
    message: "“{key}” should hold {expected}, but holds {found}.",
    remedy: "Write {expected}.")

  /// A key without a value.
  package static let emptyValue = FindingRule(
    "description.empty-value", .violation, .input, title: "Empty value",
    message: "“{key}” is written but holds nothing.",
    remedy: "Give “{key}” a value, or remove the key.")

  /// A text that has not the form its key asks for.
  package static let wrongForm = FindingRule(
    "description.wrong-form", .violation, .input, title: "Value of the wrong form",
    message: "“{key}” should hold {expected}, not “{value}”.",
    remedy: "Write {expected}.")

  /// A short name or IRI that is in no list of the key.
  package static let unknownCode = FindingRule(
    "description.unknown-code", .violation, .input, title: "Unknown code",
    message: "“{value}” is no {list} that “{key}” may hold. {hint}",
    remedy: "Use one of the short names, or the full IRI of a concept.")

  /// A text that is no IRI.
  package static let notAnIRI = FindingRule(
    "description.not-an-iri", .violation, .input, title: "Not an address",
    message: "“{key}” should hold an address that begins with https:// or http://, not “{value}”.",
    remedy: "Write the full address; spaces and quotation marks must be percent-encoded.")

  /// A document whose own IRI cannot name it.
  package static let notADocumentIRI = FindingRule(
    "description.not-a-document-iri", .violation, .input, title: "Not an identifier",
    message:
      "“{key}” should hold an address that begins with https:// or http:// and has no “#”, not “{value}”.",
    remedy: "Write the address under which the catalogue is to show it.")

  /// A key that is no language tag.
  package static let notALanguage = FindingRule(
    "description.not-a-language", .violation, .input, title: "Not a language",
    message: "“{language}” is no language tag; tags are such as en, es or pt-BR.",
    remedy: "Write the tag of the language that the text is in.")

  /// A text that must be there in English.
  package static let englishMissing = FindingRule(
    "description.english-missing", .violation, .input, title: "No English text",
    message: "“{key}” has no English text, which the profile makes mandatory.",
    remedy: "Add the text under en.")

  /// A name that cannot become part of an IRI.
  package static let notAName = FindingRule(
    "description.not-a-name", .violation, .input, title: "Not a name",
    message: "“{name}” cannot name a node; names are lower-case letters, digits and hyphens.",
    remedy: "Write a name such as images or hospital-a.")

  /// An organisation that `agents` does not name.
  package static let unknownAgent = FindingRule(
    "description.unknown-agent", .violation, .input, title: "Unknown organisation",
    message: "No organisation is called “{name}” under agents. {hint}",
    remedy: "Add it under agents, or write the organisation here as a mapping.")

  /// Rights without an access condition.
  package static let accessConditionMissing = FindingRule(
    "description.access-condition-missing", .violation, .input, title: "No access condition",
    message: "“rights” holds no access condition; one of {conditions} must be among the values.",
    remedy: "Add the access condition of the distribution.")

  /// A checksum that its algorithm cannot have made.
  package static let checksumLength = FindingRule(
    "description.checksum-length", .violation, .input, title: "Checksum of the wrong length",
    message: "A {algorithm} checksum has {expected} digits, this one has {found}.",
    remedy: "Copy the checksum again, or correct the algorithm.")

  /// A written count from 1 to 4.
  package static let smallCountWritten = FindingRule(
    "description.small-count", .violation, .input, title: "Small count written by hand",
    message: "“{key}” holds a count from 1 to 4, which could point at single people.",
    remedy: "Remove the key; counts are published from 5 upwards.")

  /// A measure that cannot be read.
  package static let measureUnreadable = FindingRule(
    "measures.unreadable", .violation, .input, title: "Unreadable measure",
    message: "The measure {measure} {problem}.",
    remedy: "Correct the file of measures, or use the one that ships with the product.")

  /// A file of measures without measures.
  package static let noMeasures = FindingRule(
    "measures.none", .violation, .input, title: "No measures",
    message: "The file holds no fwm:Measure, so nothing can be computed.",
    remedy: "Use the file of measures that ships with the product.")

  /// The rules, in the order declared, with those of ``SummaryRules`` and ``ConsistencyRules``.
  package static let all: [FindingRule] =
    [
      unknownKey, missingKey, oneOfMissing, computedProperty, wrongKind, emptyValue, wrongForm,
      unknownCode, notAnIRI, notADocumentIRI, notALanguage, englishMissing, notAName, unknownAgent,
      accessConditionMissing, checksumLength, smallCountWritten, measureUnreadable, noMeasures,
    ] + SummaryRules.all + FlavourRules.all + ConsistencyRules.all
}
