// SPDX-License-Identifier: Apache-2.0

internal import CRaptor2
@preconcurrency internal import Glibc

/// A process that reads standard input from a descriptor and writes standard output to a pipe.
///
/// It inherits no other descriptor, and of the environment only where libraries lie. It is stopped
/// when the value goes.
struct ChildProcess: ~Copyable {
  private let id: pid_t
  private let output: CInt
  private var isOver = false
  private var chunk = [UInt8](repeating: 0, count: 1 << 18)

  /// Starts a program, `nil` if it could not be started.
  ///
  /// - Parameters:
  ///   - program: its path.
  ///   - arguments: without the program's name.
  ///   - input: what it reads; closed here in any case.
  init?(_ program: String, _ arguments: [String], input: CInt) {
    let input = Descriptors.aboveStandard(input)
    defer { close(input) }
    var ends: [CInt] = [-1, -1]
    guard input >= 0, fairway_pipe(&ends) == 0 else { return nil }
    let reading = Descriptors.aboveStandard(ends[0])
    let writing = Descriptors.aboveStandard(ends[1])
    defer { close(writing) }
    guard reading >= 0, writing >= 0,
      let id = Self.spawn(program, arguments, input: input, output: writing)
    else {
      close(reading)
      return nil
    }
    self.id = id
    output = reading
  }

  deinit {
    close(output)
    if isOver { return }
    kill(id, SIGKILL)
    var status: CInt = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
  }

  private static func spawn(
    _ program: String, _ arguments: [String], input: CInt, output: CInt
  ) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    guard posix_spawnattr_init(&attributes) == 0 else { return nil }
    defer { posix_spawnattr_destroy(&attributes) }
    // What is ignored or blocked here, such as a broken pipe, would be ignored there too.
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGPIPE, SIGXCPU] { sigaddset(&signals, signal) }
    var blocked = sigset_t()
    sigemptyset(&blocked)
    guard posix_spawn_file_actions_adddup2(&actions, input, 0) == 0,
      posix_spawn_file_actions_adddup2(&actions, output, 1) == 0,
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) == 0,
      fairway_close_from(&actions, 3) == 0,
      posix_spawnattr_setsigdefault(&attributes, &signals) == 0,
      posix_spawnattr_setsigmask(&attributes, &blocked) == 0,
      posix_spawnattr_setflags(
        &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)) == 0
    else { return nil }
    var id: pid_t = 0
    let status = withCStrings([program] + arguments) { words in
      withCStrings(environment()) {
        posix_spawn(&id, program, &actions, &attributes, words, $0)
      }
    }
    return status == 0 ? id : nil
  }

  // A crash is told by the signal; a report of it would need a process that the limits do not allow.
  private static func environment() -> [String] {
    let libraries = getenv("LD_LIBRARY_PATH").map { "LD_LIBRARY_PATH=" + String(cString: $0) }
    return ["SWIFT_BACKTRACE=enable=no"] + (libraries.map { [$0] } ?? [])
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }

  /// The next bytes that the process writes, `nil` at the end.
  ///
  /// - Throws: if the time is over before there are any.
  mutating func read(
    until deadline: ContinuousClock.Instant
  ) throws(WorkerFault) -> ArraySlice<UInt8>? {
    while true {
      let left = Self.milliseconds(until: deadline)
      if left == 0 { throw .worker("took too much time") }
      var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, left) <= 0 { continue }
      let count = chunk.withUnsafeMutableBytes { Glibc.read(output, $0.baseAddress, $0.count) }
      if count == 0 { return nil }
      if count > 0 { return chunk[..<count] }
      if errno != EINTR { throw .worker("gave an answer that cannot be read") }
    }
  }

  /// Waits for the end of the process.
  ///
  /// - Throws: unless it ends in time, by itself, with code 0.
  mutating func end(by deadline: ContinuousClock.Instant) throws(WorkerFault) {
    var status: CInt = 0
    while true {
      let found = waitpid(id, &status, WNOHANG)
      if found == id { break }
      if found < 0, errno != EINTR { throw .worker("ended in an unknown way") }
      if Self.milliseconds(until: deadline) == 0 { throw .worker("took too much time") }
      // It has closed its output, so that only the system's own work is left.
      usleep(500)
    }
    isOver = true
    let code = status >> 8 & 0xFF
    switch status & 0x7F {
    case 0 where code == 0: return
    case 0: throw .worker("ended with code \(code)")
    case SIGXCPU: throw .worker("took too much time")
    case SIGKILL: throw .worker("was killed for the time or the memory it took")
    case let signal: throw .worker("crashed or ran out of memory (signal \(signal))")
    }
  }

  private static func milliseconds(until deadline: ContinuousClock.Instant) -> CInt {
    let left = ContinuousClock.now.duration(to: deadline)
    return left <= .zero ? 0 : CInt(min(left / .milliseconds(1), 60_000)) + 1
  }
}

/// What is done with descriptors of files and pipes.
enum Descriptors {
  /// Moves a descriptor out of the way of standard input, output and errors.
  ///
  /// - Returns: -1 if there are no more descriptors; the one given is then closed.
  static func aboveStandard(_ descriptor: CInt) -> CInt {
    if descriptor > 2 || descriptor < 0 { return descriptor }
    defer { close(descriptor) }
    return fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
  }

  /// Writes all of some bytes.
  ///
  /// - Returns: whether they could be written.
  static func write(_ bytes: ArraySlice<UInt8>, to descriptor: CInt) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return false }
        offset += count
      }
      return true
    }
  }
}
