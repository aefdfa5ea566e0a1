// SPDX-License-Identifier: Apache-2.0

import RDFModel

/// The order of results in a report.
enum ResultOrder {
  /// By focus node, path, component, value and shape; equal results keep their order.
  static func precedes(_ one: ValidationResult, _ two: ValidationResult) -> Bool {
    if one.focusNode != two.focusNode { return one.focusNode < two.focusNode }
    if one.path != two.path { return text(one.path) < text(two.path) }
    if one.component != two.component { return one.component < two.component }
    if one.value != two.value {
      guard let left = one.value else { return true }
      guard let right = two.value else { return false }
      return left < right
    }
    return one.sourceShape < two.sourceShape
  }

  private static func text(_ path: PropertyPath?) -> String { path?.description ?? "" }
}
