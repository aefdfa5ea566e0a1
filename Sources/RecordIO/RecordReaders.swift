// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Opens the reader that a format asks for.
package enum RecordReaders {
  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: where it is; `-` for standard input.
  ///   - name: what findings call it.
  ///   - format: what it holds.
  ///   - references: the columns or paths wanted.
  ///   - nullValues: texts that mean null.
  /// - Returns: a reader that has read the header.
  /// - Throws: what makes the file unreadable, or a reference unusable.
  package static func open(
    _ path: String, name: String, format: RecordFormat, references: [String],
    nullValues: [String]
  ) throws(DiagnosedError) -> any RecordReader {
    switch format {
    case .csv(let dialect):
      try CSVReader(
        path: path, displayName: name, dialect: dialect, references: references,
        nullValues: nullValues)
    case .json(let iterator):
      try JSONReader(
        path: path, displayName: name, iterator: iterator, references: references,
        nullValues: nullValues)
    case .xml(let iterator, let namespaces):
      try XMLReader(
        path: path, displayName: name, iterator: iterator, namespaces: namespaces,
        references: references, nullValues: nullValues)
    }
  }
}
