// SPDX-License-Identifier: Apache-2.0

/// A cell of a CSV file that a spreadsheet shows and does not run.
///
/// A cell that a spreadsheet would run as a formula begins with `'`; control characters other than
/// tab and line break become visible escapes.
/// - Source: RFC 4180 §2; OWASP, CSV Injection.
package enum SafeCell {
  /// Appends a cell, without the comma.
  ///
  /// - Parameters:
  ///   - text: the cell's text.
  ///   - keepsNumbers: whether a number with a sign, which is no formula that does anything, stays as
  ///     it is, for programs that read numbers.
  ///   - bytes: receives the cell.
  package static func append(
    _ text: String, keepsNumbers: Bool = false, to bytes: inout [UInt8]
  ) {
    // Most cells are plain; letters, digits and `<` begin no formula.
    if text.utf8.allSatisfy(isPlain), text.utf8.first.map(startsPlainly) ?? true {
      bytes.append(contentsOf: text.utf8)
      return
    }
    let scalars = text.unicodeScalars
    let isFormula =
      (scalars.first.map(formulaStarts.contains) ?? false) && !(keepsNumbers && isNumber(scalars))
    let isQuoted = isFormula || text.utf8.contains(where: needsQuotes)
    if isQuoted { bytes.append(0x22) }
    if isFormula { bytes.append(0x27) }
    var text = text
    text.withUTF8 { appendContent($0, to: &bytes) }
    if isQuoted { bytes.append(0x22) }
  }

  // What is shown as it is goes out in runs.
  private static func appendContent(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var (run, index) = (0, 0)
    func endRun(_ bytes: inout [UInt8], _ length: Int) {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[run..<index]))
      index += length
      run = index
    }
    while index < text.count {
      let byte = text[index]
      if byte == 0x22 {
        endRun(&bytes, 1)
        bytes += [0x22, 0x22]
      } else if isPlain(byte) || needsQuotes(byte) {
        index += 1
      } else {
        let (scalar, length) = VisibleText.scalar(text, at: index)
        if scalar.hidesOrCommands {
          endRun(&bytes, length)
          VisibleText.append(scalar, to: &bytes)
        } else {
          index += length
        }
      }
    }
    endRun(&bytes, 0)
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2C, 0x22, 0x0A, 0x0D, 0x09: true
    default: false
    }
  }

  // `-12.5`: a sign, digits, and digits behind one point.
  private static func isNumber(_ text: String.UnicodeScalarView) -> Bool {
    guard text.first == "-" || text.first == "+" else { return false }
    let parts = text.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { ("0"..."9").contains($0) } }
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
