// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct FunctionRegistryTests {
  @Test func `no two functions share an IRI and every one is found under each of its own`() {
    let iris = FunctionRegistry.all.flatMap { $0.iris }
    #expect(Set(iris).count == iris.count)
    for function in FunctionRegistry.all {
      for iri in function.iris { #expect(FunctionRegistry.find(iri)?.iris == function.iris) }
    }
    #expect(FunctionRegistry.knownIRIs == iris.sorted())
    #expect(FunctionRegistry.find("http://ex.org/nothing") == nil)
  }

  @Test func `no two parameters of a function share an IRI`() {
    for function in FunctionRegistry.all {
      let iris = function.parameters.flatMap(\.iris)
      #expect(Set(iris).count == iris.count, "\(function.iris)")
    }
  }

  @Test func `a value is true if it is true or 1`() {
    let values = ["true", "1", "TRUE", "yes", "", "01", "t"].map { FunctionValue($0).isTrue }
    #expect(values == [true, true, false, false, false, false, false])
  }
}
