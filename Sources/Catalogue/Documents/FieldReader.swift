// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import LocatedYAML
internal import RDFModel

/// Reads mappings by the keys that a ``NodeKind`` declares, and collects all that is wrong.
struct FieldReader {
  /// What is wrong, in the order found.
  private(set) var findings: [Finding] = []
  private var agents: [String: YAMLNode] = [:]
  private let computedKeys: [String: String]

  /// Starts a reader.
  ///
  /// - Parameter computedKeys: keys that nobody writes, and the property that each would become.
  init(computedKeys: [String: String] = [:]) { self.computedKeys = computedKeys }

  /// Records a fault.
  mutating func report(
    _ rule: FindingRule, at node: YAMLNode, _ arguments: [FindingArgument] = []
  ) {
    let finding = Finding(rule, at: node.place, arguments)
    // An organisation that two keys refer to is read twice.
    if !findings.contains(finding) { findings.append(finding) }
  }

  /// Reads the mapping of a whole document: its `agents` first, since keys refer to them.
  mutating func readDocument(_ node: YAMLNode, as kind: NodeKind) -> DescribedNode {
    readAgents(node[key: NodeKind.agentsKey])
    return read(node, as: kind, isDocument: true)
  }

  private mutating func readAgents(_ node: YAMLNode?) {
    guard let node else { return }
    guard let entries = node.entries else {
      return report(
        CatalogueRules.wrongKind, at: node,
        [
          .plain("key", NodeKind.agentsKey), .plain("expected", "a mapping"),
          .plain("found", node.kindInWords),
        ])
    }
    for entry in entries {
      let name = entry.key.text ?? ""
      if !IRIForm.isSlug(name) {
        report(CatalogueRules.notAName, at: entry.key, [.plain("name", name)])
      }
      agents[name] = entry.value
      _ = read(entry.value, as: .creator)
    }
  }

  /// Reads a mapping.
  mutating func read(_ node: YAMLNode, as kind: NodeKind, isDocument: Bool = false) -> DescribedNode
  {
    var result = DescribedNode(kind: kind, place: node.place)
    guard let entries = node.entries else {
      report(
        CatalogueRules.wrongKind, at: node,
        [
          .plain("key", kind.name), .plain("expected", "a mapping"),
          .plain("found", node.kindInWords),
        ])
      return result
    }
    for entry in entries {
      let key = entry.key.text ?? ""
      if key == NodeKind.iriKey, kind.hasIRI {
        result.iri = readIRI(entry.value, isDocument: isDocument)
      } else if let field = kind.fields.first(where: { $0.key == key }) {
        result.values[key] = readValues(entry.value, of: field)
        result.keyPlaces[key] = entry.key.place
      } else if !(isDocument && key == NodeKind.agentsKey) {
        reportUnknown(key, at: entry.key, of: kind, isDocument: isDocument)
      }
    }
    let written = entries.compactMap(\.key.text)
    for fallback in kind.fallbacks(without: Set(written)) {
      result.values[fallback.key] = [fallback.value]
    }
    checkPresence(result, node, written: written, isDocument: isDocument)
    return result
  }

  private mutating func reportUnknown(
    _ key: String, at node: YAMLNode, of kind: NodeKind, isDocument: Bool
  ) {
    if isDocument, let property = computedKeys[key] {
      report(
        CatalogueRules.computedProperty, at: node,
        [.plain("key", key), .plain("property", IRIForm.localName(property))])
      return
    }
    let keys = kind.keys + (isDocument ? [NodeKind.agentsKey] : [])
    report(
      CatalogueRules.unknownKey, at: node,
      [
        .plain("key", key), .plain("kind", kind.name),
        .plain("hint", NearestName.hint(key, in: keys)),
      ])
  }

  private mutating func checkPresence(
    _ result: DescribedNode, _ node: YAMLNode, written: [String], isDocument: Bool
  ) {
    var missing = result.kind.fields.filter { $0.occurrence.isRequired }.map(\.key)
    if isDocument { missing.insert(NodeKind.iriKey, at: 0) }
    for key in missing where !written.contains(key) {
      report(
        CatalogueRules.missingKey, at: node, [.plain("key", key), .plain("kind", result.kind.name)])
    }
    let choices = result.kind.oneOf
    if !choices.isEmpty, !choices.contains(where: written.contains) {
      report(
        CatalogueRules.oneOfMissing, at: node,
        [
          .plain("kind", result.kind.name), .plain("keys", choices.joined(separator: ", ")),
        ])
    }
  }

  private mutating func readIRI(_ node: YAMLNode, isDocument: Bool) -> String? {
    guard let text = node.text, IRIForm.isWeb(text), !(isDocument && text.contains("#")) else {
      report(
        isDocument ? CatalogueRules.notADocumentIRI : CatalogueRules.notAnIRI, at: node,
        [.plain("key", NodeKind.iriKey), .plain("value", node.text ?? node.kindInWords)])
      return nil
    }
    return text
  }

  /// Reads an organisation: a mapping, or a name out of `agents`.
  mutating func readAgent(_ node: YAMLNode, as kind: NodeKind) -> DescribedNode? {
    guard let name = node.text else { return read(node, as: kind) }
    guard let agent = agents[name] else {
      report(
        CatalogueRules.unknownAgent, at: node,
        [
          .plain("name", name), .plain("hint", NearestName.hint(name, in: agents.keys.sorted())),
        ])
      return nil
    }
    var result = read(agent, as: kind)
    result.agent = name
    return result
  }
}
