// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// The properties of an object and the containers of their values.
///
/// - Source: JSON-LD 1.1 API §5.1.2 steps 13.5 to 13.14.
extension Expander {
  func expandProperty(
    _ iri: JSONString, _ member: JSONMember, in context: ActiveContext,
    into draft: ObjectDraft
  ) throws(DiagnosedError) {
    let term = context.terms[member.key]
    let container = term?.container ?? []
    var expansion = try expandValues(of: member, term, in: context)
    if case .nothing = expansion { return }
    if container.contains(.list) { expansion = .item(list(expansion, at: member.value.place)) }
    var items = expansion.items
    if container.contains(.graph), container.isDisjoint(with: [.id, .index]) {
      items = items.map { .node(ExpandedNode(graph: [$0], at: member.value.place)) }
    }
    if term?.isReverse == true {
      try checkReversed(items, at: member.value.place)
      draft.node.reverse.add(items, to: iri, at: member.keyPlace)
    } else {
      draft.node.properties.add(items, to: iri, at: member.keyPlace)
    }
  }

  private func expandValues(
    of member: JSONMember, _ term: TermDefinition?, in context: ActiveContext
  ) throws(DiagnosedError) -> Expansion {
    if let term, term.type == "@json" {
      return .item(.value(ExpandedValue(value: member.value, type: "@json")))
    }
    if let term, let map = member.value.object {
      if term.container.contains(.language) {
        return .items(try expandLanguages(map, term, in: context))
      }
      if !term.container.isDisjoint(with: [.index, .type, .id]) {
        return .items(try expandIndex(map, of: member.key, term, in: context))
      }
    }
    return try expand(member.value, of: member.key, in: context)
  }

  private func list(_ expansion: Expansion, at place: JSONPlace) -> ExpandedItem {
    if case .item(.list(let items, let mark)) = expansion { return .list(items, mark) }
    return .list(expansion.items, ExpandedMark(place: place))
  }

  // Step 13.7.
  private func expandLanguages(
    _ map: JSONObject, _ term: TermDefinition, in context: ActiveContext
  ) throws(DiagnosedError) -> [ExpandedItem] {
    var result: [ExpandedItem] = []
    for member in map.members {
      let isNone =
        try contexts.expand(member.key, in: context, at: member.keyPlace, isVocabulary: true)
        == "@none"
      for item in member.value.items where !item.isNull {
        guard item.string != nil else {
          throw contexts.documents.failure(.invalidLanguageMapValue, at: item.place)
        }
        var value = ExpandedValue(value: item)
        value.language = isNone ? nil : member.key
        value.direction = term.direction.value(otherwise: context.direction)
        result.append(.value(value))
      }
    }
    return result
  }

  // Step 13.8.
  private func expandIndex(
    _ map: JSONObject, of key: JSONString, _ term: TermDefinition, in context: ActiveContext
  ) throws(DiagnosedError) -> [ExpandedItem] {
    var result: [ExpandedItem] = []
    for member in map.members {
      let inner = try mapContext(for: member.key, term, in: context)
      let index = try contexts.expand(
        member.key, in: context, at: member.keyPlace, isVocabulary: true)
      let entry = IndexEntry(
        member: member, name: index == "@none" ? nil : member.key, expanded: index)
      // Always as a list, so that a list inside of a list stays one.
      let values = JSONValue(kind: .array(member.value.items), place: member.value.place)
      for item in try expand(values, of: key, in: inner, isFromMap: true).items {
        result.append(try marked(item, by: entry, term, in: context))
      }
    }
    return result
  }

  private func mapContext(
    for index: JSONString, _ term: TermDefinition, in context: ActiveContext
  ) throws(DiagnosedError) -> ActiveContext {
    guard !term.container.isDisjoint(with: [.id, .type]) else { return context }
    let outer = context.previous ?? context
    guard term.container.contains(.type), let own = outer.terms[index]?.context else {
      return outer
    }
    return try applyType(own, to: outer)
  }

  // Step 13.8.3.7.
  private func marked(
    _ given: ExpandedItem, by entry: IndexEntry, _ term: TermDefinition,
    in context: ActiveContext
  ) throws(DiagnosedError) -> ExpandedItem {
    var item = given
    let place = entry.member.keyPlace
    if term.container.contains(.graph), !item.isGraph {
      item = .node(ExpandedNode(graph: [item], at: entry.member.value.place))
    }
    guard let name = entry.name else { return item }
    if term.container.contains(.index) {
      guard let property = term.index else { return item.indexed(name) }
      try addIndexValue(entry, property, to: item, in: context)
    } else if let node = item.node {
      if term.container.contains(.id), !node.hasID {
        node.name(
          try contexts.expand(name, in: context, at: place, isRelativeToDocument: true), at: place)
      } else if term.container.contains(.type), let type = entry.expanded {
        node.types.insert(ExpandedType(iri: type, place: place), at: 0)
      }
    }
    return item
  }

  private func addIndexValue(
    _ entry: IndexEntry, _ property: JSONString, to item: ExpandedItem, in context: ActiveContext
  ) throws(DiagnosedError) {
    let place = entry.member.keyPlace
    guard let node = item.node else {
      throw contexts.documents.failure(.invalidValueObject, at: place)
    }
    let text = JSONValue(kind: .string(entry.member.key), place: place)
    let value = try expandScalar(text, of: property, in: context)
    guard
      let iri = try contexts.expand(property, in: context, at: place, isVocabulary: true)
    else { return }
    node.properties.insert(ExpandedProperty(iri: iri, place: place, items: [value]), at: 0)
  }
}

/// One key of an index with its values.
private struct IndexEntry {
  let member: JSONMember
  /// The key, `nil` for `@none`.
  let name: JSONString?
  /// What the key stands for.
  let expanded: JSONString?
}

extension ExpandedItem {
  /// The same with a key of an index, unless it has one.
  fileprivate func indexed(_ name: JSONString) -> ExpandedItem {
    switch self {
    case .node(let node):
      if node.index == nil { node.index = name }
      return self
    case .value(var value):
      if value.index == nil { value.index = name }
      return .value(value)
    case .list(let items, var mark):
      if mark.index == nil { mark.index = name }
      return .list(items, mark)
    }
  }
}
