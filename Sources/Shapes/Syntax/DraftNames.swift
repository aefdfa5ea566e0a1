// SPDX-License-Identifier: Apache-2.0

import RDFModel

/// Properties that drafts of SHACL had and real profiles still use, all in the place of `sh:node`.
///
/// - Source: W3C Working Drafts of SHACL of 2016: `sh:valueShape`, then `sh:shape`, became `sh:node`;
///   with `sh:extends`, a node shape took over the constraints of another one.
struct DraftNames {
  /// What they mean today.
  static let meaning = Term.iri(SHACL.iri("node"))

  private let values: [TermID: String]
  private let extends: TermID
  private let graph: Graph
  private let path: TermID

  init(_ graph: Graph) {
    self.graph = graph
    path = graph.id(.iri(SHACL.iri("path")))
    extends = graph.id(.iri(SHACL.iri("extends")))
    var values: [TermID: String] = [:]
    for name in ["shape", "valueShape"] { values[graph.id(.iri(SHACL.iri(name)))] = name }
    values[.none] = nil
    self.values = values
  }

  /// The draft's name of a statement's predicate; `nil` where it is none.
  ///
  /// `sh:extends` in a property shape is left alone: there `sh:node` would be about the values.
  func name(of triple: Triple) -> String? {
    if let name = values[triple.predicate] { return name }
    guard extends != .none, triple.predicate == extends,
      graph.statements(subject: triple.subject, predicate: path).isEmpty
    else { return nil }
    return "extends"
  }
}
