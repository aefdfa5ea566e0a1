// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Makes statements of expanded nodes.
///
/// Nodes of the same name meet in the statements themselves, so no map of nodes is made before. What
/// RDF cannot say is passed over, as the specification has it: properties that are blank nodes,
/// terms that are no valid IRIs, language tags that are not well formed.
/// - Source: JSON-LD 1.1 API §7.2 and §8.1 to §8.3. Deviations: where the document has no base at
///   all, a relative reference is an error and not passed over; a node with two values of `@index`
///   is none, since statements do not hold them.
struct StatementBuilder {
  /// Where statements go.
  enum Target {
    case defaultGraph
    case graph(Term)
    /// A graph whose name RDF cannot hold.
    case nowhere
  }

  private(set) var quads: [LocatedQuad] = []
  let direction: JSONLDDirection?
  private let documents: JSONLDDocuments
  private let hasBase: Bool
  private var labels: BlankNodeLabels
  private let lines: LineTable

  init(
    _ document: Document, _ documents: JSONLDDocuments, direction: JSONLDDirection?
  ) {
    self.documents = documents
    self.direction = direction
    hasBase = document.base != nil
    labels = BlankNodeLabels(prefix: document.labelPrefix)
    lines = LineTable(document.bytes)
  }

  /// Adds the statements of a node and of all nodes below it.
  ///
  /// - Returns: the node as a term, `nil` if RDF cannot hold its name.
  /// - Throws: `rdf.relative-iri`.
  @discardableResult mutating func add(
    _ node: ExpandedNode, to target: Target
  ) throws(DiagnosedError) -> Term? {
    let subject = try name(of: node)
    for type in node.types {
      let object = try term(type.iri, at: type.place)
      append(subject, .iri(RDF.type), object, to: target, at: type.place)
    }
    for property in node.properties {
      let predicate = try predicate(property)
      for item in property.items {
        let object = try object(item, in: target)
        append(subject, predicate, object, to: target, at: item.place)
      }
    }
    for property in node.reverse {
      let predicate = try predicate(property)
      for item in property.items {
        let other = try object(item, in: target)
        append(other, predicate, subject, to: target, at: item.place)
      }
    }
    try addOthers(of: node, subject, to: target)
    return subject
  }

  private mutating func name(of node: ExpandedNode) throws(DiagnosedError) -> Term? {
    guard node.hasID else { return labels.next() }
    guard let id = node.id else { return nil }
    return try term(id, at: node.idPlace)
  }

  private mutating func addOthers(
    of node: ExpandedNode, _ subject: Term?, to target: Target
  ) throws(DiagnosedError) {
    for item in node.graph ?? [] {
      guard let inner = item.node else { continue }
      try add(inner, to: subject.map { .graph($0) } ?? .nowhere)
    }
    for item in node.included ?? [] {
      guard let inner = item.node else { continue }
      try add(inner, to: target)
    }
  }

  private mutating func object(
    _ item: ExpandedItem, in target: Target
  ) throws(DiagnosedError) -> Term? {
    switch item {
    case .node(let node): try add(node, to: target)
    case .value(let value): literal(value, in: target)
    case .list(let items, let mark): try list(items, mark, in: target)
    }
  }

  // §8.3 “List Conversion”.
  private mutating func list(
    _ items: [ExpandedItem], _ mark: ExpandedMark, in target: Target
  ) throws(DiagnosedError) -> Term {
    var head = Term.iri(RDF.nil)
    var previous: Term?
    for item in items {
      let link = labels.next()
      if let previous {
        append(previous, .iri(RDF.rest), link, to: target, at: item.place)
      } else {
        head = link
      }
      let object = try object(item, in: target)
      append(link, .iri(RDF.first), object, to: target, at: item.place)
      previous = link
    }
    if let previous {
      append(previous, .iri(RDF.rest), .iri(RDF.nil), to: target, at: mark.place)
    }
    return head
  }

  /// Makes a node that the document does not name.
  mutating func newNode() -> Term { labels.next() }

  /// Adds a statement, unless a part of it cannot be said.
  mutating func append(
    _ subject: Term?, _ predicate: Term?, _ object: Term?, to target: Target, at place: JSONPlace
  ) {
    guard let subject, let predicate, let object else { return }
    let graph: Term?
    switch target {
    case .defaultGraph: graph = nil
    case .graph(let name): graph = name
    case .nowhere: return
    }
    quads.append(
      LocatedQuad(
        quad: Quad(subject, predicate, object, graph: graph),
        line: lines.line(at: Int(place.offset))))
  }

  private func predicate(_ property: ExpandedProperty) throws(DiagnosedError) -> Term? {
    guard !property.iri.isBlankNode, property.iri.isWellFormed else { return nil }
    return .iri(property.iri.text)
  }

  private mutating func term(
    _ name: JSONString, at place: JSONPlace
  ) throws(DiagnosedError) -> Term? {
    if name.isBlankNode { return labels.label(name) }
    if name.isWellFormed { return .iri(name.text) }
    guard hasBase || name.isIRI || Keyword.contains(name) else {
      throw documents.failure(
        RDFRules.relativeIRI, at: place,
        [.plain("reason", "there is no base to resolve it against")])
    }
    return nil
  }
}

extension JSONString {
  /// Whether this is an absolute IRI with one fragment at most.
  var isWellFormed: Bool {
    IRISyntax.isAbsolute(text) && utf8.count { $0 == UInt8(ascii: "#") } <= 1
  }
}

extension ExpandedItem {
  /// Where it stands.
  var place: JSONPlace {
    switch self {
    case .node(let node): node.place
    case .value(let value): value.value.place
    case .list(_, let mark): mark.place
    }
  }
}
