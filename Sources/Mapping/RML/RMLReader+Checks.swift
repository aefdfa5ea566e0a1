// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// A node and what it is used as.
struct CheckedNode: Hashable {
  let id: TermID
  let kind: String
}

extension RMLReader {
  /// Reports what a node says and cannot, once for each node and what it is used as.
  ///
  /// - Returns: whether all is in order.
  @discardableResult
  mutating func check(_ node: RMLNode, _ shape: RMLShape) -> Bool {
    let key = CheckedNode(id: node.id, kind: shape.kind)
    if let known = checked[key] { return known }
    let count = findings.count
    checkWords(node, shape)
    checkSingle(node, shape)
    for group in shape.exclusive { checkExclusive(node, shape, group) }
    for (word, other) in shape.companions where rml.has(node, word) && !rml.has(node, other) {
      report(
        RMLRules.missing, at: rml.value(node, word)?.place ?? node.place,
        owner(node, shape.kind) + [.plain("part", shape.name(other))])
    }
    checked[key] = findings.count == count
    return findings.count == count
  }

  // Properties of RML that a node cannot have are spelling mistakes; others are for people.
  private mutating func checkWords(_ node: RMLNode, _ shape: RMLShape) {
    for (word, values) in rml.words(node).sorted(by: { $0.key < $1.key })
    where !shape.words.contains(word) {
      report(
        RMLRules.unknownProperty, at: values[0].place,
        [
          .plain("property", shape.name(word)), .plain("owner", shape.kind),
          .plain("hint", NearestName.hint(word, in: shape.words.sorted())),
        ])
    }
  }

  private mutating func checkSingle(_ node: RMLNode, _ shape: RMLShape) {
    for word in shape.single {
      let values = rml.values(node, word)
      // Both vocabularies may say the same.
      guard let second = values.first(where: { $0.id != values[0].id }) else { continue }
      report(
        RMLRules.several, at: second.place,
        owner(node, shape.kind) + [
          .plain("count", Set(values.map(\.id)).count), .plain("part", shape.name(word)),
        ])
    }
  }

  private mutating func checkExclusive(_ node: RMLNode, _ shape: RMLShape, _ group: [String]) {
    let given = group.compactMap { word in
      rml.value(node, word).map { (word: word, place: $0.place) }
    }
    guard given.count > 1 else { return }
    reportContradiction(node, shape, given[0].word, given[1].word)
  }

  /// Reports two properties of which a node may have one, at the later of them.
  mutating func reportContradiction(
    _ node: RMLNode, _ shape: RMLShape, _ first: String, _ second: String
  ) {
    let places = [first, second].compactMap { rml.value(node, $0)?.place }
    report(
      RMLRules.contradiction, at: places.max { $0.line < $1.line } ?? node.place,
      owner(node, shape.kind) + [
        .plain("first", shape.name(first)), .plain("second", shape.name(second)),
      ])
  }

  /// Reports a word that is not on its list.
  mutating func reportWord(_ written: RMLNode, _ part: String, allowed: String) {
    report(
      RMLRules.word, at: written.place,
      [.plain("value", written.plainWords), .plain("part", part), .plain("allowed", allowed)])
  }

  /// The text of a property's value, which the reader would otherwise take out of an IRI.
  ///
  /// - Parameters:
  ///   - written: the value.
  ///   - word: the property.
  /// - Returns: `nil` after a finding.
  mutating func text(_ written: RMLNode, _ word: String) -> String? {
    if written.term.isLiteral { return written.term.value }
    report(
      RMLRules.notText, at: written.place,
      [
        .plain("property", "rml:" + word), .plain("value", written.plainWords),
        .plain("found", written.term.isIRI ? "an IRI" : "a resource"),
      ])
    return nil
  }

  /// Reads `true` or `false`.
  ///
  /// - Returns: `nil` if nothing is said, or after a finding.
  mutating func flag(_ node: RMLNode, _ word: String, _ part: String) -> Bool? {
    guard let written = rml.value(node, word) else { return nil }
    switch written.term.value {
    case "true", "1": return true
    case "false", "0": return false
    default:
      reportWord(written, part, allowed: "true, false")
      return nil
    }
  }
}

extension RMLShape {
  // RML's words and those of CSV on the Web stand side by side in a table.
  private static let ownWords: Set = ["root", "path", "null", "compression"]

  /// A property as a message writes it.
  func name(_ word: String) -> String {
    (isTable && !Self.ownWords.contains(word) ? "csvw:" : "rml:") + word
  }
}

extension SourcePlace {
  /// The line, 0 if it is not known.
  fileprivate var line: Int {
    if case .text(let line, _) = locator { line } else { 0 }
  }
}
