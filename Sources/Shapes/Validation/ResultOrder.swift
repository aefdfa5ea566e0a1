// SPDX-License-Identifier: Apache-2.0

import RDFModel

/// The order of results in a report: by focus node, path, component, value and shape.
///
/// Terms and texts are ranked once, so that sorting compares small integers.
struct ResultOrder {
  private var terms: [TermID: Int] = [:]
  private let paths: [String: Int]
  private let components: [String: Int]
  private let shapeRanks: [Int]
  private let pathOf: (RawResult) -> String
  private let componentOf: (RawResult) -> String

  private struct Key: Comparable {
    let focus: Int
    let path: Int
    let component: Int
    let value: Int
    let shape: Int
    let index: Int

    static func < (one: Key, two: Key) -> Bool {
      if one.focus != two.focus { return one.focus < two.focus }
      if one.path != two.path { return one.path < two.path }
      if one.component != two.component { return one.component < two.component }
      if one.value != two.value { return one.value < two.value }
      return one.shape != two.shape ? one.shape < two.shape : one.index < two.index
    }
  }

  /// Ranks everything that the results and their details name.
  init(_ results: [RawResult], _ shapes: ShapesGraph, _ run: ValidationRun) {
    let shapePaths = shapes.shapes.map { $0.path?.description ?? "" }
    let pathOf = { (raw: RawResult) -> String in
      guard raw.statement >= 0 else { return shapePaths[raw.site.shape] }
      return "<\(run.terms.term(run.data.triples[raw.statement].predicate).value)>"
    }
    let componentOf = { (raw: RawResult) -> String in
      shapes.shapes[raw.site.shape].constraints[raw.site.constraint].component.name
    }
    var found: Set<TermID> = []
    var texts = Set(shapePaths)
    var open = results[...]
    while let raw = open.popLast() {
      found.insert(raw.site.focus)
      found.insert(raw.value)
      if raw.statement >= 0 { texts.insert(pathOf(raw)) }
      open += raw.details
    }
    self.pathOf = pathOf
    self.componentOf = componentOf
    found.remove(.none)
    let sorted = found.map { ($0, run.terms.term($0)) }.sorted { $0.1 < $1.1 }
    for (rank, (id, _)) in sorted.enumerated() { terms[id] = rank + 1 }
    paths = Self.ranks(texts)
    components = Self.ranks(Set(ConstraintRegistry.components.map { $0.component.name }))
    var shapeRanks = Array(repeating: 0, count: shapes.shapes.count)
    let ordered = shapes.shapes.indices.sorted { shapes.shapes[$0].node < shapes.shapes[$1].node }
    for (rank, index) in ordered.enumerated() { shapeRanks[index] = rank }
    self.shapeRanks = shapeRanks
  }

  /// The results in order; equal ones keep theirs.
  func sorted(_ results: [RawResult]) -> [RawResult] {
    if results.count < 2 { return results }
    let keys = results.enumerated().map { index, raw in
      Key(
        focus: terms[raw.site.focus] ?? 0, path: paths[pathOf(raw)] ?? 0,
        component: components[componentOf(raw)] ?? 0, value: terms[raw.value] ?? 0,
        shape: shapeRanks[raw.site.shape], index: index)
    }
    return keys.sorted().map { results[$0.index] }
  }

  private static func ranks(_ texts: Set<String>) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: texts.sorted().enumerated().map { ($0.element, $0.offset) })
  }
}

extension ResultOrder {
  /// Results of several runs in the one order of reports.
  static func sorted(_ results: [ValidationResult], _ shapes: ShapesGraph) -> [ValidationResult] {
    if results.count < 2 { return results }
    var names: [String: String] = [:]
    for component in ConstraintRegistry.components {
      names[component.component.iri] = component.component.name
    }
    let terms = termRanks(results)
    let paths = ranks(Set(results.map { $0.path?.description ?? "" }))
    let components = ranks(Set(names.values))
    let keys = results.enumerated().map { index, result in
      Key(
        focus: terms[result.focusNode] ?? 0, path: paths[result.path?.description ?? ""] ?? 0,
        component: components[names[result.component] ?? ""] ?? 0,
        value: result.value.flatMap { terms[$0] } ?? 0, shape: terms[result.sourceShape] ?? 0,
        index: index)
    }
    return keys.sorted().map { results[$0.index] }
  }

  // Only terms that stand in results are compared, each once.
  private static func termRanks(_ results: [ValidationResult]) -> [Term: Int] {
    var found: Set<Term> = []
    for result in results {
      found.insert(result.focusNode)
      found.insert(result.sourceShape)
      if let value = result.value { found.insert(value) }
    }
    return Dictionary(
      uniqueKeysWithValues: found.sorted().enumerated().map { ($0.element, $0.offset + 1) })
  }
}
