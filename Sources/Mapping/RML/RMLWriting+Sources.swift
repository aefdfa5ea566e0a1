// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

extension RMLWriting {
  /// Writes a source or view.
  mutating func write(_ source: LogicalSource, as name: Term) {
    if let view = source.view {
      write(view, as: name)
      return
    }
    add(name, type: "LogicalSource")
    writeFile(source, as: node(name, "source"))
    if let iterator = source.iterator { add(name, "iterator", .literal(iterator)) }
    write(source.formulation, with: namespaces(source), of: name)
  }

  private mutating func write(
    _ kind: LogicalSource.ReferenceFormulation, with namespaces: [String: String], of name: Term
  ) {
    guard kind == .xpath, !namespaces.isEmpty else {
      add(name, "referenceFormulation", Self.formulation(kind))
      return
    }
    let formulation = node(name, "referenceFormulation")
    add(formulation, type: "XPathReferenceFormulation")
    for (prefix, namespace) in namespaces.sorted(by: { $0.key < $1.key }) {
      let node = node(formulation, "namespace")
      add(node, "namespacePrefix", .literal(prefix))
      add(node, "namespaceURL", .literal(namespace))
    }
  }

  /// Writes a target.
  mutating func write(_ target: LogicalTarget, as name: Term) {
    add(name, type: "LogicalTarget")
    let file = node(name, "target")
    add(file, type: "FilePath")
    writeRoot(target.root, of: file)
    switch target.access {
    case .constant(let path): add(file, "path", .literal(path))
    default: write(target.access, as: node(file, "pathMap"), constant: { .literal($0) })
    }
    add(name, "serialization", .iri(RMLVocabulary.formats + target.serialization))
    if let encoding = target.encoding {
      add(name, "encoding", .iri(RMLVocabulary.rml + encoding))
    }
    if let compression = target.compression {
      let word =
        switch compression {
        case .gzip: "gzip"
        case .zip: "zip"
        case .tarGzip: "targz"
        case .tarXz: "tarxz"
        }
      add(name, "compression", .iri(RMLVocabulary.rml + word))
    }
  }

  private static func formulation(_ formulation: LogicalSource.ReferenceFormulation) -> Term {
    let word =
      switch formulation {
      case .csv: "CSV"
      case .jsonpath: "JSONPath"
      case .xpath: "XPath"
      }
    return .iri(RMLVocabulary.rml + word)
  }

  private mutating func writeRoot(_ root: LogicalSource.Root, of node: Term) {
    switch root {
    case .mappingFolder: add(node, "root", .iri(RMLVocabulary.rml + "MappingDirectory"))
    case .workingFolder: add(node, "root", .iri(RMLVocabulary.rml + "CurrentWorkingDirectory"))
    case .folder(let path): add(node, "root", .literal(path))
    }
  }

  private mutating func writeFile(_ source: LogicalSource, as node: Term) {
    for null in source.nullValues ?? [] { add(node, "null", .literal(null)) }
    let isPlain = source.delimiter == nil && source.table == TableDialect()
    let hasKnownEncoding = source.encoding.map { $0.uppercased().hasPrefix("UTF-") } ?? true
    guard isPlain, hasKnownEncoding else {
      writeTable(source, as: node)
      return
    }
    add(node, type: "FilePath")
    writeRoot(source.root, of: node)
    add(node, "path", .literal(source.access))
    if let encoding = source.encoding {
      add(node, "encoding", .iri(RMLVocabulary.rml + encoding.uppercased()))
    }
  }

  // A table with a dialect of its own, in the words of CSV on the Web.
  private mutating func writeTable(_ source: LogicalSource, as node: Term) {
    func csvw(_ subject: Term, _ word: String, _ object: Term) {
      block.append(Quad(subject, .iri(RMLVocabulary.csvw + word), object))
    }
    block.append(Quad(node, .iri(RDF.type), .iri(RMLVocabulary.csvw + "Table")))
    csvw(node, "url", .literal(source.access))
    if source.root != .mappingFolder { writeRoot(source.root, of: node) }
    let dialect = self.node()
    csvw(node, "dialect", dialect)
    let table = source.table
    let texts = [
      ("delimiter", source.delimiter), ("encoding", source.encoding), ("quoteChar", table.quote),
      ("commentPrefix", table.commentPrefix),
    ]
    for case (let word, let text?) in texts { csvw(dialect, word, .literal(text)) }
    for case (let word, let flag?) in [("header", table.hasHeader), ("trim", table.trims)] {
      csvw(dialect, word, .literal("\(flag)", datatype: XSD.boolean))
    }
    if let rows = table.rowsBeforeHeader {
      csvw(dialect, "skipRows", .literal("\(rows)", datatype: XSD.integer))
    }
    guard !table.columnNames.isEmpty else { return }
    let schema = self.node()
    csvw(node, "tableSchema", schema)
    var list = Term.iri(RDF.nil)
    for name in table.columnNames.reversed() {
      let (cell, column) = (self.node(), self.node())
      csvw(column, "name", .literal(name))
      block.append(Quad(cell, .iri(RDF.first), column))
      block.append(Quad(cell, .iri(RDF.rest), list))
      list = cell
    }
    csvw(schema, "column", list)
  }

  // RML asks for the prefixes of paths beside the source; in YARRRML those of the document hold.
  private func namespaces(_ source: LogicalSource) -> [String: String] {
    guard source.formulation == .xpath else { return source.namespaces }
    var paths = [source.iterator ?? ""]
    for map in document.triplesMaps where document.sources[map.source] == source {
      paths += MappingReferences.texts(of: map)
    }
    var namespaces = document.prefixes.filter { prefix, _ in
      !prefix.isEmpty && paths.contains { Self.uses(prefix, in: $0) }
    }
    namespaces.merge(source.namespaces) { _, own in own }
    return namespaces
  }

  private static func uses(_ prefix: String, in path: String) -> Bool {
    path.split { "/[]()@| =,!<>".contains($0) }.contains { step in
      step.hasPrefix(prefix + ":") && !step.hasPrefix(prefix + "::")
    }
  }

  private mutating func write(_ view: LogicalView, as name: Term) {
    add(name, type: "LogicalView")
    add(name, "viewOn", sourceName(view.source))
    for field in view.fields { write(field, of: name) }
    for join in view.joins {
      let node = node(name, join.keepsUnmatched ? "leftJoin" : "innerJoin")
      add(node, "parentLogicalView", sourceName(join.parent))
      for condition in join.conditions { write(condition, of: node) }
      for field in join.fields { write(field, of: node) }
    }
  }

  private mutating func write(_ field: LogicalView.Field, of node: Term) {
    let map = self.node(node, "field")
    add(map, "fieldName", .literal(field.name))
    switch field.content {
    case .expression(let expression):
      add(map, type: "ExpressionField")
      write(expression, as: map, constant: { .literal($0) })
    case .iterable(let iterator, let formulation):
      add(map, type: "IterableField")
      if let iterator { add(map, "iterator", .literal(iterator)) }
      if let formulation { write(formulation, with: field.namespaces, of: map) }
    }
    for inner in field.fields { write(inner, of: map) }
  }
}
