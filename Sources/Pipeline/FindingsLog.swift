// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Foundation
internal import Reports
internal import Synchronization

/// Writes every finding of a run as a row of `findings.csv` while the run goes on.
final class FindingsLog: Sendable {
  private struct State: ~Copyable {
    var file: AtomicFile?
    var buffer: [UInt8]
    var failure: DiagnosedError?
  }

  private let state: Mutex<State>
  private let showsValues: Bool

  /// Opens the file; with `nil` nothing is written.
  init(_ target: URL?, showsValues: Bool) throws(DiagnosedError) {
    self.showsValues = showsValues
    let file: AtomicFile?
    if let target { file = try AtomicFile(target) } else { file = nil }
    state = Mutex(State(file: file, buffer: FindingsCSV.header, failure: nil))
  }

  /// Writes a row for each finding.
  func add(_ findings: [Finding], dataset: String) {
    guard state.withLock({ $0.file != nil }) else { return }
    // Putting findings into words is the work, and many come at once.
    let rows = ConcurrentMap.map(findings[...]) { [showsValues] _, finding in
      var row: [UInt8] = []
      FindingsCSV.append(finding, dataset: dataset, showValues: showsValues, to: &row)
      return row
    }
    state.withLock { state in
      for row in rows { state.buffer += row }
      if state.buffer.count > 1 << 16 { Self.flush(&state) }
    }
  }

  /// Ends the file and puts it in its place.
  func finish() throws(DiagnosedError) {
    let failure = state.withLock { state in
      Self.flush(&state)
      return state.failure
    }
    if let failure { throw failure }
    if let file = state.withLock({ $0.file.take() }) { try file.commit() }
  }

  // A full disk is reported at the end: findings are added where nothing can be thrown.
  private static func flush(_ state: inout State) {
    guard state.failure == nil else { return }
    do throws(DiagnosedError) {
      try state.file?.write(state.buffer)
      state.buffer.removeAll(keepingCapacity: true)
    } catch {
      state.failure = error
    }
  }
}
