// SPDX-License-Identifier: Apache-2.0

/// What a mapping makes of the records of one source for one kind of subject.
package struct MappedSubject: Sendable, Hashable {
  /// A property of the subject and the references that its values are made of.
  package struct Property: Sendable, Hashable {
    /// The property's IRI.
    package let iri: String
    /// The references, each once, in the order written.
    package let references: [String]
  }

  /// The index of the source.
  package let source: Int
  /// The classes that the mapping states of the subject, also where another map states them.
  package let classes: [String]
  /// The references that the subject is made of.
  package let references: [String]
  /// The properties, in the order written.
  package let properties: [Property]
}

extension MappingPlan {
  /// What the mapping makes, map by map: constant classes and properties; what is computed for each
  /// record is left out.
  ///
  /// Maps with subjects of one form describe the same things, so that they share their classes.
  package var outline: [MappedSubject] {
    var classes: [String: [String]] = [:]
    for source in sources {
      for map in source.maps {
        let form = form(of: map.subject, in: source)
        for type in self.classes(of: map) where classes[form]?.contains(type) != true {
          classes[form, default: []].append(type)
        }
      }
    }
    return sources.enumerated().flatMap { index, source in
      source.maps.map { map in
        MappedSubject(
          source: index, classes: classes[form(of: map.subject, in: source)] ?? [],
          references: texts(map.subject.columns, source), properties: properties(of: map, source))
      }
    }
  }

  private static let type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

  private func classes(of map: PlannedMap) -> [String] {
    map.predicateObjects.filter { $0.predicates.contains { constant($0) == Self.type } }
      .flatMap(\.objects).compactMap {
        if case .term(let term, _) = $0 { constant(term) } else { nil }
      }
  }

  private func properties(of map: PlannedMap, _ source: PlannedSource)
    -> [MappedSubject.Property]
  {
    map.predicateObjects.flatMap { predicateObject -> [MappedSubject.Property] in
      let columns = predicateObject.objects.flatMap { object -> [Int] in
        switch object {
        case .term(let term, _), .sameRecord(let term, _, _): term.columns
        case .joined(_, let keys, _): keys.flatMap { $0.columns(calls) }
        }
      }
      return predicateObject.predicates.compactMap { constant($0) }.filter { $0 != Self.type }.map {
        MappedSubject.Property(iri: $0, references: texts(columns, source))
      }
    }
  }

  private func texts(_ columns: [Int], _ source: PlannedSource) -> [String] {
    var seen: Set<Int> = []
    return columns.filter { seen.insert($0).inserted }.map { source.references[$0].text }
  }

  // The text around the references; `data:study/$(A)` and `data:study/$(B)` are one form.
  private func form(of subject: PlannedTerm, in source: PlannedSource) -> String {
    switch subject.expression {
    case .constant(let range): text(range)
    case .reference(let column): "{\(source.references[column].text)}"
    case .template(let pieces):
      pieces.map { if case .text(let range) = $0 { text(range) } else { "{}" } }.joined()
    case .call(let index): "call \(index)"
    }
  }

  private func constant(_ term: PlannedTerm) -> String? {
    if case .constant(let range) = term.expression { text(range) } else { nil }
  }

  private func text(_ range: PoolRange) -> String {
    let start = Int(range.start)
    return String(decoding: pool[start..<start + Int(range.count)], as: UTF8.self)
  }
}
