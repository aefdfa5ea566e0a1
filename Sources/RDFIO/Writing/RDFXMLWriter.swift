// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Writes RDF/XML, an `rdf:Description` per subject.
///
/// - Source: RDF 1.1 XML Syntax §7.
struct RDFXMLWriter {
  private let statements: SortedStatements
  private var names: XMLNames
  private let nodeIDs: [Int: String]
  private var body: [UInt8] = []

  /// Takes what is to be written.
  init(_ statements: SortedStatements, _ prefixes: [(prefix: String, namespace: String)]) {
    self.statements = statements
    names = XMLNames(prefixes)
    nodeIDs = Self.nodeIDs(statements.terms)
  }

  /// The whole document.
  ///
  /// - Throws: `rdf.predicate-name`, `rdf.xml-character`.
  mutating func document() throws(DiagnosedError) -> [UInt8] {
    let rows = statements.rows
    for index in rows.indices {
      if index == 0 || rows[index].subject != rows[index - 1].subject {
        if index > 0 { append("  </rdf:Description>\n") }
        append("  <rdf:Description")
        appendReference(rows[index].subject, "rdf:about")
        append(">\n")
      }
      try writeProperty(rows[index])
    }
    if !rows.isEmpty { append("  </rdf:Description>\n") }
    var head = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF".utf8)
    for (prefix, namespace) in names.declarations {
      head.append(contentsOf: "\n    xmlns:\(prefix)=\"".utf8)
      XMLText.append(namespace, inAttribute: true, to: &head)
      head.append(UInt8(ascii: "\""))
    }
    head.append(contentsOf: ">\n".utf8)
    return head + body + Array("</rdf:RDF>\n".utf8)
  }

  private mutating func writeProperty(_ row: SortedStatements.Row) throws(DiagnosedError) {
    let predicate = statements.terms[row.predicate].value
    let name = try names.name(of: predicate)
    let object = statements.terms[row.object]
    append("    <")
    append(name)
    guard object.isLiteral else {
      appendReference(row.object, "rdf:resource")
      append("/>\n")
      return
    }
    if !object.language.isEmpty {
      appendAttribute("xml:lang", object.language)
    } else if object.datatype != XSD.string {
      appendAttribute("rdf:datatype", object.datatype)
    }
    append(">")
    if let bad = XMLText.firstForbidden(object.value) {
      throw DiagnosedError(
        RDFRules.xmlCharacter, at: nil,
        [
          .plain("predicate", predicate),
          .plain("character", DocumentScanner.codePoint(bad)),
        ])
    }
    XMLText.append(object.value, inAttribute: false, to: &body)
    append("</")
    append(name)
    append(">\n")
  }

  private mutating func appendReference(_ rank: Int, _ attribute: String) {
    let term = statements.terms[rank]
    if let id = nodeIDs[rank] {
      appendAttribute("rdf:nodeID", id)
    } else {
      appendAttribute(attribute, term.value)
    }
  }

  private mutating func appendAttribute(_ name: String, _ value: String) {
    append(" \(name)=\"")
    XMLText.append(value, inAttribute: true, to: &body)
    append("\"")
  }

  private mutating func append(_ text: String) { body.append(contentsOf: text.utf8) }

  /// Labels of blank nodes as XML names: as they are, or numbered where they are not names.
  private static func nodeIDs(_ terms: [Term]) -> [Int: String] {
    let nodes = terms.indices.filter { terms[$0].isBlankNode }
    let taken = Set(nodes.map { terms[$0].value })
    var number = 0
    var ids: [Int: String] = [:]
    for rank in nodes {
      var id = terms[rank].value
      if !XMLNames.isName(id) {
        repeat {
          number += 1
          id = "n\(number)"
        } while taken.contains(id)
      }
      ids[rank] = id
    }
    return ids
  }
}

/// Text in XML 1.0.
enum XMLText {
  /// Appends text with what XML would read otherwise escaped.
  static func append(_ text: String, inAttribute: Bool, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\"") where inAttribute: bytes.append(contentsOf: "&quot;".utf8)
      // A reader would make a line feed of it (XML 1.0 §2.11).
      case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
      default: bytes.append(byte)
      }
    }
  }

  /// The first scalar that no XML 1.0 document can hold.
  ///
  /// - Source: XML 1.0 §2.2.
  static func firstForbidden(_ text: String) -> UInt32? {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: continue
      default: return scalar.value
      }
    }
    return nil
  }
}
