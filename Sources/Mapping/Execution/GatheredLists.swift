// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel
internal import RecordIO

/// A term that outlives the record it was made of.
struct OwnedTerm: Sendable, Hashable {
  let kind: TermMap.Kind
  let bytes: [UInt8]
  let datatype: String
  let language: String
  let isUnsafe: Bool

  init(_ term: SinkTerm) {
    kind = term.kind
    bytes = Array(term.bytes)
    datatype = term.annotation?.datatype ?? ""
    language = term.annotation?.language ?? ""
    isUnsafe = term.isUnsafe
  }

  init(iri: String) {
    kind = .iri
    bytes = Array(iri.utf8)
    (datatype, language, isUnsafe) = ("", "", false)
  }

  init(blankNode label: [UInt8]) {
    kind = .blankNode
    bytes = label
    (datatype, language, isUnsafe) = ("", "", false)
  }

  /// The term as sinks take it.
  func sinkTerm(_ annotations: inout AnnotationTable) -> SinkTerm {
    var annotation: AnnotationTable.Entry?
    if kind == .literal {
      let id =
        language.isEmpty ? annotations.datatype(datatype) : annotations.language(language)
      annotation = annotations[id]
    }
    return SinkTerm(kind: kind, bytes: bytes[...], annotation: annotation, isUnsafe: isUnsafe)
  }
}

/// What a record adds to a list or container that has a name.
struct GatheredPart: Sendable {
  let head: OwnedTerm
  let graph: OwnedTerm?
  let form: Gathering.Form
  let members: [OwnedTerm]
  let targets: TargetSet
  let record: Int
}

/// Lists and containers with a name, to which several records add members; written when all is read.
///
/// - Source: RML-CC: gather maps that generate the same head append to one collection.
struct GatheredLists {
  /// More bytes than this are not kept.
  static let byteLimit = 512 << 20

  /// A list or container.
  struct List {
    let head: OwnedTerm
    let graph: OwnedTerm?
    let form: Gathering.Form
    let targets: TargetSet
    let source: Int
    let facts: SourceFacts
    let columns: BatchColumns
    let place: RecordPlace
    var members: [OwnedTerm]
  }

  private struct Key: Hashable {
    let head: OwnedTerm
    let graph: OwnedTerm?
    let form: Gathering.Form
  }

  /// The lists, in the order in which they were first added to.
  private(set) var lists: [List] = []
  private var numbers: [Key: Int] = [:]
  private var byteCount = 0

  /// Adds what the records of a batch gathered.
  ///
  /// - Throws: ``MappingRules/gatheredTooLarge``.
  mutating func add(
    _ parts: [GatheredPart], source: Int, facts: SourceFacts, _ batch: RecordBatch
  ) throws(DiagnosedError) {
    for part in parts {
      byteCount += part.members.reduce(64) { $0 + $1.bytes.count + 64 }
      if byteCount > Self.byteLimit {
        throw DiagnosedError(
          MappingRules.gatheredTooLarge, at: batch.place(record: part.record),
          [.plain("limit", Self.byteLimit)])
      }
      let key = Key(head: part.head, graph: part.graph, form: part.form)
      if let number = numbers[key] {
        lists[number].members += part.members
        continue
      }
      numbers[key] = lists.count
      lists.append(
        List(
          head: part.head, graph: part.graph, form: part.form, targets: part.targets,
          source: source, facts: facts, columns: batch.columns,
          place: batch.places[part.record], members: part.members))
    }
  }
}

extension GatheredLists.List {
  /// Calls `body` with subject, predicate and object of every statement of the list.
  func forEachStatement(_ body: (OwnedTerm, OwnedTerm, OwnedTerm) -> Void) {
    ListShape.forEachStatement(head: head, graph: graph, form, members, body)
  }
}

/// The statements that make a list or container.
enum ListShape {
  /// Calls `body` with subject, predicate and object of every statement.
  ///
  /// - Source: RDF Schema 1.1 §5.1 and §5.2.
  static func forEachStatement(
    head: OwnedTerm, graph: OwnedTerm?, _ form: Gathering.Form, _ members: [OwnedTerm],
    _ body: (OwnedTerm, OwnedTerm, OwnedTerm) -> Void
  ) {
    switch form {
    case .list:
      let (first, rest) = (OwnedTerm(iri: RDF.first), OwnedTerm(iri: RDF.rest))
      var cell = head
      for (index, member) in members.enumerated() {
        body(cell, first, member)
        let isLast = index == members.count - 1
        let next =
          isLast
          ? OwnedTerm(iri: RDF.nil)
          : OwnedTerm(
            blankNode: [2] + head.bytes + [2] + (graph?.bytes ?? []) + Array("C\(index + 1)".utf8))
        body(cell, rest, next)
        cell = next
      }
    case .bag, .seq, .alt:
      let name = form == .bag ? "Bag" : form == .seq ? "Seq" : "Alt"
      body(head, OwnedTerm(iri: RDF.type), OwnedTerm(iri: RDF.namespace + name))
      for (index, member) in members.enumerated() {
        body(head, OwnedTerm(iri: RDF.namespace + "_\(index + 1)"), member)
      }
    }
  }
}
