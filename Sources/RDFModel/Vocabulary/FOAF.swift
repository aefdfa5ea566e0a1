// SPDX-License-Identifier: Apache-2.0

/// Friend of a Friend: agents and documents.
package enum FOAF {
  /// The namespace.
  package static let namespace = "http://xmlns.com/foaf/0.1/"
  /// `foaf:Agent`.
  package static let Agent = namespace + "Agent"
  /// `foaf:Organization`.
  package static let Organization = namespace + "Organization"
  /// `foaf:Person`.
  package static let Person = namespace + "Person"
  /// `foaf:Document`.
  package static let Document = namespace + "Document"
  /// `foaf:name`.
  package static let name = namespace + "name"
  /// `foaf:mbox`.
  package static let mbox = namespace + "mbox"
  /// `foaf:homepage`.
  package static let homepage = namespace + "homepage"
  /// `foaf:page`.
  package static let page = namespace + "page"
  /// `foaf:primaryTopic`.
  package static let primaryTopic = namespace + "primaryTopic"
  /// `foaf:isPrimaryTopicOf`.
  package static let isPrimaryTopicOf = namespace + "isPrimaryTopicOf"
}
