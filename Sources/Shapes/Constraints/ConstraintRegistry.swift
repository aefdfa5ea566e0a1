// SPDX-License-Identifier: Apache-2.0

/// Every constraint component of SHACL Core, one line each.
package enum ConstraintRegistry {
  /// The components, in the order of the specification.
  package static let components: [any Constraint.Type] = [
    ClassConstraint.self,
    DatatypeConstraint.self,
    NodeKindConstraint.self,
    MinCountConstraint.self,
    MaxCountConstraint.self,
    MinExclusiveConstraint.self,
    MinInclusiveConstraint.self,
    MaxExclusiveConstraint.self,
    MaxInclusiveConstraint.self,
    MinLengthConstraint.self,
    MaxLengthConstraint.self,
    PatternConstraint.self,
    LanguageInConstraint.self,
    UniqueLangConstraint.self,
    EqualsConstraint.self,
    DisjointConstraint.self,
    LessThanConstraint.self,
    LessThanOrEqualsConstraint.self,
    NotConstraint.self,
    AndConstraint.self,
    OrConstraint.self,
    XoneConstraint.self,
    NodeConstraint.self,
    PropertyConstraint.self,
    QualifiedMinCountConstraint.self,
    QualifiedMaxCountConstraint.self,
    ClosedConstraint.self,
    HasValueConstraint.self,
    InConstraint.self,
  ]

  /// The names of all SHACL properties that components read.
  static let parameters = Set(components.flatMap { $0.component.parameters })
}
