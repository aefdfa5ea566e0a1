// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFIO
import RDFModel
import Shapes

/// What is fuzzed, and what must hold for any bytes.
///
/// Every target: no crash, no hang, and errors have a place and whole sentences.
enum FuzzTarget: String, CaseIterable {
  case ntriples, nquads, turtle, trig, rdfxml, jsonld, shacl

  /// Holds the promises against an input.
  ///
  /// - Returns: whether the input was good.
  func accepts(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .shacl: validates(bytes)
    default: reads(bytes)
    }
  }

  private var format: RDFFormat {
    RDFFormat(rawValue: rawValue) ?? .turtle
  }

  private func reads(_ bytes: [UInt8]) -> Bool {
    let read = outcome { () throws(DiagnosedError) in
      try RDFReader.readAll(bytes: bytes, format: format, file: "input")
    }
    let blocks = outcome { () throws(DiagnosedError) in try readBlocks(bytes) }
    compare(read.map { $0.map(triple) }, blocks, "blocks are not what the reader gives")
    if self == .ntriples || self == .nquads {
      let careful = outcome { () throws(DiagnosedError) in
        try RDFReader.readCarefully(bytes: bytes, format: format, file: "input")
      }
      compare(read, careful, "plain lines are read otherwise than with care")
    }
    guard case .success(let quads) = read else { return false }
    let again = outcome { () throws(DiagnosedError) in
      let written = try RDFWriter.write(quads, format: .nQuads)
      return try RDFReader.readAll(bytes: written, format: .nQuads, file: "written")
    }
    switch again {
    case .success(let back) where Set(back) == Set(quads): return true
    case .success: fail("what is written is not what was read")
    case .failure(let error): fail("what was read cannot be written: \(error)")
    }
  }

  private func triple(_ quad: Quad) -> Quad { Quad(quad.subject, quad.predicate, quad.object) }

  private func readBlocks(_ bytes: [UInt8]) throws(DiagnosedError) -> [Quad] {
    InputFile.hold(bytes)
    let reader = try StatementBlockReader(
      path: InputFile.path, displayName: "input", format: format)
    var block = StatementBlock()
    var quads: [Quad] = []
    while try reader.fill(&block) { quads += block.quads }
    return quads
  }

  private static let data = try? RDFReader.readLocated(
    bytes: Array(
      """
      @prefix ex: <http://example.org/> .
      ex:a a ex:Person ; ex:name "A", "B"@en ; ex:age 7, 7.0 ; ex:knows ex:b, [ ex:knows ex:a ] .
      ex:b a ex:Person ; ex:list ( 1 2 ex:a ) .
      """.utf8), file: "data")

  private func validates(_ bytes: [UInt8]) -> Bool {
    let read = outcome { () throws(DiagnosedError) in
      try RDFReader.readLocated(bytes: bytes, file: "input")
    }
    guard case .success(let graph) = read, graph.count < 2000 else { return false }
    var findings: [Finding] = []
    let shapes = ShapesGraph(graph: graph, file: "input", findings: &findings)
    let validator = Validator(shapes: shapes)
    for data in [Self.data, graph].compactMap(\.self) {
      let place = SourcePlace(file: "data")
      let whole = validator.validate(data).results
      findings += whole.map { $0.finding(at: place) }
      if let streamed = stream(data, shapes), lines(streamed) != lines(whole) {
        fail("streamed results are not those of the whole: \(lines(streamed)), \(lines(whole))")
      }
    }
    findings.forEach(check)
    return true
  }

  /// Validates a graph in two blocks, `nil` if it does not stream.
  private func stream(_ data: Graph, _ shapes: ShapesGraph) -> [ValidationResult]? {
    let validator = StreamingValidator(shapes: shapes)
    var half = data.count / 2
    while half > 0, half < data.count,
      data.triples[half].subject == data.triples[half - 1].subject
    { half += 1 }
    let report = outcome { () throws(DiagnosedError) -> ValidationReport? in
      for part in [0..<half, half..<data.count] {
        var block = validator.emptyBlock
        var copier = TermCopier()
        for index in part {
          let triple = copier.copy(data.triples[index], of: data.terms, to: &block.terms)
          block.add(triple, line: data.origin(of: index))
        }
        if try validator.validate(&block) != nil { return nil }
      }
      return try validator.finish()
    }
    switch report {
    case .success(let report): return report?.results
    case .failure(let error): fail("validation failed: \(error)")
    }
  }

  private func lines(_ results: [ValidationResult]) -> [String] {
    results.flatMap { result in
      [
        "\(result.focusNode) \(result.path?.description ?? "-") \(result.component) "
          + "\(result.value?.description ?? "-") \(result.sourceShape) \(result.sentence)"
      ] + lines(result.details)
    }
  }

  private func outcome<Value>(
    _ body: () throws(DiagnosedError) -> Value
  ) -> Result<Value, DiagnosedError> {
    let result = Result(catching: body)
    if case .failure(let error) = result { error.findings.forEach(check) }
    return result
  }

  private func check(_ finding: Finding) {
    guard let place = finding.place else { fail("no place: \(finding.message())") }
    if case .text(let line, let column) = place.locator, line < 1 || column < 1 {
      fail("no true place: \(place)")
    }
    if finding.message().isEmpty || finding.remedy().isEmpty { fail("no words: \(finding)") }
  }

  // Where both fail they must fail for the same reason at the same place; only what is not UTF-8 is
  // found at once by the one, and by the other where it gets there.
  private func compare(
    _ one: Result<[Quad], DiagnosedError>, _ other: Result<[Quad], DiagnosedError>,
    _ difference: String
  ) {
    switch (one, other) {
    case (.success(let one), .success(let other)) where one == other: return
    case (.failure(let one), .failure(let other)) where one == other: return
    case (.failure(let one), .failure) where one.findings[0].rule == RDFRules.notUTF8: return
    default: fail("\(difference): \(one), \(other)")
    }
  }
}
