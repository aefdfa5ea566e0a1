// SPDX-License-Identifier: Apache-2.0

/// Software Package Data Exchange: checksums.
package enum SPDX {
  /// The namespace.
  package static let namespace = "http://spdx.org/rdf/terms#"
  /// `spdx:Checksum`.
  package static let Checksum = namespace + "Checksum"
  /// `spdx:ChecksumAlgorithm`.
  package static let ChecksumAlgorithm = namespace + "ChecksumAlgorithm"
  /// `spdx:checksum`.
  package static let checksum = namespace + "checksum"
  /// `spdx:algorithm`.
  package static let algorithm = namespace + "algorithm"
  /// `spdx:checksumValue`.
  package static let checksumValue = namespace + "checksumValue"
  /// `spdx:checksumAlgorithm_sha256`.
  package static let checksumAlgorithm_sha256 = namespace + "checksumAlgorithm_sha256"
}
