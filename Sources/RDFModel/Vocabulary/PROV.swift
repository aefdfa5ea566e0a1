// SPDX-License-Identifier: Apache-2.0

/// PROV Ontology.
package enum PROV {
  /// The namespace.
  package static let namespace = "http://www.w3.org/ns/prov#"
  /// `prov:Entity`.
  package static let Entity = namespace + "Entity"
  /// `prov:Activity`.
  package static let Activity = namespace + "Activity"
  /// `prov:Agent`.
  package static let Agent = namespace + "Agent"
  /// `prov:Organization`.
  package static let Organization = namespace + "Organization"
  /// `prov:Person`.
  package static let Person = namespace + "Person"
  /// `prov:SoftwareAgent`.
  package static let SoftwareAgent = namespace + "SoftwareAgent"
  /// `prov:Attribution`.
  package static let Attribution = namespace + "Attribution"
  /// `prov:Association`.
  package static let Association = namespace + "Association"
  /// `prov:Plan`.
  package static let Plan = namespace + "Plan"
  /// `prov:wasGeneratedBy`.
  package static let wasGeneratedBy = namespace + "wasGeneratedBy"
  /// `prov:wasDerivedFrom`.
  package static let wasDerivedFrom = namespace + "wasDerivedFrom"
  /// `prov:hadPrimarySource`.
  package static let hadPrimarySource = namespace + "hadPrimarySource"
  /// `prov:wasAttributedTo`.
  package static let wasAttributedTo = namespace + "wasAttributedTo"
  /// `prov:qualifiedAttribution`.
  package static let qualifiedAttribution = namespace + "qualifiedAttribution"
  /// `prov:wasAssociatedWith`.
  package static let wasAssociatedWith = namespace + "wasAssociatedWith"
  /// `prov:qualifiedAssociation`.
  package static let qualifiedAssociation = namespace + "qualifiedAssociation"
  /// `prov:agent`.
  package static let agent = namespace + "agent"
  /// `prov:hadPlan`.
  package static let hadPlan = namespace + "hadPlan"
  /// `prov:used`.
  package static let used = namespace + "used"
  /// `prov:generated`.
  package static let generated = namespace + "generated"
  /// `prov:startedAtTime`.
  package static let startedAtTime = namespace + "startedAtTime"
  /// `prov:endedAtTime`.
  package static let endedAtTime = namespace + "endedAtTime"
  /// `prov:generatedAtTime`.
  package static let generatedAtTime = namespace + "generatedAtTime"
  /// `prov:wasInformedBy`.
  package static let wasInformedBy = namespace + "wasInformedBy"
  /// `prov:value`.
  package static let value = namespace + "value"
}
