// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A JSONPath query, whole: filters, slices, unions, descendants and functions.
///
/// Queries of names, indexes and wildcards only are ``JSONPath``, which streams; this one is evaluated
/// on a value in memory.
/// - Source: RFC 9535.
/// - Conformance: `JSONPathSuiteTests`.
package struct JSONQuery: Sendable {
  /// The query as written.
  package let text: String
  let segments: [JSONSegment]

  /// Reads a query that begins with `$`.
  ///
  /// - Parameters:
  ///   - text: the query.
  ///   - written: how its author wrote it, where that is its end only; errors name this.
  /// - Throws: ``JSONRules/pathMalformed``, with the column where the text stops being a query.
  package init(_ text: String, written: String? = nil) throws(DiagnosedError) {
    self.text = text
    var parser = JSONQueryParser(text)
    parser.written = written
    segments = try parser.query()
  }

  /// The steps at the beginning that stream, and what has to be evaluated below them.
  ///
  /// None streams if a filter looks from the root, which has to be the document then.
  var split: (plain: [JSONStep], rest: JSONQuery) {
    var plain: [JSONStep] = []
    if segments.contains(where: \.looksFromRoot) { return ([], self) }
    for segment in segments {
      guard case .child(let selectors) = segment, selectors.count == 1 else { break }
      switch selectors[0] {
      case .name(let name): plain.append(.name(name))
      case .wildcard: plain.append(.wildcard)
      case .index(let index) where index >= 0: plain.append(.index(index))
      default: return (plain, JSONQuery(text, Array(segments[plain.count...])))
      }
    }
    return (plain, JSONQuery(text, Array(segments[plain.count...])))
  }

  private init(_ text: String, _ segments: [JSONSegment]) {
    self.text = text
    self.segments = segments
  }

  /// The values that the query selects of a value, as JSON texts with their pointers.
  ///
  /// - Parameter document: JSON, UTF-8.
  /// - Returns: text and pointer of each value, in the order of the query; `nil` if the document is
  ///   no JSON or larger than ``TreeLimits/jsonTreeValues``.
  /// - Throws: ``JSONRules/queryTooLong`` if an expression in it takes too many steps.
  package func select(
    in document: [UInt8]
  ) throws(DiagnosedError) -> [(text: [UInt8], pointer: String)]? {
    guard let tree = JSONTree(document), !tree.isTooLarge else { return nil }
    var evaluation = JSONQueryEvaluation(tree)
    return try evaluation.select(self, from: tree.root).map {
      (Array(document[tree.nodes[$0].range]), tree.pointer(to: $0, from: tree.root))
    }
  }
}

/// A step of a query.
enum JSONSegment: Sendable {
  /// What selectors choose among the members or elements.
  case child([JSONSelector])
  /// The same among all that is below too.
  case descendant([JSONSelector])
}

/// What is chosen among members or elements.
enum JSONSelector: Sendable {
  case name([UInt8])
  case wildcard
  case index(Int)
  case slice(start: Int?, end: Int?, step: Int)
  case filter(JSONFilter)
}

/// A logical expression of a filter.
indirect enum JSONFilter: Sendable {
  case or([JSONFilter])
  case and([JSONFilter])
  case not(JSONFilter)
  case comparison(JSONComparable, JSONComparison, JSONComparable)
  case exists(JSONFilterQuery)
  case function(JSONFunctionCall)
}

/// How two values are compared.
enum JSONComparison: String, Sendable, CaseIterable {
  case equal = "=="
  case notEqual = "!="
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case less = "<"
  case greater = ">"
}

/// A side of a comparison.
enum JSONComparable: Sendable {
  case literal(JSONLiteral)
  case query(JSONFilterQuery)
  case function(JSONFunctionCall)
}

/// A literal of a filter.
enum JSONLiteral: Sendable, Equatable {
  case null
  case boolean(Bool)
  case number(Double)
  case string([UInt8])
}

/// A query inside of a filter.
struct JSONFilterQuery: Sendable {
  /// Whether it begins at the root, and not at the value at hand.
  let isAbsolute: Bool
  let segments: [JSONSegment]

  /// Whether it selects one value at most, by its form.
  var isSingular: Bool {
    segments.allSatisfy { segment in
      guard case .child(let selectors) = segment, selectors.count == 1 else { return false }
      switch selectors[0] {
      case .name, .index: return true
      default: return false
      }
    }
  }
}

/// A call of one of the functions of RFC 9535 §2.4.
struct JSONFunctionCall: Sendable {
  enum Function: String, Sendable, CaseIterable {
    case length
    case count
    case match
    case search
    case value

    /// Whether it gives a truth, which is no value.
    var isLogical: Bool { self == .match || self == .search }
    /// How many arguments it takes.
    var arity: Int { isLogical ? 2 : 1 }
    /// Whether its arguments are nodes, and not values.
    var takesNodes: Bool { self == .count || self == .value }
  }

  enum Argument: Sendable {
    case value(JSONComparable)
    case nodes(JSONFilterQuery)
  }

  let function: Function
  let arguments: [Argument]
}
