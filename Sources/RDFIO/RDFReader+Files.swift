// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
@preconcurrency import Glibc
package import RDFModel

extension RDFReader {
  /// The quads of a file, in its order.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - displayName: the name for errors, `path` unless another is given.
  ///   - format: its syntax; by the file's extension unless it is named.
  ///   - base: an absolute IRI that relative ones are resolved against, if there is one.
  /// - Returns: every statement, repetitions included.
  /// - Throws: `rdf.unreadable`, `rdf.format-not-given`, or the document's first error.
  package static func readFile(
    path: String, displayName: String? = nil, format: RDFFormat? = nil, base: String? = nil
  ) throws(DiagnosedError) -> [Quad] {
    let name = displayName ?? path
    let format = try self.format(format, of: path, name)
    let bytes = try contents(of: path, displayName: name)
    var quads: [Quad] = []
    try read(bytes: bytes, format: format, base: base, file: name) { quads.append($0) }
    return quads
  }

  /// The triples of a file as a graph, with the line of each object as the triple's origin.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - displayName: the name for errors, `path` unless another is given.
  ///   - format: its syntax; by the file's extension unless it is named.
  ///   - base: an absolute IRI that relative ones are resolved against, if there is one.
  /// - Returns: the triples of all graphs of the file.
  /// - Throws: `rdf.unreadable`, `rdf.format-not-given`, or the document's first error.
  package static func readGraph(
    path: String, displayName: String? = nil, format: RDFFormat? = nil, base: String? = nil
  ) throws(DiagnosedError) -> Graph {
    var builder = GraphBuilder()
    try readFile(
      path: path, displayName: displayName, format: format, base: base, into: &builder)
    return builder.build()
  }

  /// Adds the triples of a file to a graph under construction.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - displayName: the name for errors, `path` unless another is given.
  ///   - format: its syntax; by the file's extension unless it is named.
  ///   - base: an absolute IRI that relative ones are resolved against, if there is one.
  ///   - labelPrefix: what is put before every blank node label.
  ///   - builder: takes the triples; unchanged if the file has an error.
  /// - Throws: `rdf.unreadable`, `rdf.format-not-given`, or the document's first error.
  package static func readFile(
    path: String, displayName: String? = nil, format: RDFFormat? = nil, base: String? = nil,
    labelPrefix: String = "", into builder: inout GraphBuilder
  ) throws(DiagnosedError) {
    let name = displayName ?? path
    let format = try self.format(format, of: path, name)
    let bytes = try contents(of: path, displayName: name)
    try read(
      bytes: bytes, format: format, base: base, file: name, labelPrefix: labelPrefix,
      into: &builder)
  }

  /// The syntax of a file: the one named, or that of its extension.
  ///
  /// - Throws: `rdf.format-not-given`.
  static func format(
    _ named: RDFFormat?, of path: String, _ name: String
  ) throws(DiagnosedError) -> RDFFormat {
    guard let format = named ?? RDFFormat(path: path) else {
      throw DiagnosedError(RDFRules.formatNotGiven, at: SourcePlace(file: name))
    }
    return format
  }

  /// The bytes of a file.
  ///
  /// - Throws: `rdf.unreadable` with the system's reason, `rdf.too-long` beyond
  ///   ``RDFLimits/documentBytes``.
  package static func contents(
    of path: String, displayName: String
  ) throws(DiagnosedError) -> [UInt8] {
    let pieces = try FilePieces(path: path, file: displayName)
    var bytes: [UInt8] = []
    while !pieces.isOver {
      try pieces.append(1 << 18, to: &bytes)
      guard bytes.count <= RDFLimits.documentBytes else {
        throw DiagnosedError(
          RDFRules.tooLong, at: SourcePlace(file: displayName),
          [.plain("what", "The document"), .plain("limit", RDFLimits.documentBytes)])
      }
    }
    return bytes
  }

  static func unreadable(_ name: String, _ code: Int32) -> DiagnosedError {
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return DiagnosedError(
      RDFRules.unreadable, at: SourcePlace(file: name), [.plain("reason", reason)])
  }
}
