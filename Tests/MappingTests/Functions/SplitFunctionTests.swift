// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct SplitFunctionTests {
  @Test(arguments: [
    ("a;b;c", ";", "a | b | c"), ("Temporal; parietal;", ";", "Temporal | parietal"),
    (";;a;;", ";", "a"), ("a", ";", "a"), ("", ";", "null"), (" ; ", ";", "null"),
    ("a, b,c", ", ", "a | b,c"), ("a–b", "–", "a | b"), ("a b  c", " ", "a | b | c"),
  ])
  func `pieces are trimmed and empty ones left out`(
    text: String, separator: String, expected: String
  ) throws {
    #expect(try result("fw:split", ["fw:separator": separator], of: text) == expected)
  }

  @Test func `null stays null and several texts give the pieces of all`() throws {
    let constants = ["fw:separator": ";"]
    #expect(try result("fw:split", constants, [[]]) == "null")
    #expect(try result("fw:split", constants, [texts("a;b", "c")]) == "a | b | c")
  }

  @Test func `an empty separator is refused`() throws {
    #expect(
      try refusal("fw:split", ["fw:separator": ""])
        == "fw:separator: a separator has at least one character")
  }
}
