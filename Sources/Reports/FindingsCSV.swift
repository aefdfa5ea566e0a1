// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Writes every finding as a row of a table, one at a time, so that memory does not grow.
///
/// Cells are those of ``SafeCell``.
/// - Source: RFC 4180 §2.
package enum FindingsCSV {
  /// The header row, with its line break.
  package static let header = Array(
    """
    dataset,severity,rule,file,row,column,name,path,line,offset,message,remedy,mapping place\r\n
    """.utf8)

  /// Appends a finding as a row, with its line break.
  ///
  /// - Parameters:
  ///   - finding: what was found.
  ///   - dataset: the dataset's id, empty for files that belong to none.
  ///   - showValues: whether values out of the provider's data are written.
  ///   - bytes: receives the row.
  package static func append(
    _ finding: Finding, dataset: String, showValues: Bool, to bytes: inout [UInt8]
  ) {
    let place = finding.place.map { PlaceFields($0.locator) }
    let cells = [
      dataset, finding.severity.word, finding.rule.id, finding.place?.file ?? "",
      number(place?.row), number(place?.column), place?.name ?? "", place?.path ?? "",
      number(place?.line), number(place?.offset), finding.message(showValues: showValues),
      finding.remedy(showValues: showValues), finding.mappingPlace?.description ?? "",
    ]
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      SafeCell.append(cell, to: &bytes)
    }
    bytes += [0x0D, 0x0A]
  }

  private static func number(_ number: Int?) -> String { number.map(String.init) ?? "" }
}
