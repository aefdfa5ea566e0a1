// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// Writes JSON-LD 1.1 in compact form, with its context inside.
///
/// Every literal but a plain string is a value object with its exact lexical form, so that reading
/// cannot change it.
struct JSONLDWriter {
  private let statements: SortedStatements
  private var namespaces: NamespaceTable
  private let type: Int?
  private var body: [UInt8] = []

  /// Takes what is to be written.
  init(_ statements: SortedStatements, _ prefixes: [(prefix: String, namespace: String)]) {
    self.statements = statements
    // A prefix named like the scheme of an IRI would make `urn:x` a compact IRI.
    var schemes: Set<String> = []
    for term in statements.terms {
      let iri = term.isLiteral ? term.datatype : term.isIRI ? term.value : ""
      if let colon = iri.utf8.firstIndex(of: UInt8(ascii: ":")) {
        schemes.insert(String(iri[..<colon]))
      }
    }
    namespaces = NamespaceTable(prefixes) { prefix, namespace in
      // Only namespaces that end so are prefixes in a simple term definition (JSON-LD 1.1 §4.1.2).
      NamespaceTable.isSafePrefix(prefix) && !schemes.contains(prefix)
        && ":/?#[]@".utf8.contains(namespace.utf8.last ?? 0)
    }
    type = statements.terms.firstIndex { $0.isIRI && $0.value == RDF.type }
  }

  /// The whole document.
  mutating func document() -> [UInt8] {
    var nodes: [[UInt8]] = []
    let rows = statements.rows
    var index = 0
    while index < rows.count {
      let graph = rows[index].graph
      let end = rows[index...].firstIndex { $0.graph != graph } ?? rows.count
      if graph == 0 {
        nodes += graphNodes(index..<end, indent: 4)
      } else {
        nodes.append(namedGraph(graph, index..<end))
      }
      index = end
    }
    var head: [UInt8] = []
    Self.append("{\n  \"@context\": {", to: &head)
    for (index, entry) in namespaces.usedEntries.enumerated() {
      Self.append(index == 0 ? "\n    " : ",\n    ", to: &head)
      Self.append(string: entry.prefix, to: &head)
      Self.append(": ", to: &head)
      Self.append(string: entry.namespace, to: &head)
    }
    Self.append(namespaces.usedEntries.isEmpty ? "},\n" : "\n  },\n", to: &head)
    Self.append("  \"@graph\": [", to: &head)
    Self.append(items: nodes, indent: 4, to: &head)
    Self.append(nodes.isEmpty ? "]\n}\n" : "\n  ]\n}\n", to: &head)
    return head
  }

  private mutating func namedGraph(_ graph: Int, _ range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    Self.append("{\n      \"@id\": ", to: &text)
    append(node: graph, to: &text)
    Self.append(",\n      \"@graph\": [", to: &text)
    Self.append(items: graphNodes(range, indent: 8), indent: 8, to: &text)
    Self.append("\n      ]\n    }", to: &text)
    return text
  }

  private mutating func graphNodes(_ range: Range<Int>, indent: Int) -> [[UInt8]] {
    var nodes: [[UInt8]] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let subject = statements.rows[index].subject
      var end = index
      while end < range.upperBound, statements.rows[end].subject == subject { end += 1 }
      nodes.append(node(index..<end, indent: indent))
      index = end
    }
    return nodes
  }

  private mutating func node(_ range: Range<Int>, indent: Int) -> [UInt8] {
    var text: [UInt8] = []
    Self.append("{", to: &text)
    appendKey("@id", indent: indent + 2, to: &text)
    append(node: statements.rows[range.lowerBound].subject, to: &text)
    var types: [[UInt8]] = []
    // Not a dictionary by key: strings that differ in normal form only are different IRIs.
    var values: [(predicate: Int, key: String, items: [[UInt8]])] = []
    for row in statements.rows[range] {
      if row.predicate == type, !statements.terms[row.object].isLiteral {
        var item: [UInt8] = []
        append(node: row.object, to: &item)
        types.append(item)
      } else {
        if values.last?.predicate != row.predicate {
          values.append((row.predicate, shortened(statements.terms[row.predicate].value), []))
        }
        values[values.count - 1].items.append(value(statements.terms[row.object], row.object))
      }
    }
    if !types.isEmpty { append(values: types, key: "@type", indent: indent + 2, to: &text) }
    values.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (_, key, items) in values {
      append(values: items, key: key, indent: indent + 2, to: &text)
    }
    Self.append("\n", to: &text)
    Self.append(indent: indent, to: &text)
    Self.append("}", to: &text)
    return text
  }

  private func append(values: [[UInt8]], key: String, indent: Int, to text: inout [UInt8]) {
    Self.append(",", to: &text)
    appendKey(key, indent: indent, to: &text)
    if values.count == 1 {
      text.append(contentsOf: values[0])
    } else {
      Self.append("[", to: &text)
      Self.append(items: values, indent: indent + 2, to: &text)
      Self.append("\n", to: &text)
      Self.append(indent: indent, to: &text)
      Self.append("]", to: &text)
    }
  }

  private func appendKey(_ key: String, indent: Int, to text: inout [UInt8]) {
    Self.append("\n", to: &text)
    Self.append(indent: indent, to: &text)
    Self.append(string: key, to: &text)
    Self.append(": ", to: &text)
  }

  private mutating func value(_ term: Term, _ rank: Int) -> [UInt8] {
    var text: [UInt8] = []
    guard term.isLiteral else {
      Self.append("{ \"@id\": ", to: &text)
      append(node: rank, to: &text)
      Self.append(" }", to: &text)
      return text
    }
    if term.language.isEmpty, term.datatype == XSD.string {
      Self.append(string: term.value, to: &text)
      return text
    }
    let isTagged = !term.language.isEmpty
    Self.append(isTagged ? "{ \"@language\": " : "{ \"@type\": ", to: &text)
    Self.append(string: isTagged ? term.language : shortened(term.datatype), to: &text)
    Self.append(", \"@value\": ", to: &text)
    Self.append(string: term.value, to: &text)
    Self.append(" }", to: &text)
    return text
  }

  private mutating func append(node rank: Int, to text: inout [UInt8]) {
    let term = statements.terms[rank]
    Self.append(string: term.isBlankNode ? "_:" + term.value : shortened(term.value), to: &text)
  }

  private mutating func shortened(_ iri: String) -> String {
    guard let (prefix, local) = namespaces.shorten(iri, allowsLocal: NamespaceTable.isSafeLocal)
    else { return iri }
    return "\(prefix):\(local)"
  }

  private static func append(items: [[UInt8]], indent: Int, to text: inout [UInt8]) {
    for (index, item) in items.enumerated() {
      append(index == 0 ? "\n" : ",\n", to: &text)
      append(indent: indent, to: &text)
      text.append(contentsOf: item)
    }
  }

  private static func append(_ plain: StaticString, to text: inout [UInt8]) {
    plain.withUTF8Buffer { text.append(contentsOf: $0) }
  }

  private static func append(indent: Int, to text: inout [UInt8]) {
    for _ in 0..<indent { text.append(0x20) }
  }

  /// Appends a JSON string (RFC 8259 §7).
  private static func append(string: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        text.append(UInt8(ascii: "\\"))
        text.append(byte)
      case 0x0A: append("\\n", to: &text)
      case 0x0D: append("\\r", to: &text)
      case 0x09: append("\\t", to: &text)
      case 0..<0x20, 0x7F: NTriplesSyntax.appendCodePoint(UInt32(byte), to: &text)
      default: text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
  }
}
