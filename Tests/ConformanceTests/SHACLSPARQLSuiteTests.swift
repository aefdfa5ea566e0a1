// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Shapes
import Testing

/// The part of the W3C SHACL test suite that needs SPARQL, which is not evaluated.
///
/// What matters of these cases is that a report never looks as if it had checked them.
struct SHACLSPARQLSuiteTests {
  static let entries: [SuiteEntry] = SuiteEntry.all(.sparql)

  @Test func `the manifests name 22 tests that need SPARQL`() {
    guard SuiteEntry.Part.sparql.folder != nil else { return }
    #expect(Self.entries.count == 22)
  }

  @Test(arguments: entries) func `what needs SPARQL is named as not evaluated`(_ entry: SuiteEntry)
    throws
  {
    let shapes = try entry.graphs().shapes
    #expect(Self.partsInSPARQL(shapes) != [])
    #expect(try entry.run().notEvaluated == shapes.notEvaluated)
  }

  /// What shapes ask for by `sh:sparql` or by components of their own.
  static func partsInSPARQL(_ shapes: ShapesGraph) -> [String] {
    shapes.notEvaluated.map(\.part).filter { $0 == "sh:sparql" || !$0.hasPrefix("sh:") }
  }
}
