// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// A run that is killed leaves the old state of every file or the new one.
@Suite(.serialized) struct AtomicityTests {
  /// Tables of so many people that a run takes a while.
  private static func tables(_ count: Int, in project: TestProject) throws {
    var clinical =
      "PatientID,Population,Sex,Age at diagnosis,Date of diagnosis,Histology,Organ,Side,Comment\n"
    var series =
      "PatientID,StudyInstanceUID,SeriesInstanceUID,Modality,Manufacturer,BodyPartExamined,"
      + "AcquisitionDate\n"
    for number in 1...count {
      let sex = number.isMultiple(of: 2) ? "Male" : "Femminile"
      clinical +=
        "P\(number),Patient with cancer,\(sex),61.5,14/03/2021,Glioblastoma,Brain,Left,\n"
      series += "P\(number),2.25.\(number),2.25.\(number)9,MR,SIEMENS,BRAIN,20210310\n"
    }
    try project.write(clinical, to: "Samples/broken/clinical.csv")
    try project.write(series, to: "Samples/broken/series.csv")
  }

  private static func project() throws -> TestProject {
    try TestProject([
      "Mappings/broken", "Samples/broken", "Pipelines/demo.catalogue.yaml",
      "Pipelines/broken.yaml", "Pipelines/broken.dataset.yaml",
    ])
  }

  private static func start(_ project: TestProject, into output: String) throws -> Program? {
    try Program(
      ["run", "Pipelines/broken.yaml", "--output", output, "--fail-on", "never"],
      in: project.folder.url)
  }

  private static func finish(_ project: TestProject, into output: String) throws
    -> [String: [UInt8]]?
  {
    guard let program = try start(project, into: output) else { return nil }
    let printed = try program.finish()
    #expect(program.process.terminationStatus == 0, "\(printed)")
    return try contents(of: project.url(output))
  }

  // Times make every manifest another one; everything else in it is the same.
  private static func withoutTimes(_ manifest: [UInt8]) -> String {
    String(decoding: manifest, as: UTF8.self).split(separator: "\n")
      .filter { !$0.contains("\"started\"") && !$0.contains("\"ended\"") }.joined(separator: "\n")
  }

  private static func isSame(_ name: String, _ left: [UInt8]?, _ right: [UInt8]?) -> Bool {
    guard name == "run.json", let left, let right else { return left == right }
    return withoutTimes(left) == withoutTimes(right)
  }

  @Test func `a device is written to and never replaced`() throws {
    let folder = try TemporaryFolder()
    let device = folder.url.appending(path: "out.nt")
    try FileManager.default.createSymbolicLink(
      at: device, withDestinationURL: URL(filePath: "/dev/null"))
    try AtomicFile.write(Array("content".utf8), to: device)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: device.path) == "/dev/null")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["out.nt"])
  }

  @Test func `a killed run leaves each file old or new, and the next run sweeps up`() throws {
    let project = try Self.project()
    try Self.tables(60, in: project)
    guard let old = try Self.finish(project, into: "old") else { return }
    try Self.tables(70, in: project)
    let start = ContinuousClock.now
    let new = try #require(try Self.finish(project, into: "new"))
    let duration = ContinuousClock.now - start
    #expect(old["catalogue/catalog.nt"] != new["catalogue/catalog.nt"])

    var random = SystemRandomNumberGenerator()
    for round in 0..<6 {
      let output = "out-\(round)"
      try FileManager.default.copyItem(at: project.url("old"), to: project.url(output))
      let program = try #require(try Self.start(project, into: output))
      if round.isMultiple(of: 3) {
        Thread.sleep(forTimeInterval: duration / .seconds(1) * .random(in: 0...1, using: &random))
      } else {
        Self.waitForWriting(project.url(output), program, limit: duration * 3)
        Thread.sleep(forTimeInterval: .random(in: 0...0.3, using: &random))
      }
      program.kill()
      let left = try contents(of: project.url(output))
      for (name, bytes) in left where !name.hasPrefix(".") && !name.contains("/.") {
        #expect(
          Self.isSame(name, bytes, old[name]) || Self.isSame(name, bytes, new[name]),
          "round \(round): \(name) is neither the old file nor the new one")
      }
      #expect(Set(left.keys).isSuperset(of: old.keys), "round \(round): a file is missing")
    }

    let again = try #require(try Self.finish(project, into: "out-1"))
    #expect(Set(again.keys) == Set(new.keys))
    for (name, bytes) in new where name != ".lock" {
      #expect(Self.isSame(name, again[name], bytes), "\(name) differs after the next run")
    }
  }

  // Until the run writes its first output, which a hidden file beside it shows.
  private static func waitForWriting(_ folder: URL, _ program: Program, limit: Duration) {
    let end = ContinuousClock.now + limit
    let records = folder.appending(path: "records").path
    func state() -> Date? {
      try? FileManager.default.attributesOfItem(atPath: records)[.modificationDate] as? Date
    }
    let before = state()
    while state() == before, program.process.isRunning, ContinuousClock.now < end {
      Thread.sleep(forTimeInterval: 0.001)
    }
  }

  @Test func `a database that a killed run left half written does not get into the next`() throws {
    let project = try Self.project()
    try Self.tables(6, in: project)
    guard let expected = try Self.finish(project, into: "clean") else { return }
    for name in [
      ".catalogue.sqlite.new", ".catalogue.sqlite.new-journal", ".report.html.2147483647.tmp",
    ] {
      try project.write("left behind", to: "out/\(name)")
    }
    let found = try #require(try Self.finish(project, into: "out"))
    #expect(Set(found.keys) == Set(expected.keys))
    #expect(found["catalogue.sqlite"] == expected["catalogue.sqlite"])
  }

  @Test func `a value out of data is not printed either`() throws {
    let project = try Self.project()
    try Self.tables(30, in: project)
    try project.edit("Samples/broken/clinical.csv", replacing: "P5,", with: "P5,CANARY7391")
    for arguments in [
      ["run", "Pipelines/broken.yaml", "--output", "out"],
      [
        "map", "Mappings/broken/broken.yarrrml.yaml", "--terms",
        "Mappings/broken/broken.sssom.tsv", "--output", "out.nq",
      ],
    ] {
      guard let program = try Program(arguments, in: project.folder.url) else { return }
      let printed = try program.finish()
      #expect(program.process.terminationStatus <= 1)
      #expect(printed.contains("terms.unmapped-value"))
      #expect(!printed.contains("CANARY7391"))
    }
  }
}
