// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Pipeline
import Reports
import TestSupport
import Testing

struct FindingCatalogueTests {
  /// The committed page; with `FAIRWAY_UPDATE_DOCUMENTATION` set, it is written anew first.
  func committed(_ made: String) throws -> String {
    let url = SharedFolder.packageRoot.appending(path: "Documentation/findings.md")
    if ProcessInfo.processInfo.environment["FAIRWAY_UPDATE_DOCUMENTATION"] != nil {
      try made.write(to: url, atomically: true, encoding: .utf8)
    }
    return try String(contentsOf: url, encoding: .utf8)
  }

  @Test func `the page of findings says what the rules say`() throws {
    let made = FindingsDocumentation.render(FindingCatalogue.all)
    #expect(
      try committed(made) == made,
      "Documentation/findings.md is out of date; Scripts/generate writes it anew")
  }

  @Test func `no two rules have one id`() {
    let counts = Dictionary(grouping: FindingCatalogue.all, by: \.id).mapValues(\.count)
    #expect(counts.filter { $0.value > 1 } == [:])
  }

  @Test(arguments: FindingCatalogue.all)
  func `a rule has an id of area and fault, a title, a message and a remedy`(rule: FindingRule)
    throws
  {
    #expect(try /[a-z]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*/.wholeMatch(in: rule.id) != nil)
    for text in [rule.title, rule.message, rule.remedy] {
      #expect(!text.isEmpty)
      #expect(text == text.trimmingCharacters(in: .whitespacesAndNewlines))
      #expect(!text.contains("  "))
    }
    #expect(!rule.title.contains { "{}.".contains($0) })
  }

  @Test(arguments: FindingCatalogue.all)
  func `what a rule leaves open is named by a plain word`(rule: FindingRule) throws {
    for text in [rule.message, rule.remedy] {
      let words = text.matches(of: /\{([^{}]*)\}/).map { String($0.output.1) }
      for word in words { #expect(try /[a-z]+([A-Z][a-z]+)*/.wholeMatch(in: word) != nil) }
      // A brace that belongs to no such word would be shown as it is.
      let rest = text.replacing(/\{[^{}]*\}/, with: "")
      #expect(!rest.contains { "{}".contains($0) })
    }
  }
}
