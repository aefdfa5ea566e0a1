// SPDX-License-Identifier: Apache-2.0

import Foundation
import Mapping
import TestSupport
import Testing

@Suite struct FunctionsDocumentationTests {
  @Test func `the committed page is the one that the functions give`() throws {
    let file = SharedFolder.packageRoot.appending(path: "Documentation/functions.md")
    let page = FunctionsDocumentation.render()
    if ProcessInfo.processInfo.environment["FAIRWAY_UPDATE_DOCUMENTATION"] == "1" {
      try page.write(to: file, atomically: true, encoding: .utf8)
    }
    let committed = try String(contentsOf: file, encoding: .utf8)
    #expect(
      committed == page, "run the tests with FAIRWAY_UPDATE_DOCUMENTATION=1 to write the page")
  }

  @Test func `the page names every function and parameter by IRI`() {
    let page = FunctionsDocumentation.render()
    for function in FunctionRegistry.all {
      #expect(page.contains(function.summary))
      for iri in function.iris + function.parameters.flatMap(\.iris) {
        #expect(page.contains("`\(iri)`"), "\(iri)")
      }
    }
  }
}
