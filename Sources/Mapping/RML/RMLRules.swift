// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What can be wrong with a mapping written in RML.
package enum RMLRules {
  /// A document without a triples map.
  package static let noTriplesMap = FindingRule(
    "rml.no-triples-map", .violation, .input, title: "No triples map",
    message: "The document describes no triples map.",
    remedy: "Write a resource with rml:logicalSource, rml:subjectMap and rml:predicateObjectMap.")
  /// A part that is needed and not there.
  package static let missing = FindingRule(
    "rml.missing-part", .violation, .input, title: "Part missing",
    message: "The {owner} {name} has no {part}.", remedy: "Add {part}.")
  /// A part of which there can be one only.
  package static let several = FindingRule(
    "rml.several-parts", .violation, .input, title: "Part given twice",
    message: "The {owner} {name} has {count} of {part}; one is allowed.",
    remedy: "Keep one, or write a triples map for each.")
  /// A property that RML does not know.
  package static let unknownProperty = FindingRule(
    "rml.unknown-property", .violation, .input, title: "Unknown property",
    message: "{property} is no property of this {owner}. {hint}",
    remedy: "Use a property of RML, or one of another namespace for what is meant for people.")
  /// A term map that says nothing about its value.
  package static let noExpression = FindingRule(
    "rml.no-expression", .violation, .input, title: "Term map without a value",
    message: "This {owner} says neither constant, template, reference nor function.",
    remedy: "Add rml:reference, rml:template, rml:constant or rml:functionExecution.")
  /// A template that breaks the grammar.
  package static let template = FindingRule(
    "rml.template", .violation, .input, title: "Template is not well formed",
    message: "The template “{template}” {problem}.",
    remedy:
      "Write references in braces, as {id}; a brace or backslash that is text is written with a "
      + "backslash before it.")
  /// A term map of a kind that its place does not allow.
  package static let termType = FindingRule(
    "rml.term-type", .violation, .input, title: "Term type not allowed",
    message: "{found} cannot be the term type of this {owner}; allowed are {allowed}.",
    remedy: "Use one of {allowed}.")
  /// A constant whose kind contradicts its place.
  package static let constant = FindingRule(
    "rml.constant", .violation, .input, title: "Constant of the wrong kind",
    message: "The constant “{value}” of this {owner} is {found}; {allowed} is needed.",
    remedy: "Write {allowed}.")
  /// A text of which an IRI or a resource stands in its place.
  package static let notText = FindingRule(
    "rml.not-a-text", .violation, .input, title: "Text needed",
    message: "{property} is {found} here, “{value}”; a text is needed.",
    remedy: "Write the text in quotes.")
  /// A node that should be a triples map, view or target and is none.
  package static let unknownReference = FindingRule(
    "rml.unknown-resource", .violation, .input, title: "Resource not described",
    message: "{name} is used as a {kind}, and the document does not describe it as one. {hint}",
    remedy: "Describe it, or use the name of one that is described.")
  /// A reference formulation that is not known.
  package static let formulation = FindingRule(
    "rml.reference-formulation", .violation, .input, title: "Unknown reference formulation",
    message:
      "“{name}” is no reference formulation that is read; these are CSV, JSONPath and XPath.",
    remedy: "Use rml:CSV, rml:JSONPath or rml:XPath.")
  /// A value out of a fixed list that is not on it.
  package static let word = FindingRule(
    "rml.unknown-word", .violation, .input, title: "Unknown word",
    message: "“{value}” is none of the words for {part}: {allowed}.",
    remedy: "Use one of {allowed}.")
  /// A structure that goes round in a circle.
  package static let cycle = FindingRule(
    "rml.cycle", .violation, .input, title: "Definition refers to itself",
    message: "The {owner} {name} is defined by way of itself.",
    remedy: "Take out one of the references on the way.")
  /// A view or its field with the name of another.
  package static let fieldName = FindingRule(
    "rml.field-name", .violation, .input, title: "Two fields of one name",
    message: "The view {view} has two fields that are called “{name}”.",
    remedy: "Give one of them another rml:fieldName.")

  /// Parts that lie too deep inside each other.
  package static let tooNested = FindingRule(
    "rml.too-nested", .violation, .input, title: "Nested too deep",
    message: "The {owner} {name} lies inside of {limit} others; that is the limit.",
    remedy: "Take apart what is nested: a view for some of the levels, or one function for several."
  )
  /// A mapping of too many parts.
  package static let tooLarge = FindingRule(
    "rml.too-large", .violation, .input, title: "Mapping too large",
    message:
      "Up to here the mapping has more than {limit} parts, each counted as often as it is used.",
    remedy:
      "Split the mapping. If it is not long, look for parts that others use twice on every level.")

  /// Two properties that say the same thing in different ways, or contradict each other.
  package static let contradiction = FindingRule(
    "rml.contradiction", .violation, .input, title: "Two parts of which one is allowed",
    message: "The {owner} {name} has {first} and {second}; one of them is allowed.",
    remedy: "Keep one of them.")
  /// A dialect of CSV that is not read.
  package static let dialect = FindingRule(
    "rml.csv-dialect", .violation, .input, title: "Dialect of CSV not supported",
    message: "{property} “{value}” is not supported; what is read is {allowed}.",
    remedy: "Leave {property} out and write the file in that way.")

  /// A list that does not end in `rdf:nil`.
  package static let list = FindingRule(
    "rml.list", .violation, .input, title: "List without an end",
    message: "The {owner} {name} breaks off or goes round in a circle.",
    remedy: "Write the list in parentheses: ( … ).")

  /// Every rule of RML documents.
  package static let all: [FindingRule] = [
    noTriplesMap, missing, several, unknownProperty, noExpression, template, termType, constant,
    notText, unknownReference, formulation, word, cycle, fieldName, tooNested, tooLarge,
    contradiction, dialect, list,
  ]
}
