// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Pipeline
import Testing

@Suite struct OutputFolderTests {
  private static func project() throws -> TestProject {
    try TestProject([
      "Mappings/broken", "Samples/broken", "Pipelines/demo.catalogue.yaml",
      "Pipelines/broken.yaml", "Pipelines/broken.dataset.yaml",
    ])
  }

  private static func failure(_ project: TestProject, into output: String) throws -> Finding {
    let error = #expect(throws: DiagnosedError.self) { try project.run("broken", into: output) }
    let findings = try #require(error).findings
    #expect(findings.count == 1)
    return findings[0]
  }

  @Test func `an output folder that another run holds is refused with its holder`() throws {
    let project = try Self.project()
    try project.write("process 4711", to: "out/.lock")
    let descriptor = open(project.url("out/.lock").path, O_RDWR)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    let finding = try Self.failure(project, into: "out")
    #expect(finding.rule.id == "output.locked")
    #expect(finding.rule.category == .environment)
    #expect(finding.message().contains("process 4711"))
    #expect(try contents(of: project.url("out")).count == 1)
    close(descriptor)
    #expect(try project.run("broken").outcome.exitCode == 1)
  }

  @Test func `the lock goes with the run, also when the run fails`() throws {
    let project = try Self.project()
    try project.write("not: [closed", to: "Pipelines/demo.catalogue.yaml")
    for _ in 1...2 { #expect(try Self.failure(project, into: "out").rule.category == .input) }
  }

  @Test func `an output below a file is a fault of the environment`() throws {
    let project = try Self.project()
    try project.write("", to: "taken")
    let finding = try Self.failure(project, into: "taken/out")
    #expect(finding.rule.id == "output.cannot-write")
    #expect(finding.rule.category == .environment)
    let reason = ["File exists", "Not a directory"].map { "/taken/out cannot be written: \($0)." }
    #expect(reason.contains { finding.message().hasSuffix($0) }, "\(finding.message())")
  }

  @Test(.disabled(if: getuid() == 0, "the superuser may write everywhere"))
  func `a folder without permission is a fault of the environment`() throws {
    let project = try Self.project()
    try project.write("", to: "out/.lock")
    chmod(project.url("out").path, 0o500)
    defer { chmod(project.url("out").path, 0o700) }
    let finding = try Self.failure(project, into: "out")
    #expect(finding.rule.id == "output.cannot-write")
    #expect(finding.rule.category == .environment)
  }

  @Test func `a dry run writes nothing and names what it would write`() throws {
    let project = try Self.project()
    let written = try project.run("broken").outcome.files.map(\.lastPathComponent)
    let dry = try project.run("broken", into: "dry") { $0.isDryRun = true }
    #expect(dry.outcome.files.map(\.lastPathComponent) == written)
    #expect(!FileManager.default.fileExists(atPath: project.url("dry").path))
  }

  @Test func `a file is the old one until it is committed, and then the new one`() throws {
    let folder = try TemporaryFolder()
    let target = folder.url.appending(path: "a.txt")
    try AtomicFile.write(Array("old".utf8), to: target)
    let file = try AtomicFile(target)
    try file.write(Array("new".utf8))
    #expect(try text(target) == "old")
    try file.commit()
    #expect(try text(target) == "new")
    #expect(try contents(of: folder.url).count == 1)
  }

  @Test func `a file that is given up leaves the old one and no trace`() throws {
    let folder = try TemporaryFolder()
    let target = folder.url.appending(path: "a.txt")
    try AtomicFile.write(Array("old".utf8), to: target)
    do {
      let file = try AtomicFile(target)
      try file.write(Array("new".utf8))
    }
    #expect(try contents(of: folder.url) == ["a.txt": Array("old".utf8)])
  }
}
