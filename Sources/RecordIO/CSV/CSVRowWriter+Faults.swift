// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension CSVRowWriter {
  /// Whether the last row goes into the batch; says what is wrong with it.
  mutating func check(
    _ window: CSVWindow, _ scanner: CSVRowScanner, _ findings: inout [Finding]
  ) -> Bool {
    let found = scanner.spans.count
    let hasFaultyQuotes = !scanner.traits.isDisjoint(with: .faults)
    if found == header.width, !hasFaultyQuotes, unnamed.isEmpty { return true }
    var isSound = true
    if hasFaultyQuotes { isSound = window.checkQuotes(scanner, header.names, &findings) }
    if !unnamed.isEmpty { checkUnnamed(window, scanner, &findings) }
    if found >= header.names.count, found <= header.width { return isSound }
    return checkCount(window, scanner, &findings) && isSound
  }

  // Every cell beyond the header is empty, or the row is ragged.
  private mutating func checkCount(
    _ window: CSVWindow, _ scanner: CSVRowScanner, _ findings: inout [Finding]
  ) -> Bool {
    let found = scanner.spans.count
    let isShort = found < header.names.count
    let expected = isShort ? header.names.count : header.width
    let counts: [FindingArgument] = [.plain("found", found), .plain("expected", expected)]
    let departure = min(found, expected)
    let name = departure < header.names.count ? header.names[departure] : nil
    let place = window.place(column: departure + 1, name: name)
    if !isShort, scanner.spans[expected...].allSatisfy({ $0.start == $0.end }) {
      if !hasReportedEmptyCells {
        findings.append(Finding(CSVRules.emptyExtraCells, at: place, counts))
      }
      hasReportedEmptyCells = true
      return true
    }
    findings.append(
      Finding(CSVRules.raggedRow, at: place, severity: mapsRaggedRows ? .warning : nil, counts))
    return mapsRaggedRows
  }

  private mutating func checkUnnamed(
    _ window: CSVWindow, _ scanner: CSVRowScanner, _ findings: inout [Finding]
  ) {
    unnamed.removeAll { column in
      guard column < scanner.spans.count else { return false }
      let span = scanner.spans[column]
      if span.start == span.end { return false }
      let position = (header.unnamed.firstIndex(of: column) ?? 0) + 1
      findings.append(
        Finding(
          CSVRules.unnamedColumn, at: window.place(column: column + 1),
          [.plain("column", column + 1), .plain("alias", "#\(position)")]))
      return true
    }
  }
}
