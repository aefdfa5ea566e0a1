// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// An XPath expression that is more than plain steps, looked through before libxml2 compiles it.
///
/// The walk over its tokens finds what libxml2 would pass over in silence: functions and prefixes that
/// do not exist, and node tests for what is not kept. It also finds the names without a prefix, which
/// may stand for names in a default namespace.
///
/// - Source: XPath 1.0 §3.7.
struct XMLQuery: Hashable {
  /// The expression.
  let text: String
  /// The expression as written; another one where this one is a part of it.
  private(set) var written: String
  /// What has to be added to columns to count in what is written.
  private(set) var shift = 0
  /// Whether it may lead to nodes around the context node.
  private(set) var leavesRecord = false
  // The names of elements without a prefix, as ranges of bytes.
  private var names: [Range<Int>] = []

  /// Looks through an expression.
  ///
  /// - Parameters:
  ///   - text: as the mapping writes it.
  ///   - namespaces: what prefixes stand for.
  /// - Throws: ``XMLRules/pathMalformed``, ``XMLRules/pathUnsupported`` or
  ///   ``XMLRules/unboundPrefix``, without a place.
  init(_ text: String, namespaces: [String: String]) throws(DiagnosedError) {
    self.text = text
    written = text
    var tokens = XMLQueryTokens(text)
    var axis: String?
    while let token = try tokens.next() {
      switch token.kind {
      case .absolute, .parent: leavesRecord = true
      case .axis(let name):
        try check(axis: name, token)
        axis = name
        continue
      case .function(let name): try check(function: name, token)
      case .nodeType(let name):
        if name == "comment" || name == "processing-instruction" {
          throw unsupported("the node test “\(name)()”", token)
        }
      case .name(let prefix, let local):
        try check(prefix: prefix, token, namespaces)
        if prefix == nil, local != nil, axis != "attribute" { names.append(token.range) }
      case .variable(let name): throw unsupported("the variable “$\(name)”", token)
      case .other: break
      }
      axis = nil
    }
  }

  /// Says that the expression is made of the end of another one, which errors name.
  mutating func standIn(for written: String, shiftedBy shift: Int) {
    self.written = written
    self.shift = shift
  }

  /// Whether it needs no more of what is around the record than attributes of ancestors.
  var isPlain: Bool { (try? XMLPath(reference: text)) != nil }

  /// The expression with names spelled as the file has them.
  ///
  /// - Parameters:
  ///   - byLocalName: whether names without a prefix also match names in the default namespace.
  ///   - prefix: what is put before names without a prefix, if a namespace is bound for those.
  /// - Returns: an expression for libxml2.
  func spelled(byLocalName: Bool, prefix: String?) -> String {
    guard byLocalName || prefix != nil else { return text }
    let bytes = Array(text.utf8)
    var result = ""
    var at = 0
    for range in names {
      result += String(decoding: bytes[at..<range.lowerBound], as: UTF8.self)
      let name = String(decoding: bytes[range], as: UTF8.self)
      result += prefix.map { "\($0):\(name)" } ?? "*[name()='\(name)']"
      at = range.upperBound
    }
    return result + String(decoding: bytes[at...], as: UTF8.self)
  }

  private mutating func check(
    axis: String, _ token: XMLQueryTokens.Token
  ) throws(DiagnosedError) {
    switch axis {
    case "child", "descendant", "self", "descendant-or-self", "attribute": return
    case "parent", "ancestor", "ancestor-or-self", "following", "following-sibling", "preceding",
      "preceding-sibling":
      leavesRecord = true
    default: throw unsupported("the axis “\(axis)::”", token)
    }
  }

  private func check(
    function: String, _ token: XMLQueryTokens.Token
  ) throws(DiagnosedError) {
    if Self.functions.contains(function) { return }
    let nearest = NearestName.find(function, in: Self.functions)
    let hint = nearest.map { " (did you mean “\($0)()”?)" } ?? ""
    throw unsupported("the function “\(function)()”\(hint)", token)
  }

  private func check(
    prefix: String?, _ token: XMLQueryTokens.Token, _ namespaces: [String: String]
  ) throws(DiagnosedError) {
    guard let prefix, prefix != "xml", namespaces[prefix] == nil else { return }
    let bound = namespaces.keys.filter { $0 != "" }.sorted()
    throw DiagnosedError(
      XMLRules.unboundPrefix, at: nil,
      [
        .plain("path", text), .plain("prefix", prefix), .plain("column", token.column),
        .plain("hint", NearestName.hint(prefix, in: bound)),
      ])
  }

  private func unsupported(_ part: String, _ token: XMLQueryTokens.Token) -> DiagnosedError {
    DiagnosedError(
      XMLRules.pathUnsupported, at: nil,
      [.plain("path", text), .plain("part", part), .plain("column", token.column)])
  }

  // - Source: XPath 1.0 §4, but for `id`, which needs a document type.
  private static let functions = [
    "boolean", "ceiling", "concat", "contains", "count", "false", "floor", "lang", "last",
    "local-name", "name", "namespace-uri", "normalize-space", "not", "number", "position", "round",
    "starts-with", "string", "string-length", "substring", "substring-after", "substring-before",
    "sum", "translate", "true",
  ]
}
