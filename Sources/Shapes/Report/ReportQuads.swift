// SPDX-License-Identifier: Apache-2.0

import Diagnostics
package import RDFModel

extension ValidationReport {
  /// The report in SHACL's own vocabulary.
  ///
  /// Labels of blank nodes tell where they come from: `data-…`, `shape-…`, and the report's own
  /// `report`, `result-…`. The same report gives the same quads.
  /// SHACL has no words for what was not evaluated; a comment on the report names each part.
  /// - Source: SHACL §3.6.
  /// - Parameter showValues: whether values out of data may be told; without them there is no
  ///   `sh:value`, and messages keep their parameters as written.
  /// - Returns: statements of the default graph; each result has at least one message.
  package func quads(showValues: Bool) -> [Quad] {
    var writer = ReportWriter(showValues: showValues)
    let report = Term.blankNode("report")
    writer.add(report, RDF.type, .iri(SHACL.iri("ValidationReport")))
    writer.add(
      report, SHACL.iri("conforms"), .literal("\(conforms)", datatype: XSD.boolean))
    for part in notEvaluated {
      writer.add(report, RDFS.comment, .literal("Not evaluated: \(part.sentence).", language: "en"))
    }
    for (index, result) in results.enumerated() {
      writer.add(result, of: report, by: "result", label: "result-\(index + 1)")
    }
    return writer.quads
  }
}

extension ValidationResult {
  /// The result in SHACL's own vocabulary, as ``ValidationReport/quads(showValues:)`` has it.
  ///
  /// - Parameters:
  ///   - label: the label of the blank node that stands for the result.
  ///   - showValues: whether values out of data may be told.
  /// - Returns: the statements about that node and the nodes that belong to it.
  package func quads(label: String, showValues: Bool) -> [Quad] {
    var writer = ReportWriter(showValues: showValues)
    writer.add(self, label: label)
    return writer.quads
  }

  /// What stands for the focus node in ``quads(label:showValues:)``.
  ///
  /// - Parameters:
  ///   - label: the label of the blank node that stands for the result.
  ///   - showValues: whether values out of data may be told.
  /// - Returns: the object of `sh:focusNode`.
  package func reportedFocus(label: String, showValues: Bool) -> Term {
    // The focus node of a detail can be a value; a node without name stands for it then.
    let isTold = showValues || !focusNode.isLiteral
    return isTold ? ReportWriter.marked(focusNode, "data") : .blankNode(label + "-hidden")
  }

  /// The messages in ``quads(label:showValues:)``, at least one.
  ///
  /// - Parameter showValues: whether values out of data may be told.
  /// - Returns: the shape author's words, or else ours.
  package func reportedMessages(showValues: Bool) -> [Term] {
    let own = showValues ? messages : messageTemplates
    if !own.isEmpty { return own }
    return [.literal(finding().message(showValues: showValues), language: "en")]
  }

  /// The label of a detail's blank node.
  ///
  /// - Parameters:
  ///   - index: the detail's index in ``details``.
  ///   - label: that of the result.
  /// - Returns: the label, the same for the same detail.
  package static func label(ofDetail index: Int, _ label: String) -> String {
    "\(label)-\(index + 1)"
  }
}

/// Writes results as quads.
private struct ReportWriter {
  private static let validationResult = Term.iri(SHACL.iri("ValidationResult"))
  private static let focusNode = SHACL.iri("focusNode")
  private static let resultPath = SHACL.iri("resultPath")
  private static let value = SHACL.iri("value")
  private static let sourceConstraintComponent = SHACL.iri("sourceConstraintComponent")
  private static let sourceShape = SHACL.iri("sourceShape")
  private static let resultSeverity = SHACL.iri("resultSeverity")
  private static let resultMessage = SHACL.iri("resultMessage")
  private(set) var quads: [Quad] = []
  private let showValues: Bool

  init(showValues: Bool) { self.showValues = showValues }

  mutating func add(_ subject: Term, _ predicate: String, _ object: Term) {
    quads.append(Quad(subject, .iri(predicate), object))
  }

  // Details nest as deep as shapes do, which `ValidationRun.depthLimit` bounds.
  mutating func add(
    _ result: ValidationResult, of parent: Term, by property: String, label: String
  ) {
    add(parent, SHACL.iri(property), .blankNode(label))
    add(result, label: label)
  }

  mutating func add(_ result: ValidationResult, label: String) {
    let node = Term.blankNode(label)
    add(node, RDF.type, Self.validationResult)
    add(node, Self.focusNode, result.reportedFocus(label: label, showValues: showValues))
    if let path = result.path {
      add(node, Self.resultPath, self.node(of: path, label: label + "-path"))
    }
    if showValues, let value = result.value {
      add(node, Self.value, Self.marked(value, "data"))
    }
    add(node, Self.sourceConstraintComponent, .iri(result.component))
    add(node, Self.sourceShape, Self.marked(result.sourceShape, "shape"))
    add(node, Self.resultSeverity, result.severityTerm)
    for message in result.reportedMessages(showValues: showValues) {
      add(node, Self.resultMessage, message)
    }
    for (index, detail) in result.details.enumerated() {
      add(
        detail, of: node, by: "detail", label: ValidationResult.label(ofDetail: index, label))
    }
  }

  static func marked(_ term: Term, _ origin: String) -> Term {
    term.isBlankNode ? .blankNode("\(origin)-\(term.value)") : term
  }

  private mutating func node(of path: PropertyPath, label: String) -> Term {
    let node = Term.blankNode(label)
    switch path {
    case .predicate(let iri): return .iri(iri)
    case .inverse(let inner): wrap(inner, "inversePath", node, label)
    case .zeroOrMore(let inner): wrap(inner, "zeroOrMorePath", node, label)
    case .oneOrMore(let inner): wrap(inner, "oneOrMorePath", node, label)
    case .zeroOrOne(let inner): wrap(inner, "zeroOrOnePath", node, label)
    case .sequence(let parts): list(parts, label)
    case .alternative(let parts):
      add(node, SHACL.iri("alternativePath"), .blankNode(label + "-list"))
      list(parts, label + "-list")
    }
    return node
  }

  private mutating func wrap(
    _ inner: PropertyPath, _ property: String, _ node: Term, _ label: String
  ) {
    let object = self.node(of: inner, label: label + "-1")
    add(node, SHACL.iri(property), object)
  }

  // The first cell has the given label, the others a number each.
  private mutating func list(_ parts: [PropertyPath], _ label: String) {
    var cell = Term.blankNode(label)
    for (index, part) in parts.enumerated() {
      let member = node(of: part, label: "\(label)-\(index + 1)")
      let isLast = index == parts.count - 1
      let rest = isLast ? Term.iri(RDF.nil) : .blankNode("\(label)-rest-\(index + 1)")
      add(cell, RDF.first, member)
      add(cell, RDF.rest, rest)
      cell = rest
    }
  }
}
