// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct RegularExpressionTests {
  @Test(arguments: [
    ("(", "at byte 2 of the pattern, missing closing parenthesis"),
    ("a[", "at byte 3 of the pattern, missing terminating ] for character class"),
    ("a)", "at byte 2 of the pattern, unmatched closing parenthesis"),
    ("\\C", "at byte 3 of the pattern, using \\C is disabled by the application"),
  ])
  func `a pattern that cannot be compiled says what is wrong and where`(
    pattern: String, reason: String
  ) throws {
    #expect(
      try refusal("grel:string_match", ["grel:p_string_regex": pattern])
        == "grel:p_string_regex: \(reason)")
  }

  @Test func `a pattern beyond the limit is refused`() throws {
    let pattern = String(repeating: "a", count: 10_001)
    #expect(
      try refusal("grel:string_match", ["grel:p_string_regex": pattern])
        == "grel:p_string_regex: at byte 10001 of the pattern, it is longer than 10000 bytes")
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

  @Test func `patterns out of data are compiled again when many have come`() throws {
    for number in 0..<600 {
      #expect(
        try result("grel:string_match", [:], [texts("\(number)"), texts("(\(number))")])
          == "\(number)")
    }
  }
}
