// SPDX-License-Identifier: Apache-2.0

import CRaptor2
import Glibc

/// `fairway-fuzz TARGET [libFuzzer's options and folders]`: libFuzzer with one of our parsers.
///
/// Built and called by `Scripts/fuzz` only.
@main struct Fuzz {
  static func main() {
    let names = FuzzTarget.allCases.map(\.rawValue)
    guard CommandLine.argc > 1, let name = CommandLine.arguments.dropFirst().first,
      let target = FuzzTarget(rawValue: name)
    else {
      say("usage: fairway-fuzz \(names.joined(separator: "|")) [options] [folders]")
      exit(2)
    }
    tally.target = target
    atexit { print("fuzz: accepted \(tally.accepted) of \(tally.count)") }
    // libFuzzer sees the name of the target as that of the program.
    var count = CommandLine.argc - 1
    var words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = CommandLine.unsafeArgv + 1
    exit(
      runDriver(&count, &words) { pointer, count in
        tally.count += 1
        let bytes = Array(UnsafeBufferPointer(start: pointer, count: count))
        if tally.target.accepts(bytes) { tally.accepted += 1 }
        return 0
      })
  }
}

/// What is counted; libFuzzer's callback can hold no values, and it runs in one thread.
struct Tally {
  var target = FuzzTarget.ntriples
  var count = 0
  var accepted = 0
}

nonisolated(unsafe) var tally = Tally()

/// Ends the program, so that libFuzzer keeps the input.
func fail(_ reason: String) -> Never {
  say("fuzz: \(reason)")
  abort()
}

/// Writes a line to standard error.
func say(_ text: String) {
  let line = Array((text + "\n").utf8)
  _ = write(2, line, line.count)
}

// libFuzzer has no header; its main function is left out by having one here.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// A file in memory that holds the input for readers that open files.
struct InputFile {
  private static let descriptor = fairway_memory_file("input")
  static let path = "/proc/self/fd/\(descriptor)"

  static func hold(_ bytes: [UInt8]) {
    guard ftruncate(descriptor, 0) == 0,
      pwrite(descriptor, bytes, bytes.count, 0) == bytes.count
    else { fail("no room for the input") }
  }
}
