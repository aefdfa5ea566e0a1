// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must be instances of a class.
///
/// - Source: SHACL §4.1.1.
package struct ClassConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "Class", parameters: ["class"], cost: 4,
    rule: FindingRule(
      "shacl.class", .violation, title: "Not an instance of the class",
      message: "{what} is {value}, which is not {needed}.",
      remedy: "Point to {needed} that the data describe, or give the value the type {class}.",
      groupedBy: ["shape", "path"]))

  private let type: Term

  /// One constraint for each class.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    shape.iris("class").map { Self(type: $0) }
  }

  /// The classes of the value nodes.
  package var looksAt: [ConstraintLook] { [.instances(type)] }

  /// Resolves the class and its subclasses.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    Prepared(test: plan.instances(of: type))
  }

  /// The class by name and IRI.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    let name = result.name(type)
    return [
      .plain("needed", "\(ResultContext.article(name)) \(name)"),
      .plain("class", ShapeLabels.text(type)),
    ]
  }

  /// `{$class}`.
  package var messageParameters: [String: String] { ["class": type.value] }

  private final class Prepared: PreparedValueConstraint {
    let test: ClassTest

    init(test: ClassTest) {
      self.test = test
    }

    func accepts(_ value: TermID, _ run: ValidationRun) -> Bool {
      run.isInstance(value, of: test)
    }
  }
}
