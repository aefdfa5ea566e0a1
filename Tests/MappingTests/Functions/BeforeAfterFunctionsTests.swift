// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct BeforeAfterFunctionsTests {
  @Test(arguments: [
    ("Temporal (2)", "(", "Temporal"),
    ("T4N3M0 (IIIC", "(", "T4N3M0"),
    ("no separator", "(", "no separator"),
    ("  padded  ", "(", "padded"),
    ("(2)", "(", ""),
    ("a - b - c", " - ", "a"),
    ("a–b", "–", "a"),
    ("", "(", ""),
  ])
  func `before gives the trimmed text ahead of the first separator, or all of it`(
    text: String, separator: String, expected: String
  ) throws {
    #expect(try result("fw:before", ["fw:separator": separator], of: text) == expected)
  }

  @Test(arguments: [
    ("T4N3M0 (IIIC", "(", "IIIC"),
    ("a - b - c", " - ", "b - c"),
    ("no separator", "(", "null"),
    ("ends with (", "(", ""),
    ("a– b ", "–", "b"),
    ("", "(", "null"),
  ])
  func `after gives the trimmed text behind the first separator, or null`(
    text: String, separator: String, expected: String
  ) throws {
    #expect(try result("fw:after", ["fw:separator": separator], of: text) == expected)
  }

  @Test(arguments: ["fw:before", "fw:after"])
  func `null stays null and several values give several`(function: String) throws {
    #expect(try result(function, ["fw:separator": "/"], [[]]) == "null")
    let expected = function == "fw:before" ? "a | c" : "b | d"
    #expect(try result(function, ["fw:separator": "/"], [texts("a/b", "c/d")]) == expected)
  }

  @Test(arguments: ["fw:before", "fw:after"])
  func `an empty separator is refused`(function: String) throws {
    #expect(
      try refusal(function, ["fw:separator": ""])
        == "fw:separator: a separator has at least one character")
  }
}
