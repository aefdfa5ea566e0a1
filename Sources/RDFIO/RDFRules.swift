// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What can be wrong with an RDF document, or with data that are to be written as one.
package enum RDFRules {
  /// The grammar asks for something else.
  package static let syntax = FindingRule(
    "rdf.syntax", .violation, .input, title: "RDF syntax error",
    message: "Found {found} where {expected} is expected.",
    remedy: "Correct the document at this place.", groupedBy: ["expected"])
  /// Bytes that are not UTF-8.
  package static let notUTF8 = FindingRule(
    "rdf.not-utf8", .violation, .input, title: "Not UTF-8",
    message: "The document is not UTF-8 text from this place on; RDF is read as UTF-8 only.",
    remedy: "Save the file in UTF-8.")
  /// A prefix nobody declared.
  package static let unknownPrefix = FindingRule(
    "rdf.unknown-prefix", .violation, .input, title: "Undeclared prefix",
    message: "The prefix “{prefix}:” is used but not declared before.",
    remedy: "{suggestion}Declare it above with @prefix {prefix}: <…> .", groupedBy: ["prefix"])
  /// Characters that no IRI may hold, or no proper scheme.
  package static let badIRI = FindingRule(
    "rdf.bad-iri", .violation, .input, title: "Invalid IRI",
    message: "This is not a valid IRI: {problem}.",
    remedy: "Correct the IRI; percent-encode characters that IRIs cannot hold.",
    groupedBy: ["problem"])
  /// A relative IRI and nothing to resolve it against.
  package static let relativeIRI = FindingRule(
    "rdf.relative-iri", .violation, .input, title: "Relative IRI without a base",
    message: "This IRI is relative, and {reason}.",
    remedy: "Write the IRI in full, or name a base where the format has one.",
    groupedBy: ["reason"])
  /// A base that is not an absolute IRI.
  package static let badBase = FindingRule(
    "rdf.bad-base", .violation, .usage, title: "Invalid base IRI",
    message: "The base “{base}” is not an absolute IRI such as https://example.org/data/.",
    remedy: "Give an absolute IRI as the base.")
  /// A backslash before something that cannot be escaped, or a code point that does not exist.
  package static let badEscape = FindingRule(
    "rdf.bad-escape", .violation, .input, title: "Invalid escape",
    message: "The escape that begins here is not valid: {problem}.",
    remedy: "Write the character itself, or \\uXXXX or \\UXXXXXXXX with its code point.",
    groupedBy: ["problem"])
  /// Too many open brackets.
  package static let tooDeep = FindingRule(
    "rdf.too-deep", .violation, .input, title: "Nested too deeply",
    message: "{what} are nested more than {limit} deep here.",
    remedy: "Give inner nodes a label and describe them in statements of their own.")
  /// A term or document beyond its limit.
  package static let tooLong = FindingRule(
    "rdf.too-long", .violation, .input, title: "Longer than allowed",
    message: "{what} is longer than the limit of {limit} bytes.",
    remedy: "Shorten it, or keep large content in a file that the data refer to.",
    groupedBy: ["what"])
  /// A format name that means nothing.
  package static let unknownFormat = FindingRule(
    "rdf.unknown-format", .violation, .usage, title: "Unknown RDF format",
    message: "“{name}” is not an RDF format; known are {allowed}.",
    remedy: "{suggestion}Name one of the known formats.")
  /// A file name that does not tell its format.
  package static let formatNotGiven = FindingRule(
    "rdf.format-not-given", .violation, .usage, title: "Format not known from the file name",
    message: "The file's extension does not tell which RDF format it has.",
    remedy: "Name the format, or use one of the extensions .nt .nq .ttl .trig .jsonld .rdf.")
  /// What JSON-LD does not allow.
  package static let jsonLD = FindingRule(
    "rdf.json-ld", .violation, .input, title: "JSON-LD error",
    message: "The document is not valid JSON-LD ({code}): {problem}.",
    remedy: "Correct the document at this place.", groupedBy: ["code"])
  /// A context that stands elsewhere.
  package static let remoteContext = FindingRule(
    "rdf.remote-context", .violation, .input, title: "Context not at hand",
    message:
      "The document refers to the context “{iri}”, which Fairway does not bring and does not fetch.",
    remedy: "Put the content of that context into the document, in place of its IRI{allowed}.",
    groupedBy: ["iri"])
  /// A key twice in one object.
  package static let duplicateKey = FindingRule(
    "rdf.duplicate-key", .violation, .input, title: "Key twice in one object",
    message: "This key stands twice in its object; readers disagree on which one counts.",
    remedy: "Keep one of the two, or put both values into one list.")
  /// More of something than a document may have.
  package static let tooMany = FindingRule(
    "rdf.too-many", .violation, .input, title: "More than allowed",
    message: "The document has more than {limit} {what}.",
    remedy: "Split the document, or use fewer and smaller contexts.", groupedBy: ["what"])
  /// A file that cannot be opened or read.
  package static let unreadable = FindingRule(
    "rdf.unreadable", .violation, .input, title: "File cannot be read",
    message: "The file cannot be read: {reason}.",
    remedy: "Check the path and the permissions of the file.")
  /// A document type declaration.
  package static let doctype = FindingRule(
    "rdf.doctype", .violation, .input, title: "DOCTYPE refused",
    message: "The document has a DOCTYPE; XML with entities of its own is not read.",
    remedy: "Remove the DOCTYPE and write the full IRIs instead of entities.")
  /// An XML declaration that names another encoding.
  package static let xmlEncoding = FindingRule(
    "rdf.xml-encoding", .violation, .input, title: "Encoding refused",
    message: "The XML declaration names the encoding “{encoding}”; only UTF-8 is read.",
    remedy: "Convert the file to UTF-8 and correct its XML declaration.")
  /// What the RDF/XML parser reports.
  package static let xmlSyntax = FindingRule(
    "rdf.xml-syntax", .violation, .input, title: "RDF/XML error",
    message: "The document is not valid RDF/XML: {problem}.",
    remedy: "Correct the document at this place.", groupedBy: ["problem"])
  /// The C libraries did not start.
  package static let parserUnavailable = FindingRule(
    "rdf.parser-unavailable", .violation, .environment, title: "RDF/XML parser unavailable",
    message: "The RDF/XML parser could not be started.",
    remedy: "Check that libraptor2 is installed, that /proc is there and that memory is free.")
  /// The process that reads RDF/XML died, was stopped, or gave what it must not.
  package static let workerFailed = FindingRule(
    "rdf.worker-failed", .violation, .input, title: "RDF/XML parser failed",
    message:
      "The RDF/XML parser, a process of its own, {problem}; it may take {seconds} s and {memory} MiB.",
    remedy: "Convert the file to Turtle with another tool, or split it into smaller files.",
    groupedBy: ["problem"])
  /// Named graphs into a format without them.
  package static let namedGraph = FindingRule(
    "rdf.named-graph", .violation, .input, title: "Named graphs cannot be written",
    message: "The data hold named graphs, and {format} has room for one graph only.",
    remedy: "Write nquads, trig or jsonld.")
  /// A statement that RDF does not allow.
  package static let badStatement = FindingRule(
    "rdf.bad-statement", .violation, .input, title: "Statement cannot be written",
    message: "A statement cannot be written, since {problem}: {value}.",
    remedy: "Correct what makes this statement.", groupedBy: ["problem"])
  /// A predicate that has no element name.
  package static let predicateName = FindingRule(
    "rdf.predicate-name", .violation, .input, title: "Predicate has no XML name",
    message: "RDF/XML cannot name the predicate {predicate}: {problem}.",
    remedy: "Write another format, or use a predicate that ends in an XML name.")
  /// A character that XML cannot hold.
  package static let xmlCharacter = FindingRule(
    "rdf.xml-character", .violation, .input, title: "Character cannot be written in XML",
    message: "A value of {predicate} holds the character {character}, which XML cannot hold.",
    remedy: "Remove the character from the value, or write another format.",
    groupedBy: ["predicate"])

  /// Blank nodes that canonicalization would take too long to tell apart.
  package static let tooAlike = FindingRule(
    "rdf.too-alike", .violation, .input, title: "Blank nodes too much alike",
    message:
      "The blank nodes are linked so much alike that naming them takes more than {limit} {what}.",
    remedy: "Give the nodes IRIs or values that differ, or write the data without --canonical.",
    groupedBy: ["what"])

  /// Every rule of this module.
  package static let all = [
    syntax, notUTF8, unknownPrefix, badIRI, relativeIRI, badBase, badEscape, tooDeep, tooLong,
    unknownFormat, formatNotGiven, jsonLD, remoteContext, duplicateKey, tooMany, unreadable,
    doctype, xmlEncoding, xmlSyntax,
    parserUnavailable, workerFailed, namedGraph, badStatement, predicateName, xmlCharacter,
    tooAlike,
  ]
}
