// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// Terms in the canonical spelling of N-Triples and N-Quads, appended to bytes.
///
/// What is appended never ends the term early, whatever the text: quotation marks, backslashes,
/// control characters and, in IRIs, everything that IRIs cannot hold are escaped. An IRI that
/// needed escaping is still not a valid one; ``RDFWriter`` refuses it, callers of this type check
/// with ``IRISyntax`` before.
/// - Source: RDF Dataset Canonicalization §5 (canonical N-Quads), a subset of RDF 1.1 N-Triples.
package enum NTriplesSyntax {
  /// Appends a term.
  package static func appendTerm(_ term: Term, to bytes: inout [UInt8]) {
    switch term.kind {
    case .iri: appendIRI(term.value, to: &bytes)
    case .blankNode:
      bytes.append(UInt8(ascii: "_"))
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: term.value.utf8)
    case .literal:
      bytes.append(UInt8(ascii: "\""))
      appendEscapedLiteral(term.value, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
      if !term.language.isEmpty {
        bytes.append(UInt8(ascii: "@"))
        bytes.append(contentsOf: term.language.utf8)
      } else if term.datatype != XSD.string {
        bytes.append(UInt8(ascii: "^"))
        bytes.append(UInt8(ascii: "^"))
        appendIRI(term.datatype, to: &bytes)
      }
    }
  }

  /// Appends a statement with its dot and line break.
  package static func appendQuad(_ quad: Quad, to bytes: inout [UInt8]) {
    appendTerm(quad.subject, to: &bytes)
    bytes.append(0x20)
    appendTerm(quad.predicate, to: &bytes)
    bytes.append(0x20)
    appendTerm(quad.object, to: &bytes)
    if let graph = quad.graph {
      bytes.append(0x20)
      appendTerm(graph, to: &bytes)
    }
    bytes.append(contentsOf: [0x20, UInt8(ascii: "."), 0x0A])
  }

  /// Appends an IRI in angle brackets.
  package static func appendIRI(_ iri: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "<"))
    // Nearly all are, and then they are copied at once.
    if iri.utf8.allSatisfy(IRISyntax.allows) {
      bytes.append(contentsOf: iri.utf8)
    } else {
      for byte in iri.utf8 {
        if IRISyntax.allows(byte) {
          bytes.append(byte)
        } else {
          appendCodePoint(UInt32(byte), to: &bytes)
        }
      }
    }
    bytes.append(UInt8(ascii: ">"))
  }

  /// Appends the text of a literal, without its quotation marks.
  package static func appendEscapedLiteral(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { appendEscapedLiteral($0.span, to: &bytes) }
  }

  /// Appends the text of a literal, given as UTF-8, without its quotation marks.
  package static func appendEscapedLiteral(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case 0x20...0x21, 0x23...0x5B, 0x5D...0x7E: bytes.append(byte)
      case 0xBE, 0xBF:
        // The last byte of U+FFFE and U+FFFF, which canonical N-Quads escapes.
        if index >= 2, text[index - 1] == 0xBF, text[index - 2] == 0xEF {
          bytes.removeLast(2)
          appendCodePoint(0xFF40 | UInt32(byte), to: &bytes)
        } else {
          bytes.append(byte)
        }
      case 0x80...: bytes.append(byte)
      default: appendEscape(byte, to: &bytes)
      }
    }
  }

  private static func appendEscape(_ byte: UInt8, to bytes: inout [UInt8]) {
    let letter: UInt8
    switch byte {
    case 0x08: letter = UInt8(ascii: "b")
    case 0x09: letter = UInt8(ascii: "t")
    case 0x0A: letter = UInt8(ascii: "n")
    case 0x0C: letter = UInt8(ascii: "f")
    case 0x0D: letter = UInt8(ascii: "r")
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): letter = byte
    default:
      appendCodePoint(UInt32(byte), to: &bytes)
      return
    }
    bytes.append(UInt8(ascii: "\\"))
    bytes.append(letter)
  }

  /// Appends `\uXXXX`.
  ///
  /// - Precondition: `scalar` is at most U+FFFF.
  static func appendCodePoint(_ scalar: UInt32, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    bytes.append(UInt8(ascii: "u"))
    for shift in [12, 8, 4, 0] as [UInt32] {
      let digit = UInt8(scalar >> shift & 0xF)
      bytes.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
    }
  }
}
