// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// How many threads a command that maps records takes.
struct ThreadOptions: ParsableArguments {
  @Option(help: "How many batches are mapped at the same time; the result is the same.")
  var threads: Int?

  func validate() throws {
    if let threads, !(1...64).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 64, not \(threads).")
    }
  }
}
