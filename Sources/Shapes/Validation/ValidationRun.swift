// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// A result by numbers; words are made when somebody reads them.
struct RawResult {
  var site: ConstraintSite
  /// ``TermID/none`` when the result has no value.
  var value: TermID
  /// How many there are, for constraints that count.
  var count = 0
  /// A value to point at when none is at fault by itself, ``TermID/none`` for most.
  var witness: TermID = .none
  /// The statement at fault where its predicate is the result's path, -1 for most.
  var statement = -1
  var details: [RawResult] = []
}

/// One validation of one data graph: caches, results so far, and the walk through the shapes.
///
/// Belongs to one thread. Nodes that are reached again while they are being checked against the same
/// recursive shape are taken to conform.
package final class ValidationRun {
  /// How many shapes may be nested in one another for one focus node.
  static let depthLimit = 128
  /// How many answers "node conforms to shape" are kept.
  private static let answerLimit = 1 << 20

  /// The terms of data and shapes.
  package let terms: NodeTerms
  let compiled: CompiledShapes
  let data: DataIndex
  let hierarchy: Graph?
  let type: TermID
  let hierarchyType: TermID
  @exclusivity(unchecked) private(set) var results: [RawResult] = []
  /// The shapes in which ``depthLimit`` was reached.
  private(set) var tooDeep: Set<Int> = []
  @exclusivity(unchecked) private var isDeciding = false
  @exclusivity(unchecked) private var hasFailed = false
  @exclusivity(unchecked) private var depth = 0
  @exclusivity(unchecked) private var cutCount = 0
  @exclusivity(unchecked) private var recursion = 0
  private var assumptions: [UInt64: Bool] = [:]
  private var visited: Set<UInt64> = []
  @exclusivity(unchecked) private var answers: [UInt64: Bool] = [:]
  private var knownTypes: [TermID: [TermID]] = [:]
  @exclusivity(unchecked) private var buffers: [[TermID]] = []
  // For each term of the data, the shapes (``CompiledShape/mark``) whose single-value constraints it
  // is known to satisfy.
  @exclusivity(unchecked) private var passed: [UInt32]
  @exclusivity(unchecked) var matchers: [PatternMatcher]
  @exclusivity(unchecked) var literals: LiteralReader

  init(_ compiled: CompiledShapes, data: DataIndex, hierarchy: Graph?) {
    self.compiled = compiled
    terms = compiled.terms
    self.data = data
    self.hierarchy = hierarchy
    type = compiled.terms.resolve(.iri(RDF.type))
    hierarchyType = hierarchy?.id(.iri(RDF.type)) ?? .none
    matchers = compiled.patterns.map(PatternMatcher.init)
    literals = LiteralReader(compiled.terms)
    passed = Array(repeating: 0, count: compiled.terms.data.count + 1)
  }

  /// Forgets results and answers: numbers stand for other terms now.
  func reset() {
    results.removeAll(keepingCapacity: true)
    answers.removeAll(keepingCapacity: true)
    knownTypes.removeAll(keepingCapacity: true)
    literals.reset()
    passed.removeAll(keepingCapacity: true)
    passed.append(contentsOf: repeatElement(0, count: terms.data.count + 1))
  }

  /// Takes back the results after the first `count`.
  func removeResults(after count: Int) { results.removeSubrange(count...) }

  /// Whether the current check needs no more results: only yes or no was asked, and it is no.
  package var isDecided: Bool { isDeciding && hasFailed }

  /// Reports that a constraint is violated.
  ///
  /// - Parameters:
  ///   - site: the constraint and its focus node.
  ///   - value: the value node at fault, if one is.
  ///   - count: how many there are, for constraints that count.
  ///   - witness: a value that shows where to look when none is at fault by itself.
  package func report(
    _ site: ConstraintSite, value: TermID? = nil, count: Int = 0, witness: TermID? = nil
  ) {
    append(
      RawResult(site: site, value: value ?? .none, count: count, witness: witness ?? .none))
  }

  /// Reports a statement that should not be.
  ///
  /// - Parameters:
  ///   - site: the constraint and its focus node.
  ///   - value: the statement's object.
  ///   - predicate: the statement's predicate, the path of the result.
  ///   - subject: the statement's subject, a value node.
  package func report(
    _ site: ConstraintSite, value: TermID, predicate: TermID, subject: TermID
  ) {
    append(
      RawResult(
        site: site, value: value,
        statement: data.statement(subject, predicate, value) ?? -1))
  }

  /// Reports that a value does not conform to shapes, with their results as details.
  package func report(_ site: ConstraintSite, value: TermID, failing shapes: [ShapeID]) {
    report(site, value: value)
    if isDeciding { return }
    let mark = results.count
    for shape in shapes { validate(shape.index, value) }
    let details = Array(results[mark...])
    results.removeSubrange(mark...)
    results[mark - 1].details = details
  }

  /// Value nodes in the order of the statements that lead to them, so that the one to point at does
  /// not depend on how terms are numbered.
  package func inOrderRead(_ values: [TermID], at site: ConstraintSite) -> [TermID] {
    guard !isDeciding, let path = compiled.shapes[site.shape].path else { return values }
    let walk = PathWalk(data)
    let keyed = values.map { value in
      (
        walk.statement(path, from: site.focus, to: value).map(data.origin) ?? 0,
        terms.term(value), value
      )
    }
    return keyed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  private func append(_ result: RawResult) {
    if isDeciding { hasFailed = true } else { results.append(result) }
  }

  /// Validates a focus node against a shape; results are appended.
  func validate(_ shape: Int, _ focus: TermID) {
    let compiled = compiled.shapes[shape]
    if compiled.isDeactivated || compiled.constraints.isEmpty { return }
    guard depth < Self.depthLimit else {
      tooDeep.insert(shape)
      cutCount += 1
      return
    }
    depth += 1
    if compiled.isRecursive {
      recurse(compiled, shape, focus)
    } else {
      check(compiled, shape, focus)
    }
    depth -= 1
  }

  private func check(_ compiled: CompiledShape, _ shape: Int, _ focus: TermID) {
    var values = buffers.popLast() ?? []
    values.removeAll(keepingCapacity: true)
    if compiled.predicate != .none {
      data.appendObjects(of: focus, compiled.predicate, to: &values)
    } else if let path = compiled.path {
      PathWalk(data).collect(path, from: focus, into: &values)
    } else {
      values.append(focus)
    }
    if values.count < compiled.counts.least || values.count > compiled.counts.most {
      check(compiled, compiled.counting, values, shape, focus)
    }
    check(compiled, compiled.together, values, shape, focus)
    if !compiled.single.isEmpty { checkSingle(compiled, &values, shape, focus) }
    buffers.append(values)
  }

  // Drops the values that are known to be good, and remembers which of the others are.
  private func checkSingle(
    _ compiled: CompiledShape, _ values: inout [TermID], _ shape: Int, _ focus: TermID
  ) {
    let mark = compiled.mark
    if mark != 0 {
      var count = 0
      for index in values.indices {
        let number = Int(values[index].rawValue)
        if number < passed.count, passed[number] & mark != 0 { continue }
        values[count] = values[index]
        count += 1
      }
      values.removeLast(values.count - count)
    }
    if values.isEmpty || isDecided { return }
    let before = (results.count, hasFailed, cutCount + data.unknownCount)
    check(compiled, compiled.single, values, shape, focus)
    // An answer that rests on an assumption, or on a look cut short, holds only where it was asked.
    guard mark != 0, recursion == 0,
      before == (results.count, hasFailed, cutCount + data.unknownCount)
    else { return }
    for value in values where Int(value.rawValue) < passed.count {
      passed[Int(value.rawValue)] |= mark
    }
  }

  @inline(__always)
  private func check(
    _ compiled: CompiledShape, _ constraints: [Int], _ values: [TermID], _ shape: Int,
    _ focus: TermID
  ) {
    for index in constraints {
      if isDecided { return }
      compiled.constraints[index].check(
        values, at: ConstraintSite(shape: shape, constraint: index, focus: focus), self)
    }
  }

  // Each pair of recursive shape and node is looked at once per outermost node, so that data with
  // many ways to the same node cost no more than its statements.
  private func recurse(_ compiled: CompiledShape, _ shape: Int, _ focus: TermID) {
    let key = Self.key(shape, focus)
    recursion += 1
    if isDeciding {
      if let known = assumptions[key] {
        hasFailed = hasFailed || !known
      } else {
        assumptions[key] = true
        let outer = hasFailed
        hasFailed = false
        check(compiled, shape, focus)
        assumptions[key] = !hasFailed
        hasFailed = hasFailed || outer
      }
    } else if visited.insert(key).inserted {
      check(compiled, shape, focus)
    }
    recursion -= 1
    if recursion == 0 {
      assumptions.removeAll(keepingCapacity: true)
      visited.removeAll(keepingCapacity: true)
    }
  }

  /// Whether a node conforms to a shape.
  package func conforms(_ node: TermID, _ shape: ShapeID) -> Bool {
    let key = Self.key(shape.index, node)
    if let known = answers[key] { return known }
    let outer = (isDeciding, hasFailed)
    let cutsBefore = cutCount + data.unknownCount
    isDeciding = true
    hasFailed = false
    validate(shape.index, node)
    let answer = !hasFailed
    (isDeciding, hasFailed) = outer
    // An answer that rests on an assumption, or on a look cut short, holds only where it was asked.
    if recursion == 0 && cutsBefore == cutCount + data.unknownCount {
      if answers.count >= Self.answerLimit { answers.removeAll(keepingCapacity: true) }
      answers[key] = answer
    }
    return answer
  }

  /// The classes that background knowledge gives to a node.
  func hierarchyTypes(of node: TermID) -> [TermID] {
    guard let hierarchy else { return [] }
    if let known = knownTypes[node] { return known }
    let types = hierarchy.objects(hierarchy.id(terms.term(node)), hierarchyType)
    knownTypes[node] = types
    return types
  }

  private static func key(_ shape: Int, _ node: TermID) -> UInt64 {
    UInt64(shape) << 32 | UInt64(node.rawValue)
  }
}
