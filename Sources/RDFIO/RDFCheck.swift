// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Reads files for their syntax alone.
package enum RDFCheck {
  /// Counts the statements of a file, repetitions included.
  ///
  /// That takes the memory of a piece of the file, of RDF/XML and JSON-LD that of the document.
  /// - Parameters:
  ///   - path: the file.
  ///   - displayName: the name for errors.
  ///   - format: its syntax; by the file's extension unless it is named.
  ///   - base: an absolute IRI that relative ones are resolved against, if there is one.
  /// - Returns: how many there are.
  /// - Throws: `rdf.unreadable`, `rdf.format-not-given`, or the document's first error.
  package static func count(
    path: String, displayName: String, format: RDFFormat? = nil, base: String? = nil
  ) throws(DiagnosedError) -> Int {
    let format = try RDFReader.format(format, of: path, displayName)
    switch format {
    case .nTriples, .nQuads: return try countLines(path, displayName, format)
    case .turtle, .trig:
      let document = Document(bytes: [], base: base, file: displayName, labelPrefix: "")
      let stream = try TurtleStream(
        path: path, file: displayName, isTriG: format == .trig, base: try document.baseIRI(),
        labelPrefix: [], sink: CountingSink())
      while try stream.next() {}
      return stream.parser.sink.count
    case .rdfXML, .jsonLD:
      var count = 0
      let bytes = try RDFReader.contents(of: path, displayName: displayName)
      try RDFReader.read(bytes: bytes, format: format, base: base, file: displayName) { _ in
        count += 1
      }
      return count
    }
  }

  private static func countLines(
    _ path: String, _ name: String, _ format: RDFFormat
  ) throws(DiagnosedError) -> Int {
    let chunks = try LineChunks(path: path, file: name)
    var parser = NTriplesParser(
      try DocumentScanner([], file: name), allowsGraphs: format == .nQuads, labelPrefix: [],
      sink: CountingSink())
    var line = 1
    while let bytes = try chunks.next() {
      parser.scanner = try DocumentScanner(bytes, file: name, firstLine: line)
      parser.recent = RecentTerms()
      while try parser.parseNext() {}
      line = parser.scanner.line(at: bytes.count)
    }
    return parser.sink.count
  }
}

/// Counts statements and keeps nothing.
private struct CountingSink: TakebackSink {
  /// Stands for any term.
  struct Nothing {}

  static var countsLines: Bool { false }
  private(set) var count = 0

  var statementCount: Int { count }

  mutating func takeBack(to count: Int) { self.count = count }

  func iri(_ value: Span<UInt8>) -> Nothing { Nothing() }
  func blankNode(_ label: Span<UInt8>) -> Nothing { Nothing() }
  func literal(_ value: Span<UInt8>, datatype: Nothing?) -> Nothing { Nothing() }
  func literal(_ value: Span<UInt8>, language: Span<UInt8>) -> Nothing { Nothing() }

  mutating func add(
    _ terms: (subject: Nothing, predicate: Nothing, object: Nothing), graph: Nothing?, line: Int
  ) {
    count += 1
  }
}
