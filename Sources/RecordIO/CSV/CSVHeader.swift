// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// The names of a table's columns.
struct CSVHeader {
  /// The names, normalised; empty cells at the end are left out.
  let names: [String]
  /// How many cells the header row has, empty ones at the end included.
  let width: Int
  /// A reference for each name that leads to its column: the name, or `name#2` for its second one.
  let references: [String]

  /// The columns, from 0, whose header cell is empty.
  let unnamed: [Int]

  private var columns: [String: [Int]] = [:]

  /// Takes the cells of the header row.
  init(_ cells: [String]) {
    let all = cells.map(Self.normalised)
    var references: [String] = []
    for (index, name) in all.enumerated() {
      columns[name, default: []].append(index)
      let count = columns[name]?.count ?? 1
      references.append(count == 1 && !name.isEmpty ? name : "\(name)#\(count)")
    }
    width = all.count
    unnamed = all.indices.filter { all[$0].isEmpty }
    let count = (all.lastIndex { !$0.isEmpty } ?? -1) + 1
    names = Array(all[..<count])
    self.references = Array(references[..<count])
  }

  /// A name as references are compared: line breaks and runs of blanks are one blank, none outside.
  static func normalised(_ name: String) -> String {
    var result = ""
    var isPending = false
    for scalar in name.unicodeScalars {
      if scalar.properties.isWhitespace {
        isPending = !result.isEmpty
        continue
      }
      if isPending { result.unicodeScalars.append(" ") }
      isPending = false
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// The columns, from 0, that a reference names: none, one, or all of the name.
  ///
  /// `name#2` is the second column called `name`, unless a column is called `name#2`.
  func columns(for reference: String) -> [Int] {
    let wanted = Self.normalised(reference)
    if !wanted.isEmpty, let found = columns[wanted] { return found }
    guard let hash = wanted.utf8.lastIndex(of: 0x23),
      let number = Int(wanted[wanted.utf8.index(after: hash)...]), number > 0,
      let found = columns[Self.normalised(String(wanted[..<hash]))], number <= found.count
    else { return [] }
    return [found[number - 1]]
  }

  /// The columns that a table is read for: those `wanted`, or all.
  ///
  /// References that several columns answer to go to `findings`, with the header's `place`.
  ///
  /// - Throws: ``CSVRules/unknownColumn`` for every reference that no column answers to.
  func select(
    _ wanted: [String]?, at place: SourcePlace, _ findings: inout [Finding]
  ) throws(DiagnosedError) -> BatchColumns {
    guard let wanted else {
      return BatchColumns(form: .table, names: references, fileColumns: Array(1...names.count))
    }
    var fileColumns: [Int] = []
    var unknown: [Finding] = []
    for reference in wanted {
      let found = columns(for: reference)
      fileColumns.append((found.first ?? 0) + 1)
      if found.isEmpty {
        let hint = NearestName.hint(reference, in: references)
        unknown.append(
          Finding(
            CSVRules.unknownColumn, at: place,
            [.plain("reference", reference), .plain("hint", hint)]))
      } else if found.count > 1 {
        findings.append(
          Finding(
            CSVRules.ambiguousReference, at: place,
            [
              .plain("reference", reference), .plain("count", found.count),
              .plain("column", found[0] + 1),
            ]))
      }
    }
    if !unknown.isEmpty { throw DiagnosedError(unknown) }
    return BatchColumns(form: .table, names: wanted, fileColumns: fileColumns)
  }

  /// What is wrong with the names themselves.
  ///
  /// - Parameter place: gives the place of a column, counted from 1, and its name.
  /// - Returns: a finding for every column whose name an earlier one has.
  func findings(_ place: (Int, String) -> SourcePlace) -> [Finding] {
    names.enumerated().compactMap { index, name in
      guard !name.isEmpty, let first = columns[name]?.first, first != index else { return nil }
      return Finding(
        CSVRules.duplicateHeader, at: place(index + 1, name),
        [
          .plain("name", name), .plain("column", index + 1), .plain("first", first + 1),
          .plain("alias", references[index]),
        ])
    }
  }
}
