// SPDX-License-Identifier: Apache-2.0

/// The references that a map reads, wherever they stand in it.
enum MappingReferences {
  /// The references of a triples map on its own records, repetitions included.
  static func texts(of map: TriplesMap) -> [String] {
    var texts: [String] = []
    for term in [map.subject] + map.graphs { collect(term, &texts) }
    if let condition = map.condition { collect(condition, &texts) }
    for statements in map.predicateObjects {
      for term in statements.predicates + statements.graphs { collect(term, &texts) }
      if let condition = statements.condition { collect(condition, &texts) }
      for object in statements.objects {
        switch object {
        case .term(let term): collect(term, &texts)
        case .subjects(_, let joins, _):
          for join in joins { collect(join.child, &texts) }
        }
      }
    }
    return texts
  }

  private static func collect(_ term: TermMap, _ texts: inout [String]) {
    for case let expression? in [term.expression, term.datatype, term.language] {
      collect(expression, &texts)
    }
    for case .term(let member) in term.gathering?.members ?? [] { collect(member, &texts) }
  }

  private static func collect(_ call: FunctionCall, _ texts: inout [String]) {
    for argument in call.arguments { collect(argument.value, &texts) }
  }

  private static func collect(_ expression: Expression, _ texts: inout [String]) {
    switch expression {
    case .constant: return
    case .reference(let text, _): texts.append(text)
    case .template(let parts):
      for case .reference(let text, _) in parts { texts.append(text) }
    case .function(let call): collect(call, &texts)
    }
  }
}
