// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What can be wrong with a YARRRML document, beside what ``YAMLRules`` names.
package enum YARRRMLRules {
  /// A feature of the specification that this version does not have.
  package static let notSupportedYet = FindingRule(
    "yarrrml.not-supported-yet", .violation, .input, title: "Not supported in this version",
    message: "{feature} in {context} is not supported in this version.",
    remedy: "{hint}")

  /// A prefix that is declared nowhere.
  package static let unknownPrefix = FindingRule(
    "yarrrml.unknown-prefix", .violation, .input, title: "Unknown prefix",
    message: "The prefix “{prefix}” is not declared. {hint}",
    remedy: "Declare it under “prefixes”. If the colon is text, write “\\:”.")

  /// A reference to a mapping that does not exist.
  package static let unknownMapping = FindingRule(
    "yarrrml.unknown-mapping", .violation, .input, title: "Unknown mapping",
    message: "There is no mapping “{name}” in this document. {hint}",
    remedy: "Write the name of a mapping as it stands under “mappings”.")

  /// A reference to a source that does not exist.
  package static let unknownSource = FindingRule(
    "yarrrml.unknown-source", .violation, .input, title: "Unknown source",
    message: "There is no source “{name}” in this document. {hint}",
    remedy: "Write the name of a source as it stands under “sources”, or [path~csv].")

  /// A reference formulation that is not known.
  package static let unknownFormulation = FindingRule(
    "yarrrml.unknown-formulation", .violation, .input, title: "Unknown reference formulation",
    message: "“{name}” is not a reference formulation. {hint}",
    remedy: "Write csv, jsonpath or xpath.")

  /// A short source without a formulation.
  package static let missingFormulation = FindingRule(
    "yarrrml.missing-formulation", .violation, .input, title: "Reference formulation missing",
    message: "“{text}” does not say how the file is read; a short source is [path~formulation, "
      + "iterator].",
    remedy: "Append ~csv, ~jsonpath or ~xpath to the path.")

  /// A list that is no short source.
  package static let sourceShape = FindingRule(
    "yarrrml.source-shape", .violation, .input, title: "Not a source",
    message: "A short source has one or two texts, [path~formulation, iterator]; here are {found}.",
    remedy: "Write [path~csv], or [path~jsonpath, iterator].")

  /// A source that is not CSV and has no iterator.
  package static let missingIterator = FindingRule(
    "yarrrml.missing-iterator", .violation, .input, title: "Iterator missing",
    message: "A source read by {formulation} needs an iterator, which says where its records are.",
    remedy: "Add an iterator, as in [file.json~jsonpath, $.patients[*]].")

  /// A CSV source with an iterator.
  package static let iteratorIgnored = FindingRule(
    "yarrrml.iterator-ignored", .warning, .input, title: "Iterator ignored",
    message: "The iterator “{iterator}” has no effect; every row of a CSV source is a record.",
    remedy: "Remove the iterator.")

  /// A delimiter that cannot separate fields.
  package static let delimiter = FindingRule(
    "yarrrml.delimiter", .violation, .input, title: "Delimiter cannot be used",
    message:
      "“{delimiter}” cannot separate fields; a delimiter is one ASCII character other than a "
      + "quote or a line break, and CSV sources only have one.",
    remedy: "Write one character in quotes, as \";\" or \"\\t\".")

  /// A namespace or base that is no absolute IRI.
  package static let notAbsolute = FindingRule(
    "yarrrml.not-absolute", .violation, .input, title: "Not an absolute IRI",
    message: "“{iri}” is not an absolute IRI, which {context} has to be.",
    remedy: "Write the whole IRI, beginning with its scheme, as https://example.org/.")

  /// A reference that is never closed.
  package static let unterminatedReference = FindingRule(
    "yarrrml.unterminated-reference", .violation, .input, title: "Reference never closed",
    message: "The reference that opens with “$(” here is never closed with “)”.",
    remedy: "Close it. A parenthesis inside a reference is written “\\(” or “\\)”, and text that "
      + "should begin with “$(” is written “\\$(”.")

  /// A reference without a name.
  package static let emptyReference = FindingRule(
    "yarrrml.empty-reference", .violation, .input, title: "Empty reference",
    message: "“$()” names no column or path.",
    remedy: "Write the column or path between the parentheses.")

  /// A character that no IRI may have.
  package static let iriCharacter = FindingRule(
    "yarrrml.iri-character", .violation, .input, title: "Character not allowed in an IRI",
    message: "An IRI cannot have {character}.",
    remedy: "Percent-encode the character. A column is written $(name), not {name}.")

  /// A name that becomes a relative IRI.
  package static let relativeIRI = FindingRule(
    "yarrrml.relative-iri", .warning, .input, title: "Relative IRI",
    message: "“{text}” has no prefix, so it becomes an IRI relative to the base.",
    remedy: "Write it with a prefix, as schema:{text}, or as a whole IRI.")

  /// A literal that looks like an IRI.
  package static let literalLooksLikeIRI = FindingRule(
    "yarrrml.literal-looks-like-iri", .warning, .input, title: "Literal that looks like an IRI",
    message: "The object “{text}” becomes a literal, though it is written like an IRI.",
    remedy: "Append ~iri to make it an IRI, or write “\\:” if it is meant as text.")

  /// A term that says nothing.
  package static let emptyTerm = FindingRule(
    "yarrrml.empty-term", .violation, .input, title: "Nothing written",
    message: "{context} is empty here.",
    remedy: "Write an IRI, a text, or a template with $(references).")

  /// A short predicate-object with too few or too many parts.
  package static let predicateObjectShape = FindingRule(
    "yarrrml.predicate-object-shape", .violation, .input, title: "Not a predicate and object",
    message: "A short predicate-object is [predicate, object] or [predicate, object, datatype or "
      + "language]; here are {found}.",
    remedy: "Write two or three members, or the long form with the keys p and o.")

  /// An object list with too many parts.
  package static let objectShape = FindingRule(
    "yarrrml.object-shape", .violation, .input, title: "Not an object",
    message: "A short object is [value] or [value, datatype or language]; here are {found}.",
    remedy: "Write one or two texts, or the long form with the key value.")

  /// None or several of the keys that exclude each other.
  package static let oneOf = FindingRule(
    "yarrrml.one-of", .violation, .input, title: "One key of several expected",
    message: "Exactly one of {choices} is expected in {context}; found: {found}.",
    remedy: "Keep one of {choices}.")

  /// A datatype beside a language.
  package static let datatypeAndLanguage = FindingRule(
    "yarrrml.datatype-and-language", .violation, .input, title: "Datatype and language together",
    message: "An object has a datatype or a language, not both.",
    remedy: "Remove one of the two; a text with a language has the datatype rdf:langString.")

  /// A datatype or language on something that is no literal.
  package static let notLiteral = FindingRule(
    "yarrrml.not-a-literal", .violation, .input, title: "Datatype or language without a literal",
    message: "A datatype or language belongs to a literal; this object is {kind}.",
    remedy: "Remove the datatype or language, or make the object a literal.")

  /// A language tag that breaks the grammar.
  package static let languageTag = FindingRule(
    "yarrrml.language-tag", .violation, .input, title: "Not a language tag",
    message: "“{tag}” is not a language tag such as en or pt-BR.",
    remedy: "Write a tag of BCP 47: letters, then parts of letters and digits joined by “-”.")

  /// A one-line function that breaks the grammar.
  package static let functionSyntax = FindingRule(
    "yarrrml.function-syntax", .violation, .input, title: "Not a function call",
    message: "The function call is not complete here: {problem}.",
    remedy: "Write name(parameter = value, …). Text with a comma or parenthesis goes into quotes.")

  /// A function or parameter whose name is no constant IRI.
  package static let functionName = FindingRule(
    "yarrrml.function-name", .violation, .input, title: "Not the name of a function",
    message: "“{name}” is not the name of a function; a function is named with a prefix, as "
      + "grel:toUpperCase.",
    remedy: "Write prefix and name, without $(references).")

  /// A parameter that is no pair of name and value.
  package static let parameterShape = FindingRule(
    "yarrrml.parameter-shape", .violation, .input, title: "Not a parameter",
    message: "A parameter is [name, value] or [name, value, s or o]; here are {found}.",
    remedy: "Write the name of the parameter and one value.")

  /// A join by something else than equality.
  package static let joinCondition = FindingRule(
    "yarrrml.join-condition", .violation, .input, title: "Not a join condition",
    message: "Mappings are linked where values are equal; “{function}” is not “equal” or a "
      + "“grel:boolean_and” of such.",
    remedy: "Write function: equal with [str1, $(this record), s] and [str2, $(other record), o].")

  /// A join whose two values are not one of each side.
  package static let joinSides = FindingRule(
    "yarrrml.join-sides", .violation, .input, title: "Join without two sides",
    message: "A join compares one value of this record (s) with one of the other mapping (o).",
    remedy: "Write [str1, $(this record), s] and [str2, $(other record), o].")

  /// A value of the other record where there is no other record.
  package static let noOtherRecord = FindingRule(
    "yarrrml.no-other-record", .violation, .input, title: "There is no other record",
    message: "“o” takes a value from another mapping's record, which only a condition beside "
      + "“mapping” has.",
    remedy: "Remove the “o”.")

  /// Authors are read and not used.
  package static let authorsIgnored = FindingRule(
    "yarrrml.authors-ignored", .note, .input, title: "Authors not used",
    message: "The authors of a mapping do not enter the output.",
    remedy: "Name the people behind a data set in its dataset file.")

  /// A source that no mapping uses.
  package static let unusedSource = FindingRule(
    "yarrrml.unused-source", .warning, .input, title: "Source not used",
    message: "No mapping reads the source “{name}”.",
    remedy: "Remove it, or name it under “sources” of a mapping.")

  /// A reference to a target that does not exist.
  package static let unknownTarget = FindingRule(
    "yarrrml.unknown-target", .violation, .input, title: "Unknown target",
    message: "There is no target “{name}” in this document. {hint}",
    remedy: "Write the name of a target as it stands under “targets”, or [path~localfile, turtle].")

  /// A list that is no short target.
  package static let targetShape = FindingRule(
    "yarrrml.target-shape", .violation, .input, title: "Not a target",
    message: "A short target has one to three texts, [path~type, serialization, compression]; here "
      + "are {found}.",
    remedy: "Write [path~localfile], or [path~localfile, turtle, gzip].")

  /// A target that no term names.
  package static let unusedTarget = FindingRule(
    "yarrrml.unused-target", .warning, .input, title: "Target not used",
    message: "No term goes to the target “{name}”.",
    remedy: "Remove it, or name it under “targets” of a subject, predicate, object or graph.")

  /// Targets beside a link to another mapping.
  package static let targetOnLink = FindingRule(
    "yarrrml.target-on-link", .violation, .input, title: "Target of a link",
    message: "An object that is the subject of another mapping has no targets of its own.",
    remedy: "Give the targets to the predicate.")

  /// An inverse predicate whose object is a literal.
  package static let inverseLiteral = FindingRule(
    "yarrrml.inverse-literal", .violation, .input, title: "Inverse predicate of a literal",
    message: "An inverse predicate makes the object a subject, and a literal cannot be one.",
    remedy: "Append ~iri to the object, or remove the inverse predicate.")

  /// An inverse predicate across a join that depends on the record on this side.
  package static let inverseJoin = FindingRule(
    "yarrrml.inverse-join", .violation, .input, title: "Inverse predicate that cannot be turned",
    message: "An inverse predicate across a join cannot have a condition of its own or graphs with "
      + "$(references).",
    remedy: "Write the statement as a predicate-object of the other mapping.")

  /// An inverse predicate to a mapping without a subject.
  package static let inverseBlank = FindingRule(
    "yarrrml.inverse-blank", .violation, .input, title: "Inverse predicate of a blank node",
    message: "The mapping “{name}” has no subject, so no other mapping can say something about it.",
    remedy: "Give “{name}” a subject, or write the statement as one of its predicate-objects.")

  /// An external value that the document does not use.
  package static let unusedExternal = FindingRule(
    "yarrrml.unused-external", .warning, .input, title: "External value not used",
    message: "“$(_{name})” stands nowhere in the document.",
    remedy: "Check the spelling of the name, or remove it.")

  /// A reference that looks like an external value and has none.
  package static let externalWithoutValue = FindingRule(
    "yarrrml.external-without-value", .warning, .input, title: "No external value of the name",
    message: "“$(_{name})” has no external value, so it names the column or path “_{name}”. {hint}",
    remedy: "Declare it under “external” or give --external {name}=VALUE. If it is a column, write "
      + "“$(\\_{name})”.")

  /// A name that two files of one mapping give to something.
  package static let nameTwice = FindingRule(
    "yarrrml.name-twice", .violation, .input, title: "Name in two files",
    message: "“{name}” stands in {first} already; a name stands once in all files of a mapping.",
    remedy: "Rename or remove one of the two.")

  /// A mapping without a subject.
  package static let blankSubject = FindingRule(
    "yarrrml.blank-subject", .note, .input, title: "Mapping without a subject",
    message: "The mapping has no subject, so every record has a blank node of its own.",
    remedy:
      "Write “subjects: null” to say that it is meant, or a template such as ex:patient/$(id).")

  /// A mapping that makes nothing.
  package static let noStatements = FindingRule(
    "yarrrml.no-statements", .warning, .input, title: "Mapping without statements",
    message: "The mapping “{name}” has no predicate-objects, so it makes no statements.",
    remedy: "Add predicate-objects, unless it only lends its subjects to other mappings.")

  /// All rules of YARRRML documents.
  package static let all: [FindingRule] = [
    notSupportedYet, unknownPrefix, unknownMapping, unknownSource, unknownFormulation,
    missingFormulation, sourceShape, missingIterator, iteratorIgnored, delimiter, notAbsolute,
    unterminatedReference, emptyReference, iriCharacter, relativeIRI, literalLooksLikeIRI,
    emptyTerm, predicateObjectShape, objectShape, oneOf, datatypeAndLanguage, notLiteral,
    languageTag, functionSyntax, functionName, parameterShape, joinCondition, joinSides,
    noOtherRecord, authorsIgnored, unusedSource, unknownTarget, targetShape, unusedTarget,
    targetOnLink, inverseLiteral, inverseJoin, inverseBlank, unusedExternal, externalWithoutValue,
    blankSubject,
    nameTwice,
    noStatements,
  ]
}
