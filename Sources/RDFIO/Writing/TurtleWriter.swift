// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// Writes Turtle, and TriG where there are named graphs.
struct TurtleWriter {
  private let statements: SortedStatements
  private var namespaces: NamespaceTable
  private let nesting: BlankNodeNesting
  private let type: Int?
  private var body: [UInt8] = []
  private var rendered: [Int: [UInt8]] = [:]

  /// Takes what is to be written.
  init(_ statements: SortedStatements, _ prefixes: [(prefix: String, namespace: String)]) {
    self.statements = statements
    namespaces = NamespaceTable(prefixes) { prefix, _ in
      prefix.isEmpty || NamespaceTable.isSafePrefix(prefix)
    }
    nesting = BlankNodeNesting(statements)
    type = statements.terms.firstIndex { $0.isIRI && $0.value == RDF.type }
  }

  /// The whole document.
  mutating func document() -> [UInt8] {
    var index = 0
    let rows = statements.rows
    while index < rows.count {
      let graph = rows[index].graph
      let end = rows[index...].firstIndex { $0.graph != graph } ?? rows.count
      if !body.isEmpty { body.append(0x0A) }
      if graph == 0 {
        writeSubjects(index..<end, indent: 0)
      } else {
        append(term: graph)
        append(" {\n")
        writeSubjects(index..<end, indent: 2)
        append("}\n")
      }
      index = end
    }
    var head: [UInt8] = []
    for entry in namespaces.usedEntries {
      head.append(contentsOf: "@prefix \(entry.prefix): <\(entry.namespace)> .\n".utf8)
    }
    if !head.isEmpty && !body.isEmpty { head.append(0x0A) }
    return head + body
  }

  /// A node in brackets with the statements about it, as if something referred to it.
  mutating func brackets(_ node: Term, indent: Int) -> [UInt8] {
    let start = statements.rows.firstIndex { statements.terms[$0.subject] == node }
    guard let start else { return Array("[]".utf8) }
    append("[\n")
    append(indent: indent + 2)
    writePredicates(start..<nesting.end(ofSubjectAt: start), indent: indent + 2)
    append("\n")
    append(indent: indent)
    append("]")
    return body
  }

  private mutating func writeSubjects(_ range: Range<Int>, indent: Int) {
    var index = range.lowerBound
    var isFirst = true
    while index < range.upperBound {
      let subject = statements.rows[index].subject
      let end = nesting.end(ofSubjectAt: index)
      if !nesting.isNested(subject) {
        if !isFirst { body.append(0x0A) }
        isFirst = false
        append(indent: indent)
        append(term: subject)
        body.append(0x20)
        writePredicates(index..<end, indent: indent + 2)
        append(" .\n")
      }
      index = end
    }
  }

  // Recursion is bounded by `BlankNodeNesting.depth`.
  private mutating func writePredicates(_ range: Range<Int>, indent: Int) {
    var isFirst = true
    for group in predicateGroups(range) {
      if !isFirst {
        append(" ;\n")
        append(indent: indent)
      }
      isFirst = false
      let predicate = statements.rows[group.lowerBound].predicate
      if predicate == type { append("a") } else { append(term: predicate) }
      if group.count == 1 {
        body.append(0x20)
        writeObject(statements.rows[group.lowerBound].object, indent: indent)
        continue
      }
      for index in group {
        append(index == group.lowerBound ? "\n" : " ,\n")
        append(indent: indent + 2)
        writeObject(statements.rows[index].object, indent: indent + 2)
      }
    }
  }

  /// The rows of one subject by predicate, `rdf:type` first.
  private func predicateGroups(_ range: Range<Int>) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let predicate = statements.rows[index].predicate
      var end = index + 1
      while end < range.upperBound, statements.rows[end].predicate == predicate { end += 1 }
      if predicate == type { groups.insert(index..<end, at: 0) } else { groups.append(index..<end) }
      index = end
    }
    return groups
  }

  private mutating func writeObject(_ object: Int, indent: Int) {
    guard nesting.isNested(object) else {
      append(term: object)
      return
    }
    let rows = nesting.rows(of: object)
    if rows.isEmpty {
      append("[]")
      return
    }
    append("[\n")
    append(indent: indent + 2)
    writePredicates(rows, indent: indent + 2)
    append("\n")
    append(indent: indent)
    append("]")
  }

  private mutating func append(term rank: Int) {
    if let known = rendered[rank] {
      body.append(contentsOf: known)
      return
    }
    let bytes = render(statements.terms[rank])
    rendered[rank] = bytes
    body.append(contentsOf: bytes)
  }

  private mutating func render(_ term: Term) -> [UInt8] {
    var bytes: [UInt8] = []
    switch term.kind {
    case .iri: appendIRI(term.value, to: &bytes)
    case .blankNode: NTriplesSyntax.appendTerm(term, to: &bytes)
    case .literal:
      if Self.hasShortForm(term) { return Array(term.value.utf8) }
      bytes.append(UInt8(ascii: "\""))
      NTriplesSyntax.appendEscapedLiteral(term.value, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
      if !term.language.isEmpty {
        bytes.append(contentsOf: "@\(term.language)".utf8)
      } else if term.datatype != XSD.string {
        bytes.append(contentsOf: "^^".utf8)
        appendIRI(term.datatype, to: &bytes)
      }
    }
    return bytes
  }

  private mutating func appendIRI(_ iri: String, to bytes: inout [UInt8]) {
    if let (prefix, local) = namespaces.shorten(iri, allowsLocal: NamespaceTable.isSafeLocal) {
      bytes.append(contentsOf: prefix.utf8)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: local.utf8)
    } else {
      NTriplesSyntax.appendIRI(iri, to: &bytes)
    }
  }

  /// Whether the bare lexical form is this very literal for every reader.
  ///
  /// Canonical forms only: some readers make numbers of bare words and lose `+`, `-0` and zeros.
  private static func hasShortForm(_ term: Term) -> Bool {
    switch term.datatype {
    case XSD.boolean: return term.value == "true" || term.value == "false"
    case XSD.integer: return isCanonicalInteger(Substring(term.value).utf8)
    case XSD.decimal:
      let parts = term.value.utf8.split(
        separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      guard parts.count == 2, let last = parts[1].last else { return false }
      return (isCanonicalInteger(parts[0]) || parts[0].elementsEqual("-0".utf8))
        && parts[1].allSatisfy(NameCharacter.isDigit)
        && (last != UInt8(ascii: "0") || parts[1].count == 1 && !parts[0].elementsEqual("-0".utf8))
    default: return false
    }
  }

  private static func isCanonicalInteger(_ text: Substring.UTF8View) -> Bool {
    let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text
    guard let first = digits.first, digits.allSatisfy(NameCharacter.isDigit) else { return false }
    return first != UInt8(ascii: "0") || text.count == 1
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { body.append(contentsOf: $0) }
  }

  private mutating func append(indent: Int) {
    for _ in 0..<indent { body.append(0x20) }
  }
}
