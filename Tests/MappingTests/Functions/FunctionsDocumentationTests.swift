// SPDX-License-Identifier: Apache-2.0

import Foundation
import Mapping
import TestSupport
import Testing

@Suite struct FunctionsDocumentationTests {
  private let folder = SharedFolder.packageRoot.appending(path: "Documentation")

  @Test func `the committed pages are those that the functions give`() throws {
    let pages = FunctionsDocumentation.pages()
    if ProcessInfo.processInfo.environment["FAIRWAY_UPDATE_DOCUMENTATION"] == "1" {
      try? FileManager.default.removeItem(at: folder.appending(path: "functions"))
      try FileManager.default.createDirectory(
        at: folder.appending(path: "functions"), withIntermediateDirectories: true)
      for (name, page) in pages {
        try page.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
      }
    }
    for (name, page) in pages.sorted(by: { $0.key < $1.key }) {
      let committed = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
      #expect(
        committed == page,
        "\(name): run the tests with FAIRWAY_UPDATE_DOCUMENTATION=1 to write the pages")
    }
  }

  @Test func `no page is left of a function that is gone`() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "functions").path)
    #expect(
      Set(names.map { "functions/\($0)" } + ["functions.md"])
        == Set(FunctionsDocumentation.pages().keys))
  }

  @Test func `the index names every function, and its page every parameter and output by IRI`()
    throws
  {
    let pages = FunctionsDocumentation.pages()
    let index = try #require(pages["functions.md"])
    #expect(pages.count == FunctionRegistry.all.count + 1)
    let all = pages.values.joined()
    for function in FunctionRegistry.all {
      #expect(index.contains(function.summary))
      for iri in function.iris + function.parameters.flatMap(\.iris) {
        #expect(all.contains("`\(iri)`"), "\(iri)")
      }
    }
  }
}
