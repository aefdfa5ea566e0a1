// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension MappingPlan {
  /// The column that the maps of a source read for a property, and the rule that does.
  ///
  /// Tells where a value would have to stand that a record lacks.
  /// - Parameters:
  ///   - property: a predicate's IRI.
  ///   - source: the source's index.
  /// - Returns: `nil` when no rule of the source makes the property out of a column.
  package func column(reading property: String, source: Int)
    -> (column: Int, rule: SourcePlace)?
  {
    for map in sources[source].maps {
      for predicateObject in map.predicateObjects
      where predicateObject.predicates.contains(where: { isConstant($0, property) }) {
        for case .term(let term, _) in predicateObject.objects {
          if let column = term.columns.first { return (column, term.place) }
        }
      }
    }
    return nil
  }

  private func isConstant(_ term: PlannedTerm, _ iri: String) -> Bool {
    guard case .constant(let range) = term.expression else { return false }
    return pool[Int(range.start)..<Int(range.start + range.count)].elementsEqual(iri.utf8)
  }
}
