// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A concrete syntax of RDF.
package enum RDFFormat: String, Sendable, Hashable, CaseIterable {
  case nTriples = "ntriples"
  case nQuads = "nquads"
  case turtle
  case trig
  case jsonLD = "jsonld"
  case rdfXML = "rdfxml"

  /// The name that `--format`, `--from` and `--to` take.
  package var name: String { rawValue }

  /// The usual file extension, without a dot.
  package var fileExtension: String {
    switch self {
    case .nTriples: "nt"
    case .nQuads: "nq"
    case .turtle: "ttl"
    case .trig: "trig"
    case .jsonLD: "jsonld"
    case .rdfXML: "rdf"
    }
  }

  /// The registered media type.
  package var mediaType: String {
    switch self {
    case .nTriples: "application/n-triples"
    case .nQuads: "application/n-quads"
    case .turtle: "text/turtle"
    case .trig: "application/trig"
    case .jsonLD: "application/ld+json"
    case .rdfXML: "application/rdf+xml"
    }
  }

  /// The name as people write it in a sentence.
  package var title: String {
    switch self {
    case .nTriples: "N-Triples"
    case .nQuads: "N-Quads"
    case .turtle: "Turtle"
    case .trig: "TriG"
    case .jsonLD: "JSON-LD"
    case .rdfXML: "RDF/XML"
    }
  }

  /// Whether a document can hold named graphs.
  package var holdsNamedGraphs: Bool { self == .nQuads || self == .trig || self == .jsonLD }

  /// Every name, alias and file extension, lower case without `-`, `_`, `/` and `.`.
  private var aliases: [String] {
    switch self {
    case .nTriples: ["ntriples", "nt"]
    case .nQuads: ["nquads", "nq"]
    case .turtle: ["turtle", "ttl"]
    case .trig: ["trig"]
    case .jsonLD: ["jsonld", "json"]
    case .rdfXML: ["rdfxml", "rdf", "xml", "owl"]
    }
  }

  /// The format that a user named, by any common spelling: `turtle`, `ttl`, `N-Triples`, `rdf/xml`.
  ///
  /// - Throws: `rdf.unknown-format` with the nearest name.
  package init(named name: String) throws(DiagnosedError) {
    let folded = name.lowercased().filter { !"-_/. ".contains($0) }
    if let format = Self.allCases.first(where: { $0.aliases.contains(folded) }) {
      self = format
      return
    }
    let near = NearestName.find(name, in: Self.allCases.flatMap(\.aliases))
    throw DiagnosedError(
      RDFRules.unknownFormat, at: nil,
      [
        .plain("name", name),
        .plain("allowed", Self.allCases.map(\.name).joined(separator: ", ")),
        .plain("suggestion", near.map { "Did you mean \($0)? " } ?? ""),
      ])
  }

  /// The format that a path's extension stands for, `nil` if it stands for none.
  package init?(path: String) {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = path[path.utf8.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.aliases.contains(ending) }) else {
      return nil
    }
    self = format
  }
}
