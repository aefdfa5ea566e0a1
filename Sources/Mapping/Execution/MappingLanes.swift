// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Dispatch
internal import Glibc
internal import RecordIO

/// Batches on their way through several threads, delivered in the order read.
///
/// Each thread reads the next batch while it holds the reader, maps it, and puts it among those that
/// are ready; whoever completes the batch whose turn it is delivers it and all that are ready behind
/// it. There are twice as many lanes as threads, so that nobody waits for a turn; a thread that finds
/// no free lane waits for one.
final class MappingLanes<Sink: StatementSink> {
  private typealias Lane = MappingLane<Sink>

  private let lanes: UnsafeMutableBufferPointer<MappingLane<Sink>>
  private let gate = Gate()
  private var free: [Int]
  private var ready: [Int: Int] = [:]
  private var nextTurn = 0
  private var isDelivering = false
  // Guarded by the reader's lock.
  private var readCount = 0
  private var isAtEnd = false
  private var readFailure: (turn: Int, error: DiagnosedError)?
  private var failure: DiagnosedError?

  /// Makes the lanes.
  init(count: Int, _ make: () -> MappingLane<Sink>) {
    lanes = .allocate(capacity: count)
    _ = lanes.initialize(from: (0..<count).map { _ in make() })
    free = Array(lanes.indices.reversed())
  }

  deinit {
    lanes.deinitialize()
    lanes.deallocate()
  }

  /// Reads, maps and delivers until the file ends.
  ///
  /// - Parameters:
  ///   - reader: gives the batches; used by one thread at a time.
  ///   - threads: how many batches are mapped at the same time.
  ///   - map: makes the statements of a lane's batch, on any thread.
  ///   - deliver: takes a lane whose turn it is; called by one thread at a time.
  /// - Throws: what makes the file unreadable, after everything before it was delivered, or what
  ///   `deliver` throws.
  func run(
    _ reader: any RecordReader, threads: Int, map: (inout MappingLane<Sink>) -> Void,
    deliver: (inout MappingLane<Sink>) throws(DiagnosedError) -> Void
  ) throws(DiagnosedError) {
    guard threads > 1 else { return try runAlone(reader, map: map, deliver: deliver) }
    withoutActuallyEscaping(map) { map in
      withoutActuallyEscaping(deliver) { deliver in
        // Every lane belongs to one thread at a time, reader and delivery to whoever holds the gate's
        // parts; the call returns when all threads are done.
        nonisolated(unsafe) let (lanes, reader, map, deliver) = (self, reader, map, deliver)
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
          lanes.work(reader, map, deliver)
        }
      }
    }
    if let failure { throw failure }
    if let readFailure { throw readFailure.error }
  }

  private func runAlone(
    _ reader: any RecordReader, map: (inout MappingLane<Sink>) -> Void,
    deliver: (inout MappingLane<Sink>) throws(DiagnosedError) -> Void
  ) throws(DiagnosedError) {
    var isFirst = true
    while true {
      guard try lanes[0].read(reader) || isFirst || lanes[0].hasFindings else { return }
      isFirst = false
      map(&lanes[0])
      try deliver(&lanes[0])
    }
  }

  private func work(
    _ reader: any RecordReader, _ map: (inout MappingLane<Sink>) -> Void,
    _ deliver: (inout MappingLane<Sink>) throws(DiagnosedError) -> Void
  ) {
    while let lane = takeFree() {
      guard let turn = read(reader, into: lane) else {
        giveBack(lane)
        return
      }
      map(&lanes[lane])
      var next = put(lane, at: turn)
      while let lane = next {
        do throws(DiagnosedError) {
          try deliver(&lanes[lane])
        } catch {
          stop(error)
        }
        next = takeTurn(after: lane)
      }
    }
  }

  // A lane that no batch is in, `nil` when all is read or something failed.
  private func takeFree() -> Int? {
    gate.withState {
      while free.isEmpty, failure == nil { gate.wait() }
      return failure == nil ? free.popLast() : nil
    }
  }

  private func giveBack(_ lane: Int) {
    gate.withState {
      free.append(lane)
      gate.wakeAll()
    }
  }

  private func read(_ reader: any RecordReader, into lane: Int) -> Int? {
    gate.withReader {
      if isAtEnd { return nil }
      do throws(DiagnosedError) {
        guard try lanes[lane].read(reader) || readCount == 0 || lanes[lane].hasFindings else {
          isAtEnd = true
          return nil
        }
      } catch {
        isAtEnd = true
        readFailure = (readCount, error)
        return nil
      }
      readCount += 1
      return readCount - 1
    }
  }

  // The lane to deliver, if it is this thread's part.
  private func put(_ lane: Int, at turn: Int) -> Int? {
    gate.withState {
      ready[turn] = lane
      if isDelivering { return nil }
      return next()
    }
  }

  private func takeTurn(after lane: Int) -> Int? {
    gate.withState {
      free.append(lane)
      gate.wakeAll()
      return next()
    }
  }

  private func next() -> Int? {
    guard failure == nil, let lane = ready.removeValue(forKey: nextTurn) else {
      isDelivering = false
      return nil
    }
    isDelivering = true
    nextTurn += 1
    return lane
  }

  private func stop(_ error: DiagnosedError) {
    gate.withReader { isAtEnd = true }
    gate.withState {
      failure = failure ?? error
      gate.wakeAll()
    }
  }
}

/// The locks of ``MappingLanes``: one for its state, with a condition, and one for the reader.
private final class Gate {
  private let state = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let reader = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(state, nil)
    pthread_mutex_init(reader, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_mutex_destroy(state)
    pthread_mutex_destroy(reader)
    pthread_cond_destroy(condition)
    state.deallocate()
    reader.deallocate()
    condition.deallocate()
  }

  func withState<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(state)
    defer { pthread_mutex_unlock(state) }
    return body()
  }

  func withReader<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(reader)
    defer { pthread_mutex_unlock(reader) }
    return body()
  }

  func wait() { pthread_cond_wait(condition, state) }

  func wakeAll() { pthread_cond_broadcast(condition) }
}
