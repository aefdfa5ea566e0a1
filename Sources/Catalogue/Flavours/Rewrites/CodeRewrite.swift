// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Puts one code in the place of another, by a table.
///
/// What is said about a code that nothing leads to any more moves along, but for its scheme.
struct CodeRewrite: RewriteOperation {
  static let kind = "CodeRewrite"
  static let words =
    ["entry", "table", "inverse", "property", "because"] + NodeSelector.words

  private let selector: NodeSelector
  private let properties: [String]
  private let entries: [Entry]
  private let because: String

  /// A row of the table.
  struct Entry: Sendable {
    let from: String
    let to: String
    /// Properties of this entry alone.
    let properties: [String]
    /// A word that a label of the code or of its subject must hold.
    let labelled: String
    let because: String
    /// The property that the new code stands under; the same when `nil`.
    let under: String?
  }

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    selector = try NodeSelector(reader)
    properties = try reader.iris("property")
    because = reader.texts("because").first ?? ""
    let isInverse = reader.flag("inverse")
    var entries: [Entry] = []
    for entry in reader.entries + (try reader.sharedEntries()) {
      try entry.check(["from", "to", "property", "labelled", "because", "oneWay", "under"])
      if isInverse && entry.flag("oneWay") { continue }
      let to = try entry.iri("to")
      for from in try entry.atLeastOne("from") {
        entries.append(
          Entry(
            from: isInverse ? to : from, to: isInverse ? from : to,
            properties: try entry.iris("property"), labelled: entry.texts("labelled").first ?? "",
            because: entry.texts("because").first ?? "", under: try entry.iris("under").first))
      }
    }
    guard !entries.isEmpty else { throw reader.fault("needs at least one fwf:entry") }
    self.entries = entries
  }

  func apply(to graph: inout RewriteGraph) {
    for entry in entries {
      for quad in graph.statements(to: .iri(entry.from)) where applies(entry, quad, graph) {
        graph.replace(
          [quad], with: target(entry, quad, graph), at: quad.subject,
          note: entry.because.isEmpty ? because : entry.because)
      }
      move(entry, in: &graph)
    }
  }

  // A property that has a value already keeps it.
  private func target(_ entry: Entry, _ quad: Quad, _ graph: RewriteGraph) -> [Quad] {
    guard let under = entry.under else {
      return [Quad(quad.subject, quad.predicate, .iri(entry.to))]
    }
    return graph.values(quad.subject, under).isEmpty
      ? [Quad(quad.subject, .iri(under), .iri(entry.to))] : []
  }

  private func applies(_ entry: Entry, _ quad: Quad, _ graph: RewriteGraph) -> Bool {
    let properties = entry.properties.isEmpty ? properties : entry.properties
    return quad.predicate.value != RDF.type
      && (properties.isEmpty || properties.contains(quad.predicate.value))
      && selector.selects(quad.subject, in: graph)
      && (entry.labelled.isEmpty || isLabelled(quad, entry.labelled, graph))
  }

  // `PI-RADS`, `PIRADS` and `Pi-Rads assessment` hold one word.
  private func isLabelled(_ quad: Quad, _ word: String, _ graph: RewriteGraph) -> Bool {
    let wanted = Self.letters(word)
    return [quad.object, quad.subject].contains { node in
      graph.statements(about: node).contains {
        $0.object.isLiteral && Self.letters($0.object.value).contains(wanted)
      }
    }
  }

  static func letters(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  private func move(_ entry: Entry, in graph: inout RewriteGraph) {
    let old = Term.iri(entry.from)
    guard graph.isReferenced(.iri(entry.to)), !graph.isReferenced(old) else { return }
    let own = graph.statements(about: old)
    guard !own.isEmpty else { return }
    let kept = own.filter {
      $0.predicate.value != Namespace.skos.inScheme
        && $0.predicate.value != Namespace.skos.notation
    }
    graph.replace(
      own, with: kept.map { Quad(.iri(entry.to), $0.predicate, $0.object) }, at: .iri(entry.to))
  }
}
