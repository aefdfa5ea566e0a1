// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// Validates data that stream by, block after block, in the memory of a block and of what shapes look
/// at from other nodes.
///
/// ```
/// block ──▶ records ──▶ decided at once                   most constraints
///              │    └─▶ put off, in a temporary file      what leads to nodes not seen yet
///              └──────▶ kept statements ──▶ late shapes   inverse paths, sh:targetNode, …
/// ```
/// The results are those of ``Validator`` on the graph as a whole; tests hold the two against each
/// other. Two things in the data have to be known beforehand, and end it: a subject whose statements
/// do not stand together, and subclasses. ``GatheredRecords`` has both.
/// - Source: SHACL §3.
package final class StreamingValidator {
  /// Why data have to be gathered first.
  package enum Obstacle: Error, Sendable, Equatable {
    /// A subject comes again after others; the line of its statement.
    case repeatedSubject(line: Int)
    /// The data state that a class is a subclass, which shapes that ask for classes have to know.
    case subclasses(line: Int)
  }

  /// A block's statements, sorted and each once, and those of each subject.
  private struct Records {
    let ranges: [Range<Int>]
    let triples: [Triple]
    let origins: [UInt32]
  }

  private let shapes: ShapesGraph
  private let source: ResultSource
  private let hierarchy: Graph?
  private let reach: ShapeReach
  private let terms: NodeTerms
  private let kept: KeptStatements
  private let run: ValidationRun
  private let subClassOf: TermID
  private let asksForClasses: Bool
  private let isGathered: Bool
  private let subclasses: Graph
  // Statements about records put off that are brought back at once.
  private static let deferredBlockSize = 8192
  private var deferred = SpilledRecords()
  // By the numbers of terms that stay in blocks: the shapes that a type or a predicate calls for.
  private var shapesByClass: [[Int32]]
  private var shapesByPredicate: [[Int32]]
  private var results: [ValidationResult] = []
  private var focusNodeCount = 0
  private var tooDeep: Set<NotEvaluated> = []
  /// An empty block whose terms are those of the shapes; every block has to be a copy of it, filled.
  package private(set) var emptyBlock = StatementBlock()
  /// The number of different statements.
  package private(set) var statementCount = 0

  /// Prepares to validate.
  ///
  /// - Parameters:
  ///   - shapes: the shapes.
  ///   - hierarchy: background knowledge, as in ``Validator/validate(_:hierarchy:)``.
  package convenience init(shapes: ShapesGraph, hierarchy: Graph? = nil) {
    self.init(shapes: shapes, hierarchy: hierarchy, gathered: nil)
  }

  /// Prepares to validate data that may have been gathered.
  ///
  /// - Parameters:
  ///   - shapes: the shapes.
  ///   - hierarchy: background knowledge, as in ``Validator/validate(_:hierarchy:)``.
  ///   - subclasses: of data that were gathered, their statements about subclasses; blocks are parts
  ///     of gathered data then, and nothing in them is an obstacle.
  init(shapes: ShapesGraph, hierarchy: Graph?, gathered subclasses: Graph?) {
    self.shapes = shapes
    source = ResultSource(shapes)
    self.hierarchy = hierarchy
    reach = ShapeReach(shapes)
    asksForClasses = reach.asksForClasses
    isGathered = subclasses != nil
    self.subclasses = subclasses ?? Graph()
    terms = NodeTerms(streaming: emptyBlock.terms)
    subClassOf = terms.resolve(.iri(RDFS.subClassOf))
    var classes = ClassResolver(
      streaming: terms, subclasses: self.subclasses, hierarchy: hierarchy)
    let compiled = CompiledShapes(shapes, streaming: terms, classes: classes)
    kept = KeptStatements(reach, in: terms) { classes.test($0).inData.sorted }
    run = ValidationRun(
      compiled, data: DataIndex(streaming: terms, remote: kept), hierarchy: hierarchy)
    let count = terms.data.count + 1
    shapesByClass = Array(repeating: [], count: count)
    shapesByPredicate = Array(repeating: [], count: count)
    emptyBlock.terms = terms.data
    emptyBlock.keepTerms()
    let late = Set(reach.lateShapes)
    for (index, shape) in compiled.shapes.enumerated()
    where !shape.isDeactivated && !late.contains(index) {
      addTargets(of: shape, Int32(index))
    }
  }

  private func addTargets(of shape: CompiledShape, _ index: Int32) {
    for target in shape.targets {
      switch target {
      case .instances(let test):
        for type in test.inData.sorted { shapesByClass[Int(type.rawValue)].append(index) }
      case .subjects(let predicate): shapesByPredicate[Int(predicate.rawValue)].append(index)
      case .node, .objects: break  // Late.
      }
    }
  }

  /// Validates a block.
  ///
  /// - Parameter block: a copy of ``emptyBlock`` with statements; all statements about a subject are
  ///   in one block.
  /// - Returns: what ends the validation of a stream, `nil` if nothing does.
  /// - Throws: ``TemporaryFileRules/failed``.
  package func validate(_ block: inout StatementBlock) throws(DiagnosedError) -> Obstacle? {
    let records = load(&block)
    defer { unload(&block) }
    let (triples, origins) = (records.triples, records.origins)
    if asksForClasses, !isGathered,
      let index = triples.firstIndex(where: { $0.predicate == subClassOf })
    {
      return .subclasses(line: Int(origins[index]))
    }
    statementCount += triples.count
    for record in records.ranges {
      let isNew = kept.take(record, of: triples, origins: origins, in: terms.data)
      if !isNew, !isGathered { return .repeatedSubject(line: Int(origins[record].min() ?? 0)) }
    }
    for record in records.ranges {
      if validate(record, triples) { continue }
      try deferred.add(record, of: triples, origins: origins, in: terms.data)
    }
    render()
    return nil
  }

  /// Decides what could not be decided before.
  ///
  /// - Returns: every result, in the order of ``ValidationReport/results``, and what was not evaluated.
  /// - Throws: ``TemporaryFileRules/failed``.
  package func finish() throws(DiagnosedError) -> ValidationReport {
    kept.isComplete = true
    var block = emptyBlock
    try deferred.forEachBlock(of: Self.deferredBlockSize, &block) { block throws(DiagnosedError) in
      let records = load(&block)
      for record in records.ranges { _ = validate(record, records.triples) }
      render()
      unload(&block)
    }
    var notEvaluated = shapes.notEvaluated
    if !reach.lateShapes.isEmpty {
      let validator = Validator(shapes: shapes, only: Set(reach.lateShapes))
      let late = validator.validate(
        kept.graph(with: subclasses), hierarchy: hierarchy)
      results += late.results
      focusNodeCount += late.focusNodeCount
      tooDeep.formUnion(late.notEvaluated.dropFirst(shapes.notEvaluated.count))
    }
    notEvaluated += tooDeep.sorted { $0.shape < $1.shape }
    return ValidationReport(
      results: ResultOrder.sorted(results), notEvaluated: notEvaluated,
      focusNodeCount: focusNodeCount)
  }

  // Swaps the block's terms in; nothing is copied.
  private func load(_ block: inout StatementBlock) -> Records {
    swap(&terms.data, &block.terms)
    let (triples, origins) = TermOrder(termCount: terms.data.count)
      .unique(block.triples, origins: block.lines)
    run.reset()
    return Records(
      ranges: run.data.replace(triples, origins: origins, termCount: terms.data.count),
      triples: triples, origins: origins)
  }

  private func unload(_ block: inout StatementBlock) { swap(&terms.data, &block.terms) }

  /// Validates a record against the shapes that its types and predicates call for.
  ///
  /// - Returns: whether it could be decided; otherwise it left no results.
  private func validate(_ record: Range<Int>, _ triples: [Triple]) -> Bool {
    let called = shapesCalled(by: record, triples)
    if called.isEmpty { return true }
    let mark = run.results.count
    let unknownBefore = run.data.unknownCount
    for shape in called {
      run.validate(Int(shape), triples[record.lowerBound].subject)
      if run.data.unknownCount > unknownBefore {
        run.removeResults(after: mark)
        return false
      }
    }
    focusNodeCount += called.count
    return true
  }

  private func shapesCalled(by record: Range<Int>, _ triples: [Triple]) -> [Int32] {
    var called: [Int32] = []
    var sources = 0
    func add(_ shapes: [Int32]) {
      if shapes.isEmpty { return }
      // Nearly always one type calls for all shapes, and nothing is copied.
      if sources == 0 { called = shapes } else { called += shapes }
      sources += 1
    }
    for index in record {
      let triple = triples[index]
      let predicate = Int(triple.predicate.rawValue)
      guard predicate < shapesByPredicate.count else { continue }
      add(shapesByPredicate[predicate])
      if triple.predicate == run.type, Int(triple.object.rawValue) < shapesByClass.count {
        add(shapesByClass[Int(triple.object.rawValue)])
      }
    }
    return sources < 2 ? called : Set(called).sorted()
  }

  // Results name terms by numbers that the next block gives to others.
  private func render() {
    if run.results.isEmpty, run.tooDeep.isEmpty { return }
    let renderer = ResultRenderer(source, run)
    for raw in run.results { results.append(renderer.result(raw)) }
    tooDeep.formUnion(renderer.tooDeep())
  }
}
