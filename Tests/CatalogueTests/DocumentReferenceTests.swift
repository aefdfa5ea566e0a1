// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Foundation
import TestSupport
import Testing

struct DocumentReferenceTests {
  /// The committed page; with `FAIRWAY_UPDATE_DOCUMENTATION` set, it is written anew first.
  func committed(_ made: String) throws -> String {
    let url = SharedFolder.packageRoot.appending(path: "Documentation/dataset-files.md")
    if ProcessInfo.processInfo.environment["FAIRWAY_UPDATE_DOCUMENTATION"] != nil {
      try made.write(to: url, atomically: true, encoding: .utf8)
    }
    return try String(contentsOf: url, encoding: .utf8)
  }

  @Test func `the page of dataset files says what the reader reads`() throws {
    let made = DocumentReference.page
    #expect(
      try committed(made) == made,
      "Documentation/dataset-files.md is out of date; Scripts/generate writes it anew")
  }

  @Test(arguments: [NodeKind.dataset, .catalogue, .distribution, .agent, .period])
  func `every key of a kind has its row`(kind: NodeKind) {
    for field in kind.fields {
      #expect(DocumentReference.page.contains("| `\(field.key)` | "))
      #expect(DocumentReference.page.contains(" | \(field.about) |\n"))
    }
  }

  @Test func `every link of the page leads to a heading`() {
    let page = DocumentReference.page
    let anchors = Set(
      page.matches(of: /\n## (.+)\n/).map {
        $0.output.1.lowercased().replacing(" ", with: "-").replacing("'", with: "")
      })
    let links = Set(page.matches(of: /\]\(#([a-z-]+)\)/).map { String($0.output.1) })
    #expect(!links.isEmpty)
    #expect(links.isSubset(of: anchors))
  }
}
