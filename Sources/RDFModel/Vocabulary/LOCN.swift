// SPDX-License-Identifier: Apache-2.0

/// Location Core Vocabulary.
package enum LOCN {
  /// The namespace.
  package static let namespace = "http://www.w3.org/ns/locn#"
  /// `locn:Address`.
  package static let Address = namespace + "Address"
  /// `locn:geometry`.
  package static let geometry = namespace + "geometry"
  /// `locn:geographicName`.
  package static let geographicName = namespace + "geographicName"
}
