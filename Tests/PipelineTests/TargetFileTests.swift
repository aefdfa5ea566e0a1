// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RDFIO
import RecordIO
import Testing

@testable import Pipeline

/// Targets of a mapping: what lies in their files, and that nothing lies there when a run fails.
struct TargetFileTests {
  static let line = "<http://e.example/A%20b> <http://e.example/name> \"Zoë\" .\n"

  private static func run(
    _ target: String, rows: String = "id,name\nA b,Zoë\n", in given: TemporaryFolder? = nil
  ) throws -> (folder: TemporaryFolder, output: URL) {
    let folder = try given ?? TemporaryFolder()
    try Data(rows.utf8).write(to: folder.url.appending(path: "a.csv"))
    let mapping = """
      @prefix rml: <http://w3id.org/rml/> .
      @prefix formats: <http://www.w3.org/ns/formats/> .
      <#m> a rml:TriplesMap ;
        rml:logicalSource [ rml:source "a.csv" ; rml:referenceFormulation rml:CSV ] ;
        rml:subjectMap [ rml:template "http://e.example/{id}" ] ;
        rml:predicateObjectMap [
          rml:predicate <http://e.example/name> ;
          rml:objectMap [ rml:reference "name" ;
            rml:logicalTarget [ a rml:LogicalTarget ; \(target) ] ] ] .
      """
    try Data(mapping.utf8).write(to: folder.url.appending(path: "m.rml.ttl"))
    var job = MapJob(mapping: folder.url.appending(path: "m.rml.ttl"), format: .nTriples)
    job.output = folder.url.appending(path: "usual.nt")
    _ = try job.run(progress: { _, _ in }, report: { _ in })
    return (folder, folder.url.appending(path: "out.nt"))
  }

  private static func target(_ more: String) -> String {
    """
    rml:target [ a rml:Target, rml:FilePath ; rml:root rml:MappingDirectory ; rml:path "out.nt" ] ; \(more)
    """
  }

  // What the readers of records make of the file, which unpacks it if need be.
  private static func content(_ file: URL) throws -> String {
    let input = try ByteInput(path: file.path, displayName: "out.nt")
    var bytes: [UInt8] = []
    while try input.read(into: &bytes, upTo: 1 << 16) > 0 {}
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: ["none", "gzip", "zip", "targz", "tarxz"])
  func `a compressed target unpacks to the lines`(name: String) throws {
    let run = try Self.run(
      Self.target("rml:serialization formats:N-Triples ; rml:compression rml:\(name)"))
    #expect(try Self.content(run.output) == Self.line)
    let raw = try Data(contentsOf: run.output)
    let head: [String: [UInt8]] = [
      "none": [0x3C], "gzip": [0x1F, 0x8B], "zip": Array("PK".utf8), "targz": [0x1F, 0x8B],
      "tarxz": [0xFD, 0x37, 0x7A],
    ]
    #expect(raw.starts(with: head[name] ?? []))
    #expect(try Data(contentsOf: run.folder.url.appending(path: "usual.nt")).isEmpty)
  }

  @Test func `the same target twice gives the same bytes`() throws {
    for name in ["gzip", "zip", "targz", "tarxz"] {
      let more = "rml:serialization formats:N-Triples ; rml:compression rml:\(name)"
      let one = try Self.run(Self.target(more))
      let two = try Self.run(Self.target(more))
      #expect(try Data(contentsOf: one.output) == Data(contentsOf: two.output), "\(name)")
    }
  }

  @Test(arguments: [
    ("Turtle", RDFFormat.turtle), ("TriG", .trig), ("JSON-LD", .jsonLD), ("RDF_XML", .rdfXML),
    ("N-Quads", .nQuads),
  ])
  func `a target is written in its syntax`(name: String, format: RDFFormat) throws {
    let run = try Self.run(Self.target("rml:serialization formats:\(name)"))
    let text = try Self.content(run.output)
    let quads = try RDFReader.readAll(bytes: Array(text.utf8), format: format, file: "out")
    let lines = try RDFWriter.write(quads, format: .nTriples, prefixes: [])
    #expect(String(decoding: lines, as: UTF8.self) == Self.line)
  }

  @Test func `a target is written in its encoding`() throws {
    let run = try Self.run(
      Self.target("rml:serialization formats:N-Triples ; rml:encoding rml:UTF-16"))
    let raw = Array(try Data(contentsOf: run.output))
    let isLittle = raw.starts(with: [0xFF, 0xFE])
    #expect(isLittle || raw.starts(with: [0xFE, 0xFF]))
    let units = stride(from: 2, to: raw.count, by: 2).map {
      UInt16(raw[$0 + (isLittle ? 1 : 0)]) << 8 | UInt16(raw[$0 + (isLittle ? 0 : 1)])
    }
    #expect(String(decoding: units, as: UTF16.self) == Self.line)
  }

  @Test func `an unknown syntax is refused at the target`() throws {
    let error = #expect(throws: DiagnosedError.self) {
      _ = try Self.run(Self.target("rml:serialization formats:RDFa"))
    }
    #expect(error?.findings.first?.rule.id == "mapping.target-syntax")
    #expect(error?.findings.first?.place?.file.hasSuffix("m.rml.ttl") == true)
  }

  @Test func `a run that fails leaves neither target nor output`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: DiagnosedError.self) {
      _ = try Self.run(
        Self.target("rml:serialization formats:N-Triples"), rows: "id,name\nA,x\nB,\"open\n",
        in: folder)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(names.sorted() == ["a.csv", "m.rml.ttl"])
  }
}
