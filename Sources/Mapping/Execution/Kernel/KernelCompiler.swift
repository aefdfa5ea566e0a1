// SPDX-License-Identifier: Apache-2.0

internal import RDFIO
internal import RDFModel

/// Turns the maps of a source into programs, as far as they are plain.
struct KernelCompiler {
  private let plan: MappingPlan
  private let source: PlannedSource
  private let writesGraphs: Bool
  private var statements: [KernelStatement] = []
  private var operations: [KernelOperation] = []
  private var pool: [UInt8] = []

  private init(_ plan: MappingPlan, _ source: PlannedSource, writesGraphs: Bool) {
    self.plan = plan
    self.source = source
    self.writesGraphs = writesGraphs
  }

  /// Compiles a source.
  ///
  /// - Parameters:
  ///   - plan: the compiled mapping.
  ///   - source: one of its sources.
  ///   - writesGraphs: whether statements end in their graph's name.
  /// - Returns: `nil` if no map of the source is plain.
  static func compile(
    _ plan: MappingPlan, _ source: PlannedSource, writesGraphs: Bool
  ) -> KernelProgram? {
    guard source.references.count <= KernelProgram.columnLimit else { return nil }
    var compiler = KernelCompiler(plan, source, writesGraphs: writesGraphs)
    var maps: [KernelMap] = []
    for map in source.maps { maps.append(compiler.map(map) ?? KernelMap(isPlain: false)) }
    guard maps.contains(where: \.isPlain) else { return nil }
    return KernelProgram(
      maps: maps, statements: compiler.statements, operations: compiler.operations,
      pool: compiler.pool)
  }

  private mutating func map(_ map: PlannedMap) -> KernelMap? {
    guard map.condition == nil, isPlain(map.subject), map.subject.kind == .iri,
      let subject = iri(map.subject)
    else { return nil }
    let before = (statements.count, operations.count)
    var kernel = KernelMap()
    kernel.subject = append(fused(subject.pieces + [.text([0x20])]))
    kernel.subjectColumns = subject.columns
    kernel.columns = subject.columns
    let first = statements.count
    for predicateObject in map.predicateObjects {
      guard append(predicateObject, of: map, &kernel) else {
        statements.removeLast(statements.count - before.0)
        operations.removeLast(operations.count - before.1)
        return nil
      }
    }
    kernel.statements = first..<statements.count
    return kernel
  }

  // MARK: Statements

  private mutating func append(
    _ predicateObject: PlannedPredicateObject, of map: PlannedMap, _ kernel: inout KernelMap
  ) -> Bool {
    guard predicateObject.condition == nil,
      let graphs = graphs(map.graphs + predicateObject.graphs)
    else { return false }
    for object in predicateObject.objects {
      for predicate in predicateObject.predicates {
        guard isPlain(predicate), case .constant(let range) = predicate.expression else {
          return false
        }
        for graph in graphs {
          let head = [UInt8(ascii: "<")] + text(range) + [UInt8(ascii: ">"), 0x20]
          guard var statement = statement(object, head: head, graph: graph) else { return false }
          (statement.objectMap, statement.originColumn) = Self.origin(of: object)
          kernel.columns |= statement.needed | statement.filled
          statements.append(statement)
        }
      }
    }
    return true
  }

  // The end of a statement for each graph it goes to: one for the default graph.
  private func graphs(_ terms: [PlannedTerm]) -> [Rendering]? {
    if terms.isEmpty { return [Rendering(pieces: [], columns: 0)] }
    var graphs: [Rendering] = []
    for term in terms {
      guard isPlain(term), term.kind == .iri, let iri = iri(term) else { return nil }
      var graph = Rendering(pieces: [], columns: iri.columns)
      if writesGraphs, !isDefaultGraph(term) { graph.pieces = [.text([0x20])] + iri.pieces }
      graphs.append(graph)
    }
    return graphs
  }

  private func isDefaultGraph(_ term: PlannedTerm) -> Bool {
    guard case .constant(let range) = term.expression else { return false }
    return RecordEvaluator.isDefaultGraph(text(range)[...])
  }

  private mutating func statement(
    _ object: PlannedObject, head: [UInt8], graph: Rendering
  ) -> KernelStatement? {
    let tail = graph.pieces + [.text([0x20, UInt8(ascii: "."), 0x0A])]
    switch object {
    case .term(let term, _), .sameRecord(let term, condition: nil, _):
      guard isPlain(term) else { return nil }
      switch term.kind {
      case .blankNode: return nil
      case .iri:
        if case .reference(let column) = term.expression {
          return simple(.iri, column, head + [UInt8(ascii: "<")], [.text([0x3E])] + tail, graph)
        }
        guard let iri = iri(term) else { return nil }
        return statement(
          [.text(head)] + iri.pieces + tail, needed: 0, filled: iri.columns | graph.columns)
      case .literal: return literal(term, head, tail, graph)
      }
    case .joined(let join, let keys, _):
      guard keys.count == 1, case .reference(let column) = keys[0] else { return nil }
      guard var statement = simple(.joined, column, head, tail, graph) else { return nil }
      statement.join = Int32(join)
      return statement
    case .sameRecord: return nil
    }
  }

  // What the general way says about the values it makes.
  private static func origin(of object: PlannedObject) -> (UInt32, Int32) {
    switch object {
    case .joined(_, _, let number): return (number, -1)
    case .term(let term, let number), .sameRecord(let term, _, let number):
      switch term.expression {
      case .reference(let column): return (number, Int32(column))
      case .template(let pieces):
        for case .reference(let column) in pieces { return (number, Int32(column)) }
        return (number, -1)
      case .constant, .call: return (number, -1)
      }
    }
  }

  private mutating func literal(
    _ term: PlannedTerm, _ head: [UInt8], _ tail: [Piece], _ graph: Rendering
  ) -> KernelStatement? {
    let annotation: AnnotationID
    var isNatural = false
    switch (term.language, term.datatype) {
    case (.constant(let id), _), (.none, .constant(let id)): annotation = id
    case (.none, .natural):
      annotation = AnnotationTable.natural(.string)
      isNatural = true
    default: return nil
    }
    let entry = plan.annotations[annotation]
    // A JSON number has to be spelled anew as a double.
    if annotation == AnnotationTable.natural(.double) { isNatural = true }
    let end: [Piece] = [.text([UInt8(ascii: "\"")] + entry.suffix)] + tail
    let start = head + [UInt8(ascii: "\"")]
    switch term.expression {
    case .reference(let column):
      guard var statement = simple(isNatural ? .natural : .literal, column, start, end, graph)
      else { return nil }
      statement.check = KernelCheck(entry.checked)
      return statement
    case .constant(let range):
      guard entry.checked == nil else { return nil }
      var escaped: [UInt8] = []
      NTriplesSyntax.appendEscapedLiteral(text(range).span, to: &escaped)
      return statement(
        [.text(start + escaped)] + end, needed: 0, filled: graph.columns)
    case .template(let template):
      guard entry.checked == nil else { return nil }
      var pieces: [Piece] = [.text(start)]
      var columns: UInt64 = 0
      for piece in template {
        switch piece {
        case .text(let range):
          var escaped: [UInt8] = []
          NTriplesSyntax.appendEscapedLiteral(text(range).span, to: &escaped)
          pieces.append(.text(escaped))
        case .reference(let column):
          columns |= 1 << UInt64(column)
          pieces.append(.literal(column))
        }
      }
      return statement(pieces + end, needed: columns, filled: graph.columns)
    case .call: return nil
    }
  }

  // A statement around one column.
  private mutating func simple(
    _ form: KernelStatement.Form, _ column: Int, _ before: [UInt8], _ after: [Piece],
    _ graph: Rendering
  ) -> KernelStatement? {
    let end = fused(after)
    guard end.count == 1, case .text(let tail) = end[0] else {
      // The graph has columns of its own.
      guard form == .literal || form == .natural else { return nil }
      var statement = self.statement(
        [.text(before), .literal(column)] + after, needed: 1 << UInt64(column),
        filled: graph.columns)
      statement.column = Int32(column)
      statement.isNatural = form == .natural
      return statement
    }
    var statement = KernelStatement(form: form)
    statement.column = Int32(column)
    statement.filled = graph.columns
    switch form {
    case .literal, .natural, .joined: statement.needed = 1 << UInt64(column)
    default: statement.filled |= 1 << UInt64(column)
    }
    statement.before = store(before)
    statement.after = store(tail)
    return statement
  }

  private mutating func statement(
    _ pieces: [Piece], needed: UInt64, filled: UInt64
  ) -> KernelStatement {
    let pieces = fused(pieces)
    var statement = KernelStatement(form: .operations)
    statement.needed = needed
    statement.filled = filled
    if pieces.count == 1, case .text(let bytes) = pieces[0] {
      statement.form = .constant
      statement.before = store(bytes)
    } else if pieces.count == 3, case .text(let before) = pieces[0],
      case .encoded(let column) = pieces[1], case .text(let after) = pieces[2]
    {
      statement.form = .encoded
      statement.column = Int32(column)
      statement.before = store(before)
      statement.after = store(after)
    } else {
      statement.operations = append(pieces)
    }
    return statement
  }

  // MARK: Pieces

  private enum Piece {
    case text([UInt8])
    case literal(Int)
    case encoded(Int)
  }

  private struct Rendering {
    var pieces: [Piece]
    var columns: UInt64
  }

  private func isPlain(_ term: PlannedTerm) -> Bool {
    term.form == .iri && term.targets.isEmpty && term.gathering == nil
  }

  // An IRI in brackets. Constants were checked when the plan was made; a template is absolute if its
  // first text is, and that text needs a scheme, since a value could bring any.
  private func iri(_ term: PlannedTerm) -> Rendering? {
    switch term.expression {
    case .constant(let range):
      let bytes = text(range)
      guard IRISyntax.isAbsolute(bytes.span) else { return nil }
      return Rendering(pieces: [.text([0x3C] + bytes + [0x3E])], columns: 0)
    case .template(let template):
      guard case .text(let first)? = template.first, IRISyntax.isAbsolute(text(first).span) else {
        return nil
      }
      var rendering = Rendering(pieces: [.text([0x3C])], columns: 0)
      for piece in template {
        switch piece {
        case .text(let range):
          let bytes = text(range)
          guard bytes.allSatisfy({ IRISyntax.allows($0) }) else { return nil }
          rendering.pieces.append(.text(bytes))
        case .reference(let column):
          rendering.pieces.append(.encoded(column))
          rendering.columns |= 1 << UInt64(column)
        }
      }
      rendering.pieces.append(.text([0x3E]))
      return rendering
    case .reference, .call: return nil
    }
  }

  private func fused(_ pieces: [Piece]) -> [Piece] {
    var fused: [Piece] = []
    for piece in pieces {
      if case .text(let next) = piece, case .text(let last)? = fused.last {
        fused[fused.count - 1] = .text(last + next)
      } else {
        fused.append(piece)
      }
    }
    return fused
  }

  private mutating func append(_ pieces: [Piece]) -> Range<Int> {
    let first = operations.count
    for piece in pieces {
      switch piece {
      case .text(let bytes):
        operations.append(KernelOperation(kind: .constant, constant: store(bytes)))
      case .literal(let column):
        operations.append(KernelOperation(kind: .literal, column: Int32(column)))
      case .encoded(let column):
        operations.append(KernelOperation(kind: .encoded, column: Int32(column)))
      }
    }
    return first..<operations.count
  }

  private mutating func store(_ bytes: [UInt8]) -> KernelRange {
    let range = KernelRange(start: UInt32(pool.count), count: UInt32(bytes.count))
    pool += bytes
    return range
  }

  private func text(_ range: PoolRange) -> [UInt8] {
    Array(plan.pool[Int(range.start)..<Int(range.start + range.count)])
  }
}
