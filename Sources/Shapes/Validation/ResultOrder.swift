// SPDX-License-Identifier: Apache-2.0

import RDFModel

/// The order of results in a report: by focus node, path, component, value and shape.
enum ResultOrder {
  // The names of components by their IRIs.
  private static let names = Dictionary(
    uniqueKeysWithValues: ConstraintRegistry.components.map {
      ($0.component.iri, $0.component.name)
    })

  /// The results in order.
  static func sorted(_ results: [ValidationResult]) -> [ValidationResult] {
    if results.count < 2 { return results }
    return results.sorted { one, two in
      // Nearly always this decides.
      if one.focusNode != two.focusNode { return one.focusNode < two.focusNode }
      let paths = (one.path?.description ?? "", two.path?.description ?? "")
      if paths.0 != paths.1 { return paths.0 < paths.1 }
      let components = (names[one.component] ?? "", names[two.component] ?? "")
      if components.0 != components.1 { return components.0 < components.1 }
      if one.value != two.value {
        guard let left = one.value, let right = two.value else { return one.value == nil }
        return left < right
      }
      return one.sourceShape < two.sourceShape
    }
  }
}
