// SPDX-License-Identifier: Apache-2.0

/// vCard Ontology.
package enum VCARD {
  /// The namespace.
  package static let namespace = "http://www.w3.org/2006/vcard/ns#"
  /// `vcard:Kind`.
  package static let Kind = namespace + "Kind"
  /// `vcard:Individual`.
  package static let Individual = namespace + "Individual"
  /// `vcard:Organization`.
  package static let Organization = namespace + "Organization"
  /// `vcard:fn`.
  package static let fn = namespace + "fn"
  /// `vcard:hasEmail`.
  package static let hasEmail = namespace + "hasEmail"
  /// `vcard:hasTelephone`.
  package static let hasTelephone = namespace + "hasTelephone"
  /// `vcard:hasURL`.
  package static let hasURL = namespace + "hasURL"
  /// `vcard:hasUID`.
  package static let hasUID = namespace + "hasUID"
  /// `vcard:hasAddress`.
  package static let hasAddress = namespace + "hasAddress"
  /// `vcard:organization-name`.
  package static let organizationName = namespace + "organization-name"
  /// `vcard:organization-unit`.
  package static let organizationUnit = namespace + "organization-unit"
}
