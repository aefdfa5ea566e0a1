// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// The statements of a description while rewrites change them, with what was changed.
///
/// Whatever is returned is sorted, so that the order of the input does not show.
struct RewriteGraph {
  private(set) var quads: Set<Quad> = []
  private(set) var changes: [FlavourChange] = []
  /// Known concepts with their labels.
  let labels: Graph
  /// Statements that are known to be passed over.
  private(set) var unread: Set<Quad> = []
  private var asked: Set<[String]> = []
  /// The rewrite at work.
  var rewrite = 0

  private var bySubject: [Term: Set<Quad>] = [:]
  private var byObject: [Term: Set<Quad>] = [:]
  private var byPredicate: [Term: Set<Quad>] = [:]

  init(_ quads: some Sequence<Quad>, labels: Graph) {
    self.labels = labels
    for quad in quads { insert(Quad(quad.subject, quad.predicate, quad.object)) }
  }

  // MARK: looking

  func statements(about subject: Term) -> [Quad] { (bySubject[subject] ?? []).sorted() }
  func statements(of property: String) -> [Quad] { (byPredicate[.iri(property)] ?? []).sorted() }
  /// The statements of properties that a predicate picks.
  func statements(of picks: (String) -> Bool) -> [Quad] {
    byPredicate.filter { picks($0.key.value) }.values.flatMap(\.self).sorted()
  }

  /// The statements that a predicate picks, sorted after picking.
  func statements(where picks: (Quad) -> Bool) -> [Quad] { quads.filter(picks).sorted() }

  func statements(to object: Term) -> [Quad] { (byObject[object] ?? []).sorted() }
  func isReferenced(_ node: Term) -> Bool { byObject[node]?.isEmpty == false }
  func isDescribed(_ node: Term) -> Bool { bySubject[node]?.isEmpty == false }

  func values(_ subject: Term, _ property: String) -> [Term] {
    (bySubject[subject] ?? []).filter { $0.predicate.value == property }.map(\.object).sorted()
  }

  func isInstance(_ node: Term, of type: String) -> Bool {
    bySubject[node]?.contains(Quad(node, .iri(RDF.type), .iri(type))) ?? false
  }

  func instances(of type: String) -> [Term] {
    statements(to: .iri(type)).filter { $0.predicate.value == RDF.type }.map(\.subject)
  }

  // MARK: changing

  private mutating func insert(_ quad: Quad) {
    guard quads.insert(quad).inserted else { return }
    bySubject[quad.subject, default: []].insert(quad)
    byObject[quad.object, default: []].insert(quad)
    byPredicate[quad.predicate, default: []].insert(quad)
  }

  private mutating func remove(_ quad: Quad) {
    guard quads.remove(quad) != nil else { return }
    bySubject[quad.subject]?.remove(quad)
    byObject[quad.object]?.remove(quad)
    byPredicate[quad.predicate]?.remove(quad)
  }

  /// Puts statements in the place of others and takes it down; nothing happens if they are the same.
  mutating func replace(
    _ before: [Quad], with after: [Quad], as effect: FlavourEffect = .rewritten, at node: Term,
    note: String = ""
  ) {
    let new = after.filter { !quads.contains($0) || before.contains($0) }
    guard before != after, !(before.isEmpty && new.isEmpty) else { return }
    for quad in before { remove(quad) }
    for quad in after { insert(quad) }
    record(effect, at: node, before: before, after: after, note: note)
  }

  /// Takes out statements, and nodes that nothing leads to any more, as lost.
  mutating func lose(_ lost: [Quad], at node: Term, note: String) {
    guard !lost.isEmpty else { return }
    for quad in lost { remove(quad) }
    var all = lost
    for quad in lost { all += removeOrphan(quad.object) }
    record(.lost, at: node, before: all, note: note)
  }

  /// Takes down what is not a change of statements.
  mutating func record(
    _ effect: FlavourEffect, at node: Term, before: [Quad] = [], after: [Quad] = [],
    note: String = "", severity: Severity = .note
  ) {
    if effect == .unread { unread.formUnion(before) }
    changes.append(
      FlavourChange(
        rewrite: rewrite, effect, node: node, before: before, after: after, note: note,
        severity: severity))
  }

  /// Takes down what a reader asks for, unless it was asked for before.
  mutating func ask(
    _ node: Term, for properties: [String], note: String, severity: Severity
  ) {
    guard asked.insert([node.value] + properties).inserted else { return }
    record(.missing, at: node, note: note, severity: severity)
  }

  // Things of their own stay when a link to them goes.
  private static let standalone: Set<String> = [
    Namespace.dcat.Catalog, Namespace.dcat.Dataset, Namespace.dcat.DatasetSeries,
    Namespace.dcat.Distribution, Namespace.dcat.DataService,
  ]

  /// Takes out what a node says if nothing leads to it, and so on.
  @discardableResult mutating func removeOrphan(_ node: Term) -> [Quad] {
    let own = statements(about: node)
    guard !node.isLiteral, !own.isEmpty, !isReferenced(node),
      !Self.standalone.contains(where: { isInstance(node, of: $0) })
    else { return [] }
    for quad in own { remove(quad) }
    return own + own.flatMap { removeOrphan($0.object) }
  }
}
