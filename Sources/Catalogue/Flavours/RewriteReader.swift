// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Reads what one node of a file of flavours says.
struct RewriteReader {
  let graph: Graph
  let subject: Term
  let file: String
  /// All files, for tables that several rewrites share.
  let files: [(graph: Graph, file: String)]

  init(
    _ graph: Graph, _ subject: Term, file: String, among files: [(graph: Graph, file: String)] = []
  ) {
    self.graph = graph
    self.subject = subject
    self.file = file
    self.files = files
  }

  /// The place of the node's first statement.
  var place: SourcePlace {
    let lines = graph.statements(subject: graph.id(subject)).map { graph.origin(of: $0) }
    guard let line = lines.filter({ $0 > 0 }).min() else { return SourcePlace(file: file) }
    return SourcePlace(file: file, .text(line: Int(line), column: 1))
  }

  func fault(_ problem: String) -> DiagnosedError {
    let name = subject.isIRI ? IRIForm.localName(subject.value) : "This entry"
    return DiagnosedError(
      FlavourRules.unreadable, at: place,
      [.plain("node", name), .plain("problem", problem)])
  }

  /// The objects of a property of the language, in order.
  func terms(_ name: String) -> [Term] { terms(of: Namespace.fwf[name]) }

  /// The objects of any property, in order.
  func terms(of property: String) -> [Term] {
    graph.objects(of: subject, .iri(property)).sorted()
  }

  func iris(_ name: String) throws(DiagnosedError) -> [String] {
    let terms = terms(name)
    guard terms.allSatisfy(\.isIRI) else { throw fault("has an fwf:\(name) that is no IRI") }
    return terms.map(\.value)
  }

  func iri(_ name: String) throws(DiagnosedError) -> String {
    guard let iri = try iris(name).first, terms(name).count == 1 else {
      throw fault("needs one fwf:\(name) that is an IRI")
    }
    return iri
  }

  func atLeastOne(_ name: String) throws(DiagnosedError) -> [String] {
    let iris = try iris(name)
    guard !iris.isEmpty else { throw fault("needs at least one fwf:\(name)") }
    return iris
  }

  func texts(_ name: String) -> [String] { terms(name).filter(\.isLiteral).map(\.value) }

  func text(_ name: String) throws(DiagnosedError) -> String {
    guard let text = texts(name).first, terms(name).count == 1 else {
      throw fault("needs one fwf:\(name) that is a text")
    }
    return text
  }

  func number(_ name: String) throws(DiagnosedError) -> Int? {
    guard let term = terms(name).first else { return nil }
    guard let number = Int(term.value), number >= 0 else {
      throw fault("has an fwf:\(name) that is no whole number")
    }
    return number
  }

  func flag(_ name: String) -> Bool { terms(name).contains { $0.value == "true" } }

  /// The items of an RDF list.
  func list(_ name: String) throws(DiagnosedError) -> [Term] {
    guard var cell = terms(name).first else { return [] }
    var items: [Term] = []
    while cell != .iri(RDF.nil) {
      let first = graph.objects(of: cell, .iri(RDF.first))
      let rest = graph.objects(of: cell, .iri(RDF.rest))
      guard first.count == 1, rest.count == 1, items.count < 10_000 else {
        throw fault("has an fwf:\(name) that is no list")
      }
      items.append(first[0])
      cell = rest[0]
    }
    return items
  }

  func paths(_ name: String) throws(DiagnosedError) -> [String] {
    let items = try list(name)
    guard !items.isEmpty, items.allSatisfy(\.isIRI) else {
      throw fault("needs an fwf:\(name) that is a list of properties")
    }
    return items.map(\.value)
  }

  /// The entries of a table, in the order written.
  var entries: [RewriteReader] {
    let ids = graph.objects(graph.id(subject), graph.id(.iri(Namespace.fwf.entry)))
    return ids.map { RewriteReader(graph, graph.terms.term($0), file: file, among: files) }
      .sorted { ($0.line, $0.subject) < ($1.line, $1.subject) }
  }

  /// The entries of the tables that `fwf:table` names, in whichever file they stand.
  func sharedEntries() throws(DiagnosedError) -> [RewriteReader] {
    var entries: [RewriteReader] = []
    for table in try iris("table") {
      let found = files.map { RewriteReader($0.graph, .iri(table), file: $0.file).entries }
        .first { !$0.isEmpty }
      guard let found else { throw fault("names the table \(table), which has no entries") }
      entries += found
    }
    return entries
  }

  private var line: UInt32 {
    graph.statements(subject: graph.id(subject)).map { graph.origin(of: $0) }.min() ?? 0
  }

  /// The English text of a property, or any.
  func words(of property: String) -> String {
    let terms = terms(of: property)
    return (terms.first { $0.language == "en" } ?? terms.first)?.value ?? ""
  }

  /// Throws on words of the language that nobody reads here.
  func check(_ known: [String]) throws(DiagnosedError) {
    for index in graph.statements(subject: graph.id(subject)) {
      let predicate = graph.quad(index).predicate.value
      guard predicate.hasPrefix(Namespace.fwf.iri) else { continue }
      let name = IRIForm.localName(predicate)
      guard !known.contains(name) else { continue }
      let near = NearestName.find(name, in: known.sorted()).map { "; did you mean fwf:\($0)" }
      throw fault("has fwf:\(name), which means nothing here" + (near ?? ""))
    }
  }
}
