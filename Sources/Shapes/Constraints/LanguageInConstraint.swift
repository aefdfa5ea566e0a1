// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must be texts in one of the languages.
///
/// - Source: SHACL §4.4.4; SPARQL 1.1 §17.4.3.14 for `en` including `en-GB`.
package struct LanguageInConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "LanguageIn", parameters: ["languageIn"], cost: 5,
    rule: FindingRule(
      "shacl.language-in", .violation, title: "Language not allowed",
      message: "{what} is {value}, which {problem}; allowed is {allowed}.",
      remedy: "Give the text in {allowed}, and tag it with its language.",
      groupedBy: ["shape", "path"]))

  private let languages: [String]

  /// One constraint for each list.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    shape.termLists("languageIn").map { Self(languages: $0.map { $0.value.lowercased() }) }
  }

  /// Takes the languages in lower case.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    Prepared(languages: languages)
  }

  /// The value's language and those allowed.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    let language = result.value?.language ?? ""
    return [
      .plain("problem", language.isEmpty ? "has no language tag" : "is tagged “\(language)”"),
      .plain("allowed", ResultContext.list(languages.map { "“\($0)”" }, "or")),
    ]
  }

  /// `{$languageIn}`.
  package var messageParameters: [String: String] {
    ["languageIn": languages.joined(separator: ", ")]
  }

  private final class Prepared: PreparedValueConstraint {
    let languages: [String]

    init(languages: [String]) {
      self.languages = languages
    }

    func accepts(_ value: TermID, _ run: ValidationRun) -> Bool {
      guard let tag = run.terms.language(value) else { return false }
      return languages.contains { range in
        range == "*" || tag == range || tag.hasPrefix(range + "-")
      }
    }
  }
}
