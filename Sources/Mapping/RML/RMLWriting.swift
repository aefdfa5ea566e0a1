// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// A document on its way to statements.
struct RMLWriting {
  let document: MappingDocument
  /// The statements of the block at hand.
  var block: [Quad] = []
  private var blankNodes = 0
  private let mapNames: [Term]
  private let sourceNames: [Term]
  private let targetNames: [Term]

  init(_ document: MappingDocument) {
    self.document = document
    mapNames = Self.names(document.triplesMaps.map(\.name), in: RMLVocabulary.maps)
    sourceNames = Self.names(document.sources.map(\.name), in: RMLVocabulary.sources)
    targetNames = Self.names(document.targets.map(\.name), in: RMLVocabulary.targets)
  }

  /// The statements, block by block.
  mutating func blocks() -> [[Quad]] {
    var blocks: [[Quad]] = []
    for index in document.sources.indices {
      write(document.sources[index], as: sourceNames[index])
      blocks.append(takeBlock())
    }
    for index in document.targets.indices {
      write(document.targets[index], as: targetNames[index])
      blocks.append(takeBlock())
    }
    for index in document.triplesMaps.indices {
      write(document.triplesMaps[index], as: mapNames[index])
      blocks.append(takeBlock())
    }
    return blocks
  }

  private mutating func takeBlock() -> [Quad] {
    defer { block = [] }
    return block
  }

  /// Adds a statement with a predicate of RML.
  mutating func add(_ subject: Term, _ predicate: String, _ object: Term) {
    block.append(Quad(subject, .iri(RMLVocabulary.rml + predicate), object))
  }

  /// Adds the class of a node.
  mutating func add(_ subject: Term, type: String) {
    block.append(Quad(subject, .iri(RDF.type), .iri(RMLVocabulary.rml + type)))
  }

  /// A new blank node; their labels sort in the order made, so that lists keep their order.
  mutating func node() -> Term {
    blankNodes += 1
    let digits = String(blankNodes)
    return .blankNode("n" + String(repeating: "0", count: max(0, 7 - digits.utf8.count)) + digits)
  }

  /// A new blank node as the object of a statement.
  mutating func node(_ subject: Term, _ predicate: String) -> Term {
    let node = node()
    add(subject, predicate, node)
    return node
  }

  /// The name of a source.
  func sourceName(_ index: Int) -> Term { sourceNames[index] }

  /// The name of a target.
  func targetName(_ index: Int) -> Term { targetNames[index] }

  private mutating func write(_ map: TriplesMap, as name: Term) {
    add(name, type: "TriplesMap")
    if let base = map.base ?? document.base { add(name, "baseIRI", .iri(base)) }
    add(name, "logicalSource", sourceNames[map.source])
    let subject = node(name, "subjectMap")
    write(map.subject, as: subject, usual: .iri)
    for graph in map.graphs { write(graph, of: subject, "graph") }
    if let condition = map.condition { write(condition: condition, of: subject) }
    for statements in map.predicateObjects {
      write(statements, of: node(name, "predicateObjectMap"), in: map)
    }
  }

  private mutating func write(_ map: PredicateObjectMap, of node: Term, in owner: TriplesMap) {
    for predicate in map.predicates {
      write(predicate, of: node, "predicate", condition: map.condition)
    }
    for graph in map.graphs { write(graph, of: node, "graph") }
    for object in map.objects {
      switch object {
      case .term(let term): write(term, of: node, "object")
      case .subjects(let name, let joins, _): link(node, to: name, joins, in: owner)
      }
    }
  }

  // Several triples maps of one name are several parents; without a join, those of the same source.
  private mutating func link(
    _ node: Term, to name: String, _ joins: [JoinCondition], in owner: TriplesMap
  ) {
    var parents = document.triplesMaps.indices.filter { document.triplesMaps[$0].name == name }
    let siblings = parents.filter { document.triplesMaps[$0].source == owner.source }
    if joins.isEmpty, !siblings.isEmpty { parents = siblings }
    for parent in parents {
      let object = self.node(node, "objectMap")
      add(object, "parentTriplesMap", mapNames[parent])
      for join in joins { write(join, of: object) }
    }
  }

  /// Writes the two sides of a join.
  mutating func write(_ join: JoinCondition, of node: Term) {
    let condition = self.node(node, "joinCondition")
    for (expression, word) in [(join.child, "child"), (join.parent, "parent")] {
      if case .reference(let reference, _) = expression {
        add(condition, word, .literal(reference))
      } else {
        write(expression, as: self.node(condition, word + "Map"), constant: { .literal($0) })
      }
    }
  }

  // A name for each, in the order given; equal names are numbered.
  private static func names(_ names: [String], in namespace: String) -> [Term] {
    var taken: Set<String> = []
    return names.map { name in
      let safe = safe(local(name))
      var unique = safe
      var number = 2
      while !taken.insert(unique).inserted {
        unique = "\(safe)-\(number)"
        number += 1
      }
      return .iri(namespace + unique)
    }
  }

  // What was read from RML is named by IRIs, of which the end tells the reader enough.
  private static func local(_ name: String) -> String {
    guard name.contains("://"),
      let end = name.split(whereSeparator: { $0 == "#" || $0 == "/" }).last
    else { return name }
    return String(end)
  }

  private static func safe(_ name: String) -> String {
    var bytes: [UInt8] = []
    for byte in (name.split { $0 == "#" || $0 == "/" }.joined(separator: "-")).utf8 {
      let isLetter = (0x61...0x7A).contains(byte | 0x20) && byte < 0x80
      let isSafe = isLetter || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
      bytes.append(isSafe ? byte : 0x5F)
    }
    return bytes.isEmpty ? "_" : String(decoding: bytes, as: UTF8.self)
  }
}
