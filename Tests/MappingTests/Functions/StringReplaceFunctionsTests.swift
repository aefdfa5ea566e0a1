// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct StringReplaceFunctionsTests {
  @Test(arguments: [
    ("a-b-c", "-", "+", "a+b+c"), ("aaa", "aa", "b", "ba"), ("N/A", "N/A", "", ""),
    ("abc", "x", "y", "abc"), ("", "x", "y", ""), ("x", "x", "xx", "xx"),
    ("grün", "ü", "ue", "gruen"), ("ab", "abc", "x", "ab"), ("a.b", ".", "$1", "a$1b"),
    ("a1b2", "/\\d/", "#", "a#b#"), ("ab", "/(a)(b)/", "$2$1", "ba"), ("ab", "/a/", "\\$1", "$1b"),
    ("ab", "/a/", "$5", "b"), ("aé", "/x*/", "-", "-a-é-"),
  ])
  func `every occurrence is replaced, from the left`(
    text: String, find: String, replacement: String, expected: String
  ) throws {
    #expect(
      try result("grel:string_replace", [:], [texts(text), texts(find), texts(replacement)])
        == expected)
  }

  @Test func `an empty text to find and lists of different lengths are refused`() throws {
    #expect(
      try refusal("grel:string_replace", ["grel:p_string_find": "", "grel:p_string_replace": "b"])
        == "grel:p_string_find: the text to find has at least one character")
    #expect(
      try refusal(
        "grel:string_replaceChars", ["grel:p_string_find": "ab", "grel:p_string_replace": "c"])
        == "grel:p_string_replace: there are as many characters to replace with as characters to "
        + "replace")
  }
}
