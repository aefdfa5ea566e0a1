// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct StringSplitFunctionsTests {
  @Test(arguments: [
    ("a;b;c", ";", "a | b | c"), ("Temporal; parietal;", ";", "Temporal |  parietal"),
    (";;a;;", ";", "a"), ("a", ";", "a"), ("", ";", "null"), (" ; ", ";", "  |  "),
    ("a–b", "–", "a | b"), ("a1b22", "/[0-9]/", "a | b"), ("aéb", "/é/", "a | b"),
    ("abc", "/x*/", "abc"), ("a", "", "a"),
  ])
  func `split keeps blanks and leaves empty pieces out`(
    text: String, separator: String, expected: String
  ) throws {
    #expect(
      try result("grel:string_split", [:], [texts(text), texts(separator), []]) == expected)
  }

  @Test func `null stays null`() throws {
    let function = try #require(FunctionRegistry.find(functionIRI("grel:string_split")))
    #expect(function.parameters.map(\.intake) == [.each, .each, .eachOrNull])
  }

  @Test func `a constant separator that is empty or cannot be compiled is refused`() throws {
    #expect(
      try refusal("grel:string_split", ["grel:p_string_sep": ""])
        == "grel:p_string_sep: a separator has at least one character")
    #expect(
      try refusal("grel:string_split", ["grel:p_string_sep": "/(;/"])
        == "grel:p_string_sep: at byte 3 of the pattern, missing closing parenthesis")
  }

  @Test(arguments: [
    ("T2", "T(\\d)", "2"), ("T2", "/T(\\d)/", "2"), ("xT2", "/T(\\d)/", "null"),
    ("T2", "/T\\d/", "null"),
    ("ab", "/(a)(c)?(b)/", "a | b"), ("é1", "/(.)(\\d)/", "é | 1"),
  ])
  func `match fits the whole text and gives its groups`(
    text: String, pattern: String, expected: String
  ) throws {
    #expect(try result("grel:string_match", [:], [texts(text), texts(pattern)]) == expected)
  }

  @Test func `a pattern out of the data that cannot be compiled is unreadable`() throws {
    #expect(
      try result("grel:string_match", [:], [texts("a"), texts("/(/")])
        == "not a regular expression: at byte 2 of the pattern, missing closing parenthesis")
  }
}
