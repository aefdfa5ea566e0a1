// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Dispatch
internal import RDFIO
internal import RDFModel

/// Reads a file's next block on another thread while the last one is looked at.
///
/// Reader and spare block belong to the other thread from the start of a task to its end, and to the
/// caller at all other times.
final class BlockPrefetch: @unchecked Sendable {
  private let reader: StatementBlockReader
  private var spare: StatementBlock
  private var result: Result<Bool, DiagnosedError> = .success(false)
  private let queue = DispatchQueue(label: "fairway.blocks")
  private let done = DispatchSemaphore(value: 0)

  /// Starts to read.
  ///
  /// - Parameters:
  ///   - reader: nobody else may use it from now on.
  ///   - block: what every block begins as.
  init(_ reader: StatementBlockReader, like block: StatementBlock) {
    self.reader = reader
    spare = block
    start()
  }

  private func start() {
    queue.async {
      do throws(DiagnosedError) {
        self.result = .success(try self.reader.fill(&self.spare))
      } catch {
        self.result = .failure(error)
      }
      self.done.signal()
    }
  }

  /// Waits for the next block and goes on to the one behind it.
  ///
  /// - Parameter block: is swapped for the next one.
  /// - Returns: whether there was one.
  /// - Throws: what is wrong with the file.
  func next(_ block: inout StatementBlock) throws(DiagnosedError) -> Bool {
    done.wait()
    guard try result.get() else { return false }
    swap(&block, &spare)
    start()
    return true
  }

  /// The line that the reader has come to, once ``next(_:)`` has said that there is no more.
  var line: Int { reader.line }
}
