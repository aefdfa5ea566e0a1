// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// A shape, resolved against a data graph; a class, since runs look shapes up for every node.
final class CompiledShape {
  let path: CompiledPath?
  let constraints: [any PreparedConstraint]
  let isDeactivated: Bool
  let isRecursive: Bool
  let targets: [CompiledTarget]

  init(
    path: CompiledPath?, constraints: [any PreparedConstraint], isDeactivated: Bool,
    isRecursive: Bool, targets: [CompiledTarget]
  ) {
    self.path = path
    self.constraints = constraints
    self.isDeactivated = isDeactivated
    self.isRecursive = isRecursive
    self.targets = targets
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
  init(_ source: ShapesGraph, streaming terms: NodeTerms, hierarchy: Graph?) {
    self.init(
      PlanBuilder(
        source, terms: terms, classes: ClassResolver(streaming: terms, hierarchy: hierarchy)))
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
      isDeactivated: shape.isDeactivated, isRecursive: shape.isRecursive, targets: targets)
  }
}
