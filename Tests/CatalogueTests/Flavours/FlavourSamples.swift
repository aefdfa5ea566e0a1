// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import Foundation
import RDFIO
import RDFModel
import TestSupport

/// The flavours that ship, and a short way to write descriptions.
enum FlavourSamples {
  static let set = Result { try FlavourSet(files()) }

  static func files() throws -> [(graph: Graph, file: String)] {
    let folder = SharedFolder.packageRoot.appending(path: "Ontologies/flavours")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(".ttl") }.sorted().map { name in
      (try RDFReader.readGraph(path: folder.appending(path: name).path), name)
    }
  }

  static let prefixes: [(String, String)] = [
    (
      "ac",
      "https://eucaim.github.io/eucaim_dcat_ap/releases/controlled-vocabularies/access-conditions/#"
    ),
    ("acceptance", "https://hdeu-dcat.acceptance.data.health.europa.eu/resource/authority/"),
    ("adms", "http://www.w3.org/ns/adms#"), ("csvw", "http://www.w3.org/ns/csvw#"),
    ("cv", "http://data.europa.eu/m8g/"), ("d", "https://example.org/d#"),
    ("dcat", "http://www.w3.org/ns/dcat#"), ("dcatap", "http://data.europa.eu/r5r/"),
    ("dct", "http://purl.org/dc/terms/"), ("dpv", "https://w3id.org/dpv#"),
    (
      "duc",
      "https://eucaim.github.io/eucaim_dcat_ap/releases/controlled-vocabularies/data-use-conditions/"
    ),
    ("eu", "http://publications.europa.eu/resource/authority/"),
    ("eucaim", "https://cancerimage.eu/ontology/EUCAIM#"), ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("fwf", "https://w3id.org/fairway/flavour#"), ("geodcatap", "http://data.europa.eu/930/"),
    ("health", "http://healthdataportal.eu/ns/health#"),
    ("healthdcatap", "https://w3id.org/healthdcat-ap#"), ("odrl", "http://www.w3.org/ns/odrl/2/"),
    ("pd", "https://w3id.org/dpv/pd#"), ("pd2", "https://w3id.org/dpv/dpv-pd#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("r8", "https://hdeu-dcat.data.health.europa.eu/resource/authority/"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("sct", "http://purl.bioontology.org/ontology/SNOMEDCT/"),
    ("sh", "http://www.w3.org/ns/shacl#"), ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("spdx", "http://spdx.org/rdf/terms#"), ("time", "http://www.w3.org/2006/time#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
  ]

  /// Statements of a Turtle text without its prefixes.
  static func quads(_ turtle: String) throws -> [Quad] {
    let head = prefixes.map { "@prefix \($0.0): <\($0.1)> ." }.joined(separator: "\n")
    return try RDFReader.readAll(
      bytes: Array((head + "\n" + turtle).utf8), format: .turtle, file: "t.ttl"
    ).sorted()
  }

  /// A flavour of one rewrite, declared in Turtle as `d:r`.
  static func flavour(_ rewrite: String) throws -> Flavour {
    let text = """
      d:f a fwf:Flavour ; fwf:name "f" ; fwf:rewrites ( d:r ) .
      d:r rdfs:label "A rewrite"@en .
      \(rewrite)
      """
    return try FlavourSet([(graph(text), "f.ttl")]).flavour("f")
  }

  static func graph(_ turtle: String) throws -> Graph {
    let head = prefixes.map { "@prefix \($0.0): <\($0.1)> ." }.joined(separator: " ")
    var builder = GraphBuilder()
    try RDFReader.read(
      bytes: Array((head + " " + turtle).utf8), format: .turtle, file: "f.ttl", into: &builder)
    return builder.build()
  }

  /// What the rewrite of a flavour makes of a description.
  static func apply(_ rewrite: String, to turtle: String) throws -> FlavourOutcome {
    try flavour(rewrite).apply(to: quads(turtle))
  }
}

extension FlavourOutcome {
  /// Each change as its effect, its number of statements and what it says.
  var inShort: [String] {
    changes.map { change in
      "\(change.effect.rawValue) \(change.weight)" + (change.note.isEmpty ? "" : ": \(change.note)")
    }
  }

  /// What the reader asks for where others disagree.
  var asked: [String] {
    missing { !$0.contains(".mandatory") }.map { "\($0.severity.word): \($0.note)" }
  }

  /// What the reader asks for that others mostly do as well.
  var mandatory: [String] { missing { $0.contains(".mandatory") }.map(\.note) }

  private func missing(_ isMeant: (String) -> Bool) -> [FlavourChange] {
    changes.filter { $0.effect == .missing && isMeant(flavour.rewrites[$0.rewrite].iri) }
  }
}
