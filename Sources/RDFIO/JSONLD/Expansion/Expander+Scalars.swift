// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

extension Expander {
  /// Expands a scalar by what its property says of values.
  ///
  /// - Source: JSON-LD 1.1 API §5.3.2 “Value Expansion”.
  func expandScalar(
    _ element: JSONValue, of property: JSONString, in context: ActiveContext
  ) throws(DiagnosedError) -> ExpandedItem {
    let term = context.terms[property]
    if let text = element.string, term?.type == "@id" || term?.type == "@vocab" {
      let node = ExpandedNode(at: element.place)
      let id = try contexts.expand(
        text, in: context, at: element.place, isRelativeToDocument: true,
        isVocabulary: term?.type == "@vocab")
      node.name(id, at: element.place)
      return .node(node)
    }
    var value = ExpandedValue(value: element)
    if let type = term?.type, type != "@id", type != "@vocab", type != "@none" {
      value.type = type
    } else if element.string != nil {
      value.language = (term?.language ?? .unset).value(otherwise: context.language)
      value.direction = (term?.direction ?? .unset).value(otherwise: context.direction)
    }
    return .value(value)
  }
}
