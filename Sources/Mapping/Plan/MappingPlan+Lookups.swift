// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A place in a mapping where terms are looked up.
package struct PlannedLookup: Sendable {
  /// The number that ``TermLookupNote/call`` has.
  package let call: Int
  /// The code list.
  package let list: String
  /// The properties that the concepts are values of, by IRI.
  package let properties: [String]
  /// Where the mapping says so.
  package let place: SourcePlace
}

extension MappingPlan {
  /// The look-ups of terms that make objects, in the order of the maps.
  package var lookups: [PlannedLookup] {
    var found: [Int: [String]] = [:]
    var order: [Int] = []
    for map in sources.flatMap(\.maps).flatMap(\.predicateObjects) {
      let properties = map.predicates.compactMap { constant($0.expression) }
      for case .term(let term, _) in map.objects {
        for call in lookups(in: term.expression) {
          if found[call] == nil { order.append(call) }
          found[call, default: []] += properties
        }
      }
    }
    return order.compactMap { call in
      calls[call].list.map {
        PlannedLookup(
          call: call, list: $0, properties: found[call] ?? [], place: calls[call].place)
      }
    }
  }

  // A look-up may stand inside of other functions.
  private func lookups(in expression: PlannedExpression) -> [Int] {
    guard case .call(let index) = expression else { return [] }
    let inner = calls[index].arguments.flatMap(\.expressions).flatMap { lookups(in: $0) }
    return calls[index].list == nil ? inner : inner + [index]
  }

  private func constant(_ expression: PlannedExpression) -> String? {
    guard case .constant(let range) = expression else { return nil }
    let start = Int(range.start)
    return String(decoding: pool[start..<start + Int(range.count)], as: UTF8.self)
  }
}
