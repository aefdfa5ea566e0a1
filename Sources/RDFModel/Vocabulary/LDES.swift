// SPDX-License-Identifier: Apache-2.0

/// Linked Data Event Streams.
package enum LDES {
  /// The namespace.
  package static let namespace = "https://w3id.org/ldes#"
  /// `ldes:EventStream`.
  package static let EventStream = namespace + "EventStream"
  /// `ldes:timestampPath`.
  package static let timestampPath = namespace + "timestampPath"
  /// `ldes:versionOfPath`.
  package static let versionOfPath = namespace + "versionOfPath"
  /// `ldes:retentionPolicy`.
  package static let retentionPolicy = namespace + "retentionPolicy"
}
