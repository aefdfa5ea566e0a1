// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFIO
import RDFModel
import Testing

/// Documents damaged at random: read or refused with a place, never a crash, and what is read can be
/// written.
@Suite struct MutationTests {
  static let scraps = [
    "<", ">", "\"", "'", "\"\"\"", "[", "]", "(", ")", "{", "}", ".", ",", ";", "_:b", "@", "^^",
    "\\",
    "\\u", "\\uD800", "#", "\n", "\r", "\0", "é", "😀", "a", "true", "-1.e5", "GRAPH", "@prefix",
    "<!--",
    "]]>", "&", "&#0;", "<![CDATA[", "</", "/>", "@context", "\"@id\":", "null", "@list",
    "xml:lang=\"en\"", "rdf:li", "=", " ",
  ]

  static func document(_ format: RDFFormat) throws -> [UInt8] {
    if format == .turtle || format == .trig {
      let graph = format == .trig ? "GRAPH _:g { :a :b [] , ( ) }\n{ :x a :y . }\n" : ""
      return Array(
        """
        @prefix : <http://e/> . BASE <http://b/c>
        :s a :C, <d> ; :p "x\\n\\u00E9"@en-GB , '''long
        '' text'''^^:t ; ; .  # comment
        [ :q ( 1 -2.5 .3e-7 true [ :r _:n.1 ] ) ] :v :a\\~b%20c.d .
        \(graph)
        """.utf8)
    }
    var random = RandomStatements(seed: 7)
    return try RDFWriter.write(
      random.quads(for: format), format: format, prefixes: RoundTripTests.prefixes)
  }

  @Test(arguments: RDFFormat.allCases)
  func `a damaged document is read or refused, never more`(format: RDFFormat) throws {
    let original = try Self.document(format)
    _ = try Self.statements(original, format)
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = RandomStatements(seed: seed)
    var accepted = 0
    for round in 0..<400 {
      let bytes = Self.damaged(original, &random)
      let comment = Comment(rawValue: "seed \(seed), round \(round)")
      do throws(DiagnosedError) {
        let read = try Self.statements(bytes, format)
        accepted += 1
        let written = try RDFWriter.write(read, format: .nQuads)
        let back = try Self.statements(written, .nQuads)
        #expect(Set(back) == Set(read), comment)
      } catch {
        guard case .text(let line, let column) = error.findings[0].place?.locator else {
          Issue.record("\(comment): no place")
          continue
        }
        #expect(line >= 1 && column >= 1, comment)
      }
    }
    #expect(accepted < 400, "damage was never seen")
  }

  @Test(arguments: [RDFFormat.nTriples, .nQuads])
  func `plain lines are read as with care, whatever the damage`(format: RDFFormat) throws {
    let original = try Self.document(format)
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = RandomStatements(seed: seed)
    for round in 0..<400 {
      let bytes = Self.damaged(original, &random)
      let fast = Result { () throws(DiagnosedError) in try Self.statements(bytes, format) }
      let careful = Result { () throws(DiagnosedError) in
        try RDFReader.readCarefully(bytes: bytes, format: format, file: "f")
      }
      #expect(fast == careful, "seed \(seed), round \(round)")
    }
  }

  private static func statements(
    _ bytes: [UInt8], _ format: RDFFormat
  ) throws(DiagnosedError) -> [Quad] {
    try RDFReader.readAll(bytes: bytes, format: format, file: "f")
  }

  private static func damaged(_ original: [UInt8], _ random: inout RandomStatements) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.remove(at: index)
      case 1: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2: bytes.removeSubrange(index..<min(bytes.count, index + 20))
      case 3:
        bytes.insert(
          contentsOf: original[index % original.count..<original.count].prefix(30), at: index)
      default:
        let scrap = scraps[Int.random(in: 0..<scraps.count, using: &random)]
        bytes.insert(contentsOf: scrap.utf8, at: index)
      }
      if bytes.isEmpty { bytes = [0x20] }
    }
    return bytes
  }
}
