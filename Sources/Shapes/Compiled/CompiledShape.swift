// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// A shape, resolved against a data graph; a class, since runs look shapes up for every node.
final class CompiledShape {
  let path: CompiledPath?
  /// The path where it is a predicate, ``TermID/none`` otherwise.
  let predicate: TermID
  let constraints: [any PreparedConstraint]
  let isDeactivated: Bool
  let isRecursive: Bool
  let targets: [CompiledTarget]
  /// The constraints that only count, and the counts that all of them accept.
  let counting: [Int]
  let counts: (least: Int, most: Int)
  /// The constraints that look at all value nodes together.
  let together: [Int]
  /// The constraints that look at each value node by itself.
  let single: [Int]
  /// The bit that says of a value node that it satisfies ``single``; 0 if nobody remembers that.
  let mark: UInt32

  init(
    path: CompiledPath?, constraints: [any PreparedConstraint], isDeactivated: Bool,
    isRecursive: Bool, targets: [CompiledTarget], mark: UInt32
  ) {
    self.path = path
    if case .predicate(let predicate) = path {
      self.predicate = predicate
    } else {
      predicate = .none
    }
    self.constraints = constraints
    self.isDeactivated = isDeactivated
    self.isRecursive = isRecursive
    self.targets = targets
    self.mark = mark
    let ranges = constraints.map(\.acceptedCounts)
    counts = (
      ranges.compactMap { $0?.lowerBound }.max() ?? 0,
      ranges.compactMap { $0?.upperBound }.min() ?? .max
    )
    counting = constraints.indices.filter { ranges[$0] != nil }
    single = constraints.indices.filter { constraints[$0].looksAtEachValue }
    together = constraints.indices.filter {
      ranges[$0] == nil && !constraints[$0].looksAtEachValue
    }
  }
}

/// A target, resolved against a data graph.
enum CompiledTarget: Sendable {
  case node(TermID)
  case instances(ClassTest)
  case subjects(TermID)
  case objects(TermID)
}

/// A shapes graph resolved against one data graph: what ``ValidationRun`` runs.
package struct CompiledShapes {
  let shapes: [CompiledShape]
  let terms: NodeTerms
  let patterns: [PatternProgram]

  init(_ source: ShapesGraph, data: Graph, hierarchy: Graph?) {
    self.init(
      PlanBuilder(
        source, terms: NodeTerms(data.terms),
        classes: ClassResolver(data: data, hierarchy: hierarchy)))
  }

  /// Resolves against terms that stay while the data stream by.
  init(_ source: ShapesGraph, streaming terms: NodeTerms, classes: ClassResolver) {
    self.init(PlanBuilder(source, terms: terms, classes: classes))
  }

  private init(_ builder: PlanBuilder) {
    var plan = builder
    shapes = plan.source.shapes.map { plan.compile($0) }
    terms = plan.terms
    patterns = plan.patterns
  }
}

/// Resolves the terms of constraints against a data graph.
package struct PlanBuilder {
  /// The shapes to resolve.
  package let source: ShapesGraph
  let terms: NodeTerms
  private(set) var patterns: [PatternProgram] = []
  private var classes: ClassResolver
  private var nextMark: UInt32 = 1

  init(_ source: ShapesGraph, terms: NodeTerms, classes: ClassResolver) {
    self.source = source
    self.terms = terms
    self.classes = classes
  }

  /// The number of a term.
  package mutating func resolve(_ term: Term) -> TermID { terms.resolve(term) }

  /// What tells the instances of a class.
  package mutating func instances(of type: Term) -> ClassTest { classes.test(type) }

  /// The number under which a run keeps the matcher of a pattern.
  package mutating func add(_ pattern: PatternProgram) -> Int {
    patterns.append(pattern)
    return patterns.count - 1
  }

  mutating func compile(_ shape: Shape) -> CompiledShape {
    var constraints: [any PreparedConstraint] = []
    for constraint in shape.constraints { constraints.append(constraint.prepared(for: &self)) }
    var targets: [CompiledTarget] = []
    for target in shape.targets {
      switch target {
      case .node(let term): targets.append(.node(resolve(term)))
      case .instances(let type): targets.append(.instances(instances(of: type)))
      case .subjects(let predicate): targets.append(.subjects(resolve(predicate)))
      case .objects(let predicate): targets.append(.objects(resolve(predicate)))
      }
    }
    return CompiledShape(
      path: shape.path.map { CompiledPath($0, terms) }, constraints: constraints,
      isDeactivated: shape.isDeactivated, isRecursive: shape.isRecursive, targets: targets,
      mark: mark(shape, constraints))
  }

  // The values of a property come again and again, focus nodes hardly ever. The first 32 shapes get a
  // bit; the others look anew.
  private mutating func mark(_ shape: Shape, _ constraints: [any PreparedConstraint]) -> UInt32 {
    guard shape.path != nil, constraints.contains(where: \.looksAtEachValue) else { return 0 }
    defer { nextMark <<= 1 }
    return nextMark
  }
}
