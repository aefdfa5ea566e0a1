// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct IsNullFunctionTests {
  @Test(arguments: [
    ([], true), ([""], true), (["", ""], true), (["a"], false), (["", "a"], false), ([" "], false),
  ])
  func `no value and the empty text are null, a blank is not`(
    values: [String], isNull: Bool
  ) throws {
    let arguments = [values.map { FunctionValue($0) }]
    #expect(try result("idlab:isNull", [:], arguments) == "\(isNull) (boolean)")
    #expect(try result("idlab2024:isNull", [:], arguments) == "\(isNull) (boolean)")
  }
}
