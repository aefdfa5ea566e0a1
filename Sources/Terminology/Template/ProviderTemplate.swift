// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// The table in which a provider says what its variables mean: one column for each variable.
///
/// | line | holds |
/// |---|---|
/// | 1 | the source variable |
/// | 2 | the entity of the common data model |
/// | 3 | the data element |
/// | 4 | the standard, or `custom` |
/// | 5 | an example |
/// | 6 and on | value correspondences, one in each cell: `M = Male` |
///
/// - Source: EUCAIM handbook, data preparation for tier 2.
package struct ProviderTemplate: Sendable {
  /// What one value means.
  package struct Correspondence: Sendable, Hashable {
    /// The value as the data have it.
    package let value: String
    /// The label or code that it stands for.
    package let meaning: String
    /// Its cell.
    package let place: SourcePlace
  }

  /// What one variable means.
  package struct Variable: Sendable {
    /// The column's name in the data.
    package let name: String
    /// The entity, as written.
    package let entity: String
    /// The data element, as written.
    package let element: String
    /// The standard, as written.
    package let standard: String
    /// An example, as written.
    package let example: String
    /// What its values mean.
    package let correspondences: [Correspondence]
    /// Its first cell.
    package let place: SourcePlace

    /// The example as a value that stands for itself.
    package var exampleAsCorrespondence: Correspondence {
      Correspondence(value: example, meaning: example, place: place)
    }
  }

  /// The variables, in the order of the columns.
  package let variables: [Variable]

  /// Reads a template.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8; separated by commas, semicolons or tabs.
  ///   - file: how findings name it.
  ///   - notes: receives cells that nothing could be made of.
  /// - Throws: `terms.template` if it has no five lines, or no variable.
  package init(
    bytes: [UInt8], file: String, notes: inout [Finding]
  ) throws(DiagnosedError) {
    let rows = DelimitedText(bytes).rows
    guard rows.count >= 3, rows.count >= 5 || rows[1].number == 2 else {
      throw Self.fault("it has \(rows.count) lines", file)
    }
    // Blank lines are left out above, so lines are told apart by their numbers.
    func line(_ number: Int) -> DelimitedText.Row? { rows.first { $0.number == number } }
    guard let names = line(1), let entities = line(2), let elements = line(3) else {
      throw Self.fault("one of the lines 1 to 3 is blank", file)
    }
    var variables: [Variable] = []
    let first = Self.hasHeadings(entities, elements) ? 1 : 0
    for column in first..<max(names.cells.count, first) where !names[column].isEmpty {
      func place(_ row: DelimitedText.Row) -> SourcePlace {
        SourcePlace(
          file: file,
          .cell(row: row.number, column: column + 1, name: names[column], line: row.line))
      }
      var correspondences: [Correspondence] = []
      for row in rows where row.number > 5 && !row[column].isEmpty {
        correspondences += Self.correspondences(row[column], place(row), names[column], &notes)
      }
      variables.append(
        Variable(
          name: names[column], entity: entities[column], element: elements[column],
          standard: line(4)?[column] ?? "", example: line(5)?[column] ?? "",
          correspondences: correspondences, place: place(names)))
    }
    guard !variables.isEmpty else { throw Self.fault("line 1 names no variable", file) }
    self.variables = variables
  }

  // Some providers write what each line holds into the first column.
  private static func hasHeadings(_ entities: DelimitedText.Row, _ elements: DelimitedText.Row)
    -> Bool
  {
    entities[0].lowercased().contains("entity")
      && (elements[0].lowercased().contains("element") || elements[0].lowercased().contains("data"))
  }

  // `M = Male`, `1: yes`, `0; male | 1; female`, `F -> Female`. A value that stands alone is its own
  // label.
  private static func correspondences(
    _ cell: String, _ place: SourcePlace, _ column: String, _ notes: inout [Finding]
  ) -> [Correspondence] {
    var found: [Correspondence] = []
    for part in cell.split(whereSeparator: { $0 == "|" || $0.isNewline }) {
      let text = trimmed(part)
      if text.isEmpty { continue }
      let (value, meaning) = split(text)
      if value.isEmpty || meaning.isEmpty {
        notes.append(
          Finding(
            VocabularyRules.templateCell, at: place,
            [
              .plain("problem", "A correspondence has only one side"), .plain("column", column),
              .plain("remedy", "Write the value, an equals sign and what it means: M = Male."),
            ]))
      } else {
        found.append(Correspondence(value: value, meaning: meaning, place: place))
      }
    }
    return found
  }

  private static func split(_ text: String) -> (String, String) {
    for separator in [" -> ", "->", "→", " = ", "=", ";", ": "] {
      guard let range = firstRange(of: separator, in: text) else { continue }
      return (trimmed(text[..<range.lowerBound]), trimmed(text[range.upperBound...]))
    }
    return (text, text)
  }

  private static func firstRange(of part: String, in text: String) -> Range<String.Index>? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(part) {
        return start..<text.index(start, offsetBy: part.count)
      }
      start = text.index(after: start)
    }
    return nil
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    String(decoding: TermText.trimmed(Array(text.utf8)[...]), as: UTF8.self)
  }

  private static func fault(_ problem: String, _ file: String) -> DiagnosedError {
    DiagnosedError(
      VocabularyRules.template, at: SourcePlace(file: file), [.plain("problem", problem)])
  }
}
