// SPDX-License-Identifier: Apache-2.0

/// Data Privacy Vocabulary.
package enum DPV {
  /// The namespace.
  package static let namespace = "https://w3id.org/dpv#"
  /// `dpv:Purpose`.
  package static let Purpose = namespace + "Purpose"
  /// `dpv:PersonalData`.
  package static let PersonalData = namespace + "PersonalData"
  /// `dpv:LegalBasis`.
  package static let LegalBasis = namespace + "LegalBasis"
  /// `dpv:hasPurpose`.
  package static let hasPurpose = namespace + "hasPurpose"
  /// `dpv:hasPersonalData`.
  package static let hasPersonalData = namespace + "hasPersonalData"
  /// `dpv:hasLegalBasis`.
  package static let hasLegalBasis = namespace + "hasLegalBasis"
}
