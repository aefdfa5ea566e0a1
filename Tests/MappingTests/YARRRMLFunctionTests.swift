// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Mapping
import Testing

struct YARRRMLFunctionTests {
  @Test(arguments: [
    (
      "{function: ex:f, parameters: [[ex:a, $(x)], [ex:b, text]]}", "ex:f(ex:a={x}, ex:b=text)"
    ),
    ("{fn: ex:f, pms: [{pm: ex:a, v: $(x)}]}", "ex:f(ex:a={x})"),
    ("{f: ex:f, pms: {parameter: ex:a, value: $(x)}}", "ex:f(ex:a={x})"),
    ("{f: ex:f, pms: [ex:a, $(x)]}", "ex:f(ex:a={x})"),
    ("{f: ex:f, pms: {ex:a: $(x), b: 5}}", "ex:f(ex:a={x}, ex:b=5)"),
    ("{f: ex:f}", "ex:f()"),
    ("{f: ex:f()}", "ex:f()"),
    ("{f: 'http://ex.org/f', pms: [[a, 1]]}", "ex:f(ex:a=1)"),
    ("{f: 'ex:f(ex:a = $(x), b = \"1, 2)\")'}", "ex:f(ex:a={x}, ex:b=1, 2))"),
    ("{f: 'ex:f(a = $(x y), b = c\\, d)'}", "ex:f(ex:a={x y}, ex:b=c, d)"),
    ("{f: 'ex:f(a=$(text()),b=)'}", "ex:f(ex:a={text()}, ex:b=)"),
    (
      "{f: 'ex:f(a = grel:g(b = $(x)), c = ex:h())'}",
      "ex:f(ex:a=grel:g(grel:b={x}), ex:c=ex:h())"
    ),
    (
      "{f: ex:f, pms: [{pm: ex:a, v: {f: grel:g, pms: [[b, $(x)]]}}, [c, {f: ex:h}]]}",
      "ex:f(ex:a=grel:g(grel:b={x}), ex:c=ex:h())"
    ),
    (
      "{f: ex:f, pms: [[a, ex:$(x)], [b, ex:c~iri]]}",
      "ex:f(ex:a=http://ex.org/{x}, ex:b=http://ex.org/c)"
    ),
    ("{f: ex:f, pms: [[a, {value: ex:c, type: iri}]]}", "ex:f(ex:a=http://ex.org/c)"),
    (
      "{f: ex:f, pms: [[a, 'no:prefix'], [b, 'ex\\:c'], [c, 'ex: c']]}",
      "ex:f(ex:a=no:prefix, ex:b=ex:c, ex:c=ex: c)"
    ),
    (
      "{f: equal, pms: [[str1, $(a)], [str2, b]]}",
      "idlab:equal(grel:valueParameter={a}, grel:valueParameter2=b)"
    ),
    (
      "{f: 'idlab-fn:notEqual(str1 = $(a), str2 = \"\")'}",
      "idlab:notEqual(grel:valueParameter={a}, grel:valueParameter2=)"
    ),
  ]) func `functions are read in every form`(object: String, expected: String) throws {
    let document = try compileYARRRML(yarrrmlHead + "    po: [{p: ex:p, o: \(object)}]")
    #expect(
      lines(document) == ["<http://ex.org/{id}> <http://ex.org/p> \"\(expected)\""])
  }

  @Test func `a function can give typed literals, IRIs, classes and predicates`() throws {
    let document = try compileYARRRML(
      yarrrmlHead + """
            po:
              - {p: ex:p, o: {f: "ex:f(a = 1)", datatype: xsd:date}}
              - {p: ex:p, o: {f: "ex:f(a = 1)", type: iri}}
              - {p: a, o: {f: "ex:f(a = 1)"}}
              - {p: {f: "ex:f(a = 1)"}, o: x}
              - {p: ex:p, o: {v: x, language: {f: "ex:f(a = 1)"}}}
        """)
    let call = "ex:f(ex:a=1)"
    let subject = "<http://ex.org/{id}>"
    #expect(
      lines(document) == [
        "\(subject) <http://ex.org/p> \"\(call)\"^^<\(YARRRMLCompilerTests.xsd)date>",
        "\(subject) <http://ex.org/p> <\(call)>",
        "\(subject) \(YARRRMLCompilerTests.type) <\(call)>",
        "\(subject) <\(call)> \"x\"",
        "\(subject) <http://ex.org/p> \"x\"@\(call)",
      ])
  }

  @Test(arguments: [
    ("ex:f(a = $(x)", "6:21", "the parenthesis that opens here is never closed"),
    ("ex:f(a = 'x' b)", "6:30", "a comma or a closing parenthesis is expected"),
    ("ex:f(a = $(x", "6:26", "the reference that opens here is never closed"),
    ("ex:f(a)", "6:22", "“=” is expected after the name of the parameter"),
    ("ex:f( = 1)", "6:23", "the name of the parameter is missing"),
    ("(a = 1)", "6:17", "the name of the function is missing"),
    ("ex:f(a = 'x)", "6:26", "the quote that opens here is never closed"),
    ("ex:f(a = x (y))", "6:28", "a parenthesis in a text needs quotes or “\\(”"),
    ("ex:f(a = 1) x", "6:29", "there is text after the closing parenthesis"),
  ]) func `a broken call is reported where it breaks`(
    call: String, where place: String, problem: String
  ) throws {
    // The scalar begins in column 17.
    let found = yarrrmlFindings(
      yarrrmlHead + "    condition:  \(call)\n    po: [[ex:p, x]]")
    #expect(
      found == [
        "\(place) yarrrml.function-syntax: The function call is not complete here: \(problem)."
      ])
  }

  @Test func `calls are nested ten deep and no deeper`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "ex:f(a = ", count: depth) + "x" + String(repeating: ")", count: depth)
    }
    let head = yarrrmlHead + "    po: [[ex:p, x]]\n    condition: "
    #expect(yarrrmlFindings(head + nested(10)) == [])
    #expect(
      yarrrmlFindings(head + nested(11)) == [
        "7:106 yarrrml.function-syntax: The function call is not complete here: calls are nested more than 10 deep."
      ])
  }
}
