// SPDX-License-Identifier: Apache-2.0

import RDFModel

/// Both components that ask for an order between two properties, resolved.
///
/// Each pair of values that is not in order, or cannot be compared, is a result.
final class PreparedLessThan: PreparedConstraint {
  let other: TermID
  let allowsEqual: Bool

  init(other: TermID, allowsEqual: Bool) {
    self.other = other
    self.allowsEqual = allowsEqual
  }

  func check(_ values: [TermID], at site: ConstraintSite, _ run: ValidationRun) {
    let others = run.otherValues(other, of: site.focus)
    if others.isEmpty || values.isEmpty { return }
    let limits = others.map { run.literals.value($0) }
    for value in values {
      for limit in limits {
        let order = limit.flatMap { run.literals.compare(value, with: $0) }
        if order == .less || (allowsEqual && order == .equal) { continue }
        run.report(site, value: value)
      }
    }
  }
}
