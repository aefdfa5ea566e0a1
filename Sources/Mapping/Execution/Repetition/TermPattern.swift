// SPDX-License-Identifier: Apache-2.0

/// What all terms of a term map have in common, to tell whether two maps can make the same term.
struct TermPattern: Hashable {
  private let kind: TermMap.Kind
  /// What stands before the first value out of data; all of a constant.
  let prefix: [UInt8]
  private let suffix: [UInt8]
  /// Whether all records give the same term.
  let isConstant: Bool
  /// The datatype or language, `nil` if it depends on the record.
  private let annotation: AnnotationID?

  /// Looks at a term map.
  init(_ term: PlannedTerm, _ plan: MappingPlan) {
    kind = term.kind
    var (prefix, suffix, isConstant): ([UInt8], [UInt8], Bool) = ([], [], false)
    func text(_ range: PoolRange) -> [UInt8] {
      Array(plan.pool[Int(range.start)..<Int(range.start + range.count)])
    }
    switch term.expression {
    case .constant(let range):
      (prefix, isConstant) = (text(range), true)
    case .template(let pieces):
      if case .text(let range)? = pieces.first { prefix = text(range) }
      if case .text(let range)? = pieces.last { suffix = text(range) }
      isConstant = pieces.count == 1 && !prefix.isEmpty
    case .reference, .call: break
    }
    (self.prefix, self.suffix, self.isConstant) = (prefix, suffix, isConstant)
    switch (term.language, term.datatype) {
    case (.constant(let id), _), (.none, .constant(let id)): annotation = id
    default: annotation = nil
    }
  }

  /// Whether both can make one term; true when in doubt.
  func canEqual(_ other: TermPattern) -> Bool {
    guard kind == other.kind else { return false }
    if kind == .literal, let annotation, let theirs = other.annotation, annotation != theirs {
      return false
    }
    if isConstant, other.isConstant { return prefix == other.prefix }
    if isConstant { return other.canGive(prefix) }
    if other.isConstant { return canGive(other.prefix) }
    return Self.canBegin(prefix, other.prefix)
      && Self.canBegin(suffix.reversed(), other.suffix.reversed())
  }

  private func canGive(_ text: [UInt8]) -> Bool {
    text.count >= prefix.count + suffix.count && text.starts(with: prefix)
      && text.suffix(suffix.count).elementsEqual(suffix)
  }

  private static func canBegin(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one.starts(with: other) || other.starts(with: one)
  }
}
