// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
internal import Mapping
package import Shapes

/// What a validation found.
package struct ValidationOutcome: Sendable {
  /// The results as SHACL states them.
  package let report: ValidationReport
  /// The defects of the shapes, at lines of their files.
  package let shapeFindings: [Finding]
  /// Stale codes in data that describe datasets.
  package var staleCodes: [Finding] = []
  let places: ResultPlaces
  /// The number of statements checked.
  package let statementCount: Int

  /// A result as a finding at its line, or at the cell that its statement was made of.
  ///
  /// - Throws: `temporary-file.failed`.
  package func finding(_ result: ValidationResult) throws(DiagnosedError) -> Finding {
    try places.finding(result)
  }

  /// Whether focus nodes are records of a provider, whose names hold source values.
  var isOfRecords: Bool {
    switch places {
    case .lines: false
    case .cells: true
    }
  }

  /// The number of results.
  package var resultCount: Int { report.results.count }

  /// How much the gravest finding weighs, `nil` if there is none.
  package var gravest: Severity? {
    let results = report.results.lazy.map(\.severity).max()
    return [shapeFindings.map(\.severity).max(), staleCodes.map(\.severity).max(), results]
      .compactMap(\.self).max()
  }
}

/// Where statements come from whose results need a place.
enum ResultPlaces: Sendable {
  /// Lines of RDF files.
  case lines(DataFiles)
  /// Cells of records that were mapped.
  case cells(OriginTable)

  /// A result as a finding.
  ///
  /// - Throws: `temporary-file.failed`.
  func finding(_ result: ValidationResult) throws(DiagnosedError) -> Finding {
    switch self {
    case .lines(let files): result.finding(at: files.place(result.origin))
    case .cells(let origins): try origins.finding(result)
    }
  }
}

extension OriginTable {
  /// A result as a finding: a value is blamed on its cell, a missing value on the cell that it would be
  /// read from; the rule of the mapping stands beside.
  ///
  /// - Throws: `temporary-file.failed`.
  func finding(_ result: ValidationResult) throws(DiagnosedError) -> Finding {
    var finding: Finding
    var rule: SourcePlace?
    if result.value != nil {
      finding = result.finding(at: try place(result.origin))
      rule = try self.rule(result.origin)?.place
    } else {
      let home = try place(of: result.path?.lastPredicate, inRecordOf: result.origin)
      finding = result.finding(at: home?.place)
      rule = home?.rule
    }
    if let rule { finding.related.insert(RelatedPlace("mapping rule", rule), at: 0) }
    return finding
  }
}
