// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// An iterator of plain steps with conditions behind the last, as `/patients/patient[@sex='F']`.
///
/// Such an iterator streams: the steps lead to the records, and the conditions are put to each of them
/// alone. They have to be conditions, not positions, and to stay within the record; where that cannot
/// be told, there is no filter and the document is kept.
///
/// - Source: XPath 1.0 §2.4, where a predicate that is a number is a position.
struct XMLRecordFilter {
  /// The way to what may be a record.
  let path: XMLPath
  /// Selects the context node if it is a record.
  let query: XMLQuery

  private static let itself = "self::*"

  /// Takes an iterator apart; `nil` if it has another form.
  init?(_ iterator: String, namespaces: [String: String]) {
    let bytes = Array(iterator.utf8)
    guard let open = bytes.firstIndex(of: UInt8(ascii: "[")), bytes.last == UInt8(ascii: "]"),
      let path = try? XMLPath(iterator: String(decoding: bytes[..<open], as: UTF8.self)),
      Self.areConditions(String(decoding: bytes[open...], as: UTF8.self)),
      var query = try? XMLQuery(
        Self.itself + String(decoding: bytes[open...], as: UTF8.self), namespaces: namespaces),
      !query.leavesRecord
    else { return nil }
    query.standIn(for: iterator, shiftedBy: open - Self.itself.utf8.count)
    self.path = path
    self.query = query
  }

  // Whether a text is nothing but predicates, and each of them a condition.
  private static func areConditions(_ text: String) -> Bool {
    var tokens = XMLQueryTokens(text)
    var condition = Condition()
    var depth = 0
    while true {
      guard let next = try? tokens.next() else { return depth == 0 }
      let word = String(text.utf8.prefix(next.range.upperBound).dropFirst(next.range.lowerBound))
      switch (next.kind, word ?? "") {
      case (.other, "["), (.other, "("):
        if depth == 0 {
          guard word == "[" else { return false }
          condition = Condition()
        } else {
          condition.take(next.kind, word ?? "", isOuter: depth == 1)
        }
        depth += 1
      case (.other, "]"), (.other, ")"):
        depth -= 1
        if depth == 0, !condition.isCertain { return false }
      default:
        if depth == 0 { return false }
        condition.take(next.kind, word ?? "", isOuter: depth == 1)
      }
    }
  }

  /// What is known of a predicate after some of its tokens.
  private struct Condition {
    private var isFirst = true
    private var beginsAsCondition = false
    private var compares = false
    private var calculates = false
    private var asksForPosition = false

    /// Whether it is surely no number, and the same wherever the record stands among others.
    var isCertain: Bool {
      !asksForPosition && (compares || (beginsAsCondition && !calculates))
    }

    /// Takes a token.
    ///
    /// - Parameters:
    ///   - kind: what it means.
    ///   - word: how it is spelled.
    ///   - isOuter: whether it is outside of all brackets of the predicate.
    mutating func take(_ kind: XMLQueryTokens.Token.Kind, _ word: String, isOuter: Bool) {
      if case .function(let name) = kind, name == "position" || name == "last" {
        asksForPosition = true
      }
      if isFirst { beginsAsCondition = Self.begins(kind, word) }
      isFirst = false
      guard isOuter, kind == .other else { return }
      switch word {
      case "=", "!", "<", ">", "and", "or": compares = true
      case "+", "-", "*", "div", "mod": calculates = true
      default: break
      }
    }

    // A path, which holds if it leads somewhere, or a function that gives a truth value.
    private static func begins(_ kind: XMLQueryTokens.Token.Kind, _ word: String) -> Bool {
      switch kind {
      case .name, .axis, .nodeType: true
      case .function(let name):
        ["boolean", "contains", "false", "lang", "not", "starts-with", "true"].contains(name)
      default: word == "."
      }
    }
  }
}
