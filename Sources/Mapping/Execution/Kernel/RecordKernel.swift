// SPDX-License-Identifier: Apache-2.0

internal import RecordIO

/// Runs the programs of a mapping over the records of batches, into an output buffer.
///
/// Owned by one lane. During ``withBatch(_:_:_:)`` it holds pointers into the batch.
package final class RecordKernel {
  /// What became of a map for the selected record.
  enum Outcome {
    /// It made this many statements, those that were made before included.
    case made(Int)
    /// It must go the general way; nothing was written.
    case general
  }

  /// The programs by source; `nil` where nothing is plain.
  let programs: [KernelProgram?]
  /// How the maps of each source are held against what was made before.
  let repetitions: [[MapRepetition]]
  /// Of subjects, lines and values.
  let hash: ByteHash
  // Through a pointer, since every access to a class's own variables is checked at run time.
  let state: UnsafeMutablePointer<KernelState>

  init(programs: [KernelProgram?], repetitions: [[MapRepetition]], hash: ByteHash) {
    self.programs = programs
    self.repetitions = repetitions
    self.hash = hash
    state = .allocate(capacity: 1)
    state.initialize(to: KernelState(hash: hash))
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Prepares for a batch.
  ///
  /// - Parameters:
  ///   - program: of the batch's source.
  ///   - batch: the records.
  ///   - body: maps them; the kernel may be used during the call only.
  /// - Throws: what `body` throws.
  func withBatch<Failure: Error>(
    _ program: KernelProgram, _ batch: RecordBatch, _ body: () throws(Failure) -> Void
  ) throws(Failure) {
    try batch.bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in
      try batch.cells.withUnsafeBufferPointer { (cells) throws(Failure) in
        state.pointee.begin(program, bytes, cells, columnCount: batch.columnCount)
        defer { state.pointee.maps = nil }
        try body()
      }
    }
  }

  /// Goes to a record of the batch.
  @inline(__always)
  func select(_ record: Int) { state.pointee.select(record) }

  /// Makes the statements of one map for the selected record.
  ///
  /// - Parameters:
  ///   - map: the index of the map in its source.
  ///   - repetition: how it is held against what was made before.
  ///   - joins: the indexes of all joins.
  /// - Returns: whether they were made, or have to be made by ``RecordEvaluator``.
  @inline(__always)
  func make(_ map: Int, _ repetition: MapRepetition, _ joins: [JoinIndex]) -> Outcome {
    state.pointee.make(map, repetition, joins)
  }
}
