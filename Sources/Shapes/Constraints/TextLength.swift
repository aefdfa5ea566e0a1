// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFModel

/// What the two length components share.
///
/// Length counts code points; an IRI is as long as its text, a blank node has no length.
enum TextLength {
  /// The words of both rules.
  static func rule(_ id: String, title: String) -> FindingRule {
    FindingRule(
      id, .violation, title: title,
      message: "{what} is {value}, which {problem}; {needed}.",
      remedy: "Correct the value, or how the mapping cuts and joins it.",
      groupedBy: ["shape", "path"])
  }

  /// How long a value is, in words.
  static func problem(_ value: Term?) -> String {
    guard let value, !value.isBlankNode else { return "has no length" }
    let count = value.value.unicodeScalars.count
    return count == 1 ? "has 1 character" : "has \(count) characters"
  }

  /// The number of code points of a term's text, `nil` for blank nodes.
  static func count(_ value: TermID, _ run: ValidationRun) -> Int? {
    guard run.terms.kind(value) != .blankNode else { return nil }
    var count = 0
    for byte in run.terms.textBytes(value) where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
