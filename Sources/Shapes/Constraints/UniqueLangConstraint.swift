// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// No two value nodes may have the same language tag.
///
/// - Source: SHACL §4.4.5. Only `"true"^^xsd:boolean` switches it on.
package struct UniqueLangConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "UniqueLang", parameters: ["uniqueLang"], cost: 5, needsPath: true,
    rule: FindingRule(
      "shacl.unique-lang", .violation, title: "Language used twice",
      message:
        "{kind} has {found} values of {property} in the language “{language}”; one is allowed.",
      remedy: "Keep one text for each language.", groupedBy: ["shape", "path"]))

  /// One constraint if the parameter is `true`.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    shape.flag("uniqueLang") ? [Self()] : []
  }

  /// Nothing to resolve.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint { Prepared() }

  /// The language, and how many values have it.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    [.plain("found", result.count), .plain("language", result.witness?.language ?? "")]
  }

  private final class Prepared: PreparedConstraint {
    func check(_ values: [TermID], at site: ConstraintSite, _ run: ValidationRun) {
      if values.count < 2 { return }
      var byLanguage: [String: [TermID]] = [:]
      var languages: [String] = []
      for value in values {
        guard let language = run.terms.language(value) else { continue }
        if byLanguage[language] == nil { languages.append(language) }
        byLanguage[language, default: []].append(value)
      }
      for language in languages {
        guard let values = byLanguage[language], values.count > 1 else { continue }
        run.report(
          site, count: values.count, witness: run.inOrderRead(values, at: site)[1])
      }
    }
  }
}
