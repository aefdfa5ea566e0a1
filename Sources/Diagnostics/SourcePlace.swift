// SPDX-License-Identifier: Apache-2.0

/// Where in a file something stands.
///
/// All counts start at 1, offsets at 0. What is not known is `nil`, never 0 or -1.
package enum SourceLocator: Sendable, Hashable {
  /// The file as a whole.
  case file
  /// A byte offset from the start of the file, before decompression and decoding.
  case offset(UInt64)
  /// A line and column (in bytes of UTF-8) of a text that people write: mapping, pipeline, Turtle.
  case text(line: Int, column: Int)
  /// A cell of a table: the row as a spreadsheet numbers it (header rows count, a line break inside
  /// quotes does not), the column, its header, and the line of the file on which the row begins.
  case cell(row: Int, column: Int?, name: String?, line: Int)
  /// An element or attribute by its path, as `/patients/patient[3]/sex`, and the line it stands on.
  case element(path: String, line: Int)
  /// A JSON value by its pointer (RFC 6901) and its byte offset.
  case pointer(String, offset: UInt64)
}

/// A place in a named file.
package struct SourcePlace: Sendable, Hashable {
  /// The file's path as the user gave it, or relative to the project.
  package var file: String
  /// Where in the file.
  package var locator: SourceLocator

  /// Names a place.
  package init(file: String, _ locator: SourceLocator = .file) {
    self.file = file
    self.locator = locator
  }
}

extension SourcePlace: CustomStringConvertible {
  /// The place as one word that editors and people read: `cohort.csv:412:7`.
  package var description: String {
    switch locator {
    case .file: file
    case .offset(let offset): "\(file) at byte \(offset)"
    case .text(let line, let column): "\(file):\(line):\(column)"
    case .cell(let row, let column, let name, let line):
      "\(file):\(row)" + (column.map { ":\($0)" } ?? "") + (name.map { " (\($0))" } ?? "")
        + (line == row ? "" : " at line \(line)")
    case .element(let path, let line): "\(file):\(line) \(path)"
    case .pointer(let pointer, let offset):
      "\(file) \(pointer.isEmpty ? "(whole document)" : pointer) at byte \(offset)"
    }
  }
}
