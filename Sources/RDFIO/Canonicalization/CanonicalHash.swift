// SPDX-License-Identifier: Apache-2.0

internal import Crypto

/// The hash that canonicalization works with.
///
/// - Source: RDF Dataset Canonicalization §3 “hash algorithm”: SHA-256 unless another is agreed on.
package enum CanonicalHash: Sendable, CaseIterable {
  case sha256
  case sha384

  /// The hash of bytes, in lower-case hexadecimal digits.
  func digits(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .sha256: Self.hexadecimal(SHA256.hash(data: bytes))
    case .sha384: Self.hexadecimal(SHA384.hash(data: bytes))
    }
  }

  private static func hexadecimal(_ digest: some Sequence<UInt8>) -> [UInt8] {
    var digits: [UInt8] = []
    for byte in digest {
      for digit in [byte >> 4, byte & 15] {
        digits.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
    return digits
  }
}
