// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Names what a reader demands and a description lacks, or has too much of.
struct Requirement: RewriteOperation {
  static let kind = "Requirement"
  static let words =
    [
      "property", "each", "minimum", "maximum", "base", "severity", "when", "is", "because",
    ]
    + NodeSelector.words

  private let selector: NodeSelector
  private let properties: [String]
  private let asksForEach: Bool
  private let minimum: Int
  private let maximum: Int
  private let bases: [String]
  private let severity: Severity
  private let condition: (property: String, value: String)?
  private let because: String

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    selector = try NodeSelector(reader)
    guard !selector.isEmpty else { throw reader.fault("needs fwf:on or fwf:reachedBy") }
    properties = try reader.atLeastOne("property")
    asksForEach = reader.flag("each")
    minimum = try reader.number("minimum") ?? 0
    maximum = try reader.number("maximum") ?? .max
    bases = reader.texts("base")
    because = try reader.text("because")
    switch try reader.iri("severity") {
    case SH.Violation: severity = .violation
    case SH.Warning: severity = .warning
    case SH.Info: severity = .note
    default: throw reader.fault("has an fwf:severity that SHACL does not know")
    }
    let property = try reader.iris("when").first
    condition = property.map { ($0, reader.terms("is").first?.value ?? "true") }
  }

  func apply(to graph: inout RewriteGraph) {
    for node in selector.nodes(in: graph) where holds(for: node, in: graph) {
      if asksForEach {
        for property in properties {
          ask(node, [property], "\(because): \(IRIForm.localName(property))", &graph)
        }
      } else {
        ask(node, properties, because, &graph)
      }
    }
  }

  private func ask(
    _ node: Term, _ properties: [String], _ note: String, _ graph: inout RewriteGraph
  ) {
    let values = properties.flatMap { graph.values(node, $0) }.filter { value in
      bases.isEmpty || bases.contains { value.value.hasPrefix($0) }
    }
    guard values.count < minimum || values.count > maximum else { return }
    graph.ask(node, for: properties, note: note, severity: severity)
  }

  private func holds(for node: Term, in graph: RewriteGraph) -> Bool {
    guard let condition else { return true }
    return graph.values(node, condition.property).contains { $0.value == condition.value }
  }
}
