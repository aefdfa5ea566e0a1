// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFModel

/// What the components that compare two properties share.
struct PropertyPair: Sendable {
  let other: Term

  static func read(_ name: String, _ shape: inout ShapeReader) -> [PropertyPair] {
    shape.iris(name).map { PropertyPair(other: $0) }
  }

  static func rule(_ id: String, title: String, message: String, remedy: String) -> FindingRule {
    FindingRule(
      id, .violation, title: title, message: message, remedy: remedy,
      groupedBy: ["shape", "path"])
  }

  func arguments(_ result: ResultContext) -> [FindingArgument] {
    [.plain("other", "“\(result.name(other))”")]
  }
}

extension ValidationRun {
  /// The values of another property of the focus node.
  func otherValues(_ predicate: TermID, of focus: TermID) -> [TermID] {
    data.statements(focus, predicate).map { data.triples[$0].object }
  }
}
