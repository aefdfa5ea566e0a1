// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Opens a table: finds the delimiter, steps over rows to skip, reads the header.
struct CSVOpening {
  /// Stands at the first record after ``readHeader()``.
  private(set) var window: CSVWindow
  /// Prepared for the delimiter.
  private(set) var scanner: CSVRowScanner
  /// What was sniffed, in words.
  private(set) var sniffed: [String] = []
  /// What is wrong so far.
  private(set) var findings: [Finding] = []
  /// The place of the header row.
  private(set) var headerPlace: SourcePlace

  private let dialect: CSVDialect
  private let limits: CSVLimits

  /// Finds out what the dialect leaves open.
  ///
  /// - Parameters:
  ///   - decoder: the text, at its beginning.
  ///   - dialect: what is known.
  ///   - limits: the limits.
  /// - Throws: ``CSVRules/impossibleDialect``, or what `decoder` throws.
  init(
    _ decoder: TextDecoder, _ dialect: CSVDialect, _ limits: CSVLimits
  ) throws(DiagnosedError) {
    self.dialect = dialect
    self.limits = limits
    window = CSVWindow(decoder, limits)
    headerPlace = SourcePlace(file: window.file)
    scanner = CSVRowScanner(delimiter: 0, quote: dialect.quote, columnLimit: limits.columns)
    if decoder.input.isCompressed { sniffed.append("compressed with gzip") }
    if dialect.encoding == nil || decoder.detection.markLength > 0 {
      sniffed.append(decoder.detection.words)
    }
    if decoder.isDoubtful {
      findings.append(
        Finding(
          TextRules.doubtful, at: SourcePlace(file: window.file),
          [.plain("encoding", decoder.detection.encoding.rawValue)]))
    }
    let delimiter = try findDelimiter()
    if !Self.fit(delimiter, dialect.quote) {
      throw DiagnosedError(
        CSVRules.impossibleDialect, at: SourcePlace(file: window.file),
        [
          .plain("delimiter", CSVSniffer.name(of: delimiter)),
          .plain("quote", CSVSniffer.name(of: dialect.quote)),
        ])
    }
    scanner = CSVRowScanner(
      delimiter: delimiter, quote: dialect.quote, columnLimit: limits.columns)
  }

  private static func fit(_ delimiter: UInt8, _ quote: UInt8) -> Bool {
    let allowed: [UInt8] = [delimiter, quote]
    return delimiter != quote
      && allowed.allSatisfy { byte in (1..<0x80).contains(byte) && byte != 0x0A && byte != 0x0D }
  }

  // A first row `sep=;` is obeyed unless a delimiter is declared; it is stepped over in any case.
  private mutating func findDelimiter() throws(DiagnosedError) -> UInt8 {
    try window.fill(8)
    let named = dialect.rowsBeforeHeader == 0 ? CSVSniffer.namedDelimiter(window.bytes) : nil
    if let named {
      scanner = CSVRowScanner(
        delimiter: named, quote: dialect.quote, columnLimit: limits.columns)
      _ = try nextRow()
    }
    if let declared = dialect.delimiter { return declared }
    if let named {
      sniffed.append("\(CSVSniffer.name(of: named)) between cells, as the first row says")
      return named
    }
    try window.fill(limits.sampleBytes)
    let result = CSVSniffer.sniff(
      window.bytes, quote: dialect.quote, rowsBefore: dialect.rowsBeforeHeader,
      isWhole: window.isLast)
    sniffed.append(
      result.columns > 1
        ? "\(CSVSniffer.name(of: result.delimiter)) between cells"
        : "one column, no delimiter found")
    return result.delimiter
  }

  /// Reads the header and steps over rows to skip.
  ///
  /// - Returns: the names, at least one.
  /// - Throws: ``CSVRules/noHeader``, ``CSVRules/unterminatedQuote`` or a limit.
  mutating func readHeader() throws(DiagnosedError) -> CSVHeader {
    for _ in 0..<max(0, dialect.rowsBeforeHeader) {
      if try nextRow() == nil {
        throw noHeader("The file ends within the \(dialect.rowsBeforeHeader) rows to skip")
      }
    }
    var cells: [String] = []
    while cells.isEmpty {
      headerPlace = window.place(column: nil)
      guard let row = try nextRow(isHeader: true) else {
        throw noHeader(window.row == 1 ? "The file is empty" : "The file ends before a header")
      }
      cells = row
    }
    sniffed.append(contentsOf: rowEndInWords)
    if dialect.trims { cells = cells.map(Self.trimmed) }
    if let names = dialect.columnNames {
      sniffed.append("no header")
      let numbered = cells.indices.map { "_col.\($0 + 1)" }
      cells = names + numbered.dropFirst(names.count)
    }
    let header = CSVHeader(cells)
    if header.names.isEmpty { throw noHeader("All cells of the header row are empty") }
    let (file, place) = (window.file, headerPlace)
    findings += header.findings { column, name in
      guard case .cell(let row, _, _, let line) = place.locator else { return place }
      return SourcePlace(file: file, .cell(row: row, column: column, name: name, line: line))
    }
    var rowsToSkip = dialect.rowsAfterHeader
    while rowsToSkip > 0, try nextRow() != nil { rowsToSkip -= 1 }
    return header
  }

  private static func trimmed(_ cell: String) -> String {
    var rest = Substring(cell)
    while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return String(rest)
  }

  // The cells of the next row, none for a blank row or a comment, nil at the end. The first row of a
  // table without a header is looked at and stays the next one.
  private mutating func nextRow(isHeader: Bool = false) throws(DiagnosedError) -> [String]? {
    while !window.isAtEnd {
      scanner.index(window.bytes, from: window.position)
      let bytes = window.bytes
      var openCell = window.position
      if openCell < bytes.count {
        let outcome = scanner.scanRow(bytes.span, from: openCell, isLast: window.isLast)
        if let error = window.error(outcome, scanner, names: []) { throw error }
        if case .incomplete(let cell) = outcome {
          openCell = cell
        } else {
          try window.checkWholeRow(scanner, names: [])
          if isHeader { _ = window.checkQuotes(scanner, [], &findings) }
          let isComment = dialect.comment == bytes[window.position]
          let isEmpty = scanner.isBlankRow || isComment
          let cells = isEmpty ? [] : scanner.spans.map { text(bytes, $0) }
          if !isHeader || isEmpty || dialect.columnNames == nil { window.advance(past: scanner) }
          return cells
        }
      }
      try window.checkOpenRow(scanner, openCell: openCell, names: [])
      try window.refill()
    }
    return nil
  }

  private func text(_ bytes: [UInt8], _ span: CSVSpan) -> String {
    let content = bytes[Int(span.start)..<Int(span.end)]
    let text = String(decoding: content, as: UTF8.self)
    guard span.traits.contains(.doubled) else { return text }
    var wasQuote = false
    let single = content.filter { byte in
      wasQuote = byte == dialect.quote && !wasQuote
      return byte != dialect.quote || wasQuote
    }
    return String(decoding: single, as: UTF8.self)
  }

  private var rowEndInWords: [String] {
    switch scanner.rowEnd {
    case .lineFeed: ["rows end with LF"]
    case .both: ["rows end with CR LF"]
    case .carriageReturn: ["rows end with CR"]
    case .endOfFile: []
    }
  }

  private func noHeader(_ reason: String) -> DiagnosedError {
    DiagnosedError(
      CSVRules.noHeader, at: window.place(column: nil), [.plain("reason", reason)])
  }
}
