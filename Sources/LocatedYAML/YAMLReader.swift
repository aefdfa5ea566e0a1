// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Collects everything that is wrong with one file while its values are read.
///
/// Reading goes on after an error with `nil` in place of the value; ``finish()`` ends it.
///
/// ```swift
/// let reader = YAMLReader()
/// let root = reader.mapping(node, as: "the pipeline", keys: ["name", "threads", "sources"])
/// let name = root?.required("name", as: .string)
/// let threads = root?.optional("threads", as: .integer(in: 1...64)) ?? 1
/// let sources = root?.list("sources", as: .located) ?? []
/// try reader.finish()
/// ```
package final class YAMLReader {
  /// What was found so far, in the order found.
  package private(set) var findings: [Finding] = []

  /// Starts without findings.
  package init() {}

  /// Adds a finding.
  package func report(_ finding: Finding) { findings.append(finding) }

  /// Adds a finding at a node.
  package func report(
    _ rule: FindingRule, at node: YAMLNode, _ arguments: [FindingArgument] = []
  ) {
    findings.append(Finding(rule, at: node.place, arguments))
  }

  /// Ends the reading.
  ///
  /// - Returns: the notes and warnings.
  /// - Throws: everything found, in the order of the places, if any of it is a violation.
  @discardableResult
  package func finish() throws(DiagnosedError) -> [Finding] {
    let sorted = findings.enumerated().sorted { left, right in
      let (first, second) = (Self.order(left.element), Self.order(right.element))
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
    if sorted.contains(where: { $0.severity == .violation }) { throw DiagnosedError(sorted) }
    return sorted
  }

  /// Opens a mapping and reports keys that the table does not have.
  ///
  /// - Parameters:
  ///   - node: what should be a mapping.
  ///   - context: what it is in words with an article, as in “the pipeline”.
  ///   - keys: all keys that it may have.
  ///   - silent: further keys that pass without a word, since the caller speaks of them itself.
  /// - Returns: the mapping, `nil` if the node is none.
  package func mapping(
    _ node: YAMLNode, as context: String, keys: [YAMLKey], silent: [String] = []
  ) -> YAMLMapping? {
    guard let entries = node.entries else {
      reportKind(node, what: context, allowed: "a mapping of keys and values")
      return nil
    }
    let known = Dictionary(
      keys.flatMap { key in key.allNames.map { ($0, key.name) } },
      uniquingKeysWith: { first, _ in first })
    var values: [String: YAMLEntry] = [:]
    for entry in entries {
      let written = entry.key.text ?? ""
      if let name = known[written] {
        if let first = values[name] {
          report(
            YAMLRules.sameKeyTwice, at: entry.key,
            [
              .plain("key", written), .plain("other", first.key.text ?? ""),
              .plain("context", context),
            ])
        } else {
          values[name] = entry
        }
      } else if !silent.contains(written) {
        report(
          YAMLRules.unknownKey, at: entry.key,
          [
            .plain("key", written), .plain("context", context),
            .plain("hint", Self.hint(written, in: keys)),
          ])
      }
    }
    return YAMLMapping(
      node: node, context: context, reader: self, names: Set(keys.map(\.name)), values: values)
  }

  /// Reports a node of the wrong kind.
  ///
  /// - Parameters:
  ///   - node: the node.
  ///   - what: the key whose value it is, in quotes, or what it is in words.
  ///   - allowed: the kind allowed, in words.
  package func reportKind(_ node: YAMLNode, what: String, allowed: String) {
    let found = node.text.map { $0.isEmpty ? "nothing" : "“\($0)”" } ?? node.kindInWords
    report(
      YAMLRules.wrongKind, at: node,
      [.plain("what", what), .plain("found", found), .plain("allowed", allowed)])
  }

  /// Reads a node as a kind and reports it if it is another.
  ///
  /// - Parameters:
  ///   - node: the node.
  ///   - kind: the kind.
  ///   - key: the key whose value it is.
  /// - Returns: the value, `nil` if the node was reported.
  package func value<Value>(_ node: YAMLNode, as kind: YAMLKind<Value>, of key: String) -> Value? {
    switch kind.read(node) {
    case .value(let value): return value
    case .wrongKind: reportKind(node, what: "“\(key)”", allowed: kind.words)
    case .unknown(let choices):
      let text = node.text ?? ""
      report(
        YAMLRules.unknownValue, at: node,
        [
          .plain("key", key), .plain("value", text),
          .plain("hint", NearestName.hint(text, in: choices)),
          .plain("choices", choices.joined(separator: ", ")),
        ])
    }
    return nil
  }

  // A short spelling is offered only where no full name is near.
  private static func hint(_ written: String, in keys: [YAMLKey]) -> String {
    let near =
      NearestName.find(written, in: keys.map(\.name))
      ?? NearestName.find(written, in: keys.flatMap(\.spellings).filter { $0.count > 2 })
    return near.map { "Did you mean “\($0)”?" } ?? NearestName.hint(written, in: keys.map(\.name))
  }

  private static func order(_ finding: Finding) -> [Int] {
    guard case .text(let line, let column) = finding.place?.locator else { return [0, 0] }
    return [line, column]
  }
}

extension [Int] {
  fileprivate static func < (left: Self, right: Self) -> Bool {
    left.lexicographicallyPrecedes(right)
  }
}
