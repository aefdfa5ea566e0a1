// SPDX-License-Identifier: Apache-2.0

/// Time Ontology.
package enum TIME {
  /// The namespace.
  package static let namespace = "http://www.w3.org/2006/time#"
  /// `time:ProperInterval`.
  package static let ProperInterval = namespace + "ProperInterval"
  /// `time:Instant`.
  package static let Instant = namespace + "Instant"
  /// `time:hasBeginning`.
  package static let hasBeginning = namespace + "hasBeginning"
  /// `time:hasEnd`.
  package static let hasEnd = namespace + "hasEnd"
  /// `time:inXSDDate`.
  package static let inXSDDate = namespace + "inXSDDate"
  /// `time:inXSDDateTimeStamp`.
  package static let inXSDDateTimeStamp = namespace + "inXSDDateTimeStamp"
}
