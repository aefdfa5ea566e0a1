// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pipeline
import RDFIO
import RDFModel
import RecordIO
import TestSupport

/// A run of a pipeline, as its output folder and exit code show it.
struct FinishedRun: Sendable {
  let folder: URL
  let outcome: RunOutcome
  // The folder that holds the output goes with the run.
  private let owner: TemporaryFolder?

  init(
    pipeline: URL, output: URL, date: String = "2026-03-01", owner: TemporaryFolder? = nil,
    change: (inout RunOptions) -> Void = { _ in }
  ) throws {
    self.owner = owner
    let configuration = try PipelineConfiguration.load(pipeline, allowed: [])
    var options = RunOptions(output: output, date: date)
    change(&options)
    outcome = try PipelineRun(configuration, options: options).run { _, _ in }
    folder = output
  }

  /// The demonstration, run once for all tests that only look at it.
  static let demo = Result { try repository("demo") }

  /// The pipeline with faults, run once.
  static let broken = Result { try repository("broken") }

  private static func repository(_ name: String) throws -> FinishedRun {
    let folder = try TemporaryFolder()
    SharedRuns.keep(folder)
    return try FinishedRun(
      pipeline: SharedFolder.packageRoot.appending(path: "Pipelines/\(name).yaml"),
      output: folder.url.appending(path: "out"))
  }

  func url(_ path: String) -> URL { folder.appending(path: path) }

  func quads(_ path: String) throws -> [Quad] { try RDFReader.readFile(path: url(path).path) }

  /// The harmonised records of a dataset.
  func records(_ dataset: String) throws -> Graph {
    let file = url("records/\(dataset).nt.gz").path
    let input = try ByteInput(path: file, displayName: file)
    var bytes: [UInt8] = []
    while try input.read(into: &bytes, upTo: 1 << 20) > 0 {}
    return Graph(try RDFReader.readAll(bytes: bytes, format: .nTriples, file: file))
  }

  /// The rows of findings.csv.
  func findings() throws -> [FindingRow] {
    let rows = try table(text(url("findings.csv")))
    return rows.dropFirst().map { FindingRow(cells: $0) }
  }

  /// report.json.
  func report() throws -> ReportJSON {
    try JSONDecoder().decode(ReportJSON.self, from: Data(contentsOf: url("report.json")))
  }
}

/// A row of findings.csv.
struct FindingRow {
  let cells: [String]

  var dataset: String { cells[0] }
  var severity: String { cells[1] }
  var rule: String { cells[2] }
  var file: String { cells[3] }
  var row: String { cells[4] }
  var message: String { cells[10] }
  var remedy: String { cells[11] }

  /// Severity, rule, file and what of row, column, path, line and offset is known.
  var inShort: String {
    let place = cells[4...5] + [cells[7]] + (cells[4].isEmpty ? cells[8...9] : [])
    return ([severity, rule, file] + place.filter { !$0.isEmpty }).joined(separator: " ")
  }
}

/// The parts of report.json that tests look at.
struct ReportJSON: Decodable {
  struct Counts: Decodable, Equatable {
    let violations: Int
    let warnings: Int
    let notes: Int
  }
  struct Skipped: Decodable { let count: Int }
  struct Records: Decodable {
    let files: Int
    let read: Int
    let mapped: Int
    let skipped: [Skipped]
    let rejected: Int
    let statements: Int
  }
  struct Published: Decodable {
    let label: String
    let number: Int?
    let withheld: Bool
  }
  struct Basis: Decodable {
    let number: Int?
    let few: Bool
  }
  struct Columns: Decodable, Equatable {
    let file: String
    let columns: [String]
  }
  struct Computed: Decodable {
    let label: String
    let iri: String
    let values: [String]
    let records: Basis?
    let people: Basis?
    let sources: [String]
    let columns: [Columns]
    let rule: String
    let words: String
    let held: Bool
    let written: Bool
  }
  struct Coverage: Decodable {
    let iri: String
    let `class`: String
    let mandatory: Bool
  }
  struct Dataset: Decodable {
    let id: String
    let verdict: String
    let counts: Counts
    let records: Records
    let published: [Published]
    let computed: [Computed]
    let coverage: [Coverage]
  }
  struct Named: Decodable {
    let path: String
    let sha256: String?
  }
  let verdict: String
  let datasets: [Dataset]
  let inputs: [Named]
  let outputs: [Named]
}

/// The folders that shared runs write to; they go when the tests end.
enum SharedRuns {
  nonisolated(unsafe) private static var folders: [TemporaryFolder] = []
  private static let lock = NSLock()

  static func keep(_ folder: TemporaryFolder) {
    lock.withLock {
      if folders.isEmpty { atexit { SharedRuns.removeAll() } }
      folders.append(folder)
    }
  }

  static func removeAll() { lock.withLock { for folder in folders { folder.remove() } } }
}

/// The rows of a table with commas, by RFC 4180: a reader of its own, for comparison.
func table(_ text: String, delimiter: Unicode.Scalar = ",") -> [[String]] {
  var rows: [[String]] = []
  var row: [String] = []
  var cell = String.UnicodeScalarView()
  var isQuoted = false
  var scalars = text.unicodeScalars.makeIterator()
  var next = scalars.next()
  if next == "\u{FEFF}" { next = scalars.next() }
  while let scalar = next {
    next = scalars.next()
    if isQuoted, scalar != "\"" {
      cell.append(scalar)
    } else if isQuoted, next == "\"" {
      cell.append(scalar)
      next = scalars.next()
    } else if scalar == "\"" {
      isQuoted.toggle()
    } else if scalar == delimiter || scalar == "\n" {
      row.append(String(cell))
      cell = String.UnicodeScalarView()
      if scalar == "\n" {
        rows.append(row)
        row = []
      }
    } else if scalar != "\r" {
      cell.append(scalar)
    }
  }
  if !row.isEmpty || !cell.isEmpty { rows.append(row + [String(cell)]) }
  return rows
}
