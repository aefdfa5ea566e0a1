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
