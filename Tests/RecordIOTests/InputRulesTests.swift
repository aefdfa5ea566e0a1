// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RecordIO
import Testing

struct InputRulesTests {
  static let rules = InputRules.all + TextRules.all + CSVRules.all

  @Test func `every rule has an id of its own`() {
    #expect(Set(Self.rules.map(\.id)).count == Self.rules.count)
  }

  @Test(arguments: rules)
  func `a rule is worded plainly`(rule: FindingRule) {
    #expect(["input", "text", "csv"].contains(rule.id.split(separator: ".").first))
    for text in [rule.message, rule.remedy] {
      #expect(text.hasSuffix(".") || text.hasSuffix("}"))
      #expect(!text.contains("!"))
    }
    #expect(!rule.title.hasSuffix("."))
  }
}
