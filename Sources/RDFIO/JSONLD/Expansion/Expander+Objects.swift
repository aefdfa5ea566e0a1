// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Objects: the contexts that hold in them, their keys, and what they turn out to be.
///
/// - Source: JSON-LD 1.1 API §5.1.2 steps 7 to 20.
extension Expander {
  func expand(
    _ object: JSONObject, at place: JSONPlace, of property: JSONString?,
    in outer: ActiveContext, isFromMap: Bool
  ) throws(DiagnosedError) -> Expansion {
    let context = try context(
      in: object, of: property, outer: outer, isFromMap: isFromMap)
    let (typed, inputType) = try typeContext(of: object, in: context)
    let draft = ObjectDraft(
      ExpandedNode(at: place), typeContext: context, property: property, inputType: inputType)
    try expandMembers(of: object, in: typed, into: draft)
    return try finished(draft)
  }

  // Steps 7 to 9.
  private func context(
    in object: JSONObject, of property: JSONString?, outer: ActiveContext, isFromMap: Bool
  ) throws(DiagnosedError) -> ActiveContext {
    var context = outer
    let own = property.flatMap { outer.terms[$0]?.context }
    if let previous = outer.previous, !isFromMap, try describesNode(object, in: outer) {
      context = previous
    }
    if let own { context = try apply(own, to: context) }
    if let local = object["@context"] {
      context = try contexts.process(context, local, base: base)
    }
    return context
  }

  private func describesNode(
    _ object: JSONObject, in context: ActiveContext
  ) throws(DiagnosedError) -> Bool {
    for member in object.members {
      let key = try contexts.expand(
        member.key, in: context, at: member.keyPlace, isVocabulary: true)
      if key == "@value" || key == "@id" && object.members.count == 1 { return false }
    }
    return true
  }

  // Steps 10 to 12.
  private func typeContext(
    of object: JSONObject, in context: ActiveContext
  ) throws(DiagnosedError) -> (ActiveContext, inputType: JSONString?) {
    var typed = context
    var keys: [JSONMember] = []
    for member in object.members
    where try contexts.expand(
      member.key, in: context, at: member.keyPlace, isVocabulary: true) == "@type"
    {
      keys.append(member)
    }
    guard !keys.isEmpty else { return (typed, nil) }
    keys.sort { $0.key < $1.key }
    for member in keys {
      for type in member.value.items.compactMap(\.string).sorted() {
        guard let own = context.terms[type]?.context else { continue }
        typed = try applyType(own, to: typed)
      }
    }
    guard let last = keys[0].value.items.last, let text = last.string else { return (typed, nil) }
    return (typed, try contexts.expand(text, in: typed, at: last.place, isVocabulary: true))
  }

  // Steps 13 and 14.
  func expandMembers(
    of object: JSONObject, in context: ActiveContext, into draft: ObjectDraft
  ) throws(DiagnosedError) {
    var nests: [JSONMember] = []
    for member in object.members where member.key != "@context" {
      guard
        let iri = try contexts.expand(
          member.key, in: context, at: member.keyPlace, isVocabulary: true)
      else { continue }
      if iri == "@nest" {
        nests.append(member)
      } else if Keyword.contains(iri) {
        try expandKeyword(iri, member, in: context, into: draft)
      } else if iri.utf8.contains(UInt8(ascii: ":")) {
        try expandProperty(iri, member, in: context, into: draft)
      }
    }
    for nest in nests { try expandNest(nest, in: context, into: draft) }
  }

  private func expandNest(
    _ nest: JSONMember, in context: ActiveContext, into draft: ObjectDraft
  ) throws(DiagnosedError) {
    for value in nest.value.items {
      guard let object = value.object else {
        throw contexts.documents.failure(.invalidNestValue, at: value.place)
      }
      var inner = context
      if let own = context.terms[nest.key]?.context { inner = try apply(own, to: context) }
      for member in object.members
      where try contexts.expand(
        member.key, in: inner, at: member.keyPlace, isVocabulary: true) == "@value"
      {
        throw contexts.documents.failure(.invalidNestValue, at: member.keyPlace)
      }
      try expandMembers(of: object, in: inner, into: draft)
    }
  }

  // Steps 15 to 19.
  private func finished(_ draft: ObjectDraft) throws(DiagnosedError) -> Expansion {
    if draft.value != nil { return try finishedValue(draft) }
    if draft.list != nil || draft.set != nil { return try finishedCollection(draft) }
    let isTop = draft.property == nil || draft.property == "@graph"
    if draft.holdsOnly(["@language"]), draft.keywords.contains("@language") { return .nothing }
    if isTop, draft.holdsOnly(["@id"]) { return .nothing }
    return .item(.node(draft.node))
  }

  // Step 15.
  private func finishedValue(_ draft: ObjectDraft) throws(DiagnosedError) -> Expansion {
    let place = draft.node.place
    let hasLanguage =
      draft.keywords.contains("@language") || draft.keywords.contains("@direction")
    guard draft.holdsOnly(["@value", "@type", "@language", "@direction", "@index"]),
      !hasLanguage || !draft.keywords.contains("@type"), let value = draft.value
    else { throw contexts.documents.failure(.invalidValueObject, at: place) }
    let type = draft.node.types.last?.iri
    if draft.keywords.contains("@type"), type != "@json" || !draft.hasOneType {
      if value.isNull { return .nothing }
      guard draft.hasOneType, let type, IRISyntax.isAbsolute(type.text) else {
        throw contexts.documents.failure(.invalidTypedValue, at: place)
      }
    } else if type != "@json" {
      if value.isNull { return .nothing }
      if draft.keywords.contains("@language"), value.string == nil {
        throw contexts.documents.failure(.invalidLanguageTaggedValue, at: value.place)
      }
    }
    return .item(
      .value(
        ExpandedValue(
          value: value, type: type, language: draft.language, direction: draft.direction,
          index: draft.node.index)))
  }

  // Step 17.
  private func finishedCollection(_ draft: ObjectDraft) throws(DiagnosedError) -> Expansion {
    let name: JSONString = draft.list != nil ? "@list" : "@set"
    guard draft.holdsOnly([name, "@index"]) else {
      throw contexts.documents.failure(.invalidSetOrListObject, at: draft.node.place)
    }
    if let set = draft.set { return set }
    if draft.property == nil || draft.property == "@graph" { return .nothing }
    let mark = ExpandedMark(place: draft.node.place, index: draft.node.index)
    return .item(.list(draft.list?.items ?? [], mark))
  }
}
