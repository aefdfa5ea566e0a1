// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// The keywords of an object.
///
/// - Source: JSON-LD 1.1 API §5.1.2 step 13.4.
extension Expander {
  func expandKeyword(
    _ keyword: JSONString, _ member: JSONMember, in context: ActiveContext,
    into draft: ObjectDraft
  ) throws(DiagnosedError) {
    if draft.property == "@reverse" {
      throw contexts.documents.failure(.invalidReversePropertyMap, at: member.keyPlace)
    }
    let isNew = draft.keywords.insert(keyword).inserted
    guard isNew || keyword == "@included" || keyword == "@type" || keyword == "@reverse" else {
      throw contexts.documents.failure(.collidingKeywords, at: member.keyPlace)
    }
    let value = member.value
    switch keyword {
    case "@id": try setID(value, in: context, draft)
    case "@type": try setTypes(value, draft)
    case "@value": try setValue(value, draft)
    case "@language":
      draft.language = try string(value, or: .invalidLanguageTaggedString)
    case "@direction":
      guard let direction = try contexts.direction(value) else {
        throw contexts.documents.failure(.invalidBaseDirection, at: value.place)
      }
      draft.direction = direction
    case "@index": draft.node.index = try string(value, or: .invalidIndexValue)
    case "@graph":
      draft.node.graph = try expand(value, of: "@graph", in: context).items
    case "@included": try include(value, in: context, draft)
    case "@list":
      guard let property = draft.property, property != "@graph" else {
        draft.keywords.remove(keyword)
        return
      }
      draft.list = try expand(value, of: property, in: context)
    case "@set": draft.set = try expand(value, of: draft.property, in: context)
    case "@reverse": try reverse(value, in: context, draft)
    // Other keywords mean nothing here.
    default: draft.keywords.remove(keyword)
    }
  }

  private func string(
    _ value: JSONValue, or code: JSONLDErrorCode
  ) throws(DiagnosedError) -> JSONString {
    guard let text = value.string else { throw contexts.documents.failure(code, at: value.place) }
    return text
  }

  private func setID(
    _ value: JSONValue, in context: ActiveContext, _ draft: ObjectDraft
  ) throws(DiagnosedError) {
    let text = try string(value, or: .invalidIDValue)
    let id = try contexts.expand(text, in: context, at: value.place, isRelativeToDocument: true)
    draft.node.name(id, at: value.place)
  }

  private func setTypes(_ value: JSONValue, _ draft: ObjectDraft) throws(DiagnosedError) {
    draft.hasOneType = !value.isArray && draft.node.types.isEmpty
    for item in value.items {
      let text = try string(item, or: .invalidTypeValue)
      let type = try contexts.expand(
        text, in: draft.typeContext, at: item.place, isRelativeToDocument: true,
        isVocabulary: true)
      if let type { draft.node.types.append(ExpandedType(iri: type, place: item.place)) }
    }
  }

  private func setValue(_ value: JSONValue, _ draft: ObjectDraft) throws(DiagnosedError) {
    guard draft.inputType == "@json" || value.isScalar || value.isNull else {
      throw contexts.documents.failure(.invalidValueObjectValue, at: value.place)
    }
    draft.value = value
  }

  private func include(
    _ value: JSONValue, in context: ActiveContext, _ draft: ObjectDraft
  ) throws(DiagnosedError) {
    var nodes: [ExpandedItem] = []
    for item in value.items {
      let expansion = try expand(item, of: draft.property, in: context)
      guard !expansion.items.isEmpty, expansion.items.allSatisfy({ $0.node != nil }) else {
        throw contexts.documents.failure(.invalidIncludedValue, at: item.place)
      }
      nodes += expansion.items
    }
    draft.node.included = (draft.node.included ?? []) + nodes
  }

  private func reverse(
    _ value: JSONValue, in context: ActiveContext, _ draft: ObjectDraft
  ) throws(DiagnosedError) {
    guard value.object != nil else {
      throw contexts.documents.failure(.invalidReverseValue, at: value.place)
    }
    for item in try expand(value, of: "@reverse", in: context).items {
      guard let node = item.node else { continue }
      // What is reverse in reverse is a property like any other.
      draft.node.properties += node.reverse
      for property in node.properties {
        try checkReversed(property.items, at: property.place)
        draft.node.reverse.append(property)
      }
    }
  }

  /// Checks that what is linked in reverse are nodes.
  func checkReversed(_ items: [ExpandedItem], at place: JSONPlace) throws(DiagnosedError) {
    guard items.allSatisfy({ $0.node != nil }) else {
      throw contexts.documents.failure(.invalidReversePropertyValue, at: place)
    }
  }
}
