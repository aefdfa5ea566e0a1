// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Element names for predicates, and the namespaces they need.
struct XMLNames {
  private var namespaces: NamespaceTable
  private let taken: Set<String>
  private var generated: [(prefix: String, namespace: String)] = []
  private var names: [[UInt8]: String] = [:]

  /// Takes the prefixes that may be used; `rdf` always stands for RDF's own namespace.
  init(_ prefixes: [(prefix: String, namespace: String)]) {
    taken = Set(prefixes.map(\.prefix))
    namespaces = NamespaceTable(prefixes) { prefix, namespace in
      NamespaceTable.isSafePrefix(prefix) && !prefix.lowercased().hasPrefix("xml")
        && prefix != "rdf" && !Self.reserved.contains(namespace)
    }
  }

  /// The declarations that the names made so far need, sorted by prefix.
  var declarations: [(prefix: String, namespace: String)] {
    let used = namespaces.usedEntries.map { (prefix: $0.prefix, namespace: $0.namespace) }
    return (used + generated + [("rdf", RDF.namespace)]).sorted {
      $0.prefix.utf8.lexicographicallyPrecedes($1.prefix.utf8)
    }
  }

  /// The element name of a predicate.
  ///
  /// - Throws: `rdf.predicate-name` if RDF/XML cannot write it.
  mutating func name(of predicate: String) throws(DiagnosedError) -> String {
    // By bytes: strings that differ in normal form only are different IRIs.
    let key = Array(predicate.utf8)
    if let known = names[key] { return known }
    let name = try makeName(predicate)
    names[key] = name
    return name
  }

  private mutating func makeName(_ predicate: String) throws(DiagnosedError) -> String {
    if predicate.hasPrefix(RDF.namespace) {
      let local = predicate.dropFirst(RDF.namespace.count)
      if Self.syntaxTerms.contains(String(local)) {
        throw Self.failure(predicate, "RDF/XML gives that name a meaning of its own")
      }
      if Self.isName(local) { return "rdf:\(local)" }
    }
    if let (prefix, local) = namespaces.shorten(predicate, allowsLocal: Self.isName) {
      return "\(prefix):\(local)"
    }
    let nameStart = Self.startOfLongestName(predicate)
    let local = predicate[nameStart...]
    if local.isEmpty { throw Self.failure(predicate, "its end is not an XML name") }
    let namespace = String(predicate[..<nameStart])
    if namespace == RDF.namespace || Self.reserved.contains(namespace) {
      throw Self.failure(predicate, "its namespace is reserved")
    }
    return "\(generatedPrefix(namespace)):\(local)"
  }

  private mutating func generatedPrefix(_ namespace: String) -> String {
    if let known = generated.first(where: { $0.namespace.utf8.elementsEqual(namespace.utf8) }) {
      return known.prefix
    }
    var number = generated.count + 1
    while taken.contains("ns\(number)") || generated.contains(where: { $0.prefix == "ns\(number)" })
    {
      number += 1
    }
    generated.append(("ns\(number)", namespace))
    return "ns\(number)"
  }

  private static func failure(_ predicate: String, _ problem: String) -> DiagnosedError {
    DiagnosedError(
      RDFRules.predicateName, at: nil,
      [.plain("predicate", predicate), .plain("problem", problem)])
  }

  private static let reserved: Set<String> = [
    "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/",
  ]

  // - Source: RDF 1.1 XML Syntax §6.1.4, and `rdf:li`, which stands for another predicate.
  private static let syntaxTerms: Set<String> = [
    "RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "Description", "aboutEach",
    "aboutEachPrefix", "bagID", "li",
  ]

  /// Whether text is an XML name without colon.
  static func isName(_ text: String) -> Bool { isName(Substring(text)) }

  private static func isName(_ text: Substring) -> Bool { isName(text.utf8) }

  private static func isName(_ text: Substring.UTF8View) -> Bool {
    let scalars = Substring(text).unicodeScalars
    guard let first = scalars.first, NameCharacter.isStart(first.value) else { return false }
    return scalars.allSatisfy { isPart($0.value) }
  }

  private static func isPart(_ scalar: UInt32) -> Bool {
    NameCharacter.isPart(scalar) || scalar == UInt32(UInt8(ascii: "."))
  }

  private static func startOfLongestName(_ iri: String) -> String.Index {
    let scalars = iri.unicodeScalars
    var start = scalars.endIndex
    var index = scalars.endIndex
    while index > scalars.startIndex {
      index = scalars.index(before: index)
      guard isPart(scalars[index].value) else { break }
      if NameCharacter.isStart(scalars[index].value) { start = index }
    }
    return start
  }
}
