// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel
package import Shapes

/// What validation found in a dataset's records.
package struct ValidatedRecords: Sendable {
  /// The results as SHACL states them.
  package let report: ValidationReport
  private let origins: OriginTable

  init(report: ValidationReport, origins: OriginTable) {
    self.report = report
    self.origins = origins
  }

  /// Hands on every result as a finding at the provider's cell, in the order of the records, as a
  /// steward goes through a table; the report keeps its own order.
  ///
  /// - Parameter body: takes some of the findings, which are in memory for the time of the call.
  /// - Throws: `temporary-file.failed`.
  package func forEachFindings(_ body: ([Finding]) -> Void) throws(DiagnosedError) {
    let results = report.results
    let order = results.indices.sorted {
      (results[$0].origin, $0) < (results[$1].origin, $1)
    }
    for start in stride(from: 0, to: order.count, by: Self.groupSize) {
      let group = order[start..<min(start + Self.groupSize, order.count)]
      // Putting results into words is most of the work.
      let findings = ConcurrentMap.map(group) { [origins] _, index in
        Result { () throws(DiagnosedError) in try origins.finding(results[index]) }
      }
      var words: [Finding] = []
      for finding in findings { words.append(try finding.get()) }
      body(words)
    }
  }

  // Results that are in words at the same time.
  private static let groupSize = 4096
}

/// Checks harmonised records against record shapes and sends every result home to its cell.
package struct ValidationStage {
  private let shapes: ShapesGraph
  private let concepts: Graph

  /// Prepares the stage.
  ///
  /// - Parameters:
  ///   - shapes: the record shapes.
  ///   - concepts: classes and vocabularies, which class constraints ask for.
  package init(shapes: ShapesGraph, concepts: Graph) {
    self.shapes = shapes
    self.concepts = concepts
  }

  /// Validates.
  package func run(_ records: HarmonisedRecords) -> ValidatedRecords {
    ValidatedRecords(
      report: Validator(shapes: shapes).validate(records.graph, hierarchy: concepts),
      origins: records.origins)
  }
}
