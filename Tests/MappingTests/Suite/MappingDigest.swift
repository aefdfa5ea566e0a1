// SPDX-License-Identifier: Apache-2.0

import Mapping

/// A mapping as sorted lines without its places and names, to tell whether two say the same.
enum MappingDigest {
  static func lines(_ document: MappingDocument) -> [String] {
    document.triplesMaps.flatMap { map in
      let head = [
        source(document.sources[map.source], document),
        "base \(map.base ?? document.base ?? "-")", term(map.subject, document),
        graphs(map.graphs, document), condition(map.condition),
      ].joined(separator: " | ")
      return map.predicateObjects.flatMap { statements in
        statements.predicates.flatMap { predicate in
          statements.objects.map { object in
            [
              head, term(predicate, document), self.object(object, document),
              graphs(statements.graphs, document), condition(statements.condition),
            ].joined(separator: " | ")
          }
        }
      }
    }.sorted()
  }

  private static func source(_ source: LogicalSource, _ document: MappingDocument) -> String {
    let parts: [String?] = [
      source.access, "\(source.root)", source.formulation.rawValue, source.iterator,
      source.delimiter, source.encoding.map { $0.uppercased() },
      source.nullValues.map { "\($0.sorted())" },
    ]
    return parts.map { $0 ?? "-" }.joined(separator: " ")
  }

  private static func object(_ object: ObjectMap, _ document: MappingDocument) -> String {
    guard case .subjects(let name, let joins, _) = object else {
      if case .term(let map) = object { return term(map, document) }
      return ""
    }
    let conditions = joins.map { "[\(show($0.child)) = \(show($0.parent))]" }.sorted()
    let local = name.split { $0 == "#" || $0 == "/" }.last ?? ""
    return "→\(local) \(conditions.joined())"
  }

  private static func term(_ term: TermMap, _ document: MappingDocument) -> String {
    let targets = term.targets.map { number in
      let target = document.targets[number]
      let compression = target.compression?.rawValue ?? "-"
      return " ⇒ \(show(target.access)) \(target.serialization) \(compression) \(target.root)"
    }
    return show(term) + " \(term.iriForm)" + targets.sorted().joined()
  }

  private static func graphs(_ graphs: [TermMap], _ document: MappingDocument) -> String {
    graphs.map { term($0, document) }.sorted().joined(separator: ", ")
  }

  // Arguments of different parameters have no order.
  private static func condition(_ call: FunctionCall?) -> String { call.map { show($0) } ?? "" }
}
