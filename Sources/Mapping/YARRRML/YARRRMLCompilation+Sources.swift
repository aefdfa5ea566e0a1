// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import LocatedYAML

extension YARRRMLCompilation {
  /// Whether two sources give the same records, whatever they are called.
  static func readSame(_ left: LogicalSource, _ right: LogicalSource) -> Bool {
    left.access == right.access && left.formulation == right.formulation
      && left.iterator == right.iterator && left.delimiter == right.delimiter
      && left.encoding == right.encoding
  }

  /// Reads the sources at the root.
  mutating func takeNamedSources(_ mapping: YAMLMapping) {
    for (name, value) in mapping.named("sources") {
      namedSources[name.text] = .some(source(value, name: name.text))
      sourceNames.append(name)
    }
  }

  /// The indexes of a mapping's sources in the document, each source once.
  ///
  /// - Source: YARRRML 1.3.0 §Data sources: a name, a short form, a long form, or a list of such.
  mutating func sourceIndexes(_ node: YAMLNode, mapping: String) -> [Int] {
    let nodes = isShortSource(node) ? [node] : node.members ?? [node]
    var indexes: [Int] = []
    for (offset, node) in nodes.enumerated() {
      let source: LogicalSource?
      if let name = node.text, !name.contains("~") || namedSources[name] != nil {
        source = namedSource(name, at: node)
      } else {
        source = self.source(node, name: "\(mapping)#\(offset + 1)")
      }
      guard let source else { continue }
      let index = index(of: source)
      if !indexes.contains(index) { indexes.append(index) }
    }
    return indexes
  }

  func namedSource(_ name: String, at node: YAMLNode) -> LogicalSource? {
    guard let source = namedSources[name] else {
      reader.report(
        YARRRMLRules.unknownSource, at: node,
        [
          .plain("name", name),
          .plain("hint", NearestName.hint(name, in: namedSources.keys.sorted())),
        ])
      return nil
    }
    return source
  }

  private mutating func index(of source: LogicalSource) -> Int {
    if let index = document.sources.firstIndex(where: { Self.readSame($0, source) }) {
      return index
    }
    document.sources.append(source)
    return document.sources.count - 1
  }

  // `[path~jsonpath, $]` directly under `sources` is one source, not two names.
  private func isShortSource(_ node: YAMLNode) -> Bool {
    guard let members = node.members, members.count <= 2,
      let first = members.first?.text, members.last?.text != nil
    else { return false }
    return first.contains("~") && namedSources[first] == nil
  }

  private func source(_ node: YAMLNode, name: String) -> LogicalSource? {
    if node.entries != nil { return longSource(node, name: name) }
    let members = node.members ?? [node]
    let texts = members.compactMap(\.text)
    guard texts.count == members.count, (1...2).contains(texts.count) else {
      reader.report(
        YARRRMLRules.sourceShape, at: node, [.plain("found", countInWords(members.count))])
      return nil
    }
    guard let tilde = texts[0].lastIndex(of: "~") else {
      reader.report(YARRRMLRules.missingFormulation, at: members[0], [.plain("text", texts[0])])
      return nil
    }
    let path = texts[0][..<tilde]
    let formulation = formulation(
      String(texts[0][tilde...].dropFirst()),
      at: members[0].place(ofCharacterAt: path.unicodeScalars.count + 1))
    let iterator = members.count == 2 && !members[1].isNull ? members[1] : nil
    return checked(
      access: LocatedText(String(path), node: members[0]), formulation: formulation,
      iterator: iterator.map { LocatedText($0.text ?? "", node: $0) }, name: name, node: node)
  }

  private func longSource(_ node: YAMLNode, name: String) -> LogicalSource? {
    guard let mapping = open(node, YARRRMLKeys.source, refuses: false), isLocalFile(mapping) else {
      return nil
    }
    let access = mapping.required("access", as: .located)
    let formulation = mapping.required("referenceFormulation", as: .located)
      .flatMap { self.formulation($0.text, at: $0.node.place) }
    let iterator = mapping.optional("iterator", as: .located)
    let delimiter = mapping.optional("delimiter", as: .located)
    let encoding = mapping.optional("encoding", as: .string)
    guard let access,
      var source = checked(
        access: access, formulation: formulation, iterator: iterator, name: name, node: node)
    else { return nil }
    source.encoding = encoding
    if let delimiter {
      // Without double quotes, YAML takes `\t` as two characters.
      let text = delimiter.text == "\\t" ? "\t" : delimiter.text
      source.delimiter = text
      let bytes = Array(text.utf8)
      if bytes.count != 1 || bytes[0] >= 0x80 || [0x0A, 0x0D, 0x22].contains(bytes[0])
        || source.formulation != .csv
      {
        reader.report(
          YARRRMLRules.delimiter, at: delimiter.node, [.plain("delimiter", delimiter.text)])
      }
    }
    return source
  }

  // One finding for a source of another kind, whatever else it declares.
  private func isLocalFile(_ mapping: YAMLMapping) -> Bool {
    if let type = mapping.value("type") {
      if let kind = type.text, Self.otherKinds.contains(kind) {
        reader.report(MappingRules.unsupportedSource, at: type, [.plain("kind", kind)])
        return false
      }
      guard reader.value(type, as: .oneOf(["localfile"]), of: "type") != nil else { return false }
    }
    let entries = mapping.node.entries ?? []
    guard
      let other = entries.first(where: { YARRRMLKeys.source.notYet.contains($0.key.text ?? "") })
    else { return true }
    let isWeb = ["contentType", "operationType", "security"].contains(other.key.text ?? "")
    reader.report(
      MappingRules.unsupportedSource, at: other.key,
      [.plain("kind", isWeb ? "web service" : "database")])
    return false
  }

  private static let otherKinds = [
    "remotefile", "sparql", "wot", "mysql", "mariadb", "postgresql", "oracle", "sqlserver", "db2",
    "sqlite", "hsqldb", "ingres", "monetdb", "sybase", "access", "informix", "dcat",
  ]

  private func formulation(
    _ text: String, at place: SourcePlace
  ) -> LogicalSource.ReferenceFormulation? {
    if let formulation = LogicalSource.ReferenceFormulation(rawValue: text.lowercased()) {
      return formulation
    }
    if text.lowercased() == "xquery" {
      reader.report(
        Finding(
          YARRRMLRules.notSupportedYet, at: place,
          [
            .plain("feature", "The reference formulation “\(text)”"),
            .plain("context", "a source"), .plain("hint", "Write xpath."),
          ]))
      return nil
    }
    let known = LogicalSource.ReferenceFormulation.allCases.map(\.rawValue)
    reader.report(
      Finding(
        YARRRMLRules.unknownFormulation, at: place,
        [.plain("name", text), .plain("hint", NearestName.hint(text, in: known))]))
    return nil
  }

  private func checked(
    access: LocatedText, formulation: LogicalSource.ReferenceFormulation?, iterator: LocatedText?,
    name: String, node: YAMLNode
  ) -> LogicalSource? {
    if access.text.contains("://") {
      reader.report(
        MappingRules.unsupportedSource, at: access.node, [.plain("kind", "remotefile")])
    } else if access.text.isEmpty {
      reader.report(YARRRMLRules.emptyTerm, at: access.node, [.plain("context", "The path")])
    }
    guard let kind = formulation else { return nil }
    var source = LogicalSource(
      name: name, access: access.text, formulation: kind, place: node.place)
    let written = iterator.flatMap { $0.text.isEmpty ? nil : $0 }
    if kind == .csv {
      if let written {
        reader.report(
          YARRRMLRules.iteratorIgnored, at: written.node, [.plain("iterator", written.text)])
      }
    } else if let written {
      source.iterator = written.text
    } else {
      reader.report(
        YARRRMLRules.missingIterator, at: node, [.plain("formulation", kind.rawValue)])
    }
    return source
  }

  /// A number of members in words.
  func countInWords(_ count: Int) -> String {
    count == 1 ? "1 member" : "\(count) members"
  }
}
