// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
internal import Mapping
package import RDFModel
package import Shapes

/// What validation found in a dataset's records.
package struct ValidatedRecords: Sendable {
  /// The results as SHACL states them.
  package let report: ValidationReport
  /// The same as findings at the provider's cells.
  package let findings: [Finding]
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
    let report = Validator(shapes: shapes).validate(records.graph, hierarchy: concepts)
    // In the order of the records, as a steward goes through a table; the report keeps its own order.
    let findings = report.results.enumerated()
      .map { index, result in
        (result.origin, index, finding(result, result.origin, records.origins))
      }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    return ValidatedRecords(report: report, findings: findings.map(\.2))
  }

  // A value is blamed on its cell; a missing value on the cell that it would be read from.
  private func finding(
    _ result: ValidationResult, _ origin: UInt32, _ origins: OriginTable
  ) -> Finding {
    var finding: Finding
    var rule: SourcePlace?
    if result.value != nil {
      finding = result.finding(at: origins.place(origin))
      rule = origins.rule(origin)?.place
    } else {
      let home = origins.place(of: result.path?.lastPredicate, inRecordOf: origin)
      finding = result.finding(at: home?.place)
      rule = home?.rule
    }
    if let rule { finding.related.insert(RelatedPlace("mapping rule", rule), at: 0) }
    return finding
  }
}
