// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct StringSplitFunctionTests {
  @Test(arguments: [
    ("a;b;c", ";", "a | b | c"), ("Temporal; parietal;", ";", "Temporal | parietal"),
    (";;a;;", ";", "a"), ("a", ";", "a"), ("", ";", "null"), (" ; ", ";", "null"),
    ("a, b,c", ", ", "a | b,c"), ("a–b", "–", "a | b"), ("a b  c", " ", "a | b | c"),
  ])
  func `pieces are trimmed and empty ones left out`(
    text: String, separator: String, expected: String
  ) throws {
    #expect(try result("grel:string_split", ["grel:p_string_sep": separator], of: text) == expected)
  }

  @Test func `null stays null and several texts give the pieces of all`() throws {
    let constants = ["grel:p_string_sep": ";"]
    #expect(try result("grel:string_split", constants, [[]]) == "null")
    #expect(try result("grel:string_split", constants, [texts("a;b", "c")]) == "a | b | c")
  }

  @Test func `an empty separator is refused`() throws {
    #expect(
      try refusal("grel:string_split", ["grel:p_string_sep": ""])
        == "grel:p_string_sep: a separator has at least one character")
  }
}
