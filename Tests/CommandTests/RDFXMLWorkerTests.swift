// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RDFIO
import RDFModel
import TestSupport
import Testing

/// RDF/XML in a process of its own: the same results, and nothing a worker does ends its parent.
@Suite struct RDFXMLWorkerTests {
  private static let good = """
    \u{FEFF}<rdf:RDF xmlns:rdf="\(RDF.namespace)" xmlns:e="http://e/">
    <rdf:Description rdf:about="a" e:p="1"/>
    <rdf:Description rdf:nodeID="b1"><e:p xml:lang="en-GB">"x"&#10;\\ é</e:p>
    <e:q><rdf:Description rdf:ID="x" e:q="2"/></e:q></rdf:Description>
    <rdf:Description e:p="3"><e:n rdf:datatype="http://e/t">&lt;</e:n></rdf:Description>
    </rdf:RDF>
    """

  private static func worker(memory: Int = 1 << 30, seconds: Int = 60) throws -> RDFXMLWorker {
    RDFXMLWorker(
      program: try #require(CommandRun.program).path, memory: memory, seconds: seconds)
  }

  private static func shell(_ script: String, patience: Int = 5) -> RDFXMLWorker {
    RDFXMLWorker(
      program: "/bin/sh", arguments: ["-c", script], memory: 1 << 30, seconds: 1,
      patience: patience)
  }

  private static func failure(
    _ worker: RDFXMLWorker, _ text: String = good, base: String? = "http://b/"
  ) -> Finding? {
    do throws(DiagnosedError) {
      _ = try worker.readAll(bytes: Array(text.utf8), base: base, file: "f.rdf")
      return nil
    } catch {
      return error.findings.first
    }
  }

  @Test func `a worker gives the statements and lines that this process gives`() throws {
    let bytes = Array(Self.good.utf8)
    let read = try Self.worker().readAll(
      bytes: bytes, base: "http://b/", file: "f.rdf", labelPrefix: "d-")
    var here: [Quad] = []
    try RDFReader.read(
      bytes: bytes, format: .rdfXML, base: "http://b/", file: "f.rdf", labelPrefix: "d-"
    ) { here.append($0) }
    #expect(here.count == 6)
    #expect(read.map(\.quad) == here)
    let graph = try RDFReader.readLocated(
      bytes: bytes, format: .rdfXML, base: "http://b/", file: "f.rdf")
    var builder = GraphBuilder()
    for (quad, line) in try Self.worker().readAll(bytes: bytes, base: "http://b/", file: "f.rdf") {
      builder.add(quad.subject, quad.predicate, quad.object, origin: UInt32(line))
    }
    let other = builder.build()
    #expect(graph.triples.indices.map(graph.origin) == other.triples.indices.map(other.origin))
  }

  @Test func `text longer than a pipe holds arrives whole`() throws {
    let long = String(repeating: "é<&\n", count: 700_000)
    let bytes = try RDFWriter.write(
      [Quad(.iri("http://e/s"), .iri("http://e/p"), .literal(long))], format: .rdfXML)
    let read = try Self.worker().readAll(bytes: bytes, file: "f.rdf")
    #expect(read.map(\.quad.object) == [.literal(long)])
  }

  @Test(
    arguments: [
      "<rdf:Description e:p=\"1\"><x:p/></rdf:Description>", "<rdf:Description rdf:nodeID=\"1a\"/>",
      "<rdf:Description rdf:about=\"a\" e:p=\"1\"/>", "<rdf:Description e:p=\"\t\"\u{1}/>",
      "\n<e:a rdf:about=\"http://e/{\"/>", "</rdf:RDF>", "",
      "<rdf:Description rdf:about=\"http://e/\(String(repeating: "a", count: 70_000))\" e:p=\"1\"/>",
    ])
  func `an error is the one that this process finds`(content: String) throws {
    let text = """
      <rdf:RDF xmlns:rdf="\(RDF.namespace)" xmlns:e="http://e/">
      \(content)
      </rdf:RDF>
      """
    var here: Finding?
    do throws(DiagnosedError) {
      try RDFReader.read(bytes: Array(text.utf8), format: .rdfXML, file: "f.rdf") { _ in }
    } catch { here = error.findings.first }
    #expect(Self.failure(try Self.worker(), text, base: nil) == here)
    #expect((here == nil) == content.isEmpty)
  }

  @Test func `documents of the W3C suite give the same in both`() throws {
    guard let root = SharedFolder.find("suites/rdf") else { return }
    let files = try #require(
      FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    )
    .compactMap { $0 as? URL }.filter { $0.pathExtension == "rdf" }
    #expect(files.count > 100)
    let worker = try Self.worker()
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file))
      let here = Result { () throws(DiagnosedError) in
        try RDFReader.readAll(bytes: bytes, format: .rdfXML, base: "http://b/", file: "f.rdf")
      }
      let there = Result { () throws(DiagnosedError) in
        try worker.readAll(bytes: bytes, base: "http://b/", file: "f.rdf").map(\.quad)
      }
      #expect(here == there, "\(file.lastPathComponent)")
    }
  }

  @Test(
    arguments: [
      ("kill -SEGV $$", "crashed or ran out of memory (signal 11)"),
      ("kill -KILL $$", "was killed for the time or the memory it took"),
      ("kill -XCPU $$", "took too much time"),
      ("exit 3", "ended with code 3"),
      ("exit 0", "gave an answer without an end"),
      ("echo '<http://e/s> <http://e/p> \"1\" <line:2> .'", "gave an answer without an end"),
      ("printf '#end'", "gave an answer without an end"),
      ("printf '#error\\trdf.unreadable\\t1\\n'", "gave an answer without an end"),
      ("printf '#error\\trdf.xml-syntax\\t1\\tother\\tx\\n'", "gave an answer without an end"),
      ("echo garbage; echo '#end'", "gave an answer that is not as it must be"),
      ("printf '\\377\\n#end\\n'", "gave an answer that is not as it must be"),
      (
        "echo '<http://e/s> <http://e/p> \"1\" .'; echo '#end'",
        "gave an answer that is not as it must be"
      ),
      (
        "echo '<http://e/s> <http://e/p> <a b> <line:1> .'; echo '#end'",
        "gave an answer that is not as it must be"
      ),
      ("echo '#end'; kill -SEGV $$", "crashed or ran out of memory (signal 11)"),
    ])
  func `a worker that misbehaves is an error of the document`(script: String, problem: String)
    throws
  {
    let finding = try #require(Self.failure(Self.shell(script)))
    #expect(finding.rule == RDFRules.workerFailed)
    #expect(finding.place == SourcePlace(file: "f.rdf"))
    #expect(
      finding.message() == """
        The RDF/XML parser, a process of its own, \(problem); it may take 1 s and 1024 MiB.
        """)
  }

  @Test(arguments: ["sleep 60", "exec >&-; sleep 60", "while :; do echo '# x'; done"])
  func `a worker that takes too long is stopped`(script: String) throws {
    let start = ContinuousClock.now
    let finding = try #require(Self.failure(Self.shell(script, patience: 1)))
    #expect(finding.message().contains("took too much time"))
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func `the limits hold in the worker`() throws {
    let text = String(repeating: "<rdf:Description e:p=\"1\"/>\n", count: 400_000)
    let head = "<rdf:RDF xmlns:rdf=\"\(RDF.namespace)\" xmlns:e=\"http://e/\">"
    let document = head + text + "</rdf:RDF>"
    let small = try #require(Self.failure(try Self.worker(memory: 1 << 20), document))
    #expect(small.rule == RDFRules.workerFailed, "\(small.message())")
  }

  @Test func `a program that is not there is an environment's fault`() throws {
    let finding = try #require(Self.failure(RDFXMLWorker(program: "/nowhere/fairway")))
    #expect(finding.rule == RDFRules.parserUnavailable)
  }

  @Test func `the program reads RDF XML in a worker and does not speak of it`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "fairway-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = Self.good.replacing("rdf:about=\"a\"", with: "rdf:about=\"http://e/a\"")
      .replacing("rdf:ID=\"x\"", with: "")
    try text.write(to: folder.appending(path: "a.rdf"), atomically: true, encoding: .utf8)
    try text.replacing("</rdf:RDF>", with: "").write(
      to: folder.appending(path: "bad.rdf"), atomically: true, encoding: .utf8)
    let run = try CommandRun(["convert", "a.rdf", "--to", "nquads"], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.split(separator: "\n").count == 6)
    let bad = try CommandRun(["convert", "bad.rdf", "--to", "nquads"], in: folder)
    #expect(bad.code == 3)
    #expect(bad.errors.contains("bad.rdf:5:1: "), "\(bad.errors)")
    #expect(!(try CommandRun(["--help-hidden"], in: folder).output.contains("worker")))
  }
}
