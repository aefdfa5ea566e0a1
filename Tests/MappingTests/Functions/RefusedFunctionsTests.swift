// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct RefusedFunctionsTests {
  @Test func `no function is offered and refused`() {
    #expect(!RefusedFunctions.all.keys.contains { FunctionRegistry.find($0) != nil })
  }

  @Test(arguments: ["grel:date_now", "grel:math_randomNumber", "idlab:random", "idlab2024:random"])
  func `what is not the same in each run is known and refused`(name: String) {
    #expect(
      RefusedFunctions.find(functionIRI(name))?.reason == "its result is another one in each run")
  }

  @Test func `a call ends with the reason and what to do instead`() {
    let found = fatalFindings(
      yarrrmlHead + """
            po:
              - p: ex:now
                o: [{function: "grel:date_now()"}]
        """, files: ["people.csv": "id\n1\n"])
    #expect(found.count == 1)
    #expect(
      found.first?.hasSuffix(
        "mapping.refused-function: The function <\(functionIRI("grel:date_now"))> is not offered: its "
          + "result is another one in each run. Give the date as a value from outside, $(_today), or "
          + "take it from the data.") == true, "\(found)")
  }
}
