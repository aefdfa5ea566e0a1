// SPDX-License-Identifier: Apache-2.0

import RDFModel

/// Which shapes look at values only because a field holds them.
///
/// What such a shape finds about a concept of a vocabulary is no fault of the concept: the field holds
/// one that it should not.
enum HoldingFields {
  /// The predicates of `sh:targetObjectsOf` through which alone a shape is reached, by its index.
  ///
  /// A property shape has them from the node shapes that use it, as long as all of its users do.
  static func predicates(_ shapes: [Shape]) -> [Int: [Term]] {
    var held: [Int: [Term]] = [:]
    var users: [Int: [Int]] = [:]
    var usedOtherwise: Set<Int> = []
    for (index, shape) in shapes.enumerated() {
      let predicates = objectTargets(shape)
      if !predicates.isEmpty, predicates.count == shape.targets.count { held[index] = predicates }
      for constraint in shape.constraints {
        let used = constraint.usedShapes.map(\.index)
        if constraint is PropertyConstraint, shape.path == nil {
          for other in used { users[other, default: []].append(index) }
        } else {
          usedOtherwise.formUnion(used)
        }
      }
    }
    for index in held.keys where users[index] != nil || usedOtherwise.contains(index) {
      held[index] = nil
    }
    for (index, users) in users
    where shapes[index].targets.isEmpty && !usedOtherwise.contains(index) {
      let predicates = users.map { held[$0] ?? [] }
      if predicates.allSatisfy({ !$0.isEmpty }) { held[index] = predicates.flatMap(\.self) }
    }
    return held
  }

  private static func objectTargets(_ shape: Shape) -> [Term] {
    shape.targets.compactMap { if case .objects(let predicate) = $0 { predicate } else { nil } }
  }
}
