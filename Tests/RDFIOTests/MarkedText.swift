// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFIO
import RDFModel
import Testing

/// A document with `①` where an error is expected.
struct MarkedText: Sendable {
  let bytes: [UInt8]
  let line: Int
  let column: Int

  init(_ text: String) {
    let mark = Array("①".utf8)
    let all = Array(text.utf8)
    let index = all.indices.first { all[$0...].starts(with: mark) } ?? all.count
    let before = all[..<index]
    bytes = Array(before + all[index...].dropFirst(mark.count))
    line = before.count { $0 == 0x0A } + 1
    column = index - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
  }
}

/// Reads a document that has an error.
///
/// - Returns: the only finding, `nil` if the document was accepted, which is recorded.
func failure(
  _ bytes: [UInt8], _ format: RDFFormat, base: String? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) -> Finding? {
  do throws(DiagnosedError) {
    try RDFReader.read(bytes: bytes, format: format, base: base, file: "f") { _ in }
    Issue.record(
      "accepted: \(String(decoding: bytes.prefix(300), as: UTF8.self))",
      sourceLocation: sourceLocation)
    return nil
  } catch {
    #expect(error.findings.count == 1, sourceLocation: sourceLocation)
    for finding in error.findings {
      // Every argument of the templates is given.
      let words = finding.message() + finding.remedy()
      #expect(!words.contains(/\{[a-z]+\}/), sourceLocation: sourceLocation)
    }
    return error.findings.first
  }
}

/// The quads of a document without errors, in its order.
func quads(
  _ text: String, _ format: RDFFormat, base: String? = nil, labelPrefix: String = ""
) throws(DiagnosedError) -> [Quad] {
  var result: [Quad] = []
  try RDFReader.read(
    bytes: Array(text.utf8), format: format, base: base, file: "f", labelPrefix: labelPrefix
  ) { result.append($0) }
  return result
}
