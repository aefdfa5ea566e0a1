// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Pipeline
import Terminology
import Testing

/// The binary index beside a vocabulary: when it is trusted, and where it stands.
@Suite struct VocabularyFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func skos(_ label: String) -> String {
    """
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    <urn:a> a skos:Concept ; skos:prefLabel "\(label)"@en ; skos:broader <urn:b> .
    <urn:b> a skos:Concept ; skos:prefLabel "above"@en ; skos:topConceptOf <urn:scheme> .

    """
  }

  private func file(_ name: String = "v.ttl") -> VocabularyFile {
    var file = VocabularyFile(folder.url.appending(path: "vocabularies/\(name)"))
    file.cache = folder.url.appending(path: "cache")
    return file
  }

  private func write(_ text: String, to file: VocabularyFile) throws {
    try FileManager.default.createDirectory(
      at: file.url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file.url)
  }

  private func label(_ vocabulary: Vocabulary) throws -> String {
    vocabulary.label(try #require(vocabulary.concept("urn:a")))
  }

  @Test func `the index stands beside the file and is made anew when the file changes`() throws {
    let file = file()
    try write(Self.skos("one"), to: file)
    #expect(try label(file.open()) == "one")
    #expect(FileManager.default.fileExists(atPath: file.indexes[0].path))
    #expect(try label(file.open()) == "one")
    try write(Self.skos("two"), to: file)
    #expect(try label(file.open()) == "two", "of the same size")
    try write(Self.skos("three"), to: file)
    #expect(try label(file.open()) == "three")
  }

  @Test func `a file that was only touched keeps its index`() throws {
    let file = file()
    try write(Self.skos("one"), to: file)
    let first = try file.open()
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: file.url.path)
    let second = try file.open()
    #expect(second.stamp.modified != first.stamp.modified)
    #expect(second.stamp.hash == first.stamp.hash)
    #expect(Array(second.bytes[64...]) == Array(first.bytes[64...]))
  }

  @Test func `a change that puts size and time back is seen all the same`() throws {
    let file = file()
    try write(Self.skos("one"), to: file)
    let attributes = try FileManager.default.attributesOfItem(atPath: file.url.path)
    #expect(try label(file.open()) == "one")
    try write(Self.skos("two"), to: file)
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(attributes[.modificationDate])],
      ofItemAtPath: file.url.path)
    #expect(try label(file.open()) == "two")
  }

  @Test func `a damaged index is not trusted`() throws {
    let file = file()
    try write(Self.skos("one"), to: file)
    _ = try file.open()
    var index = Array(try Data(contentsOf: file.indexes[0]))
    index[index.count / 2] ^= 1
    try Data(index).write(to: file.indexes[0])
    #expect(try label(file.open()) == "one")
  }

  @Test func `where nothing may stand beside the file, the index goes to the cache`() throws {
    let file = file()
    try write(Self.skos("one"), to: file)
    // A folder in the index's place stops every user, root included.
    try FileManager.default.createDirectory(
      at: file.indexes[0].appending(path: "x"), withIntermediateDirectories: true)
    #expect(try label(file.open()) == "one")
    #expect(FileManager.default.fileExists(atPath: file.indexes[1].path))
    #expect(try label(file.open()) == "one")
  }

  @Test(arguments: [
    (
      "v.owl",
      """
      <?xml version="1.0"?>
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#" xmlns:owl="http://www.w3.org/2002/07/owl#">
        <owl:Ontology rdf:about="urn:o"/>
        <owl:Class rdf:about="urn:a"><rdfs:label>one</rdfs:label>
          <rdfs:subClassOf rdf:resource="urn:b"/></owl:Class>
        <owl:Class rdf:about="urn:b"/><owl:Class rdf:about="urn:c"/>
      </rdf:RDF>
      """
    ),
    (
      "turtle.owl",
      """
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      <urn:o> a owl:Ontology .
      <urn:a> a owl:Class ; rdfs:label "one" ; rdfs:subClassOf <urn:b> .
      <urn:b> a owl:Class . <urn:c> a owl:Class .
      """
    ),
  ])
  func `an ontology in RDF/XML or Turtle states its whole hierarchy`(
    _ name: String, _ text: String
  ) throws {
    let file = file(name)
    try write(text, to: file)
    let vocabulary = try file.open()
    #expect(try label(vocabulary) == "one")
    #expect(vocabulary.membership(of: "urn:a", in: "urn:b") == .yes)
    #expect(vocabulary.membership(of: "urn:a", in: "urn:c") == .no)
  }

  @Test func `a file without concepts is refused, and one that is missing`() throws {
    let file = file()
    try write("<urn:a> <urn:b> <urn:c> .\n", to: file)
    #expect(throws: DiagnosedError.self) { try file.open() }
    let error = #expect(throws: DiagnosedError.self) { try self.file("absent.ttl").open() }
    #expect(error?.findings.first?.rule == PipelineRules.notReadable)
  }

  @Test func `what is imported can be opened by name, and replaces what was imported before`()
    throws
  {
    let shelf = VocabularyShelf(folder.url.appending(path: "shelf"))
    let file = file()
    try write(Self.skos("one"), to: file)
    #expect(try shelf.importFiles([file.url], as: "my vocabulary").count == 2)
    try write(Self.skos("two"), to: file)
    _ = try shelf.importFiles([file.url], as: "my vocabulary")
    let found = shelf.vocabularies()
    #expect(found.map(\.name) == ["my-vocabulary"])
    #expect(try label(try #require(found.first)) == "two")
  }
}
