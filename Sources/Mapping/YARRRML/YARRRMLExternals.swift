// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import LocatedYAML

/// Values from outside a document, which stand in it as `$(_name)`.
///
/// They are put in before anything else is read, so that they may stand in paths and names too. A
/// name without a value is a reference like any other; `$(\_name)` always is.
/// - Source: YARRRML 1.3.0 §External references.
struct YARRRMLExternals {
  private let values: [String: String]
  private(set) var used: Set<String> = []
  /// References that begin like a name of a value and have none, each where it first stands.
  private(set) var unknown: [(name: String, node: YAMLNode, offset: Int)] = []

  /// Takes the values.
  init(_ values: [String: String]) { self.values = values }

  /// A node with the values in the place of their names.
  mutating func resolve(_ node: YAMLNode) -> YAMLNode {
    switch node.content {
    case .scalar(let text, let isPlain):
      guard text.contains("$(_") else { return node }
      let resolved = resolve(text, at: node)
      guard resolved != text else { return node }
      // Offsets into the new text are none into the file any more.
      return YAMLNode(.scalar(resolved, isPlain: isPlain), at: node.position, file: node.file)
    case .sequence(let members):
      let resolved = members.map { resolve($0) }
      return resolved == members
        ? node : YAMLNode(.sequence(resolved), at: node.position, file: node.file)
    case .mapping(let entries):
      let resolved = entries.map { YAMLEntry(key: $0.key, value: resolve($0.value)) }
      return resolved == entries
        ? node : YAMLNode(.mapping(resolved), at: node.position, file: node.file)
    }
  }

  private mutating func resolve(_ text: String, at node: YAMLNode) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if scalars[index] == "\\", index + 1 < scalars.count {
        result.append(contentsOf: scalars[index...index + 1])
        index += 2
        continue
      }
      guard let (name, end) = Self.name(scalars, at: index) else {
        result.append(scalars[index])
        index += 1
        continue
      }
      if let value = values[name] {
        used.insert(name)
        result.append(contentsOf: value.unicodeScalars)
      } else {
        if !unknown.contains(where: { $0.name == name }) { unknown.append((name, node, index)) }
        result.append(contentsOf: scalars[index..<end])
      }
      index = end
    }
    return String(result)
  }

  // `$(_name)`, without its underscore, and where it ends.
  private static func name(
    _ scalars: [Unicode.Scalar], at start: Int
  ) -> (name: String, end: Int)? {
    guard start + 3 < scalars.count, scalars[start] == "$", scalars[start + 1] == "(",
      scalars[start + 2] == "_",
      let end = YARRRMLTemplate.endOfReference(scalars, at: start)
    else { return nil }
    var name = ""
    name.unicodeScalars.append(contentsOf: scalars[(start + 3)..<end])
    return name.isEmpty ? nil : (name, end + 1)
  }
}

extension YARRRMLCompilation {
  /// Puts the values of `external` and those from outside in the place of their names.
  ///
  /// - Parameters:
  ///   - root: the document.
  ///   - given: values from outside, which go before those of the document.
  /// - Returns: the document without their names.
  func resolveExternals(_ root: YAMLNode, given: [String: String]) -> YAMLNode {
    var values: [String: String] = [:]
    var names: [(String, YAMLNode)] = []
    for entry in root[key: "external"]?.entries ?? [] {
      guard let name = entry.key.text else { continue }
      guard let value = reader.value(entry.value, as: .string, of: name) else { continue }
      values[name] = value
      names.append((name, entry.key))
    }
    values.merge(given) { _, given in given }
    var externals = YARRRMLExternals(values)
    let body = (root.entries ?? []).map { entry in
      entry.key.text == "external"
        ? entry : YAMLEntry(key: entry.key, value: externals.resolve(entry.value))
    }
    for (name, node) in names where !externals.used.contains(name) {
      reader.report(YARRRMLRules.unusedExternal, at: node, [.plain("name", name)])
    }
    let declared = Set(names.map(\.0))
    for name in given.keys.sorted() where !externals.used.contains(name) && !declared.contains(name)
    {
      reader.report(YARRRMLRules.unusedExternal, at: root, [.plain("name", name)])
    }
    for (name, node, offset) in externals.unknown {
      reader.report(
        Finding(
          YARRRMLRules.externalWithoutValue, at: node.place(ofCharacterAt: offset),
          [
            .plain("name", name), .plain("hint", NearestName.hint(name, in: values.keys.sorted())),
          ]))
    }
    return root.entries == nil
      ? root : YAMLNode(.mapping(body), at: root.position, file: root.file)
  }
}
