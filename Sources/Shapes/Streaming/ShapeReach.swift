// SPDX-License-Identifier: Apache-2.0

import RDFModel

/// What shapes look at beyond the statements about a focus node: the part of the data that has to be
/// kept while they stream by.
///
/// ```
/// sh:path ex:study ; sh:class ex:Study          → types of nodes, where they are ex:Study
/// sh:path ex:device ; sh:node s:Device          → whatever s:Device looks at, of all nodes
/// sh:path (ex:device ex:model)                  → ex:model of all nodes
/// sh:path [ sh:inversePath ex:partOf ]          → late: decided when all data are known
/// ```
struct ShapeReach {
  /// Predicates whose statements are kept, whatever their subject.
  private(set) var predicates: Set<Term> = []
  /// Classes: that a node is an instance of one of them is kept.
  private(set) var classes: Set<Term> = []
  /// Whether every statement is kept, since a closed shape looks at all of some nodes.
  private(set) var keepsEverything = false
  /// Shapes that have targets and are decided when all data are known.
  private(set) var lateShapes: [Int] = []

  private let shapes: ShapesGraph
  private var seen: Set<Visit> = []
  private var goesBackwards = false

  private struct Visit: Hashable {
    let shape: Int
    let isAtFocus: Bool
  }

  /// Looks at all shapes that have targets.
  init(_ shapes: ShapesGraph) {
    self.shapes = shapes
    for (index, shape) in shapes.shapes.enumerated()
    where !shape.targets.isEmpty && !shape.isDeactivated {
      goesBackwards = hasRemoteTarget(shape)
      // Whether a shape goes backwards is found out for each target by itself.
      seen.removeAll(keepingCapacity: true)
      visit(index, isAtFocus: true)
      if goesBackwards {
        // Decided on what is kept alone, so that the focus nodes' own statements count as well.
        lateShapes.append(index)
        visit(index, isAtFocus: false)
        keepTargets(of: shape)
      }
    }
  }

  /// Whether shapes ask for classes, so that statements about subclasses among the data would count.
  var asksForClasses: Bool {
    !classes.isEmpty
      || shapes.shapes.contains { shape in
        shape.targets.contains { if case .instances = $0 { true } else { false } }
      }
  }

  private func hasRemoteTarget(_ shape: Shape) -> Bool {
    shape.targets.contains { target in
      switch target {
      case .node, .objects: true
      case .instances, .subjects: false
      }
    }
  }

  private mutating func keepTargets(of shape: Shape) {
    // What people are told about focus nodes names their types.
    predicates.insert(.iri(RDF.type))
    for target in shape.targets {
      switch target {
      case .node: break
      case .instances(let type): classes.insert(type)
      case .subjects(let predicate), .objects(let predicate): predicates.insert(predicate)
      }
    }
  }

  private mutating func visit(_ index: Int, isAtFocus: Bool) {
    guard seen.insert(Visit(shape: index, isAtFocus: isAtFocus)).inserted else { return }
    let shape = shapes.shapes[index]
    if shape.isDeactivated { return }
    if let path = shape.path { walk(path, isAtFocus: isAtFocus) }
    let isValueAtFocus = isAtFocus && shape.path == nil
    for constraint in shape.constraints {
      for look in constraint.looksAt {
        switch look {
        case .instances(let type): if !isValueAtFocus { classes.insert(type) }
        case .property(let predicate): if !isAtFocus { predicates.insert(predicate) }
        case .everything: if !isValueAtFocus { keepsEverything = true }
        }
      }
      for used in constraint.usedShapes { visit(used.index, isAtFocus: isValueAtFocus) }
    }
  }

  // The first step from the focus node is along its own statements; all others are not.
  private mutating func walk(_ path: PropertyPath, isAtFocus: Bool) {
    switch path {
    case .predicate(let iri): if !isAtFocus { predicates.insert(.iri(iri)) }
    case .inverse(let inner):
      goesBackwards = true
      walk(inner, isAtFocus: false)
    case .sequence(let parts):
      for (number, part) in parts.enumerated() {
        walk(part, isAtFocus: isAtFocus && number == 0)
      }
    case .alternative(let parts):
      for part in parts { walk(part, isAtFocus: isAtFocus) }
    case .zeroOrOne(let inner): walk(inner, isAtFocus: isAtFocus)
    case .zeroOrMore(let inner), .oneOrMore(let inner): walk(inner, isAtFocus: false)
    }
  }
}
