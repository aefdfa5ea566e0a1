// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import LocatedYAML
import Mapping
import Testing

struct YARRRMLExternalTests {
  private func compile(_ text: String, _ externals: [String: String]) throws -> [String] {
    var notes: [Finding] = []
    let root = try LocatedYAML.parse(bytes: Array(text.utf8), file: "m.yaml")
    let document = try YARRRMLCompiler.compile(root, externals: externals, notes: &notes)
    return lines(document) + notes.map { "\(place($0.place)) \($0.rule.id): \($0.message())" }
  }

  @Test func `a value from outside goes before that of the document`() throws {
    let text = "external: {a: one, b: two}\n" + yarrrmlHead + "    po: [[ex:$(_a), $(_b)-$(x)]]"
    #expect(try compile(text, [:]) == ["<http://ex.org/{id}> <http://ex.org/one> \"two-{x}\""])
    #expect(
      try compile(text, ["b": "three"]) == [
        "<http://ex.org/{id}> <http://ex.org/one> \"three-{x}\""
      ])
  }

  @Test func `a value may hold references, and is read like the text around it`() throws {
    let text = yarrrmlHead + "    po: [[ex:p, $(_a)]]"
    #expect(
      try compile(text, ["a": "ex:$(x)~iri"]) == [
        "<http://ex.org/{id}> <http://ex.org/p> <http://ex.org/{x}>"
      ])
  }

  @Test func `a name without a value is a column, and a warning says so once`() throws {
    let text =
      "external: {city: Graz}\n" + yarrrmlHead
      + #"    po: [[ex:p, $(_citi)], [ex:q, $(_citi)], [ex:r, '$(\_city)'], [ex:s, $(_city)]]"#
    #expect(
      try compile(text, [:]) == [
        "<http://ex.org/{id}> <http://ex.org/p> \"{_citi}\"",
        "<http://ex.org/{id}> <http://ex.org/q> \"{_citi}\"",
        "<http://ex.org/{id}> <http://ex.org/r> \"{_city}\"",
        "<http://ex.org/{id}> <http://ex.org/s> \"Graz\"",
        "7:17 yarrrml.external-without-value: “$(_citi)” has no external value, so it names the column or path “_citi”. Did you mean “city”?",
      ])
  }

  @Test func `a value that stands nowhere is a warning, at its name or at the document`() throws {
    let text = "external: {a: one}\n" + yarrrmlHead + "    po: [[ex:p, x]]"
    #expect(
      try compile(text, ["b": "two"]).dropFirst() == [
        "1:1 yarrrml.unused-external: “$(_b)” stands nowhere in the document.",
        "1:12 yarrrml.unused-external: “$(_a)” stands nowhere in the document.",
      ])
  }

  @Test func `external values are a mapping of names and texts`() {
    let found = yarrrmlFindings("external: [a]\n" + yarrrmlHead + "    po: [[ex:p, x]]")
    #expect(
      found == [
        "1:11 yaml.wrong-kind: Found a list for “external”; allowed is a mapping of names and values."
      ])
  }
}
