// SPDX-License-Identifier: Apache-2.0

import Foundation
import LocatedYAML
import Mapping
import RDFIO
import RecordIO
import Terminology
import TestSupport
import Testing

/// `Documentation/formats.md` is written by hand; its numbers and tables are those of the code.
struct FormatsPageTests {
  static let limits: [(String, String)] = [
    ("files of one source", count(SourceFiles.limit)),
    ("bytes of a cell", size(CSVLimits().cellBytes)),
    ("bytes of a row", size(CSVLimits().rowBytes)),
    ("columns", count(CSVLimits().columns)),
    ("nesting", count(TreeLimits.jsonDepth)),
    ("bytes of a record", size(TreeLimits.recordBytes)),
    ("values kept as a tree", count(TreeLimits.jsonTreeValues)),
    ("steps of a path on one record", count(TreeLimits.jsonPathSteps)),
    ("members of an object", count(TreeLimits.objectMembers)),
    ("nesting", count(TreeLimits.xmlDepth)),
    ("bytes of a text or attribute", count(TreeLimits.xmlTextBytes)),
    (
      "bytes of the values of a record, or of all records of a document that is kept",
      size(TreeLimits.recordValueBytes)
    ),
    (
      "bytes of a document that a path may lead anywhere in", size(TreeLimits.xmlDocumentBytes)
    ),
    ("elements, attributes and texts kept as a tree", count(TreeLimits.xmlTreeNodes)),
    ("steps of an expression on one record", count(TreeLimits.xpathSteps)),
    ("bytes of a file", size(LocatedYAML.byteLimit)),
    ("nesting", count(LocatedYAML.depthLimit)),
    ("bytes of a file", size(SSSOM.byteLimit)),
    ("nesting in Turtle and TriG", count(RDFLimits.depth)),
    ("nesting in RDF/XML", count(RDFLimits.xmlDepth)),
    ("bytes of an IRI", count(RDFLimits.iriBytes)),
    ("bytes of a literal", size(RDFLimits.literalBytes)),
    ("bytes of an RDF/XML document", size(RDFLimits.xmlDocumentBytes)),
    ("nesting in JSON-LD", count(RDFLimits.jsonDepth)),
    ("bytes of a JSON-LD document", size(RDFLimits.jsonDocumentBytes)),
    ("values in a JSON-LD document", count(RDFLimits.jsonValues)),
    ("bytes of a number in JSON-LD", count(RDFLimits.jsonNumberBytes)),
    ("terms of a context that are defined one by the other", count(RDFLimits.termDepth)),
    (
      "definitions of terms, made or copied for a context inside of another",
      count(RDFLimits.contextSteps)
    ),
    ("bytes of all IRIs of a JSON-LD document, written out", size(RDFLimits.expandedBytes)),
    (
      "paths that `--canonical` tries, beside four for each blank node",
      count(RDFLimits.canonicalSteps)
    ),
    ("blank nodes on such a path", count(RDFLimits.canonicalDepth)),
    ("memory while RDF/XML is parsed", size(RDFLimits.xmlWorkerBytes)),
    (
      "processor time while RDF/XML is parsed",
      "\(RDFLimits.xmlWorkerSeconds) s, and 1 s for each MiB"
    ),
    ("combinations of repeated values in one template or call", count(RunLimits.combinations)),
    ("bytes of the index of a join", size(RunLimits.joinBytes)),
    ("matches that a join may be expected to have before it runs", count(RunLimits.joinMatches)),
    (
      "records that one record may match through a join, and rows of one record in a view",
      count(RunLimits.joinFanOut)
    ),
  ]

  static func count(_ number: Int) -> String {
    var digits = String(number)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits = String(digits.dropLast(3))
    }
    return ([digits] + groups).joined(separator: ",")
  }

  static func size(_ bytes: Int) -> String { "\(count(bytes >> 20)) MiB" }

  static func page() throws -> String {
    try String(
      contentsOf: SharedFolder.packageRoot.appending(path: "Documentation/formats.md"),
      encoding: .utf8)
  }

  @Test(arguments: limits)
  func `a limit on the page is that of the code`(what: String, limit: String) throws {
    #expect(try Self.page().contains("\n| \(what) | \(limit) |\n"))
  }

  @Test(arguments: RDFFormat.allCases)
  func `an RDF syntax has its row`(format: RDFFormat) throws {
    let row = "| \(format.title) | `\(format.name)` | `.\(format.fileExtension)`"
    #expect(try Self.page().contains(row))
  }

  @Test(arguments: TextEncoding.allCases)
  func `an encoding of tables is named`(encoding: TextEncoding) throws {
    let name = encoding.rawValue.hasPrefix("UTF-16") ? "UTF-16" : encoding.rawValue
    #expect(try Self.page().contains(name))
  }

  @Test func `the samples that decide encoding and delimiter are as large as the page says`() throws
  {
    let page = try Self.page()
    #expect(page.contains("the first \(EncodingDetection.sampleSize >> 10) KiB"))
    #expect(page.contains("the first \(CSVLimits().sampleBytes >> 10) KiB"))
  }
}
