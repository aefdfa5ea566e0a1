// SPDX-License-Identifier: Apache-2.0

/// European Legislation Identifier.
package enum ELI {
  /// The namespace.
  package static let namespace = "http://data.europa.eu/eli/ontology#"
  /// `eli:LegalResource`.
  package static let LegalResource = namespace + "LegalResource"
}
