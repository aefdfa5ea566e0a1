// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What a compiler takes from other triples maps: their subjects, each time anew.
struct SubjectBorrowing {
  /// The expressions and terms that are taken from other mappings, at most: 100,000.
  static let partLimit = 100_000
  /// The subjects inside each other, at most: 64.
  static let depthLimit = 64

  /// The numbers of the maps whose subjects are being compiled, outermost first.
  fileprivate(set) var open: [Int] = []
  fileprivate var parts = 0
  fileprivate var isStopped = false
}

extension PlanCompiler {
  /// Begins to compile the subject of another map.
  ///
  /// - Parameters:
  ///   - number: the map.
  ///   - place: where it is referred to.
  /// - Returns: `false` after a finding.
  mutating func borrow(_ number: Int, for place: SourcePlace) -> Bool {
    guard !borrowing.isStopped else { return false }
    let name = document.triplesMaps[number].name
    borrowing.parts += 1
    if borrowing.parts <= SubjectBorrowing.partLimit, borrowing.open.contains(number) {
      findings.append(
        Finding(MappingRules.subjectCycle, at: place, [.plain("mapping", name)]))
      return false
    }
    guard borrowing.parts <= SubjectBorrowing.partLimit,
      borrowing.open.count < SubjectBorrowing.depthLimit
    else {
      stopBorrowing(at: place)
      return false
    }
    borrowing.open.append(number)
    return true
  }

  /// Ends what ``borrow(_:for:)`` began.
  mutating func giveBack() { borrowing.open.removeLast() }

  /// Counts an expression, if it belongs to the subject of another map.
  ///
  /// - Returns: whether compiling may go on.
  mutating func countBorrowed(_ expression: Expression) -> Bool {
    guard let number = borrowing.open.last else { return true }
    borrowing.parts += 1
    if case .template(let parts) = expression { borrowing.parts += parts.count }
    if borrowing.parts > SubjectBorrowing.partLimit {
      stopBorrowing(at: document.triplesMaps[number].subject.place)
    }
    return !borrowing.isStopped
  }

  private mutating func stopBorrowing(at place: SourcePlace) {
    guard !borrowing.isStopped else { return }
    borrowing.isStopped = true
    findings.append(
      Finding(
        MappingRules.gatheredSubjects, at: place,
        [
          .plain("depth", SubjectBorrowing.depthLimit),
          .plain("limit", SubjectBorrowing.partLimit),
        ]))
  }
}
