// SPDX-License-Identifier: Apache-2.0

import Mapping
import RDFModel
import Testing

@Suite struct DecimalFunctionTests {
  @Test(arguments: [
    ("57,93", "57.93"), ("57.93", "57.93"), ("3,50", "3.50"), ("+3", "+3"), ("-0,5", "-0.5"),
    (",5", ".5"), ("5,", "5."), (" 12 ", "12"), ("007", "007"),
    ("123456789012345678901234567890,1", "123456789012345678901234567890.1"),
  ])
  func `digits stay as written and the mark becomes a point`(
    text: String, expected: String
  ) throws {
    #expect(try result("fw:decimal", of: text) == "\(expected) (decimal)")
    #expect(XSDLexical.isValid(expected, .decimal))
  }

  @Test(arguments: [
    "1.234,5", "1,234.5", "1,2,3", ",", ".", "-", "+,", "--5", "5-", "5 kg", "1e3", "", "NaN",
    "−5", "٣", "1 234",
  ])
  func `what is no plain number is unreadable`(text: String) throws {
    #expect(try result("fw:decimal", of: text) == "not a decimal number")
  }

  @Test func `null stays null and several numbers give several`() throws {
    #expect(try result("fw:decimal", [:], [[]]) == "null")
    #expect(
      try result("fw:decimal", [:], [texts("1,5", "2")]) == "1.5 (decimal) | 2 (decimal)")
  }
}
