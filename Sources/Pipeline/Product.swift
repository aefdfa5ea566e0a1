// SPDX-License-Identifier: Apache-2.0

/// What the product calls itself.
package enum Product {
  /// The name.
  package static let name = "Fairway"
  /// The version, by Semantic Versioning.
  package static let version = "0.1.0"
}
