// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What the mapping engine can find.
package enum MappingRules {
  /// A mapping calls a function that the product does not have.
  package static let unknownFunction = FindingRule(
    "mapping.unknown-function", .violation, .input, title: "Unknown function",
    message: "The function <{function}> is not known. {hint}",
    remedy: "Use a function of Documentation/functions.md.")
  /// A call names a parameter that the function does not have.
  package static let unknownParameter = FindingRule(
    "mapping.unknown-parameter", .violation, .input, title: "Unknown parameter",
    message: "The function <{function}> has no parameter <{parameter}>. {hint}",
    remedy: "Use one of the parameters that Documentation/functions.md lists for the function.")
  /// A published function that is known and not offered.
  package static let refusedFunction = FindingRule(
    "mapping.refused-function", .violation, .input, title: "Function not offered",
    message: "The function <{function}> is not offered: {reason}.",
    remedy: "{instead}")
  /// A call asks for an output that the function does not have.
  package static let unknownOutput = FindingRule(
    "mapping.unknown-output", .violation, .input, title: "Unknown output",
    message: "The function <{function}> has no output <{output}>. {hint}",
    remedy: "Use one of the outputs that the function's page lists, or leave it out.")
  /// A call leaves out a parameter that the function needs.
  package static let missingParameter = FindingRule(
    "mapping.missing-parameter", .violation, .input, title: "Missing parameter",
    message: "The function <{function}> needs the parameter <{parameter}>.",
    remedy: "Add the parameter with a value.")
  /// A parameter that must be the same for all records is read from the record.
  package static let parameterNotConstant = FindingRule(
    "mapping.parameter-not-constant", .violation, .input, title: "Parameter must be constant",
    message: "The parameter <{parameter}> of <{function}> must be a constant.",
    remedy: "Write the value itself instead of a reference.")
  /// A constant argument that the function cannot work with.
  package static let invalidArgument = FindingRule(
    "mapping.invalid-argument", .violation, .input, title: "Argument out of range",
    message: "The parameter <{parameter}> of <{function}> cannot be “{value}”: {reason}.",
    remedy: "Write one of the values that the function's page allows.")
  /// A constant IRI that is not an absolute IRI.
  package static let invalidConstantIRI = FindingRule(
    "mapping.invalid-constant-iri", .violation, .input, title: "Constant is not an IRI",
    message: "“{value}” is not an absolute IRI.",
    remedy: "Write a full IRI or a prefixed name whose prefix is declared; or set a base.")
  /// A constant language tag that is not well formed.
  package static let invalidLanguage = FindingRule(
    "mapping.invalid-language", .violation, .input, title: "Language tag is not well formed",
    message: "“{value}” is not a language tag such as en or pt-BR.",
    remedy: "Write a tag of BCP 47.")
  /// A source that is no local file: a database, a query, a stream, an address.
  package static let unsupportedSource = FindingRule(
    "source.unsupported", .violation, .input, title: "Kind of source not supported",
    message: "A source of the kind “{kind}” is not supported; sources are local files.",
    remedy: "Export or download the data to a CSV, JSON or XML file and name its path.")
  /// A mapping refers to a mapping of another source without saying which records belong together.
  package static let joinWithoutCondition = FindingRule(
    "mapping.join-without-condition", .violation, .input, title: "Join without a condition",
    message:
      "“{mapping}” reads another source, and no condition says which records belong together.",
    remedy: "Add a condition with the function equal and the two keys.")
  /// A subject that is made of itself.
  package static let subjectCycle = FindingRule(
    "mapping.subject-cycle", .violation, .input, title: "Subject made of itself",
    message: "The subject of “{mapping}” gathers its own subjects, maybe by way of other mappings.",
    remedy: "Gather values of the record, or let the list be an object of the mapping.")
  /// Subjects of other mappings that hold subjects of others in turn, too many.
  package static let gatheredSubjects = FindingRule(
    "mapping.gathered-subjects", .violation, .input, title: "Too many subjects of other mappings",
    message:
      "Subjects that are taken from other mappings lie more than {depth} deep, or have more than "
      + "{limit} parts in all.",
    remedy: "Gather values of the record instead of subjects that gather others in turn.")
  /// A join index grew beyond its bound.
  package static let joinTooLarge = FindingRule(
    "mapping.join-too-large", .violation, .input, title: "Join is too large",
    message: "The index for the join with “{mapping}” grew beyond {limit} bytes.",
    remedy: "Split the source, or join on a key that fewer records share.")
  /// A join that would make far too much, as its first records show.
  package static let joinEstimate = FindingRule(
    "mapping.join-estimate", .violation, .input, title: "Join would make too much",
    message:
      "Going by its first {records} records, the join with “{mapping}” matches about {estimate} "
      + "times; the limit is {limit}.",
    remedy:
      "Look for a condition that is wrong or missing: the key of a join should name one record, as "
      + "an identifier does.")
  /// A record matches too many records of the other side of a join.
  package static let joinFanOut = FindingRule(
    "mapping.join-fan-out", .violation, .input, title: "Join matches too many records",
    message: "One record matches more than {limit} records of “{mapping}”.",
    remedy: "Add a condition to the join, so that its key names one record.")
  /// More combinations of repeated values than a record may make.
  package static let tooManyValues = FindingRule(
    "mapping.too-many-values", .violation, .data, title: "Too many combinations of values",
    message: "Repeated values of this record combine to more than {limit} terms; none was written.",
    remedy: "Split the mapping so that one template uses one repeated value.")
  /// Repeated values that grow too large when combined.
  package static let valuesTooLarge = FindingRule(
    "mapping.values-too-large", .violation, .data, title: "Combined values are too large",
    message:
      "What is made of this record's values takes more than {limit} bytes; that is the limit.",
    remedy: "Split the mapping so that one template or call uses one repeated value.")
  /// A value that was to be an IRI is not one.
  package static let invalidIRI = FindingRule(
    "mapping.invalid-iri", .violation, title: "Value is not an IRI",
    message: "“{value}” of {column} is not an absolute IRI; the value is left out.",
    remedy: "Correct the value, or insert it into a template such as https://…/$({column}).",
    groupedBy: ["column"])
  /// A value that was to be a language tag is not one.
  package static let invalidLanguageValue = FindingRule(
    "mapping.invalid-language-value", .violation, title: "Value is not a language tag",
    message:
      "“{value}” of {column} is not a language tag such as en or pt-BR; the value is left out.",
    remedy: "Correct the value, or declare what means “no value”.", groupedBy: ["column"])
  /// A reference that leads to an object or array of JSON.
  package static let structure = FindingRule(
    "mapping.structure", .violation, title: "Value is an object or array",
    message: "{column} holds a JSON object or array, which is no single value; it is left out.",
    remedy:
      "Let the reference go on to a value, as {column}.name, or to all members, as {column}[*].",
    groupedBy: ["column"])
  /// A value does not fit the datatype that the mapping gives it.
  package static let illTypedValue = FindingRule(
    "mapping.ill-typed-value", .violation, title: "Value does not fit its datatype",
    message: "“{value}” of {column} is not a valid {datatype}; the value is left out.",
    remedy: "Correct the value, convert it with a function, or declare what means “no value”.",
    groupedBy: ["column", "datatype"])
  /// A function cannot read a value.
  package static let unreadableValue = FindingRule(
    "mapping.unreadable-value", .violation, title: "Value cannot be read",
    message: "“{value}” of {column} is not {expected}; the value is left out.",
    remedy:
      "Correct the value. If many are written so, change the function or its pattern in the mapping; "
      + "if it means “no value”, list it under nullValues in the pipeline.",
    groupedBy: ["column", "expected"])
  /// A regular expression takes too many steps on a value.
  package static let tooManySteps = FindingRule(
    "mapping.pattern-steps", .violation, title: "Pattern takes too many steps",
    message:
      "The pattern “{pattern}” takes too many steps on “{value}” of {column}; the value is left out.",
    remedy:
      "Write the pattern without nested repetitions such as (a+)+, or with possessive ones: (a++)+.",
    groupedBy: ["column", "pattern"])
  /// A local value has no concept in the term mapping.
  package static let unmappedTerm = FindingRule(
    "terms.unmapped-value", .warning, title: "Value without a concept",
    message: "“{value}” of {column} has no concept in the list “{list}”; the value is left out.",
    remedy:
      "Add a row to the term mapping (SSSOM) that names the concept, or sssom:NoTermFound if there is "
      + "none.",
    groupedBy: ["column", "list"])
  /// A local value has several concepts in the term mapping.
  package static let ambiguousTerm = FindingRule(
    "terms.ambiguous-value", .violation, title: "Value with several concepts",
    message:
      "“{value}” of {column} stands for several concepts in the list “{list}”: {candidates}.",
    remedy: "Keep one row for the value in the term mapping (SSSOM).",
    groupedBy: ["column", "list"])
  /// A record gives no subject, so none of its statements can be made.
  package static let noSubject = FindingRule(
    "mapping.no-subject", .violation, title: "Record without an identifier",
    message:
      "“{mapping}” cannot name its subject, since {column} is empty; nothing was made of the record.",
    remedy: "Fill {column}, or give the mapping a condition that leaves such records out.",
    groupedBy: ["mapping"])
  /// A record that mappings take and that gives no statement, with nothing else to say why.
  package static let nothingMade = FindingRule(
    "mapping.nothing-made", .warning, title: "Record without a value",
    message:
      "Nothing was made of the record: what the mapping reads in it is empty or matches nothing.",
    remedy:
      "Fill its cells or remove it, or give the mapping a condition that leaves such records out.")
  /// A reference that never found anything in a whole source.
  package static let unusedReference = FindingRule(
    "mapping.reference-never-found", .warning, title: "Reference never found",
    message: "No record of {file} has “{reference}”.",
    remedy: "Check the path's spelling; if the value is optional, nothing is to be done.",
    groupedBy: ["reference"])

  /// A field that holds records in a way that cannot be read.
  package static let iterableField = FindingRule(
    "mapping.iterable-field", .violation, .input, title: "Records of a field cannot be read",
    message:
      "The records inside of the field “{field}” cannot be read; JSON in JSON, and JSON, XML or "
      + "CSV in the text of a field can be.",
    remedy: "Put a field with rml:reference around it, which holds the text, or change the source.")
  /// A name that a view does not have.
  package static let unknownField = FindingRule(
    "mapping.unknown-field", .violation, .input, title: "Unknown field",
    message: "“{field}” is no field with values of the view {view}. {hint}",
    remedy: "Use the full name of a field, as item.type, or of an index, as item.#.")
  /// A record that gives too many rows of a view.
  package static let tooManyRows = FindingRule(
    "mapping.too-many-rows", .violation, .data, title: "Too many rows of one record",
    message: "The fields of this record combine to more than {limit} rows; none was made.",
    remedy: "Use a view for each group of fields that belong together.")
  /// The rows of a joined view that are too large.
  package static let viewJoinTooLarge = FindingRule(
    "mapping.view-join-too-large", .violation, .input, title: "Joined view is too large",
    message: "The rows of the joined view take more than {limit} bytes.",
    remedy: "Take fewer fields from it, or join triples maps instead.")
  /// Lists and containers with a name that grow too large.
  package static let gatheredTooLarge = FindingRule(
    "mapping.gathered-too-large", .violation, .input, title: "Gathered lists are too large",
    message: "The lists and containers that several records add to take more than {limit} bytes.",
    remedy: "Gather within a record, without a template for the head, or split the source.")
  /// More targets than a run can keep open.
  package static let tooManyTargets = FindingRule(
    "mapping.too-many-targets", .violation, .input, title: "Too many targets",
    message: "A mapping may have {limit} targets.",
    remedy: "Write several mappings, or let statements share a target.")
  /// A target whose path is made of data.
  package static let targetFromData = FindingRule(
    "mapping.target-from-data", .violation, .input, title: "Target named by data",
    message:
      "The path of the target “{target}” is made of values; a path must be the same for all records.",
    remedy: "Write the path itself, or a mapping for each file.")
  /// A syntax that no target can be written in.
  package static let targetSyntax = FindingRule(
    "mapping.target-syntax", .violation, .input, title: "Unknown syntax of a target",
    message: "“{syntax}” is no syntax that is written; these are {allowed}.",
    remedy: "Use one of {allowed}.")
  /// Every rule of this module.
  package static let all: [FindingRule] = [
    unknownFunction, refusedFunction, unknownOutput, unknownParameter, missingParameter,
    parameterNotConstant, invalidArgument,
    invalidConstantIRI, invalidLanguage, unsupportedSource, joinWithoutCondition, subjectCycle,
    gatheredSubjects,
    joinTooLarge, joinEstimate, joinFanOut, tooManyValues, valuesTooLarge, invalidIRI,
    invalidLanguageValue,
    structure, illTypedValue, unreadableValue, tooManySteps, unmappedTerm, ambiguousTerm, noSubject,
    nothingMade, unusedReference, iterableField, unknownField, tooManyRows, viewJoinTooLarge,
    gatheredTooLarge, tooManyTargets, targetFromData, targetSyntax,
  ]
}
