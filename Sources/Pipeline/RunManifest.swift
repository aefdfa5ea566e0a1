// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Foundation
internal import Reports

/// What a run was: inputs with their hashes, versions, configuration, counts, and the only place for
/// times.
struct RunManifest: Sendable, Encodable {
  struct Input: Sendable, Encodable {
    let path: String
    let role: String
    let bytes: Int
    let sha256: String
  }

  struct Dataset: Sendable, Encodable {
    let id: String
    let iri: String
    let title: String
    let verdict: String
    let recordsRead: Int
    let recordsMapped: Int
    let statements: Int
    let violations: Int
    let warnings: Int
    let notes: Int
  }

  let product: String
  let version: String
  let pipeline: String
  let pipelineFile: String
  let failOn: String
  let showsValues: Bool
  let descriptionDate: String
  let started: Date
  let ended: Date
  let verdict: String
  let inputs: [Input]
  let datasets: [Dataset]

  init(
    configuration: PipelineConfiguration, options: RunOptions, failOn: Severity?, started: Date,
    inputs: [InputRecord], report: RunReport
  ) {
    product = Product.name
    version = Product.version
    pipeline = configuration.name
    pipelineFile = configuration.project.name(of: configuration.file)
    self.failOn = failOn?.word ?? "never"
    showsValues = options.showsValues
    descriptionDate = options.date
    self.started = started
    ended = Date()
    verdict = report.verdict.rawValue
    self.inputs = inputs.map {
      Input(path: $0.name, role: $0.role.rawValue, bytes: $0.byteCount, sha256: $0.sha256)
    }
    datasets = report.datasets.map {
      Dataset(
        id: $0.id, iri: $0.iri, title: $0.title, verdict: $0.verdict.rawValue,
        recordsRead: $0.records.read, recordsMapped: $0.records.mapped,
        statements: $0.records.statements, violations: $0.counts.violations,
        warnings: $0.counts.warnings, notes: $0.counts.notes)
    }
  }

  /// The manifest as JSON with sorted keys.
  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    // Only text, numbers and dates are encoded, which cannot fail.
    return Array((try? encoder.encode(self)) ?? Data()) + [0x0A]
  }
}
