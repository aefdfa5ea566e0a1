// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import RDFIO

/// `fairway convert`.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Write an RDF file in another syntax.")

  @Argument(help: "The file to read.") var file: String

  @Option(help: "Its syntax; by the file's extension if it is left out.") var from: RDFFormat?

  @Option(help: "nquads, ntriples, turtle, trig, jsonld or rdfxml.") var to: RDFFormat

  @Option(help: "What relative IRIs are resolved against.") var base: String?

  @Flag(help: "Name blank nodes by RDFC-1.0; with --to nquads, canonical N-Quads.")
  var canonical = false

  @Option(name: .shortAndLong, help: "The file to write; standard output by default.")
  var output: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    try Terminal.perform(common) { terminal, settings in
      var job = ConvertJob(URL(filePath: file), to: to)
      job.from = from
      job.base = base
      job.output = output.map { URL(filePath: $0) }
      job.isCanonical = canonical
      let (count, contentHash) = try job.run()
      var summary = CommandSummary()
      summary.statements = count
      summary.contentHash = contentHash
      let hash = contentHash.map { ", content sha256 \($0)" } ?? ""
      terminal.conclude("\(count) statements\(hash)", summary, outputIsTaken: output == nil)
      return 0
    }
  }
}
