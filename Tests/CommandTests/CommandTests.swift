// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Runs the built program as scripts do.
struct CommandRun {
  let code: Int32
  let output: String
  let errors: String

  /// The program beside the test bundle.
  static let program: URL? = {
    // The test bundle lies in the folder of the products.
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appending(path: "fairway")
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    let built = SharedFolder.packageRoot.appending(path: ".build/debug/fairway")
    return FileManager.default.fileExists(atPath: built.path) ? built : nil
  }()

  init(
    _ arguments: [String], in folder: URL, input: String? = nil,
    environment: [String: String] = [:]
  ) throws {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let out = folder.appending(path: ".out")
    let err = folder.appending(path: ".err")
    for file in [out, err] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    if let input {
      let pipe = Pipe()
      process.standardInput = pipe
      try process.run()
      pipe.fileHandleForWriting.write(Data(input.utf8))
      try pipe.fileHandleForWriting.close()
    } else {
      process.standardInput = FileHandle.nullDevice
      try process.run()
    }
    process.waitUntilExit()
    code = process.terminationStatus
    output = try String(contentsOf: out, encoding: .utf8)
    errors = try String(contentsOf: err, encoding: .utf8)
  }
}

@Suite struct CommandTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "fairway-\(UUID().uuidString)")
  private let demo = SharedFolder.packageRoot.appending(path: "Pipelines/demo.yaml").path

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func write(_ text: String, to name: String) throws {
    try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
  }

  private func writeMapping() throws {
    try write("id;sex\n1;F\n2;M\n", to: "people.csv")
    try write(
      """
      prefixes: {ex: "http://example.org/"}
      mappings:
        person:
          sources: [[people.csv~csv]]
          s: ex:$(id)
          po: [[ex:sex, $(sex)]]

      """, to: "people.yarrrml.yaml")
  }

  @Test func `the demo ends with 0 and says where report and catalogue lie`() throws {
    let run = try CommandRun(["run", demo, "--output", "out"], in: folder)
    #expect(run.code == 0)
    #expect(run.output.contains("files in out\n"))
    #expect(run.output.contains("report.html"))
    #expect(run.output.contains("catalogue/catalog.ttl"))
    #expect(run.errors.isEmpty, "nothing goes to standard error when it is no terminal")
    #expect(!run.output.contains("\u{1B}"), "no colours when standard output is no terminal")
  }

  @Test func `publish and export give the feed that the run gave`() throws {
    #expect(try CommandRun(["run", demo, "--output", "out", "--quiet"], in: folder).code == 0)
    let published = try CommandRun(
      ["publish", "out", "--catalogue", "catalogue.sqlite"], in: folder)
    #expect(published.code == 0)
    #expect(published.errors.split(separator: "\n").count == 3)
    let exported = try CommandRun(
      ["export", "--catalogue", "catalogue.sqlite", "--output", "feed"], in: folder)
    #expect(exported.code == 0)
    for form in ["ttl", "jsonld", "rdf", "nt"] {
      let name = "catalog.\(form)"
      let ours = try Data(contentsOf: folder.appending(path: "feed/\(name)"))
      #expect(ours == (try Data(contentsOf: folder.appending(path: "out/catalogue/\(name)"))))
    }
  }

  @Test func `a mapping is translated into RML, with values from outside`() throws {
    try write(
      """
      prefixes: {ex: "http://example.org/"}
      mappings:
        person:
          sources: [["$(_file).csv~csv"]]
          s: ex:$(id)
          po: [[ex:sex, $(sex)]]

      """, to: "people.yarrrml.yaml")
    let run = try CommandRun(
      ["mapping", "translate", "people.yarrrml.yaml", "--external", "file=people"], in: folder)
    #expect(run.code == 0)
    #expect(run.output.contains("map:person a rml:TriplesMap ;\n"))
    #expect(run.output.contains("rml:path \"people.csv\" ;\n"))
    #expect(run.errors == "1 triples map\n")
    let wrong = try CommandRun(
      ["mapping", "translate", "people.yarrrml.yaml", "--external", "file"], in: folder)
    #expect(wrong.code == 2)
  }

  @Test func `a dry run writes nothing and lists what it would write`() throws {
    let run = try CommandRun(["run", demo, "--output", "out", "--dry-run"], in: folder)
    #expect(run.code == 0)
    #expect(run.errors.contains("would write out/report.html\n"))
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "out").path))
  }

  @Test func `map writes N-Quads to standard output and counts to standard error`() throws {
    try writeMapping()
    let run = try CommandRun(["map", "people.yarrrml.yaml"], in: folder)
    #expect(run.code == 0)
    #expect(
      run.output == """
        <http://example.org/1> <http://example.org/sex> "F" .
        <http://example.org/2> <http://example.org/sex> "M" .

        """)
    #expect(run.errors == "2 records, 2 statements\n")
  }

  @Test(arguments: [
    (
      "turtle",
      "@prefix ex: <http://example.org/> .\n\nex:1 ex:sex \"F\" .\n\nex:2 ex:sex \"M\" .\n"
    ),
    ("ntriples", "<http://example.org/1> <http://example.org/sex> \"F\" .\n"),
  ])
  func `map writes the syntax it is asked for`(format: String, start: String) throws {
    try writeMapping()
    let run = try CommandRun(["map", "people.yarrrml.yaml", "--format", format], in: folder)
    #expect(run.code == 0)
    #expect(run.output.hasPrefix(start))
  }

  @Test func `an unknown column is exit 3, at the mapping's line, and leaves no output`() throws {
    try writeMapping()
    try write("id;gender\n1;F\n", to: "people.csv")
    let run = try CommandRun(
      ["map", "people.yarrrml.yaml", "--output", "people.nq"], in: folder)
    #expect(run.code == 3)
    #expect(run.errors.hasPrefix("people.yarrrml.yaml:6:"))
    #expect(run.errors.contains("sex"))
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "people.nq").path))
  }

  @Test func `convert reads and writes, and a syntax error is exit 3 with line and column`() throws
  {
    try write("@prefix ex: <http://example.org/> .\nex:a ex:b ex:c .\n", to: "good.ttl")
    try write("@prefix ex: <http://example.org/> .\nex:a ex:b .\n", to: "bad.ttl")
    let good = try CommandRun(["convert", "good.ttl", "--to", "ntriples"], in: folder)
    #expect(good.code == 0)
    #expect(
      good.output == "<http://example.org/a> <http://example.org/b> <http://example.org/c> .\n")
    let bad = try CommandRun(["convert", "bad.ttl", "--to", "ntriples"], in: folder)
    #expect(bad.code == 3)
    #expect(bad.errors.hasPrefix("bad.ttl:2:11: violation: "))
  }

  @Test func `convert --canonical writes the same bytes whatever the labels`() throws {
    try write("_:a <http://ex.org/p> _:b . _:b <http://ex.org/q> 1 .\n", to: "one.ttl")
    try write("_:x <http://ex.org/q> 1 . _:a <http://ex.org/p> _:x .\n", to: "other.ttl")
    let arguments = ["--to", "nquads", "--canonical"]
    let one = try CommandRun(["convert", "one.ttl"] + arguments, in: folder)
    let other = try CommandRun(["convert", "other.ttl"] + arguments, in: folder)
    #expect(one.code == 0)
    #expect(one.output.contains("_:c14n0 <http://ex.org/"))
    #expect(one.output == other.output)
    #expect(one.errors.contains("2 statements, content sha256 "))
    #expect(one.errors == other.errors)
    let clique = (0..<81).map { "_:a\($0 / 9) <http://ex.org/p> _:a\($0 % 9) .\n" }
    try write(clique.joined(), to: "clique.nt")
    let alike = try CommandRun(["convert", "clique.nt"] + arguments, in: folder)
    #expect(alike.code == 3)
    #expect(alike.errors.hasPrefix("clique.nt: violation: rdf.too-alike: "))
  }

  private func writeShapes() throws {
    try write(
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix ex: <http://example.org/> .
      ex:PersonShape a sh:NodeShape ; sh:targetClass ex:Person ;
        sh:property [ sh:path ex:name ; sh:minCount 1 ; sh:name "name" ] .

      """, to: "shapes.ttl")
    try write(
      "@prefix ex: <http://example.org/> .\nex:a a ex:Person .\n", to: "data.ttl")
  }

  @Test func `validate ends with 1 when a result counts, at the line of the data`() throws {
    try writeShapes()
    let run = try CommandRun(["validate", "data.ttl", "--shapes", "shapes.ttl"], in: folder)
    #expect(run.code == 1)
    #expect(run.output.hasPrefix("data.ttl:2:1: violation: shacl.min-count: "))
    let tolerant = try CommandRun(
      ["validate", "data.ttl", "--shapes", "shapes.ttl", "--fail-on", "never"], in: folder)
    #expect(tolerant.code == 0)
  }

  @Test func `map checks while it maps, and tells results apart from data`() throws {
    try writeShapes()
    try write("id\n1\n2\n", to: "people.csv")
    try write(
      """
      prefixes: {ex: "http://example.org/"}
      sources: {people: [people.csv~csv]}
      mappings: {person: {sources: people, s: "ex:$(id)", po: [[a, ex:Person]]}}
      """, to: "people.yarrrml.yaml")
    let command = ["map", "people.yarrrml.yaml", "--shapes", "shapes.ttl"]
    let (place, both) = ("people.csv:2: violation: shacl.", try CommandRun(command, in: folder))
    #expect(both.code == 1 && both.output.split(separator: "\n").count == 2)
    #expect(both.errors.hasPrefix(place))
    #expect(both.errors.hasSuffix("2 focus nodes\n2 records, 2 statements\n"))
    let file = try CommandRun(command + ["--output", "out.nt", "--fail-on", "never"], in: folder)
    #expect(file.code == 0)
    #expect(file.output.hasPrefix(place))
    #expect(file.errors == "2 records, 2 statements\n")
    let report = try CommandRun(
      command + ["--report", "report.ttl", "--report-format", "turtle", "--json"], in: folder)
    #expect(report.output.split(separator: "\n").count == 2)
    #expect(report.errors.contains("\"results\" : 2"))
    let turtle = try String(contentsOf: folder.appending(path: "report.ttl"), encoding: .utf8)
    #expect(turtle.components(separatedBy: "sh:MinCountConstraintComponent").count == 3)
    #expect(!turtle.contains("http://example.org/1"))
    let json = try CommandRun(command + ["--report-format", "json"], in: folder)
    #expect(json.errors.contains("\"place\" : \"people.csv:2\""))
    #expect(!json.errors.contains("http://example.org/1"))
    let shown = try CommandRun(command + ["--report-format", "json", "--show-values"], in: folder)
    #expect(shown.errors.contains("\"focusNode\" : \"<http://example.org/1>\""))
    #expect(try CommandRun(command + ["--quiet"], in: folder).errors.isEmpty)
    #expect(try CommandRun(["map", "people.yarrrml.yaml", "--limit", "2"], in: folder).code == 2)
  }

  @Test func `JSON-LD is converted and validated, and a remote context is exit 3`() throws {
    try writeShapes()
    try write(
      "{ \"@context\": { \"@vocab\": \"http://example.org/\" },\n"
        + "  \"@id\": \"http://example.org/a\",\n  \"@type\": \"Person\" }\n", to: "data.jsonld")
    let turtle = try CommandRun(["convert", "data.jsonld", "--to", "turtle"], in: folder)
    #expect(turtle.code == 0)
    #expect(turtle.output.contains("<http://example.org/a> a <http://example.org/Person> ."))
    let checked = try CommandRun(
      ["validate", "data.jsonld", "--shapes", "shapes.ttl"], in: folder)
    #expect(checked.code == 1)
    #expect(checked.output.contains("data.jsonld:3:1: violation: shacl.min-count: "))
    try write("{\n  \"@context\": \"https://example.org/context\" }\n", to: "remote.jsonld")
    let remote = try CommandRun(["convert", "remote.jsonld", "--to", "turtle"], in: folder)
    #expect(remote.code == 3)
    #expect(remote.errors.hasPrefix("remote.jsonld:2:15: violation: rdf.remote-context: "))
  }

  @Test func `validate writes a SHACL report as Turtle and the results as JSON`() throws {
    try writeShapes()
    let turtle = try CommandRun(
      ["validate", "data.ttl", "--shapes", "shapes.ttl", "--format", "turtle"], in: folder)
    #expect(turtle.output.contains("sh:ValidationReport"))
    #expect(turtle.output.contains("sh:MinCountConstraintComponent"))
    let json = try CommandRun(
      ["validate", "data.ttl", "--shapes", "shapes.ttl", "--json"], in: folder)
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    let document = try #require(object as? [String: Any])
    #expect(document["conforms"] as? Bool == false)
    #expect(
      (document["findings"] as? [[String: Any]])?.first?["rule"] as? String == "shacl.min-count")
  }

  private func writeMany() throws {
    try write(
      "@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix ex: <http://example.org/> .\n"
        + "ex:S a sh:NodeShape ; sh:targetClass ex:P ;\n  sh:property [ sh:path ex:name ; "
        + "sh:minCount 1 ] ;\n  sh:sparql [ sh:select \"SELECT $this WHERE {}\" ] .\n",
      to: "shapes.ttl")
    let people = (1...5).map { "ex:p\($0) a ex:P .\n" }.joined()
    try write("@prefix ex: <http://example.org/> .\n" + people, to: "data.ttl")
  }

  @Test func `validate sums up results in a table, and shows as many as asked for`() throws {
    try writeMany()
    let all = try CommandRun(["validate", "data.ttl", "--shapes", "shapes.ttl"], in: folder)
    #expect(all.output.components(separatedBy: "has no name").count == 6)
    #expect(
      all.output.contains(
        """
        results  rule             path  shape           first place
              5  shacl.min-count  name  shapes.ttl:4:1  data.ttl:2:1
        """))
    #expect(!all.output.contains("not shown"))
    let some = try CommandRun(
      ["validate", "data.ttl", "--shapes", "shapes.ttl", "--limit", "2"], in: folder)
    #expect(some.code == 1)
    #expect(some.output.components(separatedBy: "has no name").count == 3)
    #expect(
      some.output.contains(
        "  … and 3 more of shacl.min-count by the property shape for “name” at shapes.ttl:4\n"))
    #expect(some.output.hasSuffix("3 of 5 results are not shown (--limit 2)\n"))
    let json = try CommandRun(
      ["validate", "data.ttl", "--shapes", "shapes.ttl", "--limit", "2", "--json"], in: folder)
    #expect(json.output.components(separatedBy: "has no name").count == 6)
    let none = try CommandRun(
      ["validate", "data.ttl", "--shapes", "shapes.ttl", "--limit", "0"], in: folder)
    #expect(none.code == 2)
  }

  @Test(arguments: ["text", "json", "turtle"])
  func `what needs SPARQL is named as not evaluated in every form`(form: String) throws {
    try writeMany()
    let run = try CommandRun(
      ["validate", "data.ttl", "--shapes", "shapes.ttl", "--format", form], in: folder)
    #expect(
      run.output.contains("sh:sparql of <http://example.org/S>: only SHACL Core is evaluated"))
    #expect(run.output.lowercased().contains("evaluated"))
  }

  @Test func `an import of shapes that ship with the program is read, any other is a finding`()
    throws
  {
    try write(
      "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n<http://example.org/o> owl:imports\n"
        + "  <https://w3id.org/fairway/model/shapes> ,\n  <http://example.org/missing> .\n",
      to: "shapes.ttl")
    try write("@prefix ex: <http://example.org/> .\nex:a a ex:Person .\n", to: "data.ttl")
    let run = try CommandRun(["validate", "data.ttl", "--shapes", "shapes.ttl"], in: folder)
    #expect(
      run.output.hasPrefix(
        "shapes.ttl:4:1: warning: shacl.import-missing: <http://example.org/missing> is imported"))
    #expect(!run.output.contains("<https://w3id.org/fairway/model/shapes> is imported"))
    #expect(!run.output.contains("shacl.nothing-targeted"))
  }

  @Test func `report shows a run again, and a folder without a run is exit 3`() throws {
    #expect(try CommandRun(["run", demo, "--output", "out", "--quiet"], in: folder).code == 0)
    let text = try CommandRun(["report", "out"], in: folder)
    #expect(text.code == 0)
    #expect(text.output.hasPrefix("Fairway "))
    let json = try CommandRun(["report", "out", "--json"], in: folder)
    #expect(json.output.hasPrefix("{"))
    let nothing = try CommandRun(["report", "."], in: folder)
    #expect(nothing.code == 3)
    #expect(nothing.errors.contains("run.not-a-run"))
  }

  @Test(arguments: [
    ["run"], ["run", "x.yaml", "--no-such-option"], ["map", "x.yaml", "--format", "excel"],
    ["run", "x.yaml", "--threads", "0"], ["nonsense"],
  ])
  func `wrong usage is exit 2`(arguments: [String]) throws {
    #expect(try CommandRun(arguments, in: folder).code == 2)
  }

  @Test func `a missing pipeline is exit 3`() throws {
    let run = try CommandRun(["run", "nowhere.yaml"], in: folder)
    #expect(run.code == 3)
    #expect(run.errors.hasPrefix("nowhere.yaml: violation: "))
  }

  @Test func `an output that cannot be written is exit 4`() throws {
    try writeMapping()
    try write("a file, no folder", to: "taken")
    let run = try CommandRun(
      ["map", "people.yarrrml.yaml", "--output", "taken/people.nq"], in: folder)
    #expect(run.code == 4)
    #expect(run.errors.contains("output.cannot-write"))
  }

  @Test func `a configuration file stands in for options, and its faults have lines`() throws {
    try writeMapping()
    try write("quiet: true\nthreads: 2\n", to: "fairway.options.yaml")
    let quiet = try CommandRun(
      ["map", "people.yarrrml.yaml", "--config", "fairway.options.yaml"], in: folder)
    #expect(quiet.code == 0)
    #expect(quiet.errors.isEmpty)
    try write("quite: true\n", to: "wrong.yaml")
    let wrong = try CommandRun(
      ["map", "people.yarrrml.yaml", "--config", "wrong.yaml"], in: folder)
    #expect(wrong.code == 3)
    #expect(wrong.errors.hasPrefix("wrong.yaml:1:1: violation: yaml.unknown-key"))
    #expect(wrong.errors.contains("quiet"))
  }

  @Test func `records come from standard input where the mapping says so`() throws {
    try write(
      """
      prefixes: {ex: "http://example.org/"}
      mappings:
        person:
          sources: [["-~csv"]]
          s: ex:$(id)
          po: [[ex:sex, $(sex)]]

      """, to: "stdin.yarrrml.yaml")
    let run = try CommandRun(["map", "stdin.yarrrml.yaml"], in: folder, input: "id,sex\n7,F\n")
    #expect(run.code == 0)
    #expect(run.output == "<http://example.org/7> <http://example.org/sex> \"F\" .\n")
  }

  @Test func `XML in a column of a table is iterated by a view`() throws {
    try write(
      """
      id,codes
      7,"<x:l xmlns:x='urn:x'><x:c n='1'>A</x:c><x:c n='2'>B</x:c></x:l>"
      8,<l xmlns='urn:x'><c n='3'>C</c></l>

      """, to: "data.csv")
    try write(
      """
      @prefix rml: <http://w3id.org/rml/> .
      @prefix ex: <http://example.org/> .
      ex:source a rml:LogicalSource ; rml:referenceFormulation rml:CSV ;
        rml:source [ a rml:FilePath ; rml:root rml:MappingDirectory ;
          rml:path "data.csv" ] .
      ex:view a rml:LogicalView ; rml:viewOn ex:source ;
        rml:field [ rml:fieldName "id" ; rml:reference "id" ] ;
        rml:field [ rml:fieldName "codes" ; rml:reference "codes" ;
          rml:field [ a rml:IterableField ; rml:fieldName "code" ; rml:iterator "//y:c" ;
            rml:referenceFormulation [ a rml:XPathReferenceFormulation ; rml:namespace [
              rml:namespacePrefix "y" ; rml:namespaceURL "urn:x" ] ] ;
            rml:field [ rml:fieldName "text" ; rml:reference "." ] ;
            rml:field [ rml:fieldName "n" ; rml:reference "@n" ] ] ] .
      ex:map a rml:TriplesMap ; rml:logicalSource ex:view ;
        rml:subjectMap [ rml:template "http://example.org/{id}/{codes.code.n}" ] ;
        rml:predicateObjectMap [ rml:predicate ex:code ;
          rml:objectMap [ rml:reference "codes.code.text" ] ] .

      """, to: "view.rml.ttl")
    let run = try CommandRun(["map", "view.rml.ttl"], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    #expect(
      run.output == """
        <http://example.org/7/1> <http://example.org/code> "A" .
        <http://example.org/7/2> <http://example.org/code> "B" .
        <http://example.org/8/3> <http://example.org/code> "C" .

        """)
    let mapping = try String(
      contentsOf: folder.appending(path: "view.rml.ttl"), encoding: .utf8)
    try write(mapping.replacing("//y:c", with: "//z:c"), to: "wrong.rml.ttl")
    let wrong = try CommandRun(["map", "wrong.rml.ttl"], in: folder)
    #expect(wrong.errors.hasPrefix("wrong.rml.ttl:9:1: violation: xml.unbound-prefix"))
  }

  @Test(arguments: [
    ("-~jsonpath", "$.list[*]", #"{"list":[{"id":7,"sex":"F"}]}"#),
    ("-~jsonpath", "$..[?@.sex == 'F']", #"{"list":[{"id":7,"sex":"F"},{"id":8,"sex":"M"}]}"#),
    ("-~xpath", "/list/p", "<list><p><id>7</id><sex>F</sex></p></list>"),
    ("-~xpath", "//p[sex='F']", "<list><p><id>7</id><sex>F</sex></p><p/></list>"),
  ])
  func `JSON and XML come from standard input, by plain paths and others`(
    source: String, iterator: String, input: String
  ) throws {
    try write(
      """
      prefixes: {ex: "http://example.org/"}
      mappings:
        person:
          sources: [["\(source)", "\(iterator)"]]
          s: ex:$(id)
          po: [[ex:sex, $(sex)]]

      """, to: "stdin.yarrrml.yaml")
    let run = try CommandRun(["map", "stdin.yarrrml.yaml"], in: folder, input: input)
    #expect(run.code == 0)
    #expect(run.output == "<http://example.org/7> <http://example.org/sex> \"F\" .\n")
  }
}
