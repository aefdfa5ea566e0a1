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
  ///
  /// Focus nodes are put in order first, each run of results about one of them at once: they are what
  /// takes time to compare.
  static func sorted(_ results: [ValidationResult]) -> [ValidationResult] {
    if results.count < 2 { return results }
    var runs: [Range<Int>] = []
    var start = 0
    for index in 1...results.count
    where index == results.count || results[index].focusNode != results[start].focusNode {
      runs.append(start..<index)
      start = index
    }
    runs.sort { results[$0.lowerBound].focusNode < results[$1.lowerBound].focusNode }
    var ordered: [ValidationResult] = []
    ordered.reserveCapacity(results.count)
    var next = runs.startIndex
    while next < runs.endIndex {
      let focus = results[runs[next].lowerBound].focusNode
      var same: [ValidationResult] = []
      while next < runs.endIndex, results[runs[next].lowerBound].focusNode == focus {
        same += results[runs[next]]
        next += 1
      }
      ordered += same.count < 2 ? same : sortedAlike(same)
    }
    return ordered
  }

  // Results about one focus node.
  private static func sortedAlike(_ results: [ValidationResult]) -> [ValidationResult] {
    results.sorted { one, two in
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
