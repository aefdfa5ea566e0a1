// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import LocatedYAML

/// Turns a YARRRML document into a mapping in the terms of RML.
///
/// - Source: YARRRML 1.3.0. Deviation: a literal object is never expanded by prefix, while an argument
///   of a function is, where its prefix is known.
package enum YARRRMLCompiler {
  /// Compiles a document and drops its notes.
  ///
  /// - Parameter root: the root of the document.
  /// - Returns: the mapping.
  /// - Throws: everything that is wrong with the document, in the order of its lines.
  package static func compile(_ root: YAMLNode) throws(DiagnosedError) -> MappingDocument {
    var notes: [Finding] = []
    return try compile(root, notes: &notes)
  }

  /// Compiles a document.
  ///
  /// - Parameters:
  ///   - root: the root of the document.
  ///   - externals: values for `$(_name)`, which go before those that the document declares.
  ///   - notes: receives notes and warnings.
  /// - Returns: the mapping.
  /// - Throws: everything that is wrong with the document, in the order of its lines.
  package static func compile(
    _ root: YAMLNode, externals: [String: String] = [:], notes: inout [Finding]
  ) throws(DiagnosedError) -> MappingDocument {
    try compile([root], externals: externals, notes: &notes)
  }

  /// Compiles several documents as if they were one.
  ///
  /// - Parameters:
  ///   - roots: the roots of the documents, at least one; the first names the whole.
  ///   - externals: values for `$(_name)`, which go before those that the documents declare.
  ///   - notes: receives notes and warnings.
  /// - Returns: the mapping.
  /// - Throws: everything that is wrong with the documents.
  package static func compile(
    _ roots: [YAMLNode], externals: [String: String] = [:], notes: inout [Finding]
  ) throws(DiagnosedError) -> MappingDocument {
    var compilation = YARRRMLCompilation(file: roots[0].file)
    let root = YARRRMLDocuments.merge(roots, reporting: compilation.reader)
    compilation.takeDocument(compilation.resolveExternals(root, given: externals))
    notes += try compilation.reader.finish()
    return compilation.document
  }
}

/// The state of one compilation: what is declared, what was made, what is wrong.
struct YARRRMLCompilation {
  let reader = YAMLReader()
  var document: MappingDocument
  /// Sources by name; `nil` where the declaration is wrong and was reported.
  var namedSources: [String: LogicalSource?] = [:]
  /// The names of these sources in the order written.
  var sourceNames: [LocatedText] = []
  /// Targets, declared and in use.
  let targetTable = YARRRMLTargetTable()
  /// Statements from objects to subjects, made when all mappings are known.
  var inverses: [YARRRMLInverse] = []
  /// Names of mappings in the order written.
  var mappingNames: [String] = []

  init(file: String) {
    document = MappingDocument(file: file, prefixes: YARRRMLPrefixes.predeclared)
  }

  /// Opens a mapping of the document by its table of keys.
  ///
  /// - Parameters:
  ///   - node: the mapping.
  ///   - table: its keys.
  ///   - refuses: whether keys that this version does not have are reported; the caller does it
  ///     otherwise.
  /// - Returns: the mapping, `nil` if the node is none.
  func open(
    _ node: YAMLNode, _ table: YARRRMLKeyTable, refuses: Bool = true
  ) -> YAMLMapping? {
    for entry in node.entries ?? [] where refuses && table.notYet.contains(entry.key.text ?? "") {
      let key = entry.key.text ?? ""
      refuse(
        "“\(key)”", in: table.context, at: entry.key,
        hint: YARRRMLKeys.hints[key] ?? "Remove it.")
    }
    return reader.mapping(node, as: table.context, keys: table.keys, silent: table.notYet)
  }

  /// Reports a feature that this version does not have.
  func refuse(
    _ feature: String, in context: String, at node: YAMLNode, hint: String = "Remove it."
  ) {
    reader.report(
      YARRRMLRules.notSupportedYet, at: node,
      [.plain("feature", feature), .plain("context", context), .plain("hint", hint)])
  }

  mutating func takeDocument(_ root: YAMLNode) {
    guard let mapping = open(root, YARRRMLKeys.document) else { return }
    takeAuthors(mapping)
    if let external = mapping.value("external"), external.entries == nil {
      reader.reportKind(external, what: "“external”", allowed: "a mapping of names and values")
    }
    takePrefixes(mapping)
    if let base = mapping.optional("base", as: .located) {
      document.base = base.text
      requireAbsolute(base, "the base")
    }
    takeNamedSources(mapping)
    takeNamedTargets(mapping)
    guard let mappings = mapping.required("mappings", as: .node) else { return }
    guard let entries = mappings.entries else {
      reader.reportKind(mappings, what: "“mappings”", allowed: "a mapping of names and mappings")
      return
    }
    mappingNames = entries.map { $0.key.text ?? "" }
    for entry in entries { takeMapping(entry) }
    takeInverses()
    document.targets = targetTable.used
    reportUnusedSources()
    reportUnusedTargets()
  }

  // A text, a mapping, or a list of such; only a key that is misspelt is worth a word.
  private func takeAuthors(_ mapping: YAMLMapping) {
    guard let authors = mapping.value("authors") else { return }
    reader.report(YARRRMLRules.authorsIgnored, at: authors)
    for author in authors.members ?? [authors] where author.text == nil {
      _ = open(author, YARRRMLKeys.author)
    }
  }

  private mutating func takePrefixes(_ mapping: YAMLMapping) {
    for (name, value) in mapping.named("prefixes") {
      guard let namespace = reader.value(value, as: .located, of: name.text) else { continue }
      document.prefixes[name.text] = namespace.text
      requireAbsolute(namespace, "the namespace of a prefix")
    }
  }

  private func requireAbsolute(_ iri: LocatedText, _ context: String) {
    let scheme = iri.text.prefix { $0 != ":" }
    let isAbsolute =
      scheme.count < iri.text.count && scheme.first?.isASCII == true
      && scheme.first?.isLetter == true
      && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    if !isAbsolute {
      reader.report(
        YARRRMLRules.notAbsolute, at: iri.node,
        [.plain("iri", iri.text), .plain("context", context)])
    }
    reportForbiddenCharacter(in: iri.text, at: iri.node)
  }

  private func reportUnusedSources() {
    let used = Set(document.sources.map(\.place))
    for name in sourceNames {
      guard case .some(.some(let source)) = namedSources[name.text], !used.contains(source.place),
        !document.sources.contains(where: { Self.readSame($0, source) })
      else { continue }
      reader.report(YARRRMLRules.unusedSource, at: name.node, [.plain("name", name.text)])
    }
  }
}
