// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct ControlsIfFunctionTests {
  @Test(arguments: [("true", "yes"), ("1", "yes"), ("false", "no"), ("", "no"), ("True", "no")])
  func `the condition chooses`(condition: String, expected: String) throws {
    #expect(
      try result("grel:controls_if", [:], [texts(condition), texts("yes"), texts("no")])
        == expected)
  }

  @Test func `null is not true`() throws {
    #expect(try result("grel:controls_if", [:], [[], texts("yes"), texts("no")]) == "no")
  }

  @Test func `a branch that is left out gives null`() throws {
    #expect(try result("grel:controls_if", [:], [texts("true"), [], texts("no")]) == "null")
    #expect(try result("grel:controls_if", [:], [texts("false"), texts("yes"), []]) == "null")
  }

  @Test func `all values of the branch are given, with their datatypes`() throws {
    let values = [FunctionValue("1", natural: .integer), FunctionValue("a")]
    #expect(
      try result("grel:controls_if", [:], [texts("true"), values, []]) == "1 (integer) | a")
  }
}
