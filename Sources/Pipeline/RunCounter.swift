// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// Adds up records and findings of all datasets, for the progress line.
final class RunCounter: Sendable {
  private struct Counts {
    var records: [String: Int] = [:]
    var findings = 0
  }

  private let counts = Mutex(Counts())
  private let progress: @Sendable (Int, Int) -> Void

  init(_ progress: @escaping @Sendable (Int, Int) -> Void) { self.progress = progress }

  func count(records: Int, of dataset: String) {
    let (records, findings) = counts.withLock { counts in
      counts.records[dataset] = records
      return (counts.records.values.reduce(0, +), counts.findings)
    }
    progress(records, findings)
  }

  func count(findings: Int) { counts.withLock { $0.findings += findings } }
}
