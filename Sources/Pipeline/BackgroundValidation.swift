// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Dispatch
internal import RDFModel
internal import Shapes
internal import Synchronization

/// Validates blocks on another thread, in order, while the next ones are filled.
///
/// The validator belongs to that thread until ``finish()``.
final class BackgroundValidation: @unchecked Sendable {
  private struct State: Sendable {
    var waiting: [StatementBlock] = []
    var free: [StatementBlock] = []
    var obstacle: StreamingValidator.Obstacle?
    var failure: DiagnosedError?
  }

  /// Blocks that wait at most; whoever brings more has to wait.
  private static let most = 4
  private let validator: StreamingValidator
  private let emptyBlock: StatementBlock
  private let queue = DispatchQueue(label: "fairway.validation")
  private let room = DispatchSemaphore(value: most)
  private let state = Mutex(State())

  /// Starts without blocks.
  ///
  /// - Parameter validator: nobody else may use it before ``finish()`` has returned.
  init(_ validator: StreamingValidator) {
    self.validator = validator
    emptyBlock = validator.emptyBlock
  }

  /// A block to fill.
  func nextBlock() -> StatementBlock { state.withLock { $0.free.popLast() } ?? emptyBlock }

  /// Hands a block over.
  ///
  /// - Parameter block: is replaced by another one to fill.
  /// - Throws: what was wrong with an earlier one.
  func add(_ block: inout StatementBlock) throws(DiagnosedError) {
    room.wait()
    var next = nextBlock()
    swap(&block, &next)
    // The list is the only owner of the block, so that nothing of it is copied when it is changed.
    let failure = state.withLock { state in
      state.waiting.append(next)
      return state.failure
    }
    next = emptyBlock
    queue.async { self.validateNext() }
    if let failure { throw failure }
  }

  private func validateNext() {
    var (block, isOver) = state.withLock {
      ($0.waiting.removeFirst(), $0.failure != nil || $0.obstacle != nil)
    }
    var obstacle: StreamingValidator.Obstacle?
    var failure: DiagnosedError?
    if !isOver {
      do throws(DiagnosedError) {
        obstacle = try validator.validate(&block)
      } catch {
        failure = error
      }
    }
    state.withLock { state in
      state.obstacle = state.obstacle ?? obstacle
      state.failure = state.failure ?? failure
      state.free.append(block)
    }
    room.signal()
  }

  /// Waits for all blocks.
  ///
  /// - Returns: the validator, and what ended the stream, if anything did.
  /// - Throws: what was wrong with a block.
  func finish() throws(DiagnosedError) -> (
    validator: StreamingValidator, obstacle: StreamingValidator.Obstacle?
  ) {
    queue.sync {}
    let (obstacle, failure) = state.withLock { ($0.obstacle, $0.failure) }
    if let failure { throw failure }
    return (validator, obstacle)
  }
}
