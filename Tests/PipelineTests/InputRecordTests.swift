// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Pipeline
import Synchronization
import RDFIO
import Testing

@Suite struct InputRecordTests {
  private static func record(_ content: String, in folder: TemporaryFolder) throws -> InputRecord {
    let file = folder.url.appending(path: "a.csv")
    try Data(content.utf8).write(to: file)
    return try InputRecord(file, name: "a.csv", role: .data)
  }

  @Test func `a file is known by its length and its SHA-256`() throws {
    let folder = try TemporaryFolder()
    let record = try Self.record("abc", in: folder)
    #expect(record.byteCount == 3)
    #expect(
      record.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(record.sha256 == InputRecord.sha256(Array("abc".utf8)))
    try record.checkUnchanged()
  }

  @Test(arguments: ["pipe", "folder", "device"])
  func `what is no regular file is refused without being opened`(kind: String) throws {
    let folder = try TemporaryFolder()
    var file = folder.url.appending(path: "a.csv")
    switch kind {
    case "pipe": #expect(mkfifo(file.path, 0o600) == 0)
    case "folder":
      try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
    default: file = URL(filePath: "/dev/zero")
    }
    let error = #expect(throws: DiagnosedError.self) {
      _ = try InputRecord(file, name: "a.csv", role: .data)
    }
    #expect(error?.findings.first?.rule.id == "input.unreadable")
    #expect(error?.findings.first?.message().contains("no regular file") == true)
  }

  enum Change: CaseIterable {
    case appended
    case rewritten
    case replaced
    case removed
  }

  @Test(arguments: Change.allCases)
  func `a file that changed after it was hashed is found out`(change: Change) throws {
    let folder = try TemporaryFolder()
    let record = try Self.record("a,b\n1,2\n", in: folder)
    let file = record.url
    switch change {
    case .appended:
      let handle = try FileHandle(forWritingTo: file)
      try handle.seekToEnd()
      try handle.write(contentsOf: Data("3,4\n".utf8))
    case .rewritten:
      // The same length, within the same second.
      let handle = try FileHandle(forWritingTo: file)
      try handle.write(contentsOf: Data("a,b\n1,3\n".utf8))
    case .replaced:
      try Data("a,b\n1,2\n".utf8).write(to: file, options: .atomic)
    case .removed:
      try FileManager.default.removeItem(at: file)
    }
    let error = #expect(throws: DiagnosedError.self) { try record.checkUnchanged() }
    let finding = try #require(error?.findings.first)
    #expect(finding.rule.id == "source.changed")
    #expect(finding.rule.category == .input)
    #expect(finding.place == SourcePlace(file: "a.csv"))
  }

  @Test func `a missing file is named with the reason`() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: DiagnosedError.self) {
      try InputRecord(folder.url.appending(path: "none.csv"), name: "none.csv", role: .data)
    }
    let finding = try #require(error?.findings.first)
    #expect(finding.rule.id == "input.unreadable")
    #expect(finding.message() == "none.csv cannot be read: No such file or directory.")
  }

  @Test func `a source that changes while it is mapped ends the run and leaves no output`() throws {
    let project = try TestProject(["Mappings/broken", "Samples/broken"])
    let table = project.url("Samples/broken/series.csv")
    var job = MapJob(
      mapping: project.url("Mappings/broken/broken.yarrrml.yaml"), format: .nTriples)
    job.terms = [project.url("Mappings/broken/broken.sssom.tsv")]
    job.output = project.url("out/records.nt")
    let isChanged = Mutex(false)
    let error = #expect(throws: DiagnosedError.self) {
      // Every file was hashed before the first record is read.
      try job.run(
        progress: { _, _ in
          isChanged.withLock { isChanged in
            guard !isChanged else { return }
            isChanged = true
            let handle = try? FileHandle(forWritingTo: table)
            _ = try? handle?.seekToEnd()
            try? handle?.write(contentsOf: Data("\n".utf8))
          }
        }, report: { _ in })
    }
    #expect(error?.findings.map(\.rule.id) == ["source.changed"])
    #expect(error?.findings.first?.place?.file == "Samples/broken/series.csv")
    #expect(try contents(of: project.url("out")).isEmpty)
  }
}
