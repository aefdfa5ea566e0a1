// SPDX-License-Identifier: Apache-2.0

/// An object of JSON while it is expanded: not yet known to be a node, a value, a list or a set.
final class ObjectDraft {
  /// What it is as a node.
  let node: ExpandedNode
  /// The context in which types are looked up, that of before the types' own contexts.
  let typeContext: ActiveContext
  /// The property whose value it is.
  let property: JSONString?
  /// What the last of its types stands for.
  let inputType: JSONString?
  /// The keywords seen, by their own names.
  var keywords: Set<JSONString> = []
  /// `@value`, `null` included.
  var value: JSONValue?
  var language: JSONString?
  var direction: JSONString?
  var list: Expansion?
  var set: Expansion?
  /// Whether `@type` is one string.
  var hasOneType = false

  init(
    _ node: ExpandedNode, typeContext: ActiveContext, property: JSONString?,
    inputType: JSONString?
  ) {
    self.node = node
    self.typeContext = typeContext
    self.property = property
    self.inputType = inputType
  }

  /// Whether nothing but these keywords is there.
  func holdsOnly(_ allowed: Set<JSONString>) -> Bool {
    node.properties.isEmpty && node.reverse.isEmpty && keywords.isSubset(of: allowed)
  }
}
