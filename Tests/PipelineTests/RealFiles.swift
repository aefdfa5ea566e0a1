// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport

/// Runs over files of providers where they are at hand; each is made once.
enum RealFiles {
  /// The glioma tables of LaFe.
  static let lafe = Result { try run("lafe", files: "inputs/lafe-glioma-synthetic") }
  /// The answers of a DICOMweb server.
  static let dicomweb = Result { try run("dicomweb", files: "inputs/dicomweb") }
  /// Use case 1 of EuCanImage.
  static let eucanimage = Result { try run("eucanimage-uc1", files: "inputs/eucanimage-uc1/CSV") }

  /// A project whose mapping lies beside the provider's files; `nil` where these are absent.
  private static func run(_ name: String, files: String) throws -> FinishedRun? {
    guard let source = SharedFolder.find(files) else { return nil }
    let project = try TestProject([
      "Mappings/\(name)", "Pipelines/demo.catalogue.yaml", "Pipelines/broken.dataset.yaml",
    ])
    SharedRuns.keep(project.folder)
    for file in try FileManager.default.contentsOfDirectory(atPath: source.path) {
      try project.copy(source.appending(path: file), to: "Mappings/\(name)/\(file)")
    }
    try project.writePipeline(
      name, mapping: "../Mappings/\(name)/\(name).yarrrml.yaml",
      terms: "../Mappings/\(name)/\(name).sssom.tsv")
    return try project.run(name)
  }

  /// The rows of a provider's table, by header, with the row's number in the file.
  static func rows(
    _ path: String, delimiter: Unicode.Scalar = ","
  ) throws -> [(number: Int, cells: [String: String])] {
    guard let file = SharedFolder.find(path) else { return [] }
    let rows = try table(text(file), delimiter: delimiter)
    return rows.dropFirst().enumerated().map { index, row in
      (index + 2, Dictionary(zip(rows[0], row)) { first, _ in first })
    }
  }
}
