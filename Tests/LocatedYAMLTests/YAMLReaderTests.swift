// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import LocatedYAML
import Testing

struct YAMLReaderTests {
  enum Colour: String, CaseIterable {
    case red
    case green
  }

  struct Opened {
    let reader: YAMLReader
    let root: YAMLMapping
  }

  func open(_ text: String, keys: [YAMLKey]) throws -> Opened {
    let node = try LocatedYAML.parse(bytes: Array(text.utf8), file: "p.yaml")
    let reader = YAMLReader()
    let root = try #require(reader.mapping(node, as: "the pipeline", keys: keys))
    return Opened(reader: reader, root: root)
  }

  func problems(_ opened: Opened) -> [String] {
    do {
      return described(try opened.reader.finish())
    } catch {
      return described(error.findings)
    }
  }

  @Test func `values of every kind are read`() throws {
    let text = """
      name: 007
      threads: 4
      strict: true
      colour: green
      inputs: one.csv
      outputs: [a, b]
      inner: {x: 1}
      each:
        - x: 2
        - x: 3
      terms: {sex: s.tsv, site: t.tsv}
      """
    let opened = try open(
      text,
      keys: [
        "name", "threads", "strict", "colour", "inputs", "outputs", "inner", "each", "terms",
        "absent",
      ])
    let root = opened.root
    #expect(root.required("name", as: .string) == "007")
    #expect(root.optional("threads", as: .integer(in: 1...64)) == 4)
    #expect(root.optional("strict", as: .boolean) == true)
    #expect(root.optional("colour", as: .oneOf(Colour.self)) == .green)
    #expect(root.list("inputs", as: .string) == ["one.csv"])
    #expect(root.requiredList("outputs", as: .string) == ["a", "b"])
    #expect(root.mapping("inner", keys: ["x"])?.required("x", as: .integer) == 1)
    #expect(root.mappings("each", keys: ["x"]).map { $0.required("x", as: .integer) } == [2, 3])
    #expect(root.named("terms").map(\.name.text) == ["sex", "site"])
    #expect(root.named("terms").map(\.value.position.column) == [14, 27])
    #expect(root.optional("absent", as: .string) == nil)
    #expect(root.list("absent", as: .string).isEmpty)
    #expect(problems(opened) == [])
  }

  @Test func `all faults come together in the order of the file`() throws {
    let text = """
      nane: x
      threads: many
      strict: yes
      colour: gren
      inputs: {a: 1}
      inner: 5
      outputs: []
      """
    let opened = try open(
      text, keys: ["name", "threads", "strict", "colour", "inputs", "inner", "outputs"])
    let root = opened.root
    #expect(root.required("name", as: .string) == nil)
    #expect(root.optional("threads", as: .integer(in: 1...64)) == nil)
    #expect(root.optional("strict", as: .boolean) == nil)
    #expect(root.optional("colour", as: .oneOf(Colour.self)) == nil)
    #expect(root.list("inputs", as: .string).isEmpty)
    #expect(root.mapping("inner", keys: ["x"]) == nil)
    #expect(root.requiredList("outputs", as: .string).isEmpty)
    #expect(
      problems(opened) == [
        "1:1 yaml.unknown-key: The key “nane” is not known in the pipeline. Did you mean “name”?",
        "1:1 yaml.missing-key: The key “name” is missing in the pipeline; it is required and takes text.",
        "2:10 yaml.wrong-kind: “threads” is “many” here; it takes a whole number from 1 to 64.",
        "3:9 yaml.wrong-kind: “strict” is “yes” here; it takes true or false.",
        "4:9 yaml.unknown-value: “gren” is not a value of “colour”. Did you mean “green”?",
        "5:9 yaml.wrong-kind: “inputs” is a mapping here; it takes text.",
        "6:8 yaml.wrong-kind: “inner” is “5” here; it takes a mapping of keys and values.",
        "7:10 yaml.missing-value: The key “outputs” has no value; it takes text, or a list of such.",
      ])
  }

  @Test(arguments: ["name:", "name: ~", "name: null", "name: # later"])
  func `a required key without a value is reported at the key`(text: String) throws {
    let opened = try open(text, keys: ["name"])
    #expect(opened.root.required("name", as: .string) == nil)
    #expect(
      problems(opened) == ["1:1 yaml.missing-value: The key “name” has no value; it takes text."])
  }

  @Test func `an optional key without a value counts as absent and stays visible as an entry`()
    throws
  {
    let opened = try open("name:", keys: ["name"])
    #expect(opened.root.optional("name", as: .string) == nil)
    #expect(opened.root.entry("name")?.value.isNull == true)
    #expect(problems(opened) == [])
  }

  @Test func `spellings mean the same key and two of them are refused`() throws {
    let keys = [YAMLKey("predicateobjects", "predicateobject", "po")]
    #expect(try open("po: x", keys: keys).root.required("predicateobjects", as: .string) == "x")
    let opened = try open("po: x\npredicateobject: y", keys: keys)
    #expect(
      problems(opened) == [
        "2:1 yaml.same-key-twice: “predicateobject” and “po” are spellings of one key; the pipeline takes one of them."
      ])
    let unknown = try open("predicatobject: x", keys: keys)
    #expect(
      problems(unknown) == [
        "1:1 yaml.unknown-key: The key “predicatobject” is not known in the pipeline. Did you mean “predicateobjects”?"
      ])
  }

  @Test func `notes and warnings do not end the reading`() throws {
    let opened = try open("name: x", keys: ["name"])
    let rule = FindingRule(
      "test.note", .note, title: "t", message: "seen", remedy: "none")
    opened.reader.report(rule, at: opened.root.node)
    #expect(try opened.reader.finish().map(\.rule.id) == ["test.note"])
  }

  @Test func `a root that is no mapping is reported`() throws {
    let node = try LocatedYAML.parse(bytes: Array("- a".utf8), file: "p.yaml")
    let reader = YAMLReader()
    #expect(reader.mapping(node, as: "the pipeline", keys: ["name"]) == nil)
    #expect(
      described(reader.findings) == [
        "1:1 yaml.wrong-kind: the pipeline is a list here; it takes a mapping of keys and values."
      ])
  }
}
