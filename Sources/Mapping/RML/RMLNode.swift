// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// A node of an RML document: a term, and the place where the document names it.
struct RMLNode {
  let id: TermID
  let term: Term
  let place: SourcePlace

  /// What a message calls it.
  ///
  /// The label of a blank node is made by the reader of RDF, so that the line stands for it.
  var words: String {
    switch term.kind {
    case .iri: "<\(term.value)>"
    case .literal: "“\(term.value)”"
    case .blankNode: line
    }
  }

  /// The same for a message that has quotation marks around it.
  var plainWords: String { term.kind == .blankNode ? "a blank node " + line : term.value }

  private var line: String {
    if case .text(let line, _) = place.locator { "at line \(line)" } else { "without a name" }
  }
}

/// An RML document as a graph whose properties go by the words of RML, whatever vocabulary they are
/// of.
///
/// The words are those of the current vocabulary; the older one and that of R2RML use the same words
/// for the same things, and what they call otherwise is looked for under both names.
struct RMLGraph {
  /// Namespaces whose local names are words of RML.
  static let namespaces = [
    "http://w3id.org/rml/", "http://semweb.mmlab.be/ns/rml#", "http://www.w3.org/ns/r2rml#",
    "http://semweb.mmlab.be/ns/ql#", "http://semweb.mmlab.be/ns/fnml#",
    "http://semweb.mmlab.be/ns/rml-target#", "http://semweb.mmlab.be/ns/rml-compression#",
    "http://www.w3.org/ns/csvw#", "http://www.w3.org/ns/formats/",
  ]

  let graph: Graph
  let file: String
  // The properties of each subject by their words, in the order of the document.
  private var properties: [TermID: [String: [RMLNode]]] = [:]
  /// Whether the document is written in the older vocabulary.
  let isOlder: Bool
  /// Subjects in the order in which the document first speaks of them.
  private(set) var subjects: [RMLNode] = []

  init(_ graph: Graph, file: String) {
    self.graph = graph
    self.file = file
    isOlder =
      graph.statements(predicate: graph.id(.iri("http://w3id.org/rml/logicalSource"))).isEmpty
    var firstLines: [TermID: UInt32] = [:]
    let ordered = graph.triples.indices.sorted { graph.origin(of: $0) < graph.origin(of: $1) }
    for index in ordered {
      let triple = graph.triples[index]
      let line = graph.origin(of: index)
      if firstLines[triple.subject] == nil {
        firstLines[triple.subject] = line
        subjects.append(node(triple.subject, line))
      }
      guard let word = Self.word(graph.terms.text(triple.predicate)) else { continue }
      properties[triple.subject, default: [:]][word, default: []].append(node(triple.object, line))
    }
  }

  private func node(_ id: TermID, _ line: UInt32) -> RMLNode {
    RMLNode(
      id: id, term: graph.terms.term(id),
      place: SourcePlace(file: file, .text(line: Int(line), column: 1)))
  }

  /// The word for an IRI of one of the vocabularies, `type` for `rdf:type`.
  static func word(_ iri: String) -> String? {
    if iri == RDF.type { return "type" }
    for namespace in namespaces where iri.hasPrefix(namespace) {
      return String(iri.dropFirst(namespace.count))
    }
    return nil
  }

  /// The objects of a property, in the order of the document.
  func values(_ node: RMLNode, _ words: String...) -> [RMLNode] {
    words.flatMap { properties[node.id]?[$0] ?? [] }
  }

  /// The first object of a property.
  func value(_ node: RMLNode, _ words: String...) -> RMLNode? {
    for word in words {
      if let first = properties[node.id]?[word]?.first { return first }
    }
    return nil
  }

  /// Whether a node has a property.
  func has(_ node: RMLNode, _ words: String...) -> Bool {
    words.contains { properties[node.id]?[$0] != nil }
  }

  /// The words of a node's properties.
  func words(_ node: RMLNode) -> [String: [RMLNode]] { properties[node.id] ?? [:] }

  /// The words of a node's types.
  func types(_ node: RMLNode) -> [String] {
    values(node, "type").compactMap { Self.word($0.term.value) }
  }

  /// The members of an RDF list, `nil` if the node is none.
  func list(_ node: RMLNode) -> [RMLNode]? {
    let (first, rest) = (graph.id(.iri(RDF.first)), graph.id(.iri(RDF.rest)))
    var members: [RMLNode] = []
    var cell = node.id
    while graph.terms.term(cell) != .iri(RDF.nil) {
      let found = graph.statements(subject: cell, predicate: first)
      guard let index = found.first, let next = graph.object(cell, rest),
        members.count <= graph.count
      else { return nil }
      members.append(self.node(graph.triples[index].object, graph.origin(of: index)))
      cell = next
    }
    return members
  }
}
