// SPDX-License-Identifier: Apache-2.0

/// A value inside a finding's message.
package enum FindingValue: Sendable, Hashable {
  /// Names of files, columns, keys, shapes, terms and limits: always shown.
  case plain(String)
  /// Text out of a provider's data: shown as `‹hidden›` unless the user asks for values.
  case sensitive(String)
  /// A text of ours with text out of a provider's data in it: one wording without, one with it.
  case mixed(hidden: String, shown: String)

  /// What a reader may see.
  ///
  /// - Parameter showValues: whether the user asked for source values.
  /// - Returns: the text, or `‹hidden›`.
  package func shown(showValues: Bool) -> String {
    switch self {
    case .plain(let text): text
    case .sensitive(let text): showValues ? text : "‹hidden›"
    case .mixed(let hidden, let shown): showValues ? shown : hidden
    }
  }
}

/// A named value inside a finding's message.
package struct FindingArgument: Sendable, Hashable {
  /// The name that the rule's templates use.
  package let name: String
  /// The value.
  package let value: FindingValue

  /// Names a value that is always shown.
  package static func plain(_ name: String, _ value: some CustomStringConvertible) -> Self {
    Self(name: name, value: .plain(value.description))
  }

  /// Names a value out of a provider's data.
  package static func sensitive(_ name: String, _ value: String) -> Self {
    Self(name: name, value: .sensitive(value))
  }

  /// Names a text in which values out of a provider's data may stand.
  package static func mixed(_ name: String, hidden: String, shown: String) -> Self {
    Self(name: name, value: .mixed(hidden: hidden, shown: shown))
  }
}

/// Another place that explains a finding, such as the mapping rule that read the cell.
package struct RelatedPlace: Sendable, Hashable {
  /// What stands there, in a few words: `mapping rule`, `shape`, `first seen`.
  package let label: String
  /// Where it stands.
  package let place: SourcePlace

  /// Names a related place.
  package init(_ label: String, _ place: SourcePlace) {
    self.label = label
    self.place = place
  }
}

/// One thing found in a provider's data or in a file that a steward wrote.
package struct Finding: Sendable, Hashable {
  /// What was found.
  package var rule: FindingRule
  /// How much it weighs here.
  package var severity: Severity
  /// Where, if it has a place.
  package var place: SourcePlace?
  /// The values for the rule's templates.
  package var arguments: [FindingArgument]
  /// Other places that explain it, nearest cause first.
  package var related: [RelatedPlace]

  /// States a finding with the rule's own severity unless another is given.
  package init(
    _ rule: FindingRule, at place: SourcePlace?, severity: Severity? = nil,
    _ arguments: [FindingArgument] = [], related: [RelatedPlace] = []
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.place = place
    self.arguments = arguments
    self.related = related
  }

  /// What was found and what is allowed, in one sentence.
  ///
  /// - Parameter showValues: whether source values may be shown.
  /// - Returns: the rule's message with the arguments filled in.
  package func message(showValues: Bool = false) -> String { fill(rule.message, showValues) }

  /// How to mend it.
  ///
  /// - Parameter showValues: whether source values may be shown.
  /// - Returns: the rule's remedy with the arguments filled in.
  package func remedy(showValues: Bool = false) -> String { fill(rule.remedy, showValues) }

  /// The value of the argument called `name`, if the finding has it.
  package func argument(_ name: String) -> FindingValue? {
    arguments.first { $0.name == name }?.value
  }

  // Templates are ours and short; values are inserted once and never scanned again, so a value that
  // holds braces cannot pull in another argument.
  private func fill(_ template: String, _ showValues: Bool) -> String {
    var result = ""
    // By bytes: to find the ends of characters takes longer than all else.
    var rest = template.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      result += template[rest.startIndex..<open]
      let name = String(template[template.utf8.index(after: open)..<close])
      result += argument(name)?.shown(showValues: showValues) ?? "{\(name)}"
      rest = rest[template.utf8.index(after: close)...]
    }
    return result + template[rest.startIndex...]
  }
}

/// The typed error of every stage: the findings that end the run.
///
/// Data, not words: the findings carry rule, place and arguments. `Pipeline` turns them into exit
/// codes and reports.
package struct DiagnosedError: Error, Sendable, Hashable {
  /// Why the run cannot go on; never empty.
  package let findings: [Finding]

  /// Ends a run for one reason.
  package init(_ finding: Finding) { findings = [finding] }

  /// Ends a run for one or more reasons.
  ///
  /// - Parameter findings: at least one.
  package init(_ findings: [Finding]) {
    precondition(!findings.isEmpty)
    self.findings = findings
  }

  /// Ends a run for one reason.
  package init(
    _ rule: FindingRule, at place: SourcePlace?, _ arguments: [FindingArgument] = [],
    related: [RelatedPlace] = []
  ) {
    self.init(Finding(rule, at: place, arguments, related: related))
  }
}
