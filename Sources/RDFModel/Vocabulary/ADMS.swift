// SPDX-License-Identifier: Apache-2.0

/// Asset Description Metadata Schema.
package enum ADMS {
  /// The namespace.
  package static let namespace = "http://www.w3.org/ns/adms#"
  /// `adms:Identifier`.
  package static let Identifier = namespace + "Identifier"
  /// `adms:identifier`.
  package static let identifier = namespace + "identifier"
  /// `adms:status`.
  package static let status = namespace + "status"
  /// `adms:versionNotes`.
  package static let versionNotes = namespace + "versionNotes"
  /// `adms:sample`.
  package static let sample = namespace + "sample"
  /// `adms:schemeAgency`.
  package static let schemeAgency = namespace + "schemeAgency"
  /// `adms:representationTechnique`.
  package static let representationTechnique = namespace + "representationTechnique"
}
