// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct StringTrimFunctionTests {
  @Test(arguments: [
    (" a b ", "a b"), ("\t\r\n\u{B}\u{C}a", "a"), ("a\u{A0}\u{A0} ", "a"), ("\u{A0} a", "a"),
    ("a\u{A0}b", "a\u{A0}b"), ("   ", ""), ("\u{A0}", ""), ("", ""), ("à", "à"),
    ("\u{2003}a", "\u{2003}a"),
  ])
  func `ASCII white space and no-break spaces go from both ends`(
    text: String, expected: String
  ) throws {
    #expect(try result("grel:string_trim", of: text) == expected)
  }

  @Test func `null stays null and several texts give several`() throws {
    #expect(try result("grel:string_trim", [:], [[]]) == "null")
    #expect(try result("grel:string_trim", [:], [texts(" a", "b ")]) == "a | b")
  }
}
