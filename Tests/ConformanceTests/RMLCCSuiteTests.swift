// SPDX-License-Identifier: Apache-2.0

import Testing

/// The suite of RML-CC.
struct RMLCCSuiteTests {
  static let suite = RMLSuite(name: "rml-cc", base: "http://example.com/base/", count: 35)

  @Test(arguments: suite.cases)
  func `a case ends as the suite says`(one: RMLCase) { one.check() }

  @Test func `the suite has the cases it is known to have`() {
    guard Self.suite.folder != nil else { return }
    #expect(Self.suite.cases.count == Self.suite.count)
  }
}
