// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension VocabularyBuilder {
  /// What a table of concepts holds, told by the names of its columns.
  private enum TableKind {
    case concepts
    case parents
    case labels
    case codes
  }

  /// Adds a table: concepts, parents, further labels, or codes in other vocabularies.
  ///
  /// | columns | meaning |
  /// |---|---|
  /// | `code` or `iri` (or `conceptIRI`), `label`, perhaps `omop_domain`, `deprecated`, `replaced_by` | a concept with its preferred label |
  /// | `child_code`, `parent_code` | the one stands right below the other |
  /// | `code`, `alt_label` or `synonym` | another label |
  /// | `code`, `vocabulary`, `external_code` | the concept's code in another vocabulary |
  ///
  /// A code without a namespace is one of the EUCAIM hyper-ontology.
  /// - Parameters:
  ///   - bytes: the table, UTF-8.
  ///   - file: how findings name it.
  /// - Throws: `terms.vocabulary-table` if the columns are none of these.
  package mutating func addTable(_ bytes: [UInt8], file: String) throws(DiagnosedError) {
    let rows = DelimitedText(bytes).rows
    var columns: [String: Int] = [:]
    for (index, name) in (rows.first?.cells ?? []).enumerated() { columns[name] = index }
    guard let kind = Self.kind(columns) else {
      throw DiagnosedError(
        VocabularyRules.table, at: SourcePlace(file: file),
        [.plain("columns", (rows.first?.cells ?? []).joined(separator: ", "))])
    }
    for row in rows.dropFirst() { addRow(row, kind, columns) }
  }

  private static func kind(_ columns: [String: Int]) -> TableKind? {
    if columns["child_code"] != nil && columns["parent_code"] != nil { return .parents }
    guard ["code", "iri", "conceptIRI"].contains(where: { columns[$0] != nil }) else { return nil }
    if columns["external_code"] != nil { return .codes }
    if columns["label"] != nil { return .concepts }
    return columns["alt_label"] != nil || columns["synonym"] != nil ? .labels : nil
  }

  private mutating func addRow(
    _ row: DelimitedText.Row, _ kind: TableKind, _ columns: [String: Int]
  ) {
    func cell(_ names: String...) -> String {
      names.lazy.compactMap { columns[$0].map { row[$0] } }.first { !$0.isEmpty } ?? ""
    }
    if kind == .parents {
      let child = cell("child_code")
      let parent = cell("parent_code")
      if !child.isEmpty && !parent.isEmpty { addParent(Self.iri(parent), to: Self.iri(child)) }
      return
    }
    let named = cell("iri", "conceptIRI", "code")
    if named.isEmpty { return }
    let iri = Self.iri(named)
    switch kind {
    case .concepts, .parents:
      declare(iri)
      addLabel(cell("label"), .preferred, to: iri)
      if !cell("omop_domain").isEmpty { setGroup(cell("omop_domain"), of: iri) }
      // The tables of the hyper-ontology mark what only its first version has by its source.
      if ["true", "yes", "1"].contains(cell("deprecated")) || cell("source") == "init-v1" {
        deprecate(iri, replacement: cell("replaced_by").isEmpty ? nil : cell("replaced_by"))
      }
    case .labels: addLabel(cell("alt_label", "synonym"), .alternative, to: iri)
    case .codes:
      // Some tables name the vocabulary in the code as well.
      let prefix = cell("vocabulary") + ":"
      let code = cell("external_code")
      addLabel(code.hasPrefix(prefix) ? code : prefix + code, .code, to: iri)
    }
  }

  private static func iri(_ code: String) -> String {
    code.contains(":") || code.contains("EUCAIM_") ? code : ConceptSpelling.namespace + code
  }
}
