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
    return ValidatedRecords(
      report: report, findings: report.results.map { finding($0, records) })
  }

  // A value is blamed on its cell; a missing value on the cell that it would be read from.
  private func finding(_ result: ValidationResult, _ records: HarmonisedRecords) -> Finding {
    let origin = result.statement.map { records.graph.origin(of: $0) } ?? 0
    var finding: Finding
    var rule: SourcePlace?
    if result.value != nil {
      finding = result.finding(at: records.origins.place(origin))
      rule = records.origins.rule(origin)?.place
    } else {
      let home = records.origins.place(of: result.path?.lastPredicate, inRecordOf: origin)
      finding = result.finding(at: home?.place)
      rule = home?.rule
    }
    if let rule { finding.related.insert(RelatedPlace("mapping rule", rule), at: 0) }
    return finding
  }
}
