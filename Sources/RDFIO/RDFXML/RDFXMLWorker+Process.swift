// SPDX-License-Identifier: Apache-2.0

internal import CRaptor2
internal import Diagnostics
@preconcurrency internal import Glibc

/// The worker's own side.
extension RDFXMLWorker {
  /// Makes this process a worker if its arguments say so; to be called before anything else.
  ///
  /// - Parameter arguments: those of the process, its name first.
  package static func runIfAsked(_ arguments: [String]) {
    guard arguments.count == 4, arguments[1] == argument, let memory = Int(arguments[2]),
      let seconds = Int(arguments[3]), memory >= 0, seconds >= 0
    else { return }
    run(memory: memory, seconds: seconds)
  }

  private static func run(memory: Int, seconds: Int) -> Never {
    var output: [UInt8] = []
    do throws(DiagnosedError) {
      // Libraries may want files when they start.
      guard RDFXMLReader.start() else {
        throw DiagnosedError(RDFRules.parserUnavailable, at: nil)
      }
      guard confine(memory: memory, seconds: seconds) else { _exit(71) }
      let request = readAll()
      let end = request.firstIndex(of: 0x0A) ?? 0
      let base = end == 0 ? nil : String(decoding: request[..<end], as: UTF8.self)
      let document = Document(bytes: [], base: base, file: "", labelPrefix: "")
      try RDFXMLReader.parse(request.dropFirst(end + 1), of: document) { located in
        WorkerAnswer.append(located, to: &output)
        if output.count >= 1 << 16 { flush(&output) }
      }
      WorkerAnswer.appendEnd(nil, to: &output)
    } catch {
      WorkerAnswer.appendEnd(error, to: &output)
    }
    flush(&output)
    // The C libraries' own work at exit is left out: nothing waits for it.
    _exit(0)
  }

  private static func flush(_ output: inout [UInt8]) {
    guard Descriptors.write(output[...], to: 1) else { _exit(74) }
    output.removeAll(keepingCapacity: true)
  }

  /// Takes from this process what parsing does not need: memory and time beyond limits, files, other
  /// processes, and memory dumps, which would hold the document.
  ///
  /// - Returns: whether all of it was taken.
  private static func confine(memory: Int, seconds: Int) -> Bool {
    let time = rlimit(rlim_cur: rlim_t(seconds), rlim_max: rlim_t(seconds + 1))
    let limits: [(__rlimit_resource, rlimit)] = [
      (RLIMIT_AS, only(memory)), (RLIMIT_CPU, time), (RLIMIT_CORE, only(0)),
      (RLIMIT_FSIZE, only(0)), (RLIMIT_NOFILE, only(3)), (__RLIMIT_NPROC, only(0)),
    ]
    for (resource, var limit) in limits where setrlimit(CInt(resource.rawValue), &limit) != 0 {
      return false
    }
    return fairway_gives_up_privileges() == 0
  }

  private static func only(_ value: Int) -> rlimit {
    rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
  }

  private static func readAll() -> [UInt8] {
    var status = stat()
    var bytes: [UInt8] = []
    if fstat(0, &status) == 0 { bytes.reserveCapacity(max(0, Int(status.st_size))) }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(0, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { _exit(74) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}
