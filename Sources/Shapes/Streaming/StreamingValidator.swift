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
/// do not stand together, and subclasses. After the former, the remaining blocks only tell which
/// subjects those are: a new validator that gathers them may look at the same data from the beginning.
/// - Source: SHACL §3.
package final class StreamingValidator {
  /// Why data have to be validated as a whole.
  package enum Obstacle: Error, Sendable, Equatable {
    /// A subject comes again after others; the line of its statement.
    case repeatedSubject(line: Int)
    /// The data state that a class is a subclass, which shapes that ask for classes have to know.
    case subclasses(line: Int)
  }

  /// A block's statements, sorted and each once, and those of each subject.
  private struct Records {
    var ranges: [Range<Int>]
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
  private var deferred = DeferredRecords()
  // Subjects whose statements do not stand together, as far as they are known, and their statements.
  private let scattered: FingerprintSet
  private var gathered = StatementBlock()
  private var obstacle: Obstacle?
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
  /// The subjects that came again in a later block.
  package private(set) var repeatedSubjects = FingerprintSet()

  /// Prepares to validate.
  ///
  /// - Parameters:
  ///   - shapes: the shapes.
  ///   - hierarchy: background knowledge, as in ``Validator/validate(_:hierarchy:)``.
  ///   - scattered: subjects whose statements are kept in memory until all of them are known: what
  ///     another validator found to be ``repeatedSubjects`` of the same data.
  package init(
    shapes: ShapesGraph, hierarchy: Graph? = nil, gathering scattered: FingerprintSet = .init()
  ) {
    self.shapes = shapes
    self.scattered = scattered
    source = ResultSource(shapes)
    self.hierarchy = hierarchy
    reach = ShapeReach(shapes)
    asksForClasses = reach.asksForClasses
    terms = NodeTerms(streaming: emptyBlock.terms)
    subClassOf = terms.resolve(.iri(RDFS.subClassOf))
    let compiled = CompiledShapes(shapes, streaming: terms, hierarchy: hierarchy)
    var classes = ClassResolver(streaming: terms, hierarchy: hierarchy)
    kept = KeptStatements(reach, in: terms) { classes.test($0).inData.sorted }
    run = ValidationRun(
      compiled, data: DataIndex(streaming: terms, remote: kept), hierarchy: hierarchy)
    let count = terms.data.count + 1
    shapesByClass = Array(repeating: [], count: count)
    shapesByPredicate = Array(repeating: [], count: count)
    emptyBlock.terms = terms.data
    emptyBlock.keepTerms()
    gathered = emptyBlock
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
  ///   in one block, but for those that are gathered.
  /// - Returns: what ends the validation of a stream, `nil` if nothing does.
  /// - Throws: ``TemporaryFileRules/failed``.
  package func validate(_ block: inout StatementBlock) throws(DiagnosedError) -> Obstacle? {
    var records = load(&block)
    defer { unload(&block) }
    if asksForClasses, let index = records.triples.firstIndex(where: { $0.predicate == subClassOf })
    {
      obstacle = .subclasses(line: Int(records.origins[index]))
      return obstacle
    }
    if !scattered.isEmpty { records.ranges = records.ranges.filter { !gather($0, records) } }
    noteRepeated(records)
    if obstacle == nil { try decide(records) }
    return obstacle
  }

  // Puts statements aside if the subject has more of them elsewhere.
  private func gather(_ range: Range<Int>, _ records: Records) -> Bool {
    let subject = records.triples[range.lowerBound].subject
    guard scattered.contains(terms.data.fingerprint(subject)) else { return false }
    run.data.hide(subject)
    for index in range {
      let triple = records.triples[index]
      let subject = gathered.terms.intern(triple.subject, of: terms.data)
      let predicate = gathered.terms.intern(triple.predicate, of: terms.data)
      gathered.add(
        Triple(
          subject: subject, predicate: predicate,
          object: gathered.terms.intern(triple.object, of: terms.data)),
        line: records.origins[index])
    }
    return true
  }

  private func noteRepeated(_ records: Records) {
    for range in records.ranges {
      statementCount += range.count
      if kept.take(range, of: records.triples, origins: records.origins, in: terms.data) {
        continue
      }
      repeatedSubjects.insert(terms.data.fingerprint(records.triples[range.lowerBound].subject))
      obstacle = obstacle ?? .repeatedSubject(line: Int(records.origins[range].min() ?? 0))
    }
  }

  private func decide(_ records: Records) throws(DiagnosedError) {
    for record in records.ranges {
      if validate(record, records.triples) { continue }
      try deferred.add(
        record, of: records.triples, origins: records.origins, in: terms.data)
    }
    render()
  }

  // Every subject is whole now.
  private func decideGathered() throws(DiagnosedError) {
    if gathered.triples.isEmpty { return }
    let records = load(&gathered)
    noteRepeated(records)
    try decide(records)
    unload(&gathered)
    gathered = StatementBlock()
  }

  /// Decides what could not be decided before.
  ///
  /// - Returns: every result, in the order of ``ValidationReport/results``, and what was not evaluated.
  /// - Throws: ``TemporaryFileRules/failed``.
  package func finish() throws(DiagnosedError) -> ValidationReport {
    try decideGathered()
    kept.isComplete = true
    var block = emptyBlock
    try deferred.forEachBlock(&block) { block throws(DiagnosedError) in
      let records = load(&block)
      for record in records.ranges { _ = validate(record, records.triples) }
      render()
      unload(&block)
    }
    var notEvaluated = shapes.notEvaluated
    if !reach.lateShapes.isEmpty {
      let validator = Validator(shapes: shapes, only: Set(reach.lateShapes))
      let late = validator.validate(kept.takeGraph(), hierarchy: hierarchy)
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
    for index in record {
      let triple = triples[index]
      let predicate = Int(triple.predicate.rawValue)
      guard predicate < shapesByPredicate.count else { continue }
      var found = shapesByPredicate[predicate]
      if triple.predicate == run.type, Int(triple.object.rawValue) < shapesByClass.count {
        found += shapesByClass[Int(triple.object.rawValue)]
      }
      if found.isEmpty { continue }
      called += found
      sources += 1
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
