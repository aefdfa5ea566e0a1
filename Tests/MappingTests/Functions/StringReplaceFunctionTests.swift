// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct StringReplaceFunctionTests {
  @Test(arguments: [
    ("a-b-c", "-", "+", "a+b+c"), ("aaa", "aa", "b", "ba"), ("N/A", "N/A", "", ""),
    ("abc", "x", "y", "abc"), ("", "x", "y", ""), ("x", "x", "xx", "xx"),
    ("grün", "ü", "ue", "gruen"),
    ("ab", "abc", "x", "ab"), ("a.b", ".", "$1", "a$1b"),
  ])
  func `every occurrence is replaced, from the left`(
    text: String, find: String, replacement: String, expected: String
  ) throws {
    let constants = ["grel:p_string_find": find, "grel:p_string_replace": replacement]
    #expect(try result("grel:string_replace", constants, of: text) == expected)
  }

  @Test func `null stays null and several texts give several`() throws {
    let constants = ["grel:p_string_find": "a", "grel:p_string_replace": "b"]
    #expect(try result("grel:string_replace", constants, [[]]) == "null")
    #expect(try result("grel:string_replace", constants, [texts("a", "ca")]) == "b | cb")
  }

  @Test func `an empty text to find is refused`() throws {
    #expect(
      try refusal("grel:string_replace", ["grel:p_string_find": "", "grel:p_string_replace": "b"])
        == "grel:p_string_find: the text to find has at least one character")
  }
}
