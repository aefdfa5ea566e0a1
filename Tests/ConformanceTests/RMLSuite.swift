// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Pipeline
import RDFIO
import RDFModel
import TestSupport
import Testing

/// A suite of the RML community: a folder for each case, with a mapping, its inputs and its outputs.
struct RMLSuite: Sendable {
  /// The folder under `suites`.
  let name: String
  /// The base that relative IRIs get where a case names none.
  var base = "http://example.com/"
  /// How many cases there are.
  let count: Int

  var folder: URL? { SharedFolder.find("suites/\(name)/test-cases") }

  /// The cases; none where the suite is not at hand.
  var cases: [RMLCase] {
    guard let folder else { return [] }
    let index = folder.appending(path: "metadata.csv")
    guard let text = try? String(contentsOf: index, encoding: .utf8) else {
      return unlisted(folder)
    }
    let rows = Self.rows(text)
    guard let header = rows.first else { return [] }
    return rows.dropFirst().map { row in
      var fields: [String: String] = [:]
      for (name, value) in zip(header, row) where !value.isEmpty { fields[name] = value }
      let id = fields["ID"] ?? ""
      let isError = fields["error"]?.lowercased() == "true"
      let outputs = (1...4).compactMap { fields["output\($0)"] }
      return RMLCase(
        suite: self, id: id, folder: folder.appending(path: id),
        mapping: fields["mapping"] ?? "mapping.ttl", outputs: isError ? [] : outputs,
        isError: isError, base: fields["base_iri"] ?? base)
    }
    .sorted { $0.id < $1.id }
  }

  // The older suite has no list: a case without output is to fail.
  private func unlisted(_ folder: URL) -> [RMLCase] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { name in
      let one = folder.appending(path: name)
      let hasOutput = FileManager.default.fileExists(atPath: one.appending(path: "output.nq").path)
      return RMLCase(
        suite: self, id: name, folder: one, mapping: "mapping.ttl",
        outputs: hasOutput ? ["output.nq"] : [], isError: !hasOutput, base: base)
    }
  }

  // A table with quotes, which a description may need.
  private static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var (row, field, isQuoted): ([String], String, Bool) = ([], "", false)
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(field)
        field = ""
      case "\n" where !isQuoted, "\r\n" where !isQuoted:
        rows.append(row + [field])
        (row, field) = ([], "")
      default: field.append(character)
      }
    }
    if !row.isEmpty || !field.isEmpty { rows.append(row + [field]) }
    return rows
  }
}

/// What came of a case.
enum RMLResult: Equatable, CustomStringConvertible {
  case passed
  /// It asks for a kind of source that is no file, and was refused as such.
  case apart
  case failed(String)

  var description: String {
    switch self {
    case .passed: "passed"
    case .apart: "apart"
    case .failed(let reason): "failed: \(reason)"
    }
  }
}

/// One case of a suite.
struct RMLCase: Sendable, CustomTestStringConvertible {
  let suite: RMLSuite
  let id: String
  let folder: URL
  let mapping: String
  let outputs: [String]
  let isError: Bool
  let base: String

  var testDescription: String { id }
  var key: String { "\(suite.name)/\(id)" }

  /// Expects the case to pass, or to be a known issue.
  func check() {
    guard let reason = RDFSuite.knownIssues[key] else { return expect(run()) }
    withKnownIssue(Comment(rawValue: reason)) { expect(run()) }
  }

  private func expect(_ result: RMLResult) {
    if case .failed(let reason) = result { Issue.record("\(key): \(reason)") }
  }

  /// Runs the mapping in a copy of the case's folder.
  func run() -> RMLResult {
    let copy = FileManager.default.temporaryDirectory.appending(path: "rml-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: copy) }
    do {
      try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
      // What is expected must not lie where something is to appear.
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
      where !outputs.contains(name) {
        try FileManager.default.copyItem(
          at: folder.appending(path: name), to: copy.appending(path: name))
      }
    } catch {
      return .failed("the folder cannot be copied: \(error)")
    }
    let output = copy.appending(path: "fairway-output.nq")
    var job = MapJob(mapping: copy.appending(path: mapping), format: .nQuads)
    job.base = base
    job.isStrict = true
    job.workingFolder = copy
    job.output = output
    do throws(DiagnosedError) {
      _ = try job.run(progress: { _, _ in }, report: { _ in })
    } catch {
      if error.findings.contains(where: { $0.rule.id == "source.unsupported" }) { return .apart }
      let words = error.findings.map {
        "\($0.place.map(\.description) ?? "") \($0.rule.id) \($0.message(showValues: true))"
      }
      if !isError { return .failed("ended with \(words.joined(separator: "; "))") }
      return FileManager.default.fileExists(atPath: output.path)
        ? .failed("an error, and an output all the same") : .passed
    }
    return isError ? .failed("no error") : compare(output, copy)
  }

  // The first output is what goes nowhere else; others are those of targets, by their names.
  private func compare(_ output: URL, _ copy: URL) -> RMLResult {
    for (index, name) in outputs.enumerated() {
      let isDefault = index == 0 && (name == "output.nq" || name == "default.nq")
      let made = isDefault ? output : copy.appending(path: name)
      let expected = folder.appending(path: name)
      do {
        if let difference = try RMLOutput.difference(made, expected) {
          return .failed("\(name): \(difference)")
        }
      } catch {
        return .failed("\(name): \(error)")
      }
    }
    return .passed
  }
}

/// Compares what was made with what a suite expects.
enum RMLOutput {
  /// `nil` if both files hold the same dataset, up to the labels of blank nodes.
  static func difference(_ made: URL, _ expected: URL) throws -> String? {
    guard FileManager.default.fileExists(atPath: made.path) else { return "was not written" }
    let (own, theirs) = (try quads(made), try quads(expected))
    if GraphIsomorphism.areIsomorphic(Array(Set(own)), Array(Set(theirs))) { return nil }
    let (a, b) = (Set(own.map(\.line)), Set(theirs.map(\.line)))
    return
      "too much \(a.subtracting(b).sorted().prefix(4)), missing \(b.subtracting(a).sorted().prefix(4))"
  }

  private static func quads(_ file: URL) throws -> [Quad] {
    let bytes = Array(try Data(contentsOf: file))
    // One case expects an IRI with a blank, which no reader of N-Quads takes.
    let readable = escapeBlanks(bytes)
    return try RDFReader.readAll(bytes: readable, format: .nQuads, file: file.lastPathComponent)
  }

  // A blank inside of an IRI, written as it is or by its code, becomes a character of its own.
  private static func escapeBlanks(_ bytes: [UInt8]) -> [UInt8] {
    var text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("Emily") else { return bytes }
    text = text.replacing("Emily\\u0020Smith", with: "Emily-blank-Smith")
    text = text.replacing("Emily Smith>", with: "Emily-blank-Smith>")
    return Array(text.utf8)
  }
}

extension Quad {
  fileprivate var line: String {
    "\(subject) \(predicate) \(object) \(graph.map { "\($0)" } ?? "")"
  }
}
