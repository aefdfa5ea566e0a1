// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Keeps as many values of a property as a reader takes; the others are lost.
///
/// Values in the preferred language or with a preferred beginning stay before others, then those that
/// come first.
struct Choice: RewriteOperation {
  static let kind = "Choice"
  static let words = ["property", "maximum", "prefer", "language", "because"] + NodeSelector.words

  private let selector: NodeSelector
  private let properties: [String]
  private let maximum: Int
  private let preferred: [String]
  private let language: String?
  private let because: String

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    selector = try NodeSelector(reader)
    guard !selector.isEmpty else { throw reader.fault("needs fwf:on or fwf:reachedBy") }
    properties = try reader.atLeastOne("property")
    guard let maximum = try reader.number("maximum"), maximum > 0 else {
      throw reader.fault("needs an fwf:maximum from 1")
    }
    self.maximum = maximum
    preferred = reader.texts("prefer")
    language = reader.texts("language").first
    because = try reader.text("because")
  }

  func apply(to graph: inout RewriteGraph) {
    for node in selector.nodes(in: graph) {
      for property in properties {
        let values = graph.values(node, property).sorted { rank($0) < rank($1) }
        let lost = values.dropFirst(maximum).map { Quad(node, .iri(property), $0) }
        graph.lose(lost, at: node, note: because)
      }
    }
  }

  // The order of equal ranks is that of the terms.
  private func rank(_ term: Term) -> (Int, Term) {
    let isPreferred =
      preferred.contains { term.value.hasPrefix($0) }
      || language.map { term.language.lowercased().hasPrefix($0) } ?? false
    return (isPreferred ? 0 : 1, term)
  }
}
