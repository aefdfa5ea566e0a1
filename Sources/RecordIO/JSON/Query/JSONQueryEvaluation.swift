// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TextPatterns

/// Evaluates queries on a JSON value.
///
/// - Source: RFC 9535 §2.3 to §2.5.
struct JSONQueryEvaluation {
  /// More values than this are not selected by one query.
  static let limit = 1_000_000

  let tree: JSONTree
  private let stepLimit: Int
  private var visited = 0

  init(_ tree: JSONTree, stepLimit: Int = TreeLimits.jsonPathSteps) {
    self.tree = tree
    self.stepLimit = stepLimit
  }

  /// The values that a query selects, by their numbers.
  ///
  /// - Throws: ``JSONRules/queryTooLong``, without a place.
  mutating func select(_ query: JSONQuery, from root: Int) throws(DiagnosedError) -> [Int] {
    // Steps are counted for each record, of which one value in memory may hold many.
    visited = 0
    do throws(Excess) {
      return try select(query.segments, from: root, root: root)
    } catch {
      throw DiagnosedError(JSONRules.queryTooLong, at: nil, [.plain("path", query.text)])
    }
  }

  /// Too many steps.
  private struct Excess: Error {}

  private mutating func select(
    _ segments: [JSONSegment], from start: Int, root: Int
  ) throws(Excess) -> [Int] {
    var nodes = [start]
    for segment in segments {
      var next: [Int] = []
      for node in nodes {
        switch segment {
        case .child(let selectors): try choose(selectors, of: node, root, into: &next)
        case .descendant(let selectors):
          // The value itself, then all below, each before what is inside of it.
          var waiting = [node]
          while let current = waiting.popLast() {
            try choose(selectors, of: current, root, into: &next)
            waiting += tree.nodes[current].children.reversed()
          }
        }
      }
      nodes = next
    }
    return nodes
  }

  private mutating func count(_ steps: Int) throws(Excess) {
    visited += steps
    if visited > stepLimit { throw Excess() }
  }

  private mutating func choose(
    _ selectors: [JSONSelector], of node: Int, _ root: Int, into result: inout [Int]
  ) throws(Excess) {
    let children = tree.nodes[node].children
    let isArray = if case .array = tree.nodes[node].kind { true } else { false }
    try count(children.count + 1)
    if result.count > Self.limit { throw Excess() }
    for selector in selectors {
      switch selector {
      case .name(let name):
        // A key given twice was reported; both values are read.
        result += children.filter { tree.nodes[$0].key == name }
      case .wildcard: result += children
      case .index(let index):
        let place = index < 0 ? children.count + index : index
        if isArray, children.indices.contains(place) { result.append(children[place]) }
      case .slice(let start, let end, let step):
        if isArray { result += Self.slice(children, start, end, step) }
      case .filter(let filter):
        for child in children where try holds(filter, child, root) { result.append(child) }
      }
    }
  }

  // RFC 9535 §2.3.4.2.2.
  private static func slice(_ children: [Int], _ start: Int?, _ end: Int?, _ step: Int) -> [Int] {
    let count = children.count
    func normal(_ index: Int) -> Int { index >= 0 ? index : count + index }
    if step == 0 { return [] }
    let first = normal(start ?? (step > 0 ? 0 : count - 1))
    let last = end.map(normal) ?? (step > 0 ? count : -count - 1)
    var chosen: [Int] = []
    if step > 0 {
      var index = min(max(first, 0), count)
      let upper = min(max(last, 0), count)
      while index < upper {
        chosen.append(children[index])
        index += step
      }
    } else {
      var index = min(max(first, -1), count - 1)
      let lower = min(max(last, -1), count - 1)
      while index > lower {
        chosen.append(children[index])
        index += step
      }
    }
    return chosen
  }

  // MARK: Filters

  private mutating func holds(
    _ filter: JSONFilter, _ node: Int, _ root: Int
  ) throws(Excess) -> Bool {
    switch filter {
    case .or(let parts):
      for part in parts where try holds(part, node, root) { return true }
      return false
    case .and(let parts):
      for part in parts where try !holds(part, node, root) { return false }
      return true
    case .not(let inner): return try !holds(inner, node, root)
    case .exists(let query): return try !nodes(query, node, root).isEmpty
    case .function(let call): return try logical(call, node, root)
    case .comparison(let left, let comparison, let right):
      let (one, other) = (try value(left, node, root), try value(right, node, root))
      switch comparison {
      case .equal: return try areEqual(one, other)
      case .notEqual: return try !areEqual(one, other)
      case .less: return isLess(one, other)
      case .greater: return isLess(other, one)
      case .lessOrEqual: return isLess(one, other) ? true : try areEqual(one, other)
      case .greaterOrEqual: return isLess(other, one) ? true : try areEqual(one, other)
      }
    }
  }

  private mutating func nodes(
    _ query: JSONFilterQuery, _ node: Int, _ root: Int
  ) throws(Excess) -> [Int] {
    try select(query.segments, from: query.isAbsolute ? root : node, root: root)
  }

  /// What a comparison or function sees.
  private enum Operand {
    case nothing
    case literal(JSONLiteral)
    case node(Int)
  }

  private mutating func value(
    _ comparable: JSONComparable, _ node: Int, _ root: Int
  ) throws(Excess) -> Operand {
    switch comparable {
    case .literal(let literal): return .literal(literal)
    case .query(let query):
      return try nodes(query, node, root).first.map { operand($0) } ?? .nothing
    case .function(let call): return try value(call, node, root)
    }
  }

  private func operand(_ node: Int) -> Operand {
    switch tree.nodes[node].kind {
    case .null: .literal(.null)
    case .boolean(let value): .literal(.boolean(value))
    case .number(let value): .literal(.number(value))
    case .string(let value): .literal(.string(value))
    case .array, .object: .node(node)
    }
  }

  private mutating func areEqual(_ one: Operand, _ other: Operand) throws(Excess) -> Bool {
    switch (one, other) {
    case (.nothing, .nothing): return true
    case (.literal(let left), .literal(let right)): return left == right
    case (.node(let left), .node(let right)): return try areEqual(left, right)
    default: return false
    }
  }

  private mutating func areEqual(_ one: Int, _ other: Int) throws(Excess) -> Bool {
    var (left, right) = (tree.nodes[one].children, tree.nodes[other].children)
    guard left.count == right.count else { return false }
    try count(left.count + 1)
    switch (tree.nodes[one].kind, tree.nodes[other].kind) {
    case (.array, .array): break
    case (.object, .object):
      // Names in one order, so that each has to be looked at once.
      if !haveSameKeys(left, right) {
        left.sort(by: precedes)
        right.sort(by: precedes)
        if !haveSameKeys(left, right) { return false }
      }
    case (.array, _), (_, .array), (.object, _), (_, .object): return false
    default: return try areEqual(operand(one), operand(other))
    }
    for (left, right) in zip(left, right) where try !areEqual(left, right) { return false }
    return true
  }

  private func haveSameKeys(_ left: [Int], _ right: [Int]) -> Bool {
    zip(left, right).allSatisfy { tree.nodes[$0].key == tree.nodes[$1].key }
  }

  // Of members with the same key, which are a finding, the first is the first.
  private func precedes(_ one: Int, _ other: Int) -> Bool {
    let (left, right) = (tree.nodes[one].key ?? [], tree.nodes[other].key ?? [])
    return left == right ? one < other : left.lexicographicallyPrecedes(right)
  }

  private func isLess(_ one: Operand, _ other: Operand) -> Bool {
    switch (one, other) {
    case (.literal(.number(let left)), .literal(.number(let right))): return left < right
    case (.literal(.string(let left)), .literal(.string(let right))):
      // UTF-8 orders as its scalars do.
      return left.lexicographicallyPrecedes(right)
    default: return false
    }
  }

  // MARK: Functions

  private mutating func value(
    _ call: JSONFunctionCall, _ node: Int, _ root: Int
  ) throws(Excess) -> Operand {
    switch call.arguments.first {
    case .nodes(let query):
      let found = try nodes(query, node, root)
      if call.function == .count { return .literal(.number(Double(found.count))) }
      return found.count == 1 ? operand(found[0]) : .nothing
    case .value(let argument):
      switch try value(argument, node, root) {
      case .literal(.string(let text)):
        let count = String(decoding: text, as: UTF8.self).unicodeScalars.count
        return .literal(.number(Double(count)))
      case .node(let node): return .literal(.number(Double(tree.nodes[node].children.count)))
      default: return .nothing
      }
    case nil: return .nothing
    }
  }

  private mutating func logical(
    _ call: JSONFunctionCall, _ node: Int, _ root: Int
  ) throws(Excess) -> Bool {
    guard case .value(let text) = call.arguments[0], case .value(let pattern) = call.arguments[1],
      case .literal(.string(let subject)) = try value(text, node, root),
      case .literal(.string(let expression)) = try value(pattern, node, root),
      let translated = IRegexp.translate(String(decoding: expression, as: UTF8.self))
    else { return false }
    do {
      let compiled = try RegularExpressionCache.find(translated)
      return try compiled.firstMatch(in: subject, isWhole: call.function == .match) != nil
    } catch is RegularExpression.TooManySteps {
      throw Excess()
    } catch {
      return false
    }
  }
}
