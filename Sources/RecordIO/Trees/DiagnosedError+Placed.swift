// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension DiagnosedError {
  /// The same error, at a place where it has none: an expression that fails on a record fails there.
  package func placed(at place: SourcePlace) -> DiagnosedError {
    DiagnosedError(
      findings.map { finding in
        var placed = finding
        placed.place = finding.place ?? place
        return placed
      })
  }
}
