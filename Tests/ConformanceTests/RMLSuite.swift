// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Pipeline
import RDFIO
import RDFModel
import RecordIO
import TestSupport
import Testing

/// A suite of the RML community: a folder for each case, with a mapping, its inputs and its outputs.
struct RMLSuite: Sendable {
  /// The folder under `suites`.
  let name: String
  /// The base that relative IRIs get where a case names none.
  var base = "http://example.com/"
  /// Whether a fault in the data is to end a case; in the older suite it costs the statement only.
  var isStrict = true
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
    job.isStrict = suite.isStrict
    job.workingFolder = copy
    job.output = output
    do throws(DiagnosedError) {
      _ = try job.run(progress: { _, _ in }, report: { _ in })
    } catch {
      if error.findings.contains(where: { $0.rule.id == "source.unsupported" }) { return .apart }
      let words = error.findings.map {
        "\($0.place.map(\.description) ?? "") \($0.rule.id) \($0.message(showValues: true))"
      }
      // Nothing is expected and nothing was made, with a reason.
      if !isError, suite.isStrict || !expectsNothing {
        return .failed("ended with \(words.joined(separator: "; "))")
      }
      return FileManager.default.fileExists(atPath: output.path)
        ? .failed("an error, and an output all the same") : .passed
    }
    return isError ? .failed("no error") : compare(output, copy)
  }

  // Their expected files have lost the datatype of numbers that the same mapping has in
  // RMLTTC0004d and RMLTTC0006a, where only syntax or compression differ.
  static let withoutDatatypes: Set = [
    "RMLTTC0004a", "RMLTTC0004c", "RMLTTC0004e", "RMLTTC0004f", "RMLTTC0004g", "RMLTTC0005b",
    "RMLTTC0006b", "RMLTTC0006c", "RMLTTC0006d", "RMLTTC0006e",
  ]

  /// Whether every output is empty.
  var expectsNothing: Bool { outputs.allSatisfy { isEmpty($0) } }

  private func isEmpty(_ output: String) -> Bool {
    (try? Data(contentsOf: folder.appending(path: output)))?.isEmpty ?? false
  }

  // The first output is what goes nowhere else; others are those of targets, by their names.
  private func compare(_ output: URL, _ copy: URL) -> RMLResult {
    for (index, name) in outputs.enumerated() {
      let isDefault = index == 0 && (name == "output.nq" || name == "default.nq")
      let made = isDefault ? output : copy.appending(path: name)
      let expected = folder.appending(path: name)
      do {
        let isPlain = !isDefault && Self.withoutDatatypes.contains(id)
        if let difference = try RMLOutput.difference(made, expected, withoutDatatypes: isPlain) {
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
  static func difference(
    _ made: URL, _ expected: URL, withoutDatatypes: Bool
  ) throws -> String? {
    guard FileManager.default.fileExists(atPath: made.path) else { return "was not written" }
    var (own, theirs) = (try quads(made), try quads(expected))
    if withoutDatatypes { (own, theirs) = (own.map(plain), theirs.map(plain)) }
    if GraphIsomorphism.areIsomorphic(Array(Set(own)), Array(Set(theirs))) { return nil }
    let (a, b) = (Set(own.map(\.line)), Set(theirs.map(\.line)))
    return
      "too much \(a.subtracting(b).sorted().prefix(4)), missing \(b.subtracting(a).sorted().prefix(4))"
  }

  private static func plain(_ quad: Quad) -> Quad {
    guard quad.object.datatype == XSD.integer else { return quad }
    return Quad(quad.subject, quad.predicate, .literal(quad.object.value), graph: quad.graph)
  }

  private static func quads(_ file: URL) throws -> [Quad] {
    let bytes = try unpacked(file)
    let name = file.lastPathComponent
    if name.hasSuffix(".jsonld") || name.hasSuffix(".rdfjson") {
      return try OutputJSON.quads(bytes)
    }
    if name.hasSuffix(".rdfxml") { return try read(bytes, .rdfXML) }
    if name.hasSuffix(".ttl") || name.hasSuffix(".n3") { return try read(bytes, .turtle) }
    // One case expects an IRI with a blank, which no reader of N-Quads takes.
    let readable = escapeBlanks(bytes)
    return try read(readable, .nQuads)
  }

  private static func read(_ bytes: [UInt8], _ format: RDFFormat) throws -> [Quad] {
    try RDFReader.readAll(bytes: bytes, format: format, file: "output")
  }

  // Compressed files are read as the product reads its sources, and UTF-16 becomes UTF-8.
  private static func unpacked(_ file: URL) throws -> [UInt8] {
    let input = try ByteInput(path: file.path, displayName: file.lastPathComponent)
    var bytes: [UInt8] = []
    while try input.read(into: &bytes, upTo: 1 << 16) > 0 {}
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
    let text = String(data: Data(bytes), encoding: .utf16) ?? ""
    return Array(text.utf8)
  }

  /// The case that expects an IRI with a blank.
  static let blankCases: Set = ["rml-core/RMLTC0027b-JSON"]

  // A blank inside of an IRI, written as it is or by its code, becomes a character of its own.
  private static func escapeBlanks(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("/Person/Emily") else { return bytes }
    let iris = text.split(separator: ">", omittingEmptySubsequences: false).map {
      (part: Substring) -> String in
      guard let start = part.firstIndex(of: "<") else { return String(part) }
      let iri = String(part[start...]).replacing("\\u0020", with: "-blank-")
      return String(part[..<start]) + iri.replacing(" ", with: "-blank-")
    }
    return Array(iris.joined(separator: ">").utf8)
  }
}

extension Quad {
  fileprivate var line: String {
    "\(subject) \(predicate) \(object) \(graph.map { "\($0)" } ?? "")"
  }
}

/// Reads the two JSON syntaxes as far as the suite's outputs use them.
enum OutputJSON {
  static func quads(_ bytes: [UInt8]) throws -> [Quad] {
    let value = try JSONSerialization.jsonObject(with: Data(bytes))
    if let subjects = value as? [String: [String: [[String: Any]]]], subjects["@graph"] == nil,
      !subjects.keys.contains(where: { $0.hasPrefix("@") })
    {
      return subjects.flatMap { subject, predicates in
        predicates.flatMap { predicate, objects in
          objects.map { Quad(node(subject), .iri(predicate), rdfJSON($0)) }
        }
      }
    }
    var context: [String: String] = [:]
    var nodes: [[String: Any]] = []
    if let list = value as? [[String: Any]] { nodes = list }
    if let document = value as? [String: Any] {
      for (prefix, iri) in document["@context"] as? [String: Any] ?? [:] {
        context[prefix] = iri as? String ?? (iri as? [String: Any])?["@id"] as? String
      }
      nodes = document["@graph"] as? [[String: Any]] ?? [document]
    }
    return nodes.flatMap { expand($0, context) }
  }

  private static func node(_ name: String) -> Term {
    name.hasPrefix("_:") ? .blankNode(String(name.dropFirst(2))) : .iri(name)
  }

  private static func rdfJSON(_ object: [String: Any]) -> Term {
    let value = object["value"].map { "\($0)" } ?? ""
    guard object["type"] as? String == "literal" else { return node(value) }
    if let language = object["lang"] as? String { return .literal(value, language: language) }
    return .literal(value, datatype: object["datatype"] as? String ?? XSD.string)
  }

  private static func iri(_ name: String, _ context: [String: String]) -> String {
    if let whole = context[name] { return whole }
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2, let namespace = context[parts[0]] { return namespace + parts[1] }
    return name
  }

  private static func expand(_ node: [String: Any], _ context: [String: String]) -> [Quad] {
    let subject = self.node(iri(node["@id"] as? String ?? "", context))
    return node.flatMap { key, value -> [Quad] in
      if key == "@id" || key == "@context" { return [] }
      let values = value as? [Any] ?? [value]
      let predicate = key == "@type" ? RDF.type : iri(key, context)
      return values.map {
        Quad(subject, .iri(predicate), object($0, context, isType: key == "@type"))
      }
    }
  }

  private static func object(_ value: Any, _ context: [String: String], isType: Bool) -> Term {
    if let text = value as? String {
      return isType ? .iri(iri(text, context)) : .literal(text)
    }
    if let number = value as? Int { return .literal("\(number)", datatype: XSD.integer) }
    guard let object = value as? [String: Any] else { return .literal("\(value)") }
    if let id = object["@id"] as? String { return node(iri(id, context)) }
    let text = object["@value"].map { "\($0)" } ?? ""
    if let language = object["@language"] as? String { return .literal(text, language: language) }
    if let type = object["@type"] as? String { return .literal(text, datatype: iri(type, context)) }
    return object["@value"] is Int ? .literal(text, datatype: XSD.integer) : .literal(text)
  }
}
