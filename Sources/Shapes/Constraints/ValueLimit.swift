// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFModel

/// A literal that value nodes are compared with: what the four range components share.
struct ValueLimit: Sendable {
  let term: Term
  let value: ComparableValue

  /// The literals of a parameter; those without order are noted.
  static func read(_ name: String, _ shape: inout ShapeReader) -> [ValueLimit] {
    shape.singleValues(name).compactMap { term in
      if let value = ComparableValue(term) { return ValueLimit(term: term, value: value) }
      shape.illFormed(
        name, term, allowed: "a well-formed number, date, time, text or boolean", nil)
      return nil
    }
  }

  /// The words of the four rules.
  static func rule(_ id: String, title: String) -> FindingRule {
    FindingRule(
      id, .violation, title: title,
      message: "{what} is {value}, which {problem}; {needed} is needed.",
      remedy: "Correct the value, or its unit if the mapping converts it.",
      groupedBy: ["shape", "path"])
  }

  /// What is wrong with a value.
  ///
  /// - Parameters:
  ///   - value: the value at fault.
  ///   - relation: how it stands to the limit if they can be compared: `is less than`.
  ///   - needed: the values allowed.
  /// - Returns: the arguments of the rule.
  func arguments(_ value: Term?, _ relation: String, needed: String) -> [FindingArgument] {
    let isComparable = value.flatMap(ComparableValue.init)?.compare(with: self.value) != nil
    return [
      .plain("problem", "\(isComparable ? relation : "cannot be compared with") \(term.value)"),
      .plain("needed", needed), .plain("limit", term.value),
    ]
  }
}

/// A range component, resolved: which orders a value may have to the limit.
final class PreparedValueLimit: PreparedValueConstraint {
  let limit: ComparableValue
  let order: ValueOrder
  let allowsEqual: Bool

  init(limit: ComparableValue, order: ValueOrder, allowsEqual: Bool) {
    self.limit = limit
    self.order = order
    self.allowsEqual = allowsEqual
  }

  func accepts(_ value: TermID, _ run: ValidationRun) -> Bool {
    guard run.terms.kind(value) == .literal,
      let found = run.literals.compare(value, with: limit)
    else { return false }
    return found == order || (allowsEqual && found == .equal)
  }
}
