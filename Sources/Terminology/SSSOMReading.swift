// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import LocatedYAML

/// The state of reading one file: prefixes, columns, what was read and what is wrong.
struct SSSOMReading {
  let table: SSSOMTable
  let file: String
  private(set) var set: SSSOMMappingSet
  private(set) var findings: [Finding] = []

  private var columns: [String: Int] = [:]
  private var columnCount = 0
  private var extensions: Set<String> = []
  /// Values that the metadata give to every row that has none of its own.
  private var propagated: [String: String] = [:]

  init(table: SSSOMTable, file: String) {
    self.table = table
    self.file = file
    set = SSSOMMappingSet(file: file, prefixes: SSSOMVocabulary.prefixes)
  }

  // MARK: Metadata

  /// Reads the lines above the table.
  mutating func takeMetadata() throws(DiagnosedError) {
    let isBlank = table.metadata.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if isBlank { return }
    let root = try LocatedYAML.parse(bytes: table.metadata, file: file)
    let reader = YAMLReader()
    let keys = SSSOMVocabulary.metadata.map { YAMLKey(stringLiteral: $0) }
    let unknown = (root.entries ?? []).map(\.key).filter { key in
      !SSSOMVocabulary.metadata.contains(key.text ?? "")
    }
    for key in unknown {
      let name = key.text ?? ""
      reader.report(
        TerminologyRules.unknownMetadata, at: key,
        [.plain("key", name), .plain("hint", Self.hint(name, SSSOMVocabulary.metadata))])
    }
    let mapping = reader.mapping(
      root, as: "the metadata", keys: keys, silent: unknown.compactMap(\.text))
    for (prefix, value) in mapping?.named("curie_map") ?? [] {
      set.prefixes[prefix.text] = reader.value(value, as: .string, of: prefix.text)
    }
    for node in mapping?.list("extension_definitions", as: .node) ?? [] {
      if let name = node[key: "slot_name"]?.text { extensions.insert(name) }
    }
    set.id = mapping?.optional("mapping_set_id", as: .string)
    set.version = mapping?.optional("mapping_set_version", as: .string)
    set.license = mapping?.optional("license", as: .string)
    for name in ["subject_source", "mapping_date"] {
      propagated[name] = mapping?.optional(name, as: .string)
    }
    findings += try reader.finish()
  }

  // MARK: Columns

  /// Reads the row of column names.
  mutating func takeColumns() throws(DiagnosedError) {
    guard let header = table.rows.first else {
      throw DiagnosedError(TerminologyRules.noTable, at: SourcePlace(file: file))
    }
    columnCount = header.cells.count
    for (index, name) in header.cells.enumerated() where !name.isEmpty {
      let place = table.place(header, column: index, name: name)
      if columns.updateValue(index, forKey: name) != nil {
        findings.append(
          Finding(TerminologyRules.duplicateColumn, at: place, [.plain("column", name)]))
      }
      if !SSSOMVocabulary.columns.contains(name) && !extensions.contains(name) {
        findings.append(
          Finding(
            TerminologyRules.unknownColumn, at: place,
            [.plain("column", name), .plain("hint", Self.hint(name, SSSOMVocabulary.columns))]))
      }
    }
    var missing = ["predicate_id", "object_id", "mapping_justification"]
      .filter { columns[$0] == nil }
    if columns["subject_label"] == nil && columns["subject_id"] == nil {
      missing.insert("subject_label", at: 0)
    }
    if missing.isEmpty { return }
    let unknown = header.cells.filter { !SSSOMVocabulary.columns.contains($0) }
    throw DiagnosedError(
      findings
        + missing.map { name in
          let near = NearestName.find(name, in: unknown)
          return Finding(
            TerminologyRules.missingColumn, at: table.place(header, column: nil, name: nil),
            [
              .plain("column", name),
              .plain("hint", near.map { "Is it “\($0)”?" } ?? "Every row needs a value in it."),
            ])
        })
  }

  // MARK: Rows

  /// Reads a row of the table.
  mutating func takeRow(_ row: SSSOMTable.Row) {
    if row.cells.count > columnCount {
      report(
        TerminologyRules.extraCells, row, nil,
        [.plain("found", row.cells.count), .plain("allowed", columnCount)])
    }
    let found = findings.count
    var mapping = SSSOMRow(place: table.place(row, column: nil, name: nil))
    let label = cell("subject_label", row)
    let subject = cell("subject_id", row)
    mapping.value = label.isEmpty ? subject : label
    if mapping.value.isEmpty {
      let column = columns["subject_label"] == nil ? "subject_id" : "subject_label"
      report(TerminologyRules.missingCell, row, column, [.plain("column", column)])
    }
    if !subject.isEmpty { mapping.subjectID = expand(subject, "subject_id", row) ?? "" }
    mapping.list = cell("subject_source", row)
    mapping.predicateID = required("predicate_id", row)
    mapping.objectID = ConceptSpelling.canonical(required("object_id", row))
    mapping.objectLabel = cell("object_label", row)
    mapping.justification = required("mapping_justification", row)
    mapping.authorID = person("author_id", row)
    mapping.reviewerID = person("reviewer_id", row)
    mapping.comment = cell("comment", row)
    checkVocabulary(mapping, row)
    takeModifier(&mapping, row)
    takeConfidence(&mapping, row)
    mapping.date = date("mapping_date", row)
    mapping.reviewDate = date("review_date", row)
    takeReview(&mapping, row)
    if !findings[found...].contains(where: { $0.severity == .violation }) {
      set.rows.append(mapping)
    }
  }

  private func cell(_ name: String, _ row: SSSOMTable.Row) -> String {
    let text = columns[name].flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? ""
    return text.isEmpty ? propagated[name] ?? "" : text
  }

  private mutating func required(_ name: String, _ row: SSSOMTable.Row) -> String {
    let text = cell(name, row)
    if text.isEmpty {
      report(TerminologyRules.missingCell, row, name, [.plain("column", name)])
      return ""
    }
    return expand(text, name, row) ?? ""
  }

  // Several authors are separated by `|`; people without an identifier are left as written.
  private mutating func person(_ column: String, _ row: SSSOMTable.Row) -> String {
    let text = cell(column, row)
    guard text.contains(":"), !text.contains("|") else { return text }
    return expand(text, column, row) ?? ""
  }

  // What is wrong is a CURIE, except that an IRI passes and so do the spellings of a concept.
  private mutating func expand(
    _ text: String, _ column: String, _ row: SSSOMTable.Row
  ) -> String? {
    let isPlain = !text.unicodeScalars.contains { $0.properties.isWhitespace }
    if isPlain, text.contains("://") || text.hasPrefix("urn:") { return text }
    if isPlain, ConceptSpelling.canonical(text) != text, !text.hasPrefix("EUCAIM:") {
      return ConceptSpelling.canonical(text)
    }
    guard isPlain, let colon = text.firstIndex(of: ":") else {
      report(
        TerminologyRules.notCURIE, row, column, [.plain("text", text), .plain("column", column)])
      return nil
    }
    let prefix = String(text[..<colon])
    guard let namespace = set.prefixes[prefix] else {
      let known = set.prefixes.keys.sorted()
      report(
        TerminologyRules.unknownPrefix, row, column,
        [
          .plain("curie", text), .plain("column", column),
          .plain("hint", NearestName.hint(prefix, in: known)),
        ])
      return nil
    }
    return namespace + text[colon...].dropFirst()
  }

  private mutating func checkVocabulary(_ mapping: SSSOMRow, _ row: SSSOMTable.Row) {
    let names = SSSOMVocabulary.justifications
    let isKnown = names.contains { mapping.justification == SSSOMVocabulary.semapv + $0 }
    if !mapping.justification.isEmpty && !isKnown {
      let text = cell("mapping_justification", row)
      let name = text.split(separator: ":").last.map(String.init) ?? text
      report(
        TerminologyRules.justification, row, "mapping_justification",
        [.plain("text", text), .plain("hint", Self.hint(name, names))])
    }
    if !mapping.predicateID.isEmpty,
      !SSSOMVocabulary.translations.contains(mapping.predicateID)
    {
      let text = cell("predicate_id", row)
      report(
        TerminologyRules.predicateNotUsed, row, "predicate_id",
        [.plain("text", text), .plain("hint", Self.hint(text, SSSOMVocabulary.translationNames))])
    }
  }

  private mutating func takeModifier(_ mapping: inout SSSOMRow, _ row: SSSOMTable.Row) {
    let text = cell("predicate_modifier", row)
    mapping.isDenial = text == "Not"
    if !text.isEmpty && !mapping.isDenial {
      report(TerminologyRules.modifier, row, "predicate_modifier", [.plain("text", text)])
    }
  }

  private mutating func takeConfidence(_ mapping: inout SSSOMRow, _ row: SSSOMTable.Row) {
    let text = cell("confidence", row)
    if text.isEmpty { return }
    if let confidence = Double(text), (0...1).contains(confidence) {
      mapping.confidence = confidence
    } else {
      report(TerminologyRules.confidence, row, "confidence", [.plain("text", text)])
    }
  }

  private mutating func date(_ column: String, _ row: SSSOMTable.Row) -> String {
    let text = cell(column, row)
    if !text.isEmpty && !Self.isDate(text) {
      report(TerminologyRules.date, row, column, [.plain("text", text)])
    }
    return text
  }

  private mutating func takeReview(_ mapping: inout SSSOMRow, _ row: SSSOMTable.Row) {
    let text = cell(SSSOMReview.column, row)
    if text.isEmpty { return }
    mapping.review = SSSOMReview(rawValue: text)
    if mapping.review == nil {
      report(
        TerminologyRules.reviewState, row, SSSOMReview.column,
        [
          .plain("text", text),
          .plain("hint", Self.hint(text, SSSOMReview.allCases.map(\.rawValue))),
        ])
    }
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }

  private mutating func report(
    _ rule: FindingRule, _ row: SSSOMTable.Row, _ column: String?, _ arguments: [FindingArgument]
  ) {
    let place = table.place(row, column: column.flatMap { columns[$0] }, name: column)
    findings.append(Finding(rule, at: place, arguments))
  }

  // The lists are long, so nothing is better than all of them.
  private static func hint(_ name: String, _ candidates: [String]) -> String {
    NearestName.find(name, in: candidates).map { "Did you mean “\($0)”?" } ?? ""
  }
}
