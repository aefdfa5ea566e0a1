// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif
import RecordIO
import TestSupport
import Testing

/// The reader against Foundation and against itself on damaged documents.
struct XMLPropertyTests {
  @Test func `a damaged file reads the same in chunks of any size, or fails on the same line`()
    throws
  {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed of the damaged XML documents: \(seed)")
    var random = SeededGenerator(seed: seed)
    let whole = Array(XMLReaderTests.persons(4).utf8)
    var failed = 0
    for _ in 0..<300 {
      var bytes = whole
      let index = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.remove(at: index)
      case 1: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 2: bytes.insert("<>&\"'/ ]!".utf8.randomElement(using: &random) ?? 0, at: index)
      default: bytes.removeSubrange(index...)
      }
      let results = [1, 7, 131_072].map { Self.outcome(bytes, chunk: $0) }
      let message: Comment = "seed \(seed): \(String(decoding: bytes, as: UTF8.self))"
      #expect(results[1] == results[0], message)
      #expect(results[2] == results[0], message)
      if results[0].count == 1 { failed += 1 }
    }
    #expect(failed > 100)
  }

  // The dump, or the one line of a fault.
  static func outcome(_ bytes: [UInt8], chunk: Int) -> [String] {
    do {
      return try TreeFixture.xml(
        bytes: bytes, "/omop/person", ["@id", "gender", "visit/code", ".", "../@version"],
        chunk: chunk)
    } catch let error as DiagnosedError {
      guard let finding = error.findings.first else { return [] }
      guard case .text(let line, _)? = finding.place?.locator else { return [finding.rule.id] }
      return ["\(finding.rule.id) \(line)"]
    } catch {
      return []
    }
  }

  /// Gathers the texts of elements called `code` as Foundation sees them.
  final class Codes: NSObject, XMLParserDelegate {
    var codes: [String] = []
    private var text: String?

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      if name == "code" { text = "" }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text?.append(string) }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
      text?.append(String(decoding: block, as: UTF8.self))
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      if name == "code", let text { codes.append(text) }
      text = nil
    }
  }

  @Test func `texts are those that Foundation reads`() throws {
    let text = XMLReaderTests.persons(50)
    let parser = XMLParser(data: Data(text.utf8))
    let codes = Codes()
    parser.delegate = codes
    #expect(parser.parse())
    let lines = try TreeFixture.xml(text, "/omop/person/visit", ["code"], chunk: 11)
      .filter { $0.hasPrefix("code: text ") }
    #expect(lines.count == 100)
    #expect(
      lines.map { $0.dropFirst(11).prefix { $0 != "@" }.dropLast() } == codes.codes.map { $0[...] })
  }
}
