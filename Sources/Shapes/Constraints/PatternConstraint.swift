// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// The text of value nodes must match a regular expression.
///
/// The expression is that of XPath, found anywhere in the text unless `^` and `$` hold it. It runs
/// without backtracking: no pattern takes more than linear time.
/// - Source: SHACL §4.4.3.
package struct PatternConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "Pattern", parameters: ["pattern", "flags"], cost: 6,
    rule: FindingRule(
      "shacl.pattern", .violation, title: "Value does not match the pattern",
      message: "{what} is {value}, which does not match the pattern {pattern}.",
      remedy: "Write the value as the pattern asks.", groupedBy: ["shape", "path"]))

  private let pattern: String
  private let flags: String
  private let program: PatternProgram

  /// One constraint for each pattern that can be compiled.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    let flags = shape.singleValues("flags").first?.value ?? ""
    var constraints: [Self] = []
    for term in shape.values("pattern") {
      guard term.isLiteral else {
        shape.illFormed("pattern", term, allowed: "a regular expression", nil)
        continue
      }
      do {
        let program = try PatternProgram(term.value, flags: flags)
        constraints.append(Self(pattern: term.value, flags: flags, program: program))
      } catch {
        unusable(term.value, error, &shape)
      }
    }
    return constraints
  }

  private static func unusable(
    _ pattern: String, _ fault: PatternFault, _ shape: inout ShapeReader
  ) {
    shape.findings.append(
      Finding(
        ShapesRules.patternIllFormed,
        at: shape.statements("pattern").first.flatMap { shape.source.place(statement: $0) },
        [
          .plain("shape", shape.name), .plain("pattern", "“\(pattern)”"),
          .plain("reason", fault.reason),
        ]))
    shape.leaveOut("pattern", "“\(pattern)” cannot be used: \(fault.reason)")
  }

  /// Registers the pattern for a matcher of each run.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    Prepared(matcher: plan.add(program))
  }

  /// The pattern.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    [.plain("pattern", flags.isEmpty ? "“\(pattern)”" : "“\(pattern)” with flags “\(flags)”")]
  }

  /// `{$pattern}` and `{$flags}`.
  package var messageParameters: [String: String] { ["pattern": pattern, "flags": flags] }

  private final class Prepared: PreparedValueConstraint {
    let matcher: Int

    init(matcher: Int) {
      self.matcher = matcher
    }

    func accepts(_ value: TermID, _ run: ValidationRun) -> Bool {
      run.terms.kind(value) != .blankNode
        && run.matchers[matcher].matches(run.terms.textBytes(value))
    }
  }
}
