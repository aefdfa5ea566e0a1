// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFIO
internal import RDFModel
internal import Shapes

/// What one stage of a run found by its shapes.
struct StagedValidation: Sendable {
  /// The results.
  let report: ValidationReport
  /// Whether focus nodes are records of people, not what a catalogue publishes.
  let isOfPeople: Bool

  init(_ report: ValidationReport, isOfPeople: Bool) {
    self.report = report
    self.isOfPeople = isOfPeople
  }
}

/// The validation results of a whole run as one SHACL validation report.
///
/// - Source: SHACL §3.6: one `sh:ValidationReport`, which conforms when it has no result.
enum SHACLReport {
  /// The prefixes that make the report readable.
  static let prefixes: [(prefix: String, namespace: String)] = [
    ("sh", SHACL.namespace), ("xsd", XSD.namespace), ("rdf", RDF.namespace),
    ("rdfs", RDFS.namespace),
  ]

  // Results that are in words at the same time.
  private static let groupSize = 4096

  private static func label(_ index: Int) -> String { "result-\(index + 1)" }

  /// Writes reports as one Turtle document, result by result.
  ///
  /// - Parameters:
  ///   - reports: the reports of all datasets and stages.
  ///   - showsValues: whether values out of data may be told.
  ///   - body: takes the document piece by piece.
  /// - Throws: what `body` throws.
  static func write(
    _ reports: [StagedValidation], showsValues: Bool,
    to body: ([UInt8]) throws(DiagnosedError) -> Void
  ) throws(DiagnosedError) {
    let fragments = TurtleFragments(prefixes: prefixes)
    let allConform = reports.allSatisfy(\.report.conforms)
    let head = "_:report a sh:ValidationReport ;\n  sh:conforms \(allConform)"
    try body(Array((fragments.head + head).utf8) + comments(reports))
    var isFirst = true
    for (number, part) in reports.enumerated() {
      var names = ReportNames(part: number + 1, hidesFocus: part.isOfPeople && !showsValues)
      let results = part.report.results
      for start in stride(from: 0, to: results.count, by: groupSize) {
        let group = start..<min(start + groupSize, results.count)
        for index in group {
          names.note(results[index], label: label(index), showsValues: showsValues)
        }
        for piece in pieces(results, group, names, fragments, showsValues) {
          try body(Array((isFirst ? " ;\n  sh:result\n    " : " ,\n    ").utf8) + piece.get())
          isFirst = false
        }
      }
    }
    try body(Array(" .\n".utf8))
  }

  // Putting results into words, and spelling them, is most of the work.
  private static func pieces(
    _ results: [ValidationResult], _ group: Range<Int>, _ names: ReportNames,
    _ fragments: TurtleFragments, _ showsValues: Bool
  ) -> [Result<[UInt8], DiagnosedError>] {
    let parts = stride(from: group.lowerBound, to: group.upperBound, by: ConcurrentMap.stride)
      .map { $0..<min($0 + ConcurrentMap.stride, group.upperBound) }
    return ConcurrentMap.map(parts[...], stride: 1) { _, part in
      Result { () throws(DiagnosedError) in
        var writer = SHACLResultWriter(fragments, names, showsValues: showsValues)
        var bytes: [UInt8] = []
        for index in part {
          if index > part.lowerBound { bytes.append(contentsOf: " ,\n    ".utf8) }
          try writer.append(results[index], label: label(index), to: &bytes)
        }
        return bytes
      }
    }
  }

  // SHACL has no words for what was not evaluated, and it must not look as if it had been.
  private static func comments(_ reports: [StagedValidation]) -> [UInt8] {
    var seen: Set<NotEvaluated> = []
    var bytes: [UInt8] = []
    for part in reports.flatMap(\.report.notEvaluated) where seen.insert(part).inserted {
      bytes += Array((bytes.isEmpty ? " ;\n  rdfs:comment\n    \"" : " ,\n    \"").utf8)
      NTriplesSyntax.appendEscapedLiteral("Not evaluated: \(part.sentence).", to: &bytes)
      bytes += Array("\"@en".utf8)
    }
    return bytes
  }
}
