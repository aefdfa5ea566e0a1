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
    if isPlain(text) { return bytes.append(contentsOf: text.utf8) }
    let scalars = text.unicodeScalars
    let isFormula =
      (scalars.first.map(formulaStarts.contains) ?? false) && !(keepsNumbers && isNumber(scalars))
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

  // Most cells are codes, numbers and names, which are written as they are.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-") else { return text.isEmpty }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"), UInt8(ascii: " "):
        true
      default: false
      }
    }
  }

  // `-12.5`: a sign, digits, and digits behind one point.
  private static func isNumber(_ text: String.UnicodeScalarView) -> Bool {
    guard text.first == "-" || text.first == "+" else { return false }
    let parts = text.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { ("0"..."9").contains($0) } }
  }

  // What OWASP names, in the full-width forms as well, which some spreadsheets take for the same.
  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]
}
