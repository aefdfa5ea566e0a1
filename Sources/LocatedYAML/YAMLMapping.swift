// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A mapping whose keys are checked, ready to give its values.
///
/// A key whose value says “nothing” (`key:`, `key: ~`, `key: null`) counts as absent, except that a
/// required key is reported as having no value.
package struct YAMLMapping {
  /// The node.
  package let node: YAMLNode
  /// What it is in words.
  package let context: String

  private let reader: YAMLReader
  private let names: Set<String>
  private let values: [String: YAMLEntry]

  init(
    node: YAMLNode, context: String, reader: YAMLReader, names: Set<String>,
    values: [String: YAMLEntry]
  ) {
    self.node = node
    self.context = context
    self.reader = reader
    self.names = names
    self.values = values
  }

  /// The mapping's place.
  package var place: SourcePlace { node.place }

  /// The key and value as written, `nil` if the key is absent; a value that says “nothing” is given.
  ///
  /// - Parameter name: one of the names that the mapping was opened with.
  /// - Returns: the entry.
  package func entry(_ name: String) -> YAMLEntry? {
    precondition(names.contains(name), "\(context) was opened without the key \(name)")
    return values[name]
  }

  /// The value of a key, `nil` if it is absent or says “nothing”.
  package func value(_ name: String) -> YAMLNode? {
    guard let entry = entry(name), !entry.value.isNull else { return nil }
    return entry.value
  }

  /// The value of a key that must be there; reports its absence.
  package func required<Value>(_ name: String, as kind: YAMLKind<Value>) -> Value? {
    guard let node = requiredNode(name, allowed: kind.words) else { return nil }
    return reader.value(node, as: kind, of: name)
  }

  /// The value of a key that may be absent.
  package func optional<Value>(_ name: String, as kind: YAMLKind<Value>) -> Value? {
    value(name).flatMap { reader.value($0, as: kind, of: name) }
  }

  /// The values of a key that takes one value or a list; empty if it is absent.
  package func list<Value>(_ name: String, as kind: YAMLKind<Value>) -> [Value] {
    value(name).map { members(of: $0, as: kind, name) } ?? []
  }

  /// The values of a key that takes one value or a list and must be there, with at least one value.
  package func requiredList<Value>(_ name: String, as kind: YAMLKind<Value>) -> [Value] {
    let allowed = "\(kind.words), or a list of such"
    guard let node = requiredNode(name, allowed: allowed) else { return [] }
    if node.members?.isEmpty == true { reportMissingValue(name, at: node, allowed: allowed) }
    return members(of: node, as: kind, name)
  }

  /// A mapping below a key that may be absent.
  ///
  /// - Parameters:
  ///   - name: the key.
  ///   - keys: all keys that the inner mapping may have.
  /// - Returns: the mapping, `nil` if it is absent or was reported.
  package func mapping(_ name: String, keys: [YAMLKey]) -> YAMLMapping? {
    value(name).flatMap { reader.mapping($0, as: "“\(name)”", keys: keys) }
  }

  /// The mappings below a key that takes one mapping or a list of them; empty if it is absent.
  ///
  /// - Parameters:
  ///   - name: the key.
  ///   - keys: all keys that each inner mapping may have.
  /// - Returns: the mappings in the order written.
  package func mappings(_ name: String, keys: [YAMLKey]) -> [YAMLMapping] {
    list(name, as: .node).compactMap { reader.mapping($0, as: "“\(name)”", keys: keys) }
  }

  /// The entries below a key whose inner keys are free names, in the order written; empty if it is
  /// absent.
  package func named(_ name: String) -> [(name: LocatedText, value: YAMLNode)] {
    guard let node = value(name) else { return [] }
    guard let entries = node.entries else {
      reader.reportKind(node, what: "“\(name)”", allowed: "a mapping of names and values")
      return []
    }
    return entries.map { (LocatedText($0.key.text ?? "", node: $0.key), $0.value) }
  }

  private func requiredNode(_ name: String, allowed: String) -> YAMLNode? {
    guard let entry = entry(name) else {
      reader.report(
        YAMLRules.missingKey, at: node,
        [.plain("key", name), .plain("context", context), .plain("allowed", allowed)])
      return nil
    }
    guard !entry.value.isNull else {
      reportMissingValue(name, at: entry.key, allowed: allowed)
      return nil
    }
    return entry.value
  }

  private func reportMissingValue(_ name: String, at node: YAMLNode, allowed: String) {
    reader.report(
      YAMLRules.missingValue, at: node, [.plain("key", name), .plain("allowed", allowed)])
  }

  private func members<Value>(
    of node: YAMLNode, as kind: YAMLKind<Value>, _ name: String
  ) -> [Value] {
    (node.members ?? [node]).compactMap { reader.value($0, as: kind, of: name) }
  }
}
