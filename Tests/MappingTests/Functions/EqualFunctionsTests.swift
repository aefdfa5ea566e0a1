// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct EqualFunctionsTests {
  @Test(arguments: ["idlab", "idlab2024"])
  func `both namespaces have both functions`(prefix: String) throws {
    #expect(
      try result("\(prefix):equal", [:], [texts("a"), texts("a")]) == "true (boolean)")
    #expect(
      try result("\(prefix):notEqual", [:], [texts("a"), texts("a")]) == "false (boolean)")
  }

  @Test(arguments: [
    (["a"], ["a"], true), (["a"], ["A"], false), (["1"], ["1.0"], false), ([""], [""], true),
    (["é"], ["e\u{301}"], false), ([], ["a"], false), (["a"], [], false), ([], [""], false),
    ([], [], true),
  ])
  func `texts are compared byte by byte and null equals null only`(
    left: [String], right: [String], isEqual: Bool
  ) throws {
    let arguments = [left.map { FunctionValue($0) }, right.map { FunctionValue($0) }]
    #expect(try result("idlab:equal", [:], arguments) == "\(isEqual) (boolean)")
    #expect(try result("idlab:notEqual", [:], arguments) == "\(!isEqual) (boolean)")
  }

  @Test func `the datatype does not count`() throws {
    #expect(
      try result("idlab:equal", [:], [[FunctionValue("1", natural: .integer)], texts("1")])
        == "true (boolean)")
  }
}
