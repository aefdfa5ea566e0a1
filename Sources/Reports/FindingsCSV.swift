// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Writes every finding as a row of a table, one at a time, so that memory does not grow.
///
/// Cells that a spreadsheet would run as a formula begin with `'`; control characters other than
/// tab and line break become visible escapes.
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
      append(cell: cell, to: &bytes)
    }
    bytes += [0x0D, 0x0A]
  }

  private static func number(_ number: Int?) -> String { number.map(String.init) ?? "" }

  private static func append(cell: String, to bytes: inout [UInt8]) {
    // Most cells are plain; letters, digits and `<` begin no formula.
    if cell.utf8.allSatisfy(isPlain), cell.utf8.first.map(startsPlainly) ?? true {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    let scalars = cell.unicodeScalars
    let isFormula = scalars.first.map(formulaStarts.contains) ?? false
    let isQuoted = isFormula || scalars.contains { [",", "\"", "\n", "\r", "\t"].contains($0) }
    if isQuoted { bytes.append(0x22) }
    if isFormula { bytes.append(0x27) }
    for scalar in scalars {
      switch scalar {
      case "\"": bytes += [0x22, 0x22]
      case "\t", "\n", "\r": bytes.append(scalar: scalar)
      default: VisibleText.append(scalar, to: &bytes)
      }
    }
    if isQuoted { bytes.append(0x22) }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x2C
  }

  private static func startsPlainly(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "<"):
      true
    default: false
    }
  }

  // What OWASP names, in the full-width forms as well, which some spreadsheets take for the same.
  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]
}
