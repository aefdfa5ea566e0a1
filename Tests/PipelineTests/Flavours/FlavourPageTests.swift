// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pipeline
import RDFIO
import RDFModel
import TestSupport
import Testing

@Suite struct FlavourPageTests {
  /// The committed page; with `FAIRWAY_UPDATE_DOCUMENTATION` set, it is written anew first.
  private static func committed(_ made: String) throws -> String {
    let url = SharedFolder.packageRoot.appending(path: "Documentation/flavours.md")
    if ProcessInfo.processInfo.environment["FAIRWAY_UPDATE_DOCUMENTATION"] != nil {
      try made.write(to: url, atomically: true, encoding: .utf8)
    }
    return try String(contentsOf: url, encoding: .utf8)
  }

  private static func page() throws -> String {
    let words = FlavourFixture.url("Ontologies/flavours/words.ttl")
    return FlavourDocumentation(
      try FlavourFixture.library.get().set, words: try RDFReader.readGraph(path: words.path)
    ).render()
  }

  @Test func `the page of flavours says what their files say`() throws {
    let made = try Self.page()
    #expect(
      try Self.committed(made) == made,
      "Documentation/flavours.md is out of date; Scripts/generate writes it anew")
  }

  @Test(arguments: [
    "| The tier under ADMS | another property | `eucaim:interoperabilityLevel` → "
      + "`adms:interoperabilityLevel` | 2 |  |",
    "| `http://publications.europa.eu/resource/authority/file-type/DCM` | "
      + "`https://www.iana.org/assignments/media-types/application/dicom` |",
    "| `fwf:Choice` | Of the values of fwf:property, fwf:maximum stay",
    "| 19 | Condition and body part |",
  ])
  func `a row is there`(row: String) throws { #expect(try Self.page().contains(row)) }
}
