// SPDX-License-Identifier: Apache-2.0

/// The SQL type of a column, and whether a value fits it.
///
/// - Source: SQL:2016, `<data type>`, as far as the common data model uses it.
package enum ColumnType: Sendable, Hashable {
  /// `VARCHAR(n)`: at most so many characters.
  case text(Int)
  /// `DECIMAL(p,s)`: digits in all, and of those behind the point.
  case decimal(precision: Int, scale: Int)
  /// `INTEGER`.
  case integer
  /// `DATE`.
  case date
  /// `BOOLEAN`.
  case boolean
  /// A type that the model does not use.
  case other(String)

  /// Reads a type as SQL spells it.
  package init(_ sql: String) {
    let parts = sql.split { "(,)".contains($0) }
    let numbers = parts.dropFirst().compactMap { Int($0) }
    switch (parts.first ?? "", numbers.count) {
    case ("VARCHAR", 1): self = .text(numbers[0])
    case ("DECIMAL", 2): self = .decimal(precision: numbers[0], scale: numbers[1])
    case ("INTEGER", 0): self = .integer
    case ("DATE", 0): self = .date
    case ("BOOLEAN", 0): self = .boolean
    default: self = .other(sql)
    }
  }

  /// The type as SQL spells it.
  package var sql: String {
    switch self {
    case .text(let length): "VARCHAR(\(length))"
    case .decimal(let precision, let scale): "DECIMAL(\(precision),\(scale))"
    case .integer: "INTEGER"
    case .date: "DATE"
    case .boolean: "BOOLEAN"
    case .other(let sql): sql
    }
  }

  /// Whether the column can hold a value as it is, without cutting or rounding.
  ///
  /// - Parameter text: the value in its lexical form.
  /// - Returns: `true` for a date of any precision, since the model leaves out days on purpose.
  package func fits(_ text: String) -> Bool {
    switch self {
    case .text(let length): text.unicodeScalars.count <= length
    case .decimal(let precision, let scale): Self.fits(text, whole: precision - scale, scale)
    case .integer: Int32(text) != nil
    case .date, .boolean, .other: true
    }
  }

  private static func fits(_ text: String, whole: Int, _ scale: Int) -> Bool {
    let digits = text.drop { $0 == "-" || $0 == "+" }
      .split(separator: ".", omittingEmptySubsequences: false)
    let fraction = digits.count > 1 ? String(digits[1]) : ""
    let zeros = fraction.reversed().prefix { $0 == "0" }.count
    return (digits.first ?? "").drop { $0 == "0" }.count <= whole
      && fraction.count - zeros <= scale
  }
}
