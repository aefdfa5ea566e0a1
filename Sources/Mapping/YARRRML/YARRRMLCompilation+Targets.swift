// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import LocatedYAML

/// The targets of a document while it is compiled: what is declared, and what terms name.
final class YARRRMLTargetTable {
  /// Targets by name; `nil` where the declaration is wrong and was reported.
  var named: [String: LogicalTarget?] = [:]
  /// These names in the order written.
  var names: [LocatedText] = []
  /// The targets that terms name, each once, in the order named.
  private(set) var used: [LogicalTarget] = []

  /// The index of a target among those in use.
  func index(of target: LogicalTarget) -> Int {
    let known = used.firstIndex { other in
      other.access == target.access && other.serialization == target.serialization
        && other.compression == target.compression
    }
    if let known { return known }
    used.append(target)
    return used.count - 1
  }
}

extension YARRRMLCompilation {
  /// Reads the targets at the root.
  ///
  /// - Source: YARRRML 1.3.0 §Targets.
  func takeNamedTargets(_ mapping: YAMLMapping) {
    for (name, value) in mapping.named("targets") {
      targetTable.named[name.text] = .some(target(value, name: name.text))
      targetTable.names.append(name)
    }
  }

  /// The indexes of the targets that a term names: names, short forms or long forms.
  func targets(_ mapping: YAMLMapping) -> [Int] {
    guard let node = mapping.value("targets") else { return [] }
    let nodes = isShortTarget(node) ? [node] : node.members ?? [node]
    var indexes: [Int] = []
    for node in nodes {
      let target: LogicalTarget?
      if let name = node.text, !name.contains("~") || targetTable.named[name] != nil {
        target = namedTarget(name, at: node)
      } else {
        let place = node.position
        target = self.target(node, name: "target#\(place.line):\(place.column)")
      }
      guard let target else { continue }
      let index = targetTable.index(of: target)
      if !indexes.contains(index) { indexes.append(index) }
    }
    return indexes
  }

  /// Reports targets that no term names.
  func reportUnusedTargets() {
    let used = Set(targetTable.used.map(\.place))
    for name in targetTable.names {
      guard case .some(.some(let target)) = targetTable.named[name.text],
        !used.contains(target.place)
      else { continue }
      reader.report(YARRRMLRules.unusedTarget, at: name.node, [.plain("name", name.text)])
    }
  }

  private func namedTarget(_ name: String, at node: YAMLNode) -> LogicalTarget? {
    guard let target = targetTable.named[name] else {
      reader.report(
        YARRRMLRules.unknownTarget, at: node,
        [
          .plain("name", name),
          .plain("hint", NearestName.hint(name, in: targetTable.named.keys.sorted())),
        ])
      return nil
    }
    return target
  }

  // `[path~type, turtle, gzip]` directly under `targets` is one target, not three names.
  private func isShortTarget(_ node: YAMLNode) -> Bool {
    guard let members = node.members, (1...3).contains(members.count),
      let first = members.first?.text, first.contains("~"), targetTable.named[first] == nil
    else { return false }
    return members.dropFirst().allSatisfy { member in
      member.text.map { !$0.contains("~") && targetTable.named[$0] == nil } ?? false
    }
  }

  private func target(_ node: YAMLNode, name: String) -> LogicalTarget? {
    if node.entries != nil { return longTarget(node, name: name) }
    let members = node.members ?? [node]
    guard (1...3).contains(members.count), members.allSatisfy({ $0.text != nil }),
      let first = members[0].text, let tilde = first.lastIndex(of: "~")
    else {
      reader.report(
        YARRRMLRules.targetShape, at: node, [.plain("found", countInWords(members.count))])
      return nil
    }
    let path = first[..<tilde]
    let type = LocatedText(String(first[first.index(after: tilde)...]), node: members[0])
    return target(
      access: LocatedText(String(path), node: members[0]), type: type,
      format: (
        members.count > 1 ? members[1] : nil, members.count > 2 ? members[2] : nil
      ), name: name, node: node)
  }

  private func longTarget(_ node: YAMLNode, name: String) -> LogicalTarget? {
    guard let mapping = open(node, YARRRMLKeys.target) else { return nil }
    // Whose records name a target that differs from record to record; the term at hand knows it too.
    if let source = mapping.optional("source", as: .located), namedSources[source.text] == nil {
      _ = namedSource(source.text, at: source.node)
    }
    let type = mapping.optional("type", as: .located)
    let format = (mapping.value("serialization"), mapping.value("compression"))
    guard let access = mapping.required("access", as: .located) else { return nil }
    return target(access: access, type: type, format: format, name: name, node: node)
  }

  private func target(
    access: LocatedText, type: LocatedText?, format: (syntax: YAMLNode?, compression: YAMLNode?),
    name: String, node: YAMLNode
  ) -> LogicalTarget? {
    let isFile = type.map { self.isFile($0) } ?? true
    let serialization = format.syntax.map { self.serialization($0) } ?? "N-Quads"
    let words = Self.compressions.map(\.word)
    let compression = format.compression.map {
      reader.value($0, as: .oneOf(words), of: "compression")
    }
    var path = access.text
    if path.hasPrefix("file://") { path.removeFirst("file://".utf8.count) }
    if isFile, path.contains("://") {
      refuse(
        "The address “\(path)”", in: "a target", at: access.node,
        hint: "Name the path of a file, and load it from there.")
      return nil
    }
    let expression = self.expression(path, at: access.node, role: .text("The path"))
    guard isFile, let serialization, compression != .some(nil),
      let expression
    else { return nil }
    if expression == .constant("") {
      reader.report(YARRRMLRules.emptyTerm, at: access.node, [.plain("context", "The path")])
      return nil
    }
    var target = LogicalTarget(
      name: name, access: expression, serialization: serialization, place: node.place)
    target.compression = Self.compressions.first { $0.word == compression }?.compression
    return target
  }

  private func isFile(_ type: LocatedText) -> Bool {
    let files = ["localfile", "void", "dcat"]
    let others = ["sparql", "sd", "directhttprequest", "linkedhttprequest"]
    if others.contains(type.text) {
      refuse(
        "The type “\(type.text)”", in: "a target", at: type.node,
        hint: "Write to a file, whose type is localfile, void or dcat, and load it from there.")
      return false
    }
    // In a short target the type is a part of the text.
    let node = YAMLNode(
      .scalar(type.text, isPlain: true), at: type.node.position, file: type.node.file)
    return reader.value(node, as: .oneOf(files), of: "type") != nil
  }

  private func serialization(_ node: YAMLNode) -> String? {
    let words = Self.serializations.map(\.word)
    if let word = node.text, Self.unwritten.contains(word) {
      refuse(
        "The serialization “\(word)”", in: "a target", at: node,
        hint: "Write one of: \(words.joined(separator: ", ")).")
      return nil
    }
    let word = reader.value(node, as: .oneOf(words), of: "serialization")
    return Self.serializations.first { $0.word == word }?.format
  }

  /// The syntaxes that targets are written in, by their names in YARRRML and in `formats:`.
  static let serializations: [(word: String, format: String)] = [
    ("ntriples", "N-Triples"), ("nquads", "N-Quads"), ("turtle", "Turtle"), ("trig", "TriG"),
    ("jsonld", "JSON-LD"), ("rdfxml", "RDF_XML"),
  ]

  private static let unwritten = [
    "n3", "ldpatch", "microdata", "owlxml", "owlfunctional", "owlmanchester", "powder", "powder-s",
    "prov-n", "prov-xml", "rdfa", "rdfjson", "rifxml", "sparqlxml", "sparqljson", "sparqlcsv",
    "sparqltsv",
  ]

  static let compressions: [(word: String, compression: LogicalTarget.Compression?)] = [
    ("gzip", .gzip), ("zip", .zip), ("targzip", .tarGzip), ("tarxz", .tarXz), ("none", nil),
  ]
}
