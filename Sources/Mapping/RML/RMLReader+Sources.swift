// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

extension RMLReader {
  private static let sourceWords: Set = [
    "type", "source", "referenceFormulation", "iterator", "null", "encoding", "compression",
    "query", "sqlVersion", "tableName", "subjectMap",
  ]

  /// Reads a logical source or view, once.
  ///
  /// - Returns: its index, `nil` after a finding.
  mutating func logicalSource(_ node: RMLNode) -> Int? {
    if let known = sourceNumbers[node.id] { return known < 0 ? nil : known }
    guard count(node) else { return nil }
    sourceNumbers[node.id] = -1
    let source = rml.has(node, "viewOn") ? view(node) : fileSource(node)
    guard let source else { return nil }
    // Sources that say the same are one, so that their records are read once.
    var content = source
    (content.name, content.place) = ("", SourcePlace(file: rml.file))
    if let known = knownSources[content] {
      sourceNumbers[node.id] = known
      return known
    }
    let number = document.sources.count
    if let view = source.view {
      let members = [view.source] + view.joins.map(\.parent)
      guard let size = size(of: node, madeOf: members) else { return nil }
      reading.views[number] = size
    }
    document.sources.append(source)
    knownSources[content] = number
    sourceNumbers[node.id] = number
    return number
  }

  private mutating func fileSource(_ node: RMLNode) -> LogicalSource? {
    checkWords(node, Self.sourceWords, "logical source")
    guard let place = one(node, "source", "logical source") else { return nil }
    guard let access = access(place) else { return nil }
    guard let formulation = formulation(node) else { return nil }
    let name = node.term.isIRI ? node.term.value : "\(access.path)#\(document.sources.count + 1)"
    var source = LogicalSource(
      name: name, access: access.path, formulation: formulation.kind,
      iterator: rml.value(node, "iterator")?.term.value, place: node.place)
    source.root = access.root
    source.namespaces = formulation.namespaces
    let nulls = rml.values(place, "null") + rml.values(node, "null")
    guard nulls.allSatisfy({ count($0) }) else { return nil }
    if !nulls.isEmpty { source.nullValues = nulls.map(\.term.value) }
    if let encoding = rml.value(place, "encoding") ?? rml.value(node, "encoding") {
      source.encoding = RMLGraph.word(encoding.term.value) ?? encoding.term.value
    }
    if rml.types(place).contains("Table") || rml.has(place, "dialect", "tableSchema") {
      readTable(place, into: &source)
    }
    return source
  }

  private mutating func formulation(
    _ node: RMLNode
  ) -> (kind: LogicalSource.ReferenceFormulation, namespaces: [String: String])? {
    guard let written = rml.value(node, "referenceFormulation") else {
      report(
        RMLRules.missing, at: node.place,
        owner(node, "logical source") + [.plain("part", "rml:referenceFormulation")])
      return nil
    }
    var namespaces: [String: String] = [:]
    for namespace in rml.values(written, "namespace") {
      guard count(namespace) else { return nil }
      if let prefix = rml.value(namespace, "namespacePrefix"),
        let iri = rml.value(namespace, "namespaceURL")
      {
        namespaces[prefix.term.value] = iri.term.value
      }
    }
    let word = RMLGraph.word(written.term.value) ?? ""
    switch word {
    case "CSV": return (.csv, namespaces)
    case "JSONPath": return (.jsonpath, namespaces)
    case "XPath": return (.xpath, namespaces)
    default: break
    }
    if rml.types(written).contains("XPathReferenceFormulation") { return (.xpath, namespaces) }
    if word.hasPrefix("SQL") || word.hasPrefix("SPARQL") || word.contains("Query") {
      report(unsupported: word, at: written.place)
    } else {
      report(RMLRules.formulation, at: written.place, [.plain("name", written.term.value)])
    }
    return nil
  }

  private mutating func access(
    _ node: RMLNode
  ) -> (path: String, root: LogicalSource.Root)? {
    if node.term.isLiteral { return (node.term.value, .mappingFolder) }
    if let path = rml.value(node, "path") ?? rml.value(node, "url") {
      if path.term.value.contains("://") {
        report(unsupported: "a file on another host", at: path.place)
        return nil
      }
      return (path.term.value, root(node))
    }
    if let types = rml.values(node, "type").first?.term.value {
      report(
        unsupported: String(types.split { $0 == "#" || $0 == "/" }.last ?? "another kind"),
        at: node.place)
    } else if node.term.isIRI {
      report(unsupported: "a resource on the web", at: node.place)
    } else {
      report(
        RMLRules.missing, at: node.place, owner(node, "source") + [.plain("part", "rml:path")])
    }
    return nil
  }

  private func root(_ node: RMLNode) -> LogicalSource.Root {
    guard let root = rml.value(node, "root") else { return .mappingFolder }
    if root.term.isLiteral { return .folder(root.term.value) }
    switch RMLGraph.word(root.term.value) {
    case "CurrentWorkingDirectory": return .workingFolder
    default: return .mappingFolder
    }
  }

  private mutating func report(unsupported kind: String, at place: SourcePlace) {
    report(MappingRules.unsupportedSource, at: place, [.plain("kind", kind)])
  }

  // MARK: Tables

  private func readTable(_ node: RMLNode, into source: inout LogicalSource) {
    if let dialect = rml.value(node, "dialect") {
      func text(_ word: String) -> String? { rml.value(dialect, word)?.term.value }
      // What a dialect leaves out has the value of CSV on the Web, and nothing is guessed.
      source.delimiter = text("delimiter") ?? ","
      source.encoding = text("encoding") ?? source.encoding
      source.table.quote = text("quoteChar")
      source.table.commentPrefix = text("commentPrefix")
      source.table.hasHeader = text("header").map { $0 == "true" || $0 == "1" }
      source.table.trims = text("trim").map { $0 == "true" || $0 == "1" }
      source.table.rowsBeforeHeader = text("skipRows").flatMap { Int($0) }
      if let nulls = source.nullValues, nulls.isEmpty { source.nullValues = nil }
    }
    if let schema = rml.value(node, "tableSchema") {
      source.key = rml.values(schema, "primaryKey").map(\.term.value)
      let columns = rml.values(schema, "column").flatMap { rml.list($0) ?? [$0] }
      source.table.columnNames = columns.compactMap {
        rml.value($0, "name", "titles", "title")?.term.value
      }
    }
  }

  // MARK: Targets

  /// The targets that a term map names, each read once.
  mutating func targets(_ node: RMLNode) -> [Int] {
    rml.values(node, "logicalTarget").compactMap { target($0) }
  }

  private mutating func target(_ node: RMLNode) -> Int? {
    guard count(node) else { return nil }
    if let known = targetNumbers[node.id] { return known < 0 ? nil : known }
    targetNumbers[node.id] = -1
    guard let file = one(node, "target", "logical target") else { return nil }
    let access: Expression
    if let path = rml.value(file, "path") {
      access = .constant(path.term.value)
    } else if let map = rml.value(file, "pathMap") {
      guard let expression = expression(map, "target path", isText: true) else { return nil }
      access = expression
    } else {
      report(unsupported: "a target that is no file", at: file.place)
      return nil
    }
    var target = LogicalTarget(name: node.term.value, access: access, place: node.place)
    target.root = rml.has(file, "root") ? root(file) : .workingFolder
    if let serialization = rml.value(node, "serialization") {
      target.serialization =
        RMLGraph.word(serialization.term.value) ?? serialization.term.value
    }
    if let encoding = rml.value(node, "encoding") ?? rml.value(file, "encoding") {
      target.encoding = RMLGraph.word(encoding.term.value) ?? encoding.term.value
    }
    if let written = rml.value(node, "compression") ?? rml.value(file, "compression") {
      let words: [String: LogicalTarget.Compression] = [
        "gzip": .gzip, "zip": .zip, "targz": .tarGzip, "targzip": .tarGzip, "tarxz": .tarXz,
      ]
      let word = RMLGraph.word(written.term.value) ?? written.term.value
      if word != "none" {
        guard let known = words[word] else {
          report(
            RMLRules.word, at: written.place,
            [
              .plain("value", written.term.value), .plain("part", "rml:compression"),
              .plain("allowed", "rml:none, rml:gzip, rml:zip, rml:targz, rml:tarxz"),
            ])
          return nil
        }
        target.compression = known
      }
    }
    document.targets.append(target)
    targetNumbers[node.id] = document.targets.count - 1
    return document.targets.count - 1
  }
}
