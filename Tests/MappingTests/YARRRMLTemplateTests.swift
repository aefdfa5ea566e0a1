// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

struct YARRRMLTemplateTests {
  @Test(arguments: [
    ("http://ex.org/$((test\\))", "http://ex.org/{(test)}"),
    ("$(id)\\:\\:number", "{id}::number"),
    ("$(\\_x)", "{_x}"),
    ("$(_x)", "{_x}"),
    ("$(text())", "{text()}"),
    ("$(count(a[b(c)]))-x", "{count(a[b(c)])}-x"),
    ("$(a(b) and $(c)", "{a(b} and {c}"),
    ("$(a\\)b)(c)", "{a)b}(c)"),
    ("\\$(a)", "$(a)"),
    ("\\\\$(a)", "\\{a}"),
    ("\\d+\\.", "\\d+\\."),
    ("a$b", "a$b"),
    ("a\\~iri", "a~iri"),
    ("$(a b)$(c)", "{a b}{c}"),
    ("é$(ü)", "é{ü}"),
  ]) func `references and escapes are read as the specification has them`(
    text: String, expected: String
  ) throws {
    let quoted = "'" + text.replacing("'", with: "''") + "'"
    let document = try compileYARRRML(
      yarrrmlHead + "    po: [{p: ex:p, o: {value: \(quoted), type: literal}}]")
    #expect(lines(document) == ["<http://ex.org/{id}> <http://ex.org/p> \"\(expected)\""])
  }
}
