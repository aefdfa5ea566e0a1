// SPDX-License-Identifier: Apache-2.0

/// Open Digital Rights Language.
package enum ODRL {
  /// The namespace.
  package static let namespace = "http://www.w3.org/ns/odrl/2/"
  /// `odrl:Policy`.
  package static let Policy = namespace + "Policy"
  /// `odrl:Set`.
  package static let Set = namespace + "Set"
  /// `odrl:Offer`.
  package static let Offer = namespace + "Offer"
  /// `odrl:Agreement`.
  package static let Agreement = namespace + "Agreement"
  /// `odrl:Permission`.
  package static let Permission = namespace + "Permission"
  /// `odrl:Prohibition`.
  package static let Prohibition = namespace + "Prohibition"
  /// `odrl:Duty`.
  package static let Duty = namespace + "Duty"
  /// `odrl:Action`.
  package static let Action = namespace + "Action"
  /// `odrl:Party`.
  package static let Party = namespace + "Party"
  /// `odrl:Asset`.
  package static let Asset = namespace + "Asset"
  /// `odrl:Constraint`.
  package static let Constraint = namespace + "Constraint"
  /// `odrl:hasPolicy`.
  package static let hasPolicy = namespace + "hasPolicy"
  /// `odrl:permission`.
  package static let permission = namespace + "permission"
  /// `odrl:prohibition`.
  package static let prohibition = namespace + "prohibition"
  /// `odrl:obligation`.
  package static let obligation = namespace + "obligation"
  /// `odrl:duty`.
  package static let duty = namespace + "duty"
  /// `odrl:action`.
  package static let action = namespace + "action"
  /// `odrl:target`.
  package static let target = namespace + "target"
  /// `odrl:assigner`.
  package static let assigner = namespace + "assigner"
  /// `odrl:assignee`.
  package static let assignee = namespace + "assignee"
  /// `odrl:constraint`.
  package static let constraint = namespace + "constraint"
  /// `odrl:leftOperand`.
  package static let leftOperand = namespace + "leftOperand"
  /// `odrl:operator`.
  package static let `operator` = namespace + "operator"
  /// `odrl:rightOperand`.
  package static let rightOperand = namespace + "rightOperand"
  /// `odrl:use`.
  package static let use = namespace + "use"
}
