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
      try json(path, name: name, iterator: iterator, references, nullValues)
    case .xml(let iterator, let namespaces):
      try XMLReader.open(
        path: path, displayName: name, iterator: iterator, namespaces: namespaces,
        references: references, nullValues: nullValues)
    }
  }

  /// Opens a JSON document that is in memory.
  ///
  /// - Parameters:
  ///   - input: the document.
  ///   - iterator: where the records are.
  ///   - references: the paths wanted.
  ///   - nullValues: texts that mean null.
  /// - Returns: a reader.
  /// - Throws: what makes the document unreadable, or a path unusable.
  package static func json(
    _ input: ByteInput, iterator: String, references: [String], nullValues: [String] = []
  ) throws(DiagnosedError) -> any RecordReader {
    if streams(iterator, references) {
      return try JSONReader(
        input, iterator: iterator, references: references, nullValues: nullValues)
    }
    return try JSONQueryReader(
      input, iterator: iterator, references: references, nullValues: nullValues, hasLines: false)
  }

  private static func json(
    _ path: String, name: String, iterator: String, _ references: [String], _ nullValues: [String]
  ) throws(DiagnosedError) -> any RecordReader {
    if streams(iterator, references) {
      return try JSONReader(
        path: path, displayName: name, iterator: iterator, references: references,
        nullValues: nullValues)
    }
    // Paths are checked before the file is looked for.
    _ = try JSONQuery(iterator)
    return try JSONQueryReader(
      ByteInput(path: path, displayName: name), iterator: iterator, references: references,
      nullValues: nullValues, hasLines: JSONReader.hasDocumentOnEachLine(path))
  }

  // Names, indexes and wildcards only.
  private static func streams(_ iterator: String, _ references: [String]) -> Bool {
    guard (try? JSONPath(iterator: iterator)) != nil else { return false }
    return references.allSatisfy { (try? JSONPath(reference: $0)) != nil }
  }
}
