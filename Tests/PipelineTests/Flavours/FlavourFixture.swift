// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import Foundation
import Pipeline
import RDFIO
import RDFModel
import Shapes
import TestSupport

/// The flavours, shapes and descriptions that tests of flavours share.
enum FlavourFixture {
  static let library = Result {
    let file = SharedFolder.packageRoot.appending(path: "Package.swift")
    return try FlavourLibrary(for: file)
  }

  static func url(_ path: String) -> URL { SharedFolder.packageRoot.appending(path: path) }

  /// A made-up catalogue that fills every row of the profile.
  static func complete() throws -> [Quad] {
    try RDFReader.readFile(path: url("Tests/Fixtures/profile/complete.ttl").path)
  }

  static func apply(_ flavour: String, to quads: [Quad]) throws -> FlavourOutcome {
    try library.get().apply(flavour, to: quads)
  }

  /// What shapes find, as severity, path and message, each once.
  static func results(
    _ quads: [Quad], shapes files: [URL], hierarchy: Graph = Graph()
  ) throws -> [String] {
    var findings: [Finding] = []
    let graphs = try files.map {
      (graph: try RDFReader.readGraph(path: $0.path), file: $0.lastPathComponent)
    }
    let shapes = ShapesGraph(graphs, findings: &findings)
    let report = Validator(shapes: shapes).validate(Graph(quads), hierarchy: hierarchy)
    return Set(
      report.results.map { "\($0.severity.word) \($0.focusNode.value): \($0.sentence)" }
    ).sorted()
  }

  /// Writes statements as Turtle into a folder.
  static func write(_ quads: [Quad], to url: URL) throws {
    try Data(RDFWriter.write(quads, format: .turtle)).write(to: url)
  }
}
