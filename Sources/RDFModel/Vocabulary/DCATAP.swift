// SPDX-License-Identifier: Apache-2.0

/// DCAT-AP's own terms.
package enum DCATAP {
  /// The namespace.
  package static let namespace = "http://data.europa.eu/r5r/"
  /// `dcatap:applicableLegislation`.
  package static let applicableLegislation = namespace + "applicableLegislation"
  /// `dcatap:availability`.
  package static let availability = namespace + "availability"
  /// `dcatap:hvdCategory`.
  package static let hvdCategory = namespace + "hvdCategory"
}
