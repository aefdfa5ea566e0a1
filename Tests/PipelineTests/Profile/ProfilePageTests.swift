// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pipeline
import RDFIO
import TestSupport
import Testing

@Suite struct ProfilePageTests {
  /// The committed page; with `FAIRWAY_UPDATE_DOCUMENTATION` set, it is written anew first.
  private static func committed(_ made: String) throws -> String {
    let url = SharedFolder.packageRoot.appending(path: "Documentation/profile.md")
    if ProcessInfo.processInfo.environment["FAIRWAY_UPDATE_DOCUMENTATION"] != nil {
      try made.write(to: url, atomically: true, encoding: .utf8)
    }
    return try String(contentsOf: url, encoding: .utf8)
  }

  private static let page = Result {
    let file = SharedFolder.packageRoot.appending(
      path: "Ontologies/profiles/eucaim-dcat-ap-2.0.ttl")
    return ProfileDocumentation(shapes: try RDFReader.readGraph(path: file.path)).render()
  }

  @Test func `the page of the profile says what the shapes say`() throws {
    let made = try Self.page.get()
    #expect(
      try Self.committed(made) == made,
      "Documentation/profile.md is out of date; Scripts/generate writes it anew")
  }

  @Test func `the page has the 187 rows in the order of the tables`() throws {
    let lines = try Self.page.get().split(separator: "\n").map(String.init)
    var names: [String] = []
    var headings = ["", ""]
    for line in lines {
      if line.hasPrefix("## ") { headings[0] = String(line.dropFirst(3)) }
      if line.hasPrefix("### ") { headings[1] = String(line.dropFirst(4)) }
      let isRow = line.hasPrefix("| ") && !line.hasPrefix("| Row ")
      if isRow, let name = line.split(separator: "|").first {
        names.append(
          (headings + [name.trimmingCharacters(in: .whitespaces)]).joined(separator: " | "))
      }
    }
    #expect(names.count == 187)
    if SharedFolder.url != nil { #expect(names == ProfileRow.all.map(\.name)) }
  }

  @Test(arguments: [
    "| Title | `dct:title` | M | 1…n | `rdfs:Literal` |  | one of them in English; one text for each "
      + "language | violation: at least 1, text, not empty<br>",
    "| Theme | `dcat:theme` | M | 1…1 | `skos:Concept` | MUST: "
      + "<http://publications.europa.eu/resource/authority/data-theme/HEAL> |  | violation: exactly "
      + "one, an IRI, <http://publications.europa.eu/resource/authority/data-theme/HEAL> |",
    "| Checksum Value | `spdx:checksum` / `spdx:checksumValue` | C | 1…1 | `xsd:hexBinary` |  | ",
    "| Number of Imaging Studies | `healthdcatap:numberOfRecords` | M | 1…1 | "
      + "`xsd:nonNegativeInteger` |  | *advice:* imaging studies are counted; the program counts them "
      + "in the records | violation: exactly one, `xsd:nonNegativeInteger` |",
  ])
  func `a row says what is asked and what is checked`(row: String) throws {
    #expect(try Self.page.get().contains(row))
  }
}
