// SPDX-License-Identifier: Apache-2.0

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
  ]

  /// Joins reports.
  ///
  /// - Parameters:
  ///   - reports: the reports of all datasets and stages.
  ///   - showsValues: whether values out of data may be told.
  /// - Returns: statements of the default graph.
  static func quads(of reports: [StagedValidation], showsValues: Bool) -> [Quad] {
    let report = Term.blankNode("report")
    let conforms = Term.iri(SHACL.iri("conforms"))
    let focusNode = Term.iri(SHACL.iri("focusNode"))
    let allConform = reports.allSatisfy(\.report.conforms)
    var quads = [
      Quad(report, .iri(RDF.type), .iri(SHACL.iri("ValidationReport"))),
      Quad(report, conforms, .literal("\(allConform)", datatype: XSD.boolean)),
    ]
    for (number, part) in reports.enumerated() {
      // Labels of results are counted from 1 in each part, so each part gets a prefix of its own.
      func own(_ term: Term) -> Term {
        guard term.isBlankNode, term != report else { return term }
        return .blankNode("p\(number + 1)-\(term.value)")
      }
      var records: [Term: Term] = [:]
      // The name of a record holds what identifies a person, so a number stands for it.
      func hidden(_ node: Term) -> Term {
        guard part.isOfPeople, !showsValues else { return own(node) }
        let number = records[node] ?? .blankNode("p\(number + 1)-record-\(records.count + 1)")
        records[node] = number
        return number
      }
      for quad in part.report.quads(showValues: showsValues)
      where quad.subject != report || quad.predicate == .iri(SHACL.iri("result")) {
        let object = quad.predicate == focusNode ? hidden(quad.object) : own(quad.object)
        quads.append(Quad(own(quad.subject), quad.predicate, object))
      }
    }
    return quads
  }
}
