// SPDX-License-Identifier: Apache-2.0

/// Finds out what stands between the cells of a table.
enum CSVSniffer {
  /// What was found.
  struct Result: Equatable {
    /// The delimiter; with one column it is one that stands in no cell, if there is such a one.
    var delimiter: UInt8
    /// How many cells the header has; 1 when nothing speaks for any delimiter.
    var columns: Int
  }

  /// The delimiters looked for, the commonest first.
  static let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

  /// How many rows after the header are looked at.
  static let rowLimit = 100

  /// The delimiter with which most rows have as many cells as the header.
  ///
  /// Quotes are respected, so a delimiter inside quotes does not count. When less than half of the
  /// rows agree with the header whatever the delimiter, the one with the most columns is taken:
  /// then the rows are ragged, not the delimiter wrong.
  ///
  /// - Parameters:
  ///   - window: the text from the first row on.
  ///   - quote: the quote.
  ///   - rowsBefore: rows to skip before the header.
  ///   - isWhole: whether the file ends with the window.
  /// - Returns: the delimiter and the number of header cells it makes.
  static func sniff(
    _ window: [UInt8], quote: UInt8, rowsBefore: Int, isWhole: Bool
  ) -> Result {
    var best: (result: Result, share: Double)?
    var unused: UInt8?
    for delimiter in candidates where delimiter != quote {
      var scanner = CSVRowScanner(delimiter: delimiter, quote: quote, columnLimit: 1 << 20)
      scanner.index(window, from: 0)
      let counts = cellCounts(window.span, &scanner, rowsBefore: rowsBefore, isWhole: isWhole)
      guard let header = counts.first, header > 1 else {
        if unused == nil, counts.allSatisfy({ $0 == 1 }) { unused = delimiter }
        continue
      }
      let rows = counts.dropFirst()
      let agreeing = rows.count { $0 == header }
      let share = rows.isEmpty ? 1 : Double(agreeing) / Double(rows.count)
      let result = Result(delimiter: delimiter, columns: header)
      if isBetter((result, share), best) { best = (result, share) }
    }
    let comma: UInt8 = quote == 0x2C ? 0x3B : 0x2C
    return best?.result ?? Result(delimiter: unused ?? comma, columns: 1)
  }

  private static func isBetter(
    _ new: (result: Result, share: Double), _ old: (result: Result, share: Double)?
  ) -> Bool {
    guard let old else { return true }
    if max(new.share, old.share) < 0.5 || new.share == old.share {
      return new.result.columns > old.result.columns
    }
    return new.share > old.share
  }

  // Of the header and the rows after it, blank rows left out.
  private static func cellCounts(
    _ bytes: Span<UInt8>, _ scanner: inout CSVRowScanner, rowsBefore: Int, isWhole: Bool
  ) -> [Int] {
    var counts: [Int] = []
    var position = 0
    var row = 0
    while position < bytes.count, counts.count <= rowLimit {
      if scanner.scanRow(bytes, from: position, isLast: isWhole) != .row { break }
      if row >= rowsBefore, !scanner.isBlankRow { counts.append(scanner.spans.count) }
      row += 1
      position = scanner.next
    }
    return counts
  }

  /// The delimiter that a first row `sep=;` names, as spreadsheet programs write it.
  ///
  /// - Parameter window: the text from its beginning, 8 bytes or the whole file.
  /// - Returns: `nil` when the first row is another.
  static func namedDelimiter(_ window: [UInt8]) -> UInt8? {
    guard window.count >= 5, String(decoding: window[..<4], as: UTF8.self).lowercased() == "sep="
    else { return nil }
    guard window.count == 5 || window[5] == 0x0A || window[5] == 0x0D else { return nil }
    let character = Character(UnicodeScalar(window[4]))
    return character.isASCII && !character.isLetter && !character.isNumber ? window[4] : nil
  }

  /// What a delimiter is called.
  static func name(of delimiter: UInt8) -> String {
    switch delimiter {
    case 0x2C: "comma"
    case 0x3B: "semicolon"
    case 0x09: "tab"
    case 0x7C: "vertical bar"
    case 0x20: "blank"
    default: "“\(String(UnicodeScalar(delimiter)))”"
    }
  }
}

extension CSVRowScanner {
  /// Whether the last row is a line break and nothing else.
  var isBlankRow: Bool {
    spans.count == 1 && spans[0].start == spans[0].end && !traits.contains(.quoted)
  }
}
