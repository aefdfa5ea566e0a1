// SPDX-License-Identifier: Apache-2.0

internal import RDFIO

/// Writes statements straight out as N-Triples or N-Quads, one a line, in canonical form.
///
/// - Source: RDF Dataset Canonicalization §5 (canonical N-Quads), RDF 1.1 N-Triples.
package struct ByteSink: StatementSink {
  /// What was written since the caller last emptied it.
  package var output: [UInt8] = []
  /// The number of statements written.
  package private(set) var statementCount = 0
  private let writesGraphs: Bool
  private var subject: [UInt8] = []

  /// Starts a sink.
  ///
  /// - Parameter writesGraphs: whether graph names are written; without, they are left out.
  package init(writesGraphs: Bool) { self.writesGraphs = writesGraphs }

  /// An empty sink that writes the same syntax.
  package func emptyTwin() -> ByteSink { ByteSink(writesGraphs: writesGraphs) }

  /// Takes the lines of a twin.
  package mutating func absorb(_ twin: inout ByteSink) {
    output += twin.output
    statementCount += twin.statementCount
    twin.output.removeAll(keepingCapacity: true)
    twin.statementCount = 0
  }

  /// Renders the subject once for all its statements.
  package mutating func begin(subject: SinkTerm) {
    self.subject.removeAll(keepingCapacity: true)
    Self.append(subject, to: &self.subject)
    self.subject.append(0x20)
  }

  /// Writes a line.
  package mutating func statement(
    predicate: SinkTerm, object: SinkTerm, graph: SinkTerm?, origin: SinkOrigin
  ) {
    output += subject
    Self.append(predicate, to: &output)
    output.append(0x20)
    Self.append(object, to: &output)
    if let graph, writesGraphs {
      output.append(0x20)
      Self.append(graph, to: &output)
    }
    output += [0x20, 0x2E, 0x0A]
    statementCount += 1
  }

  private static func append(_ term: SinkTerm, to output: inout [UInt8]) {
    switch term.kind {
    case .iri:
      output.append(UInt8(ascii: "<"))
      output += term.bytes
      output.append(UInt8(ascii: ">"))
    case .blankNode:
      output += [UInt8(ascii: "_"), UInt8(ascii: ":")]
      BlankNodeLabel.append(term.bytes, to: &output)
    case .literal:
      output.append(UInt8(ascii: "\""))
      appendEscaped(term.bytes, to: &output)
      output.append(UInt8(ascii: "\""))
      if let suffix = term.annotation?.suffix { output += suffix }
    }
  }

  // Most texts are plain ASCII and copied whole.
  private static func appendEscaped(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    if text.allSatisfy({ (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }) {
      output += text
    } else {
      NTriplesSyntax.appendEscapedLiteral(text.span, to: &output)
    }
  }
}

/// Blank node labels out of data.
enum BlankNodeLabel {
  /// Appends a label made of letters and digits only, different for different bytes.
  ///
  /// Letters and digits but `z` stand for themselves; any other byte is `z` and two hex digits.
  static func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "b"))
    for byte in bytes {
      let isLetter = (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80
      if (isLetter && byte != UInt8(ascii: "z")) || (0x30...0x39).contains(byte) {
        output.append(byte)
      } else {
        output.append(UInt8(ascii: "z"))
        for digit in [byte >> 4, byte & 15] {
          output.append(digit < 10 ? 0x30 + digit : 0x41 - 10 + digit)
        }
      }
    }
  }
}
