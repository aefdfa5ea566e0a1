// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension CSVWindow {
  /// Ends the run if what is here of an unfinished row is beyond a limit.
  ///
  /// - Parameters:
  ///   - scanner: has the cells before the open one.
  ///   - openCell: where the cell begins in which the window ends.
  ///   - names: the names of the columns.
  /// - Throws: ``CSVRules/cellLimit`` or ``CSVRules/rowLimit``.
  func checkOpenRow(
    _ scanner: CSVRowScanner, openCell: Int, names: [String]
  ) throws(DiagnosedError) {
    if bytes.count - openCell > limits.cellBytes {
      let column = scanner.spans.count + 1
      throw error(CSVRules.cellLimit, column: column, of: names, limit: limits.cellBytes)
    }
    if bytes.count - position > limits.rowBytes {
      throw error(CSVRules.rowLimit, of: names, limit: limits.rowBytes)
    }
  }

  /// Ends the run if a cell of a whole row, or the row, is beyond a limit.
  ///
  /// - Parameters:
  ///   - scanner: has the cells of the row.
  ///   - names: the names of the columns.
  /// - Throws: ``CSVRules/cellLimit`` or ``CSVRules/rowLimit``.
  func checkWholeRow(_ scanner: CSVRowScanner, names: [String]) throws(DiagnosedError) {
    let size = scanner.next - position
    if size <= min(limits.cellBytes, limits.rowBytes) { return }
    for (index, span) in scanner.spans.enumerated()
    where span.writtenLength > limits.cellBytes {
      throw error(CSVRules.cellLimit, column: index + 1, of: names, limit: limits.cellBytes)
    }
    if size > limits.rowBytes {
      throw error(CSVRules.rowLimit, of: names, limit: limits.rowBytes)
    }
  }

  /// Says what is wrong with the quotes of the last row.
  ///
  /// - Parameters:
  ///   - scanner: has the cells of the row.
  ///   - names: the names of the columns.
  ///   - findings: receives a finding for each cell at fault.
  /// - Returns: whether every value is certain: text after a closing quote leaves it uncertain, the
  ///   other faults do not.
  func checkQuotes(
    _ scanner: CSVRowScanner, _ names: [String], _ findings: inout [Finding]
  ) -> Bool {
    for (index, span) in scanner.spans.enumerated() {
      guard let rule = span.traits.faultRule else { continue }
      let name = index < names.count ? names[index] : nil
      findings.append(
        Finding(
          rule, at: place(column: index + 1, name: name),
          [.plain("column", name ?? "column \(index + 1)")]))
    }
    return !scanner.traits.contains(.textAfterQuote)
  }

  /// The error for a row that was not scanned to its end, `nil` if only more bytes are wanted.
  func error(
    _ outcome: CSVRowScanner.Outcome, _ scanner: CSVRowScanner, names: [String]
  ) -> DiagnosedError? {
    switch outcome {
    case .row, .incomplete: nil
    case .unterminated:
      error(CSVRules.unterminatedQuote, column: scanner.spans.count + 1, of: names)
    case .tooManyColumns:
      error(CSVRules.columnLimit, of: names, limit: limits.columns)
    }
  }

  private func error(
    _ rule: FindingRule, column: Int? = nil, of names: [String], limit: Int? = nil
  ) -> DiagnosedError {
    let name = column.flatMap { $0 <= names.count ? names[$0 - 1] : nil }
    return DiagnosedError(
      rule, at: place(column: column, name: name), limit.map { [.plain("limit", $0)] } ?? [])
  }
}

extension CSVSpan.Traits {
  /// What gives a finding.
  static let faults: Self = [.strayQuote, .blanksAfterQuote, .textAfterQuote]

  fileprivate var faultRule: FindingRule? {
    if contains(.strayQuote) { return CSVRules.strayQuote }
    if contains(.blanksAfterQuote) { return CSVRules.blanksAfterQuote }
    return contains(.textAfterQuote) ? CSVRules.textAfterQuote : nil
  }
}
