// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

extension RMLReader {
  /// Reads the dialect and the columns of a table.
  ///
  /// - Source: CSV on the Web, Metadata Vocabulary §5.9 (dialect descriptions).
  mutating func readTable(_ node: RMLNode, into source: inout LogicalSource) {
    if let dialect = rml.value(node, "dialect") { readDialect(dialect, into: &source) }
    if let schema = rml.value(node, "tableSchema") { readSchema(schema, into: &source) }
  }

  private mutating func readSchema(_ node: RMLNode, into source: inout LogicalSource) {
    check(node, .tableSchema)
    refuse(node, .tableSchema, read: ["column", "primaryKey"])
    source.key = rml.values(node, "primaryKey").map(\.term.value)
    let columns = rml.values(node, "column").flatMap { rml.list($0) ?? [$0] }
    source.table.columnNames = columns.compactMap { columnName($0) }
  }

  // A column without a name would move the names of those behind it.
  private mutating func columnName(_ node: RMLNode) -> String? {
    check(node, .tableColumn)
    refuse(node, .tableColumn, read: ["name", "titles", "title"])
    if let name = rml.value(node, "name", "titles", "title") { return name.term.value }
    report(
      RMLRules.missing, at: node.place, owner(node, "column") + [.plain("part", "csvw:name")])
    return nil
  }

  // Words of a schema that would change what cells mean; those that say what is done anyway do not.
  private mutating func refuse(_ node: RMLNode, _ shape: RMLShape, read: [String]) {
    let harmless = [
      "datatype": ["string", XSD.string], "required": ["false", "0"], "ordered": ["false", "0"],
      "virtual": ["false", "0"], "suppressOutput": ["false", "0"], "default": [""],
      "lang": ["und"], "textDirection": ["inherit", "auto"],
    ]
    let allowed =
      read.map { "csvw:" + $0 }.joined(separator: ", ") + ", and csvw:null of the whole table"
    for word in shape.words.subtracting(read + ["type", "note"]).sorted() {
      for written in rml.values(node, word)
      where harmless[word]?.contains(written.term.value) != true {
        refuse(written, word, allowed: allowed)
      }
    }
  }

  private mutating func readDialect(_ node: RMLNode, into source: inout LogicalSource) {
    check(node, .dialect)
    refuse(node)
    func text(_ word: String) -> String? { rml.value(node, word)?.term.value }
    // What a dialect leaves out has the value of CSV on the Web, and nothing is guessed.
    source.delimiter = text("delimiter") ?? ","
    source.encoding = text("encoding") ?? source.encoding
    source.table.quote = text("quoteChar")
    source.table.commentPrefix = text("commentPrefix")
    source.table.hasHeader = flag(node, "header", "csvw:header")
    if let count = number(node, "headerRowCount", upTo: 1) {
      if source.table.hasHeader == (count == 0) {
        reportContradiction(node, .dialect, "header", "headerRowCount")
      }
      source.table.hasHeader = count == 1
    }
    source.table.trims = flag(node, "trim", "csvw:trim")
    source.table.rowsBeforeHeader = number(node, "skipRows", upTo: Int(Int32.max))
  }

  // What the reader of tables does in one way only: another way is refused, not passed over.
  private mutating func refuse(_ node: RMLNode) {
    _ = number(node, "skipColumns", upTo: 0)
    for (word, supported) in [
      ("doubleQuote", true), ("skipBlankRows", true), ("skipInitialSpace", false),
    ] {
      if flag(node, word, "csvw:" + word) == !supported, let written = rml.value(node, word) {
        refuse(written, word, allowed: "\(supported)")
      }
    }
    for written in rml.values(node, "lineTerminators").flatMap({ rml.list($0) ?? [$0] })
    where !["\n", "\r", "\r\n"].contains(written.term.value) {
      refuse(written, "lineTerminators", allowed: "a line feed, a carriage return, or both")
    }
  }

  private mutating func number(_ node: RMLNode, _ word: String, upTo limit: Int) -> Int? {
    guard let written = rml.value(node, word) else { return nil }
    if let number = Int(written.term.value), (0...limit).contains(number) { return number }
    let allowed =
      limit == 0 ? "0" : limit == 1 ? "0 or 1" : "a whole number from 0 to \(limit)"
    refuse(written, word, allowed: allowed)
    return nil
  }

  private mutating func refuse(_ written: RMLNode, _ word: String, allowed: String) {
    report(
      RMLRules.dialect, at: written.place,
      [
        .plain("property", "csvw:" + word), .plain("value", written.plainWords),
        .plain("allowed", allowed),
      ])
  }
}
