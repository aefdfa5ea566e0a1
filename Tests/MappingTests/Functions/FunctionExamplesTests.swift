// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct FunctionExamplesTests {
  @Test(arguments: FunctionRegistry.all.map { $0.iris[0] })
  func `the examples on a function's page are true`(iri: String) throws {
    let function = try #require(FunctionRegistry.find(iri))
    for example in function.examples {
      let arguments = example.arguments.map(\.texts)
      #expect(try example.run(function).description == example.result, "\(arguments)")
    }
  }

  @Test func `every function has an example, except those that need what a run brings`() {
    let without = FunctionRegistry.all.filter(\.examples.isEmpty).map { $0.iris[0] }
    #expect(
      without.sorted()
        == ["idlab:lookup", "idlab:lookupWithDelimiter", "fw:term"].map(functionIRI).sorted())
  }
}
