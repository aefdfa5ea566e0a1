// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// Where conditions are and who can have them, as `Ontologies/profiles/eucaim-measures.ttl` says.
package struct ConditionTable: Sendable, Hashable {
  /// The body parts to see a condition in.
  package let sites: [String: Set<String>]
  /// The only sex that can have a condition.
  package let sexes: [String: String]

  /// Collects a table.
  package init(sites: [String: Set<String>] = [:], sexes: [String: String] = [:]) {
    self.sites = sites
    self.sexes = sexes
  }

  /// Reads the table of a graph.
  init(graph: Graph) {
    var sites: [String: Set<String>] = [:]
    var sexes: [String: String] = [:]
    for statement in graph.statements(predicate: graph.id(.iri(Namespace.fwm.site))) {
      let triple = graph.triples[statement]
      sites[graph.terms.text(triple.subject), default: []].insert(graph.terms.text(triple.object))
    }
    for statement in graph.statements(predicate: graph.id(.iri(Namespace.fwm.sex))) {
      let triple = graph.triples[statement]
      sexes[graph.terms.text(triple.subject)] = graph.terms.text(triple.object)
    }
    self.init(sites: sites, sexes: sexes)
  }
}
