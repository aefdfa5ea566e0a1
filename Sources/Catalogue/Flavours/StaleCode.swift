// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// A code or base of IRIs that is met in descriptions and mappings and no longer in use, or never
/// was.
package struct StaleCode: Sendable, Hashable {
  /// The IRI, or how IRIs begin.
  package let code: String
  /// What to use instead.
  package let replacement: String
  /// Why it is stale, to follow a colon.
  package let reason: String
  /// The properties for whose values it is stale; any when empty.
  package let properties: [String]
  /// A word that a label must hold for the code to be meant; empty when any.
  package let labelled: String
  /// Whether the code is the beginning of many.
  package let isBase: Bool

  /// The table that files declare: entries of code rewrites and bases of `fwf:StaleCodes`.
  static func read(_ graph: Graph, file: String) throws(DiagnosedError) -> [StaleCode] {
    var codes: [StaleCode] = []
    for node in graph.instances(of: .iri(Namespace.fwf.StaleCodes)).sorted() {
      let rewrite = RewriteReader(graph, node, file: file)
      for base in rewrite.texts("from") {
        codes.append(
          StaleCode(
            code: base, replacement: try rewrite.text("to"),
            reason: rewrite.words(of: RDFS.comment), properties: [], labelled: "", isBase: true))
      }
      let properties = try rewrite.iris("property")
      for entry in rewrite.entries {
        let own = try entry.iris("property")
        for code in try entry.atLeastOne("from") {
          codes.append(
            StaleCode(
              code: code, replacement: try entry.iri("to"),
              reason: entry.texts("because").first ?? rewrite.texts("because").first ?? "",
              properties: own.isEmpty ? properties : own,
              labelled: entry.texts("labelled").first ?? "", isBase: false))
        }
      }
    }
    // A code of its own goes before the base that it stands on.
    return codes.filter { !$0.isBase } + codes.filter(\.isBase)
  }
}
