// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Pipeline
import TestSupport

/// A project of its own: copies of files of the repository, which a test may change.
struct TestProject {
  let folder: TemporaryFolder

  /// Copies files and folders of the repository; the ontologies come along.
  init(_ paths: [String]) throws {
    folder = try TemporaryFolder()
    for path in ["Ontologies"] + paths {
      try copy(SharedFolder.packageRoot.appending(path: path), to: path)
    }
  }

  /// What the demonstration needs.
  static func demo() throws -> TestProject {
    try TestProject(["Pipelines", "Mappings", "Samples"])
  }

  func url(_ path: String) -> URL { folder.url.appending(path: path) }

  func copy(_ source: URL, to path: String) throws {
    let target = url(path)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: source, to: target)
  }

  func write(_ text: String, to path: String) throws {
    let target = url(path)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: target)
  }

  /// Replaces the only occurrence of a text in a file.
  func edit(_ path: String, replacing old: String, with new: String) throws {
    let parts = try text(url(path)).components(separatedBy: old)
    precondition(parts.count == 2, "“\(old)” stands \(parts.count - 1) times in \(path)")
    try write(parts.joined(separator: new), to: path)
  }

  /// Writes a pipeline of one dataset.
  func writePipeline(
    _ name: String, mapping: String, terms: String, description: String = "broken.dataset.yaml",
    more: String = ""
  ) throws {
    let pipeline = """
      name: \(name)
      catalogue: demo.catalogue.yaml
      datasets:
        \(name):
          mapping: \(mapping)
          terms: \(terms)
          description: \(description)
          nullValues: [""]
      \(more)
      """
    try write(pipeline, to: "Pipelines/\(name).yaml")
  }

  @discardableResult
  func run(
    _ pipeline: String, into output: String = "out", date: String = "2026-03-01",
    change: (inout RunOptions) -> Void = { _ in }
  ) throws -> FinishedRun {
    try FinishedRun(
      pipeline: url("Pipelines/\(pipeline).yaml"), output: url(output), date: date, change: change)
  }

  /// What a pipeline file is refused for.
  func faults(_ pipeline: String) throws -> [Finding] {
    do throws(DiagnosedError) {
      _ = try PipelineConfiguration.load(url("Pipelines/\(pipeline).yaml"), allowed: [])
      return []
    } catch {
      return error.findings
    }
  }
}
