// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// The flavours, migrations and conflicts that files declare.
package struct FlavourSet: Sendable {
  /// Everything that descriptions can be rewritten to, by name.
  package let flavours: [Flavour]
  /// The numbered conflicts, in order.
  package let conflicts: [FlavourConflict]
  /// Stale codes with what takes their place.
  package let staleCodes: [StaleCode]

  /// Reads flavours.
  ///
  /// - Parameter graphs: what each file holds, with lines as origins, and the file's name.
  /// - Throws: a flavour or rewrite that cannot be read, at its line.
  package init(_ graphs: [(graph: Graph, file: String)]) throws(DiagnosedError) {
    var conflicts: [String: FlavourConflict] = [:]
    for (graph, file) in graphs {
      for node in graph.instances(of: .iri(Namespace.fwf.Conflict)).sorted() {
        let reader = RewriteReader(graph, node, file: file)
        try reader.check(Self.conflictWords)
        guard let number = try reader.number("number") else {
          throw reader.fault("needs an fwf:number")
        }
        conflicts[node.value] = FlavourConflict(
          number: number, label: reader.words(of: RDFS.label),
          comment: reader.words(of: RDFS.comment),
          sources: reader.terms(of: Namespace.dct.source).map(\.value))
      }
    }
    self.conflicts = conflicts.values.sorted { $0.number < $1.number }
    var loader = FlavourLoader(numbers: conflicts.mapValues(\.number), graphs: graphs)
    flavours = try loader.flavours()
    var codes: [StaleCode] = []
    for (graph, file) in graphs { codes += try StaleCode.read(graph, file: file) }
    staleCodes = codes
  }

  /// The flavour of a name.
  ///
  /// - Throws: ``FlavourRules/unknown`` with the nearest name.
  package func flavour(_ name: String) throws(DiagnosedError) -> Flavour {
    if let flavour = flavours.first(where: { $0.name == name }) { return flavour }
    throw DiagnosedError(
      FlavourRules.unknown, at: nil,
      [
        .plain("name", name), .plain("hint", NearestName.hint(name, in: published.map(\.name))),
      ])
  }

  /// The classes of the language, without the namespace.
  package static let classes = Set(
    ["Flavour", "Conflict", "StaleCodes"] + Rewrite.kinds.map { $0.kind })

  /// The properties of the language, without the namespace.
  package static let words = Set(
    flavourWords + conflictWords + Rewrite.commonWords + Rewrite.entryWords
      + Rewrite.kinds.flatMap { $0.words })

  static let flavourWords = ["name", "before", "after", "rewrites", "migrates", "prefix"]
  static let conflictWords = ["number"]

  /// The flavours that speak to a reader.
  package var published: [Flavour] { flavours.filter { !$0.isMigration } }
}

/// Reads flavours and puts those they build on before them.
private struct FlavourLoader {
  let numbers: [String: Int]
  let graphs: [(graph: Graph, file: String)]
  private var known: [String: Flavour] = [:]
  private var open: Set<String> = []

  init(numbers: [String: Int], graphs: [(graph: Graph, file: String)]) {
    self.numbers = numbers
    self.graphs = graphs
  }

  mutating func flavours() throws(DiagnosedError) -> [Flavour] {
    var flavours: [Flavour] = []
    for (graph, file) in graphs {
      for node in graph.instances(of: .iri(Namespace.fwf.Flavour)).sorted() {
        flavours.append(try flavour(RewriteReader(graph, node, file: file, among: graphs)))
      }
    }
    // What everybody starts from goes first.
    return flavours.sorted { ($0.inherited, $0.name) < ($1.inherited, $1.name) }
  }

  private mutating func flavour(_ reader: RewriteReader) throws(DiagnosedError) -> Flavour {
    let iri = reader.subject.value
    if let flavour = known[iri] { return flavour }
    try reader.check(FlavourSet.flavourWords)
    guard open.insert(iri).inserted else { throw reader.fault("builds on itself") }
    var base: [Rewrite] = []
    // What another reader asks for or passes over is that reader's own affair.
    for before in try reader.iris("after") {
      base += try flavour(named: before, reader).rewrites.filter { $0.changesStatements }
    }
    var own: [Rewrite] = []
    for item in try reader.list("rewrites") {
      own.append(
        try Rewrite(
          RewriteReader(reader.graph, item, file: reader.file, among: graphs),
          conflicts: numbers))
    }
    // A migration is followed by what it leads to.
    var following: [Rewrite] = []
    for next in try reader.iris("before") {
      following += try flavour(named: next, reader).rewrites
    }
    var prefixes: [String: String] = [:]
    for text in reader.texts("prefix") {
      let parts = text.split(separator: " ")
      guard parts.count == 2 else { throw reader.fault("has an fwf:prefix that is not “name iri”") }
      prefixes[String(parts[0])] = String(parts[1])
    }
    let flavour = Flavour(
      name: try reader.text("name"), label: reader.words(of: RDFS.label),
      comment: reader.words(of: RDFS.comment),
      sources: reader.terms(of: Namespace.dct.source).map(\.value),
      isMigration: reader.flag("migrates"), rewrites: base + own + following,
      inherited: base.count, prefixes: prefixes)
    known[iri] = flavour
    return flavour
  }

  private mutating func flavour(
    named iri: String, _ reader: RewriteReader
  ) throws(DiagnosedError) -> Flavour {
    for (graph, file) in graphs
    where graph.instances(of: .iri(Namespace.fwf.Flavour)).contains(.iri(iri)) {
      return try flavour(RewriteReader(graph, .iri(iri), file: file, among: graphs))
    }
    throw reader.fault("builds on \(iri), which no file declares")
  }
}
