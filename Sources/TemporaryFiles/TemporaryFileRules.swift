// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What can go wrong with temporary files.
package enum TemporaryFileRules {
  /// A temporary file, for what does not fit into memory, that cannot be written or read.
  package static let failed = FindingRule(
    "temporary-file.failed", .violation, .environment, title: "Temporary file failed",
    message: "A temporary file in {folder} cannot be used: {reason}.",
    remedy: "Free space in that folder, or name another one with TMPDIR.")

  /// Every rule of this module.
  package static let all: [FindingRule] = [failed]
}
