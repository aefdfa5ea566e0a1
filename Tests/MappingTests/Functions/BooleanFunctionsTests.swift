// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct BooleanFunctionsTests {
  @Test(arguments: [
    (["true", "1"], "true (boolean)", "true (boolean)"),
    (["true", "false"], "false (boolean)", "true (boolean)"),
    (["false", "0"], "false (boolean)", "false (boolean)"),
    (["true", ""], "false (boolean)", "true (boolean)"),
    (["TRUE", "yes"], "false (boolean)", "false (boolean)"),
    (["true"], "true (boolean)", "true (boolean)"),
  ])
  func `and needs every value to be true, or needs one`(
    values: [String], all: String, any: String
  ) throws {
    let arguments = [values.map { FunctionValue($0) }]
    #expect(try result("grel:boolean_and", [:], arguments) == all)
    #expect(try result("grel:boolean_or", [:], arguments) == any)
  }

  @Test func `or of nothing is false`() throws {
    #expect(try result("grel:boolean_or", [:], [[]]) == "false (boolean)")
  }

  @Test(arguments: [("true", "false"), ("1", "false"), ("false", "true"), ("", "true")])
  func `not turns a truth value round`(value: String, expected: String) throws {
    #expect(try result("grel:boolean_not", of: value) == "\(expected) (boolean)")
  }

  @Test func `not of null is true`() throws {
    #expect(try result("grel:boolean_not", [:], [[]]) == "true (boolean)")
  }
}
