// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct RegularExpressionTests {
  @Test(arguments: [
    ("(", 1, "missing closing parenthesis"), ("a[", 2, "missing terminating ] for character class"),
    ("a)", 1, "unmatched closing parenthesis"),
  ])
  func `a pattern that cannot be compiled says what is wrong and where`(
    pattern: String, offset: Int, reason: String
  ) {
    let fault = #expect(throws: RegularExpression.Fault.self) {
      _ = try RegularExpression(pattern)
    }
    #expect(fault?.offset == offset)
    #expect(fault?.reason == reason)
  }

  @Test func `a pattern beyond the limit is refused`() {
    let fault = #expect(throws: RegularExpression.Fault.self) {
      _ = try RegularExpression(String(repeating: "a", count: RegularExpression.lengthLimit + 1))
    }
    #expect(fault?.reason == "it is longer than 10000 bytes")
  }

  @Test func `a search that takes too many steps ends`() throws {
    let text = String(repeating: "a", count: 40) + "b"
    #expect(
      try result("grel:string_match", [:], [texts(text), texts("/(a+)+[cd]/")]) == "too many steps")
    #expect(
      try result("grel:string_replace", [:], [texts(text), texts("/(a|aa)+$/"), texts("")])
        == "too many steps")
  }

  @Test func `a deep search ends, too`() throws {
    let text = String(repeating: "ab", count: 300_000)
    let found = try result("grel:string_contains", [:], [texts(text), texts("/(?:(a)b)+c/")])
    #expect(["false (boolean)", "too many steps"].contains(found))
  }
}
