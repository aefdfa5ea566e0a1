// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RDFIO
import RDFModel
import TestSupport
import Testing

/// A second opinion on the writers, from rdflib.
@Suite struct JudgeTests {
  @Test func `rdflib reads the same statements from all six formats`() throws {
    guard let python = ProcessInfo.processInfo.environment["FAIRWAY_PYTHON"] else {
      print("skipped: FAIRWAY_PYTHON does not name a Python with rdflib")
      return
    }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "fairway-judge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let start = UInt64.random(in: 0..<UInt64.max / 2)
    for seed in start..<start + 12 {
      for format in RDFFormat.allCases {
        var random = RandomStatements(seed: seed)
        // rdflib reads no other letters in labels.
        random.labels = ["b1", "b2", "b3", "n1", "g0b1", "b.x"]
        try Self.write(random.quads(for: format), format, "\(seed)-\(format.name)", folder)
      }
    }
    let (status, output) = try Self.run(python, folder)
    #expect(status == 0, "seeds from \(start):\n\(output)")
  }

  private static func write(
    _ quads: [Quad], _ format: RDFFormat, _ name: String, _ folder: URL
  ) throws {
    let document = try RDFWriter.write(quads, format: format, prefixes: RoundTripTests.prefixes)
    let expected = try RDFWriter.write(quads, format: .nQuads)
    try Data(document).write(to: folder.appending(path: "\(name).\(format.fileExtension)"))
    try Data(expected).write(to: folder.appending(path: "\(name).expected.nq"))
  }

  private static func run(_ python: String, _ folder: URL) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [
      "-W", "ignore",
      SharedFolder.packageRoot.appending(path: "Tests/RDFIOTests/judge_rdflib.py").path,
      folder.path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
