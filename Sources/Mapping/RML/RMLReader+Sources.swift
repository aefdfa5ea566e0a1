// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

extension RMLReader {
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
    check(node, .logicalSource)
    guard let place = one(node, "source", "logical source") else { return nil }
    guard let access = access(place) else { return nil }
    guard let formulation = formulation(node) else { return nil }
    let name = node.term.isIRI ? node.term.value : "\(access.path)#\(document.sources.count + 1)"
    var source = LogicalSource(
      name: name, access: access.path, formulation: formulation.kind,
      iterator: rml.value(node, "iterator").flatMap { text($0, "iterator") }, place: node.place)
    source.root = access.root
    source.namespaces = formulation.namespaces
    let nulls = rml.values(place, "null") + rml.values(node, "null")
    guard nulls.allSatisfy({ count($0) }) else { return nil }
    if !nulls.isEmpty { source.nullValues = nulls.map(\.term.value) }
    if let encoding = rml.value(place, "encoding") ?? rml.value(node, "encoding") {
      source.encoding = RMLGraph.word(encoding.term.value) ?? encoding.term.value
    }
    if isTable(place) {
      readTable(place, into: &source)
      if let nulls = source.nullValues, nulls.isEmpty { source.nullValues = nil }
    }
    if let query = rml.value(node, "query", "sqlVersion", "tableName") {
      report(unsupported: "a query", at: query.place)
    }
    return source
  }

  /// What prefixes a reference formulation binds; faults are reported.
  ///
  /// - Returns: `nil` when the mapping is too large.
  mutating func namespaces(of formulation: RMLNode) -> [String: String]? {
    var namespaces: [String: String] = [:]
    if !rml.words(formulation).isEmpty,
      rml.types(formulation).contains("XPathReferenceFormulation")
    {
      check(formulation, .formulation)
    }
    for namespace in rml.values(formulation, "namespace") {
      guard count(namespace) else { return nil }
      check(namespace, .namespace)
      if let prefix = one(namespace, "namespacePrefix", "namespace"),
        let iri = one(namespace, "namespaceURL", "namespace")
      {
        namespaces[prefix.term.value] = iri.term.value
      }
    }
    return namespaces
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
    guard let namespaces = namespaces(of: written) else { return nil }
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
      report(RMLRules.formulation, at: written.place, [.plain("name", written.plainWords)])
    }
    return nil
  }

  private static let fileTypes: Set = [
    "RelativePathSource", "FilePath", "Source", "Table", "LogicalSource", "Target",
  ]

  // What the node of a source or target is, if it is no file as far as its types say.
  private func otherType(_ node: RMLNode) -> String? {
    let types = rml.values(node, "type").map(\.term.value)
    let other = types.first { !Self.fileTypes.contains(RMLGraph.word($0) ?? "") }
    return other.map { String($0.split { $0 == "#" || $0 == "/" }.last ?? "another kind") }
  }

  private mutating func access(
    _ node: RMLNode
  ) -> (path: String, root: LogicalSource.Root)? {
    if node.term.isLiteral { return (node.term.value, .mappingFolder) }
    let path = rml.value(node, "path", "url")
    if path == nil, let other = otherType(node) {
      report(unsupported: other, at: node.place)
      return nil
    }
    let isInOrder = check(node, isTable(node) ? .table : .source)
    if let path {
      if path.term.value.contains("://") {
        report(unsupported: "a file on another host", at: path.place)
        return nil
      }
      return (path.term.value, root(node))
    }
    // A path that is misspelt has been found.
    guard isInOrder else { return nil }
    if node.term.isIRI, rml.words(node).isEmpty {
      report(unsupported: "a resource on the web", at: node.place)
    } else {
      report(
        RMLRules.missing, at: node.place, owner(node, "source") + [.plain("part", "rml:path")])
    }
    return nil
  }

  private func isTable(_ node: RMLNode) -> Bool {
    rml.types(node).contains("Table") || rml.has(node, "dialect", "tableSchema")
  }

  private mutating func root(_ node: RMLNode) -> LogicalSource.Root {
    guard let root = rml.value(node, "root") else { return .mappingFolder }
    if root.term.isLiteral { return .folder(root.term.value) }
    switch RMLGraph.word(root.term.value) {
    case "CurrentWorkingDirectory": return .workingFolder
    case "MappingDirectory": return .mappingFolder
    default:
      reportWord(
        root, "rml:root", allowed: "rml:MappingDirectory, rml:CurrentWorkingDirectory, or a text")
      return .mappingFolder
    }
  }

  private mutating func report(unsupported kind: String, at place: SourcePlace) {
    report(MappingRules.unsupportedSource, at: place, [.plain("kind", kind)])
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
    check(node, .logicalTarget)
    guard let file = one(node, "target", "logical target") else { return nil }
    let isInOrder = otherType(file) != nil || check(file, .target)
    let access: Expression
    if let path = rml.value(file, "path") {
      access = .constant(path.term.value)
    } else if let map = rml.value(file, "pathMap") {
      if let constant = rml.value(map, "constant") { _ = text(constant, "constant") }
      guard let expression = expressionMap(map, "target path", isText: true) else { return nil }
      access = expression
    } else {
      if isInOrder { report(unsupported: "a target that is no file", at: file.place) }
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
          reportWord(
            written, "rml:compression",
            allowed: "rml:none, rml:gzip, rml:zip, rml:targz, rml:tarxz")
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
