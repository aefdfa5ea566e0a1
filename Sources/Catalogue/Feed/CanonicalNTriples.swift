// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// Writes statements so that equal content gives equal bytes, for hashes and for the store.
///
/// - Source: RDF 1.2 N-Triples §4, canonical form; lines sorted by their bytes.
package enum CanonicalNTriples {
  /// The lines of statements, whatever their graph, sorted, each once.
  package static func bytes(of quads: [Quad]) -> [UInt8] {
    let lines = quads.map { quad in
      var line: [UInt8] = []
      append(quad.subject, to: &line)
      line.append(space)
      append(quad.predicate, to: &line)
      line.append(space)
      append(quad.object, to: &line)
      line += " .\n".utf8
      return line
    }.sorted { $0.lexicographicallyPrecedes($1) }
    var result: [UInt8] = []
    for (index, line) in lines.enumerated() where index == 0 || lines[index - 1] != line {
      result += line
    }
    return result
  }

  private static let space = UInt8(ascii: " ")

  private static func append(_ term: Term, to line: inout [UInt8]) {
    switch term.kind {
    case .iri: line += "<\(term.value)>".utf8
    case .blankNode: line += "_:\(term.value)".utf8
    case .literal:
      line.append(UInt8(ascii: "\""))
      for byte in term.value.utf8 { append(byte, to: &line) }
      line.append(UInt8(ascii: "\""))
      if !term.language.isEmpty {
        line += "@\(term.language.lowercased())".utf8
      } else if term.datatype != XSD.string {
        line += "^^<\(term.datatype)>".utf8
      }
    }
  }

  private static func append(_ byte: UInt8, to line: inout [UInt8]) {
    switch byte {
    case 0x08: line += "\\b".utf8
    case 0x09: line += "\\t".utf8
    case 0x0A: line += "\\n".utf8
    case 0x0C: line += "\\f".utf8
    case 0x0D: line += "\\r".utf8
    case 0x22: line += "\\\"".utf8
    case 0x5C: line += "\\\\".utf8
    case 0..<0x20, 0x7F:
      let digits = String(byte, radix: 16, uppercase: true)
      line += "\\u00\(digits.utf8.count == 1 ? "0" : "")\(digits)".utf8
    default: line.append(byte)
    }
  }
}
