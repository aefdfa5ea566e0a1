// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension SourceLocator {
  /// The position in words, without the file; empty for the file as a whole.
  var words: String {
    switch self {
    case .file: return ""
    case .offset(let offset): return "byte \(offset)"
    case .text(let line, let column): return "line \(line), column \(column)"
    case .cell(let row, let column, let name, let line):
      var parts = ["row \(row)"]
      if let label = Self.columnLabel(column, name) { parts.append("column \(label)") }
      if line != row { parts.append("line \(line)") }
      return parts.joined(separator: ", ")
    case .element(let path, let line): return "\(path), line \(line)"
    case .pointer(let pointer, let offset):
      return "\(pointer.isEmpty ? "whole document" : pointer), byte \(offset)"
    }
  }

  /// A column by its header and number.
  static func columnLabel(_ column: Int?, _ name: String?) -> String? {
    switch (column, name) {
    case (let column?, let name?): "\(name) (\(column))"
    case (let column?, nil): "\(column)"
    case (nil, let name?): name
    case (nil, nil): nil
    }
  }
}

extension Finding {
  /// The place of the mapping rule that read the value, if the finding names one.
  var mappingPlace: SourcePlace? { related.first { $0.label == "mapping rule" }?.place }
}

/// A position as fields that every kind of position shares; `nil` is what a kind does not have.
struct PlaceFields {
  var kind = "file"
  var row: Int?
  var column: Int?
  var name: String?
  var path: String?
  var line: Int?
  var offset: Int?

  /// Spreads a position over the fields.
  init(_ locator: SourceLocator) {
    switch locator {
    case .file: break
    case .offset(let offset):
      kind = "offset"
      self.offset = Int(clamping: offset)
    case .text(let line, let column):
      kind = "text"
      self.line = line
      self.column = column
    case .cell(let row, let column, let name, let line):
      kind = "cell"
      self.row = row
      self.column = column
      self.name = name
      self.line = line
    case .element(let path, let line):
      kind = "element"
      self.path = path
      self.line = line
    case .pointer(let pointer, let offset):
      kind = "pointer"
      path = pointer
      self.offset = Int(clamping: offset)
    }
  }
}
