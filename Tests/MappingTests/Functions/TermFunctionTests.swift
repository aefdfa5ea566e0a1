// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

/// A term mapping of a few values of the list `sex`.
struct SampleTerms: TermResolver {
  var lists: [String] = ["sex"]

  func resolve(_ value: [UInt8], list: String) -> TermResolution {
    switch String(decoding: value, as: UTF8.self) {
    case "f": .concept("http://ex.org/female")
    case "m": .concept("http://ex.org/male")
    case "unknown": .noTerm
    case "x": .ambiguous(["http://ex.org/one", "http://ex.org/two"])
    default: .unmapped
    }
  }
}

@Suite struct TermFunctionTests {
  private let services = FunctionServices(terms: SampleTerms())

  @Test(arguments: [
    ("f", "http://ex.org/female (iri)"), ("unknown", "nothing"), ("q", "unmapped in sex"),
    ("", "unmapped in sex"), ("x", "ambiguous in sex: http://ex.org/one, http://ex.org/two"),
  ])
  func `a value gives its concept or what is wrong with it`(
    value: String, expected: String
  ) throws {
    #expect(
      try result("fw:term", ["fw:list": "sex"], [texts(value)], services: services) == expected)
  }

  @Test func `several values give their concepts without those that have none by rule`() throws {
    #expect(
      try result("fw:term", ["fw:list": "sex"], [texts("f", "unknown", "m")], services: services)
        == "http://ex.org/female (iri) | http://ex.org/male (iri)")
  }

  @Test func `a run without term mappings is refused`() throws {
    #expect(
      try refusal("fw:term", ["fw:list": "sex"])
        == "fw:list: the run names no term mapping (SSSOM file)")
  }

  @Test func `a list that no term mapping has is refused with those that are known`() throws {
    let services = FunctionServices(terms: SampleTerms(lists: ["sex", "laterality"]))
    #expect(
      try refusal("fw:term", ["fw:list": "gender"], services: services)
        == "fw:list: no term mapping has that list as subject_source; known are laterality, sex")
  }

  @Test func `a term mapping without a list serves every list`() throws {
    let services = FunctionServices(terms: SampleTerms(lists: [""]))
    #expect(try refusal("fw:term", ["fw:list": "gender"], services: services) == nil)
  }
}
