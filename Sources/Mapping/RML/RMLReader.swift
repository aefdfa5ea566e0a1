// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFIO
internal import RDFModel

/// Reads a mapping written in RML, in Turtle or another syntax of RDF.
///
/// Both vocabularies are read, also mixed: `http://w3id.org/rml/` with its modules, and the older one
/// with the terms of R2RML. All faults are collected, each at the line of the mapping.
/// - Source: RML-Core, RML-IO, RML-FNML, RML-LV, RML-CC; RML (2014) and R2RML for the older one.
/// - Conformance: `RMLCoreSuiteTests`, `RMLTestCasesSuiteTests` and the others of `ConformanceTests`.
package struct RMLReader {
  var document: MappingDocument
  var findings: [Finding] = []
  let rml: RMLGraph
  // Numbers of sources and targets by their nodes; equal sources are one.
  var sourceNumbers: [TermID: Int] = [:]
  var targetNumbers: [TermID: Int] = [:]
  // Sources by what they say, without name and place.
  var knownSources: [LogicalSource: Int] = [:]
  /// What was used up of the limits.
  var reading = RMLReading()
  var reported: Set<Finding> = []
  // Properties are checked once for each node and what it is used as.
  var checked: [CheckedNode: Bool] = [:]
  // Cells of lists that go round in a circle or break off.
  var endlessLists: Set<TermID> = []
  private let maps: [RMLNode]
  private let mapNames: [TermID: String]

  private init(_ graph: Graph, file: String) {
    let rml = RMLGraph(graph, file: file)
    self.rml = rml
    maps = rml.subjects.filter { Self.isTriplesMap($0, in: rml) }
    mapNames = Self.names(maps)
    document = MappingDocument(file: file)
  }

  /// Reads a mapping.
  ///
  /// - Parameters:
  ///   - bytes: the document.
  ///   - format: its syntax.
  ///   - file: the name for findings.
  ///   - base: what relative IRIs of the document are resolved against, if it does not say.
  /// - Returns: the mapping, without prefixes.
  /// - Throws: every fault of the mapping, or the syntax error that ends reading.
  package static func read(
    bytes: [UInt8], format: RDFFormat = .turtle, file: String, base: String? = nil
  ) throws(DiagnosedError) -> MappingDocument {
    try read(
      RDFReader.readLocated(bytes: bytes, format: format, base: base ?? ownBase, file: file),
      file: file)
  }

  /// Reads a mapping from a file, whose syntax its name tells.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: the name for findings.
  /// - Returns: the mapping.
  /// - Throws: as ``read(bytes:format:file:base:)``, or what makes the file unreadable.
  package static func readFile(
    path: String, name: String
  ) throws(DiagnosedError) -> MappingDocument {
    try read(RDFReader.readGraph(path: path, displayName: name, base: ownBase), file: name)
  }

  // Relative names of a mapping are its own business, so that any base will do.
  private static let ownBase = "https://w3id.org/fairway/mapping/"

  private static func read(
    _ graph: Graph, file: String
  ) throws(DiagnosedError) -> MappingDocument {
    var reader = RMLReader(graph, file: file)
    reader.readAll()
    if !reader.findings.isEmpty { throw DiagnosedError(reader.findings) }
    return reader.document
  }

  // A map without an IRI is called by its line, and by a number if it is not alone there.
  private static func names(_ maps: [RMLNode]) -> [TermID: String] {
    var names: [TermID: String] = [:]
    var taken: [String: Int] = [:]
    for map in maps {
      let name = map.term.isIRI ? map.term.value : "triples map \(map.words)"
      taken[name, default: 0] += 1
      let count = taken[name] ?? 1
      names[map.id] = count == 1 ? name : "\(name) (\(count))"
    }
    return names
  }

  private mutating func readAll() {
    if maps.isEmpty {
      report(RMLRules.noTriplesMap, at: SourcePlace(file: rml.file))
    }
    for map in maps { readTriplesMap(map) }
  }

  private static func isTriplesMap(_ node: RMLNode, in rml: RMLGraph) -> Bool {
    if rml.types(node).contains("TriplesMap") { return true }
    // Nothing else has a subject and statements, so that a misspelt source is found too.
    return rml.has(node, "subjectMap", "subject")
      && rml.has(node, "logicalSource", "logicalTable", "predicateObjectMap")
      || rml.has(node, "logicalSource", "logicalTable") && rml.has(node, "predicateObjectMap")
  }

  // MARK: Triples maps

  private mutating func readTriplesMap(_ node: RMLNode) {
    guard count(node) else { return }
    check(node, .triplesMap)
    let source = one(node, "logicalSource", "triples map").flatMap { logicalSource($0) }
    let subjects = rml.values(node, "subjectMap", "subject")
    if subjects.count > 1 {
      report(
        RMLRules.several, at: subjects[1].place,
        owner(node, "triples map") + [
          .plain("count", subjects.count), .plain("part", "rml:subjectMap"),
        ])
    }
    guard let subjectNode = subjects.first else {
      report(
        RMLRules.missing, at: node.place,
        owner(node, "triples map") + [.plain("part", "rml:subjectMap")])
      return
    }
    let isShort = rml.value(node, "subjectMap") == nil
    let subject = termMap(subjectNode, .subject, isConstant: isShort)
    var map = isShort ? [] : classes(subjectNode)
    for predicateObject in rml.values(node, "predicateObjectMap") {
      guard count(predicateObject) else { return }
      map.append(self.predicateObject(predicateObject))
    }
    let condition = condition(node, isShort ? [] : [subjectNode])
    guard let source, let subject else { return }
    document.triplesMaps.append(
      TriplesMap(
        name: mapNames[node.id] ?? node.words, source: source, subject: subject,
        graphs: isShort ? [] : graphs(subjectNode),
        condition: condition, predicateObjects: map, base: rml.value(node, "baseIRI")?.term.value,
        place: node.place))
  }

  private mutating func classes(_ subject: RMLNode) -> [PredicateObjectMap] {
    rml.values(subject, "class").compactMap { value in
      guard count(value) else { return nil }
      return PredicateObjectMap(
        predicates: [TermMap(.constant(RDF.type), kind: .iri, place: value.place)],
        objects: [.term(TermMap(.constant(value.term.value), kind: .iri, place: value.place))],
        place: value.place)
    }
  }

  mutating func graphs(_ node: RMLNode) -> [TermMap] {
    let short = rml.values(node, "graph").compactMap { termMap($0, .graph, isConstant: true) }
    return short
      + rml.values(node, "graphMap").compactMap { termMap($0, .graph, isConstant: false) }
  }

  private mutating func predicateObject(_ node: RMLNode) -> PredicateObjectMap {
    check(node, .predicateObjectMap)
    var predicates = rml.values(node, "predicate").compactMap {
      termMap($0, .predicate, isConstant: true)
    }
    predicates += rml.values(node, "predicateMap").compactMap {
      termMap($0, .predicate, isConstant: false)
    }
    var objects: [ObjectMap] = rml.values(node, "object").compactMap {
      termMap($0, .object, isConstant: true).map { .term($0) }
    }
    objects += rml.values(node, "objectMap").compactMap { objectMap($0) }
    for (isEmpty, part) in [
      (!rml.has(node, "predicate", "predicateMap"), "rml:predicate"),
      (!rml.has(node, "object", "objectMap"), "rml:objectMap"),
    ] where isEmpty {
      report(
        RMLRules.missing, at: node.place,
        owner(node, "predicate-object map") + [.plain("part", part)])
    }
    return PredicateObjectMap(
      predicates: predicates, objects: objects, graphs: graphs(node),
      condition: condition(node, rml.values(node, "predicateMap", "objectMap")),
      place: node.place)
  }

  /// Reads an object map: a term map, or the subjects of another triples map.
  mutating func objectMap(_ node: RMLNode) -> ObjectMap? {
    guard count(node) else { return nil }
    guard let parent = rml.value(node, "parentTriplesMap") else {
      return termMap(node, .object, isConstant: false).map { .term($0) }
    }
    check(node, .reference)
    guard let name = mapNames[parent.id] else {
      let known = maps.lazy.map(\.term).filter(\.isIRI).prefix(RMLLimits.hintCandidates)
      report(
        RMLRules.unknownReference, at: parent.place,
        [
          .plain("name", parent.words), .plain("kind", "triples map"),
          .plain("hint", NearestName.hint(parent.term.value, in: known.map(\.value))),
        ])
      return nil
    }
    let joins = rml.values(node, "joinCondition").compactMap { joinCondition($0) }
    return .subjects(of: name, joins: joins, place: node.place)
  }

  /// Reads both sides of a join.
  mutating func joinCondition(_ node: RMLNode) -> JoinCondition? {
    guard count(node) else { return nil }
    check(node, .joinCondition)
    func side(_ short: String, _ long: String) -> Expression? {
      if let value = rml.value(node, short) {
        return text(value, short).map { .reference($0, place: value.place) }
      }
      guard let map = rml.value(node, long) else {
        report(
          RMLRules.missing, at: node.place,
          owner(node, "join condition") + [.plain("part", "rml:" + short)])
        return nil
      }
      return expressionMap(map, "join condition", isText: true)
    }
    let (child, parent) = (side("child", "childMap"), side("parent", "parentMap"))
    guard let child, let parent else { return nil }
    return JoinCondition(child: child, parent: parent, place: node.place)
  }

  // MARK: Reporting

  /// The words for what has a fault.
  func owner(_ node: RMLNode, _ kind: String) -> [FindingArgument] {
    [.plain("owner", kind), .plain("name", node.words)]
  }

  /// The only value of a property that must be there once.
  mutating func one(_ node: RMLNode, _ word: String, _ kind: String) -> RMLNode? {
    let values = rml.values(node, word)
    if values.count > 1 {
      report(
        RMLRules.several, at: values[1].place,
        owner(node, kind) + [.plain("count", values.count), .plain("part", "rml:" + word)])
    }
    if values.isEmpty {
      report(
        RMLRules.missing, at: node.place, owner(node, kind) + [.plain("part", "rml:" + word)])
    }
    return values.first
  }
}
