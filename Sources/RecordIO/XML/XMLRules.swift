// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What can be wrong with an XML file or with a path into it.
package enum XMLRules {
  /// A path has something that cannot be answered.
  package static let pathUnsupported = FindingRule(
    "xml.path-unsupported", .violation, .input, title: "Unsupported XML path",
    message:
      "The path “{path}” has {part} at column {column}, which cannot be evaluated; XPath 1.0 without variables, namespace nodes, comments and id() can.",
    remedy: "Write the path in XPath 1.0, or choose among the records with a condition.")

  /// A path does not follow the syntax.
  package static let pathMalformed = FindingRule(
    "xml.path-malformed", .violation, .input, title: "Malformed XML path",
    message: "The path “{path}” breaks at column {column}: {expected} is expected there.",
    remedy: "Write an iterator as /patients/patient and a reference as name/given or @id.")

  /// A path takes too long on one record.
  package static let queryTooLong = FindingRule(
    "xml.query-too-long", .violation, .input, title: "XML path takes too many steps",
    message: "The path “{path}” takes more than {limit} steps on one record.",
    remedy: "Name elements instead of looking for them everywhere.")

  /// A path needs the whole document, which is too large.
  package static let documentTooLarge = FindingRule(
    "xml.document-too-large", .violation, .input, title: "XML document too large for a path",
    message:
      "The path “{path}” may lead anywhere in the document, which is larger than the {limit} bytes that are kept in memory for such a path.",
    remedy:
      "Let the iterator name the elements from the root down (/patients/patient), and let references stay within the record."
  )

  /// A path needs more nodes in memory than are kept.
  package static let tooManyNodes = FindingRule(
    "xml.too-many-nodes", .violation, .input, title: "XML with too many nodes for a path",
    message:
      "The path “{path}” needs the {what} in memory, which on line {line} has more than {limit} elements, attributes and texts.",
    remedy:
      "Let the iterator name the elements from the root down to the single records (/patients/patient), and let references stay within the record."
  )

  /// A path uses a prefix that the mapping does not bind.
  package static let unboundPrefix = FindingRule(
    "xml.unbound-prefix", .violation, .input, title: "Prefix without a namespace",
    message: "The path “{path}” uses the prefix “{prefix}” at column {column}, which is not bound.",
    remedy: "Bind the prefix to the namespace of the file in the mapping. {hint}")

  /// The file has a document type declaration.
  package static let doctype = FindingRule(
    "xml.doctype", .violation, .input, title: "XML file with DOCTYPE",
    message:
      "The file has a <!DOCTYPE> on line {line}; it could draw in other files and is never read.",
    remedy: "Remove the declaration, and write out the entities that it defines.")

  /// The file has no element.
  package static let empty = FindingRule(
    "xml.empty", .violation, .input, title: "Empty XML file",
    message: "The file is empty; an XML file holds one element at least.",
    remedy: "Check that the export finished.")

  /// The file ends inside an element.
  package static let endedEarly = FindingRule(
    "xml.ended-early", .violation, .input, title: "XML file ends early",
    message: "The file ends on line {line} before {what} is complete.",
    remedy: "Copy or export the file again; what is there is only its beginning.")

  /// The file is not well-formed.
  package static let notWellFormed = FindingRule(
    "xml.not-well-formed", .violation, .input, title: "XML file is not well-formed",
    message: "On line {line} there is {reason}.",
    remedy: "Correct the file there, or have the program that wrote it write well-formed XML.")

  /// The encoding that the file declares is not known.
  package static let unknownEncoding = FindingRule(
    "xml.unknown-encoding", .violation, .input, title: "Unknown encoding of an XML file",
    message: "The file declares the encoding “{encoding}”, which is not known.",
    remedy: "Correct the declaration on the first line, or convert the file to UTF-8.")

  /// Elements are nested too deep.
  package static let tooDeep = FindingRule(
    "xml.too-deep", .violation, .input, title: "XML nested too deep",
    message: "Line {line} opens an element deeper than the limit of {limit}.",
    remedy: "Check the program that wrote the file; metadata have no such depth.")

  /// A text is too long.
  package static let textTooLong = FindingRule(
    "xml.text-too-long", .violation, .input, title: "XML text too long",
    message:
      "The text or markup on or before line {line} is longer than the limit of {limit} bytes.",
    remedy: "Keep images and other bulk data out of the metadata file.")

  /// A record is too large.
  package static let recordTooLarge = FindingRule(
    "xml.record-too-large", .violation, .input, title: "XML record too large",
    message: "The record that begins on line {line} is larger than the limit of {limit} bytes.",
    remedy: "Let the iterator name the single records, not the element around them.")

  /// Every rule of this file.
  package static let all = [
    pathUnsupported, pathMalformed, queryTooLong, documentTooLarge, tooManyNodes, unboundPrefix,
    doctype, empty, endedEarly, notWellFormed, unknownEncoding, tooDeep, textTooLong,
    recordTooLarge,
  ]
}
