// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFIO
import RDFModel
import Testing

@Suite struct ReaderErrorTests {
  static let syntaxErrors: [(RDFFormat, String, String)] = [
    (RDFFormat.nTriples, "<a:s> <a:p> <a:o> .\n<a:s> ①a <a:o> .", "an IRI as predicate"),
    (.nTriples, "①\"s\" <a:p> <a:o> .", "an IRI or a blank node as subject"),
    (.nTriples, "<a:s> <a:p> ①.", "an IRI, a blank node or a literal as object"),
    (.nTriples, "<a:s> <a:p> <a:o> ①<a:g> .", "“.” at the end of the statement"),
    (.nTriples, "<a:s> <a:p> <a:o> . ①<a:s> <a:p> <a:o> .", "a line break after the statement"),
    (.nTriples, "<a:s> <a:p> \"é\"^①<a:t> .", "“^^” before a datatype"),
    (.nTriples, "<a:s> <a:p> \"é①\n\" .", "the end of the string before the line ends"),
    (.nTriples, "<a:s> <a:p> \"x\"@①1 .", "a language tag"),
    (.nTriples, "<a:s> <a:p> _:①- .", "a blank node label"),
    (.nTriples, "<a:s①", "“>” at the end of the IRI"),
    (.nQuads, "<a:s> <a:p> <a:o> ①\"g\" .", "“.” or the name of a graph"),
    (.turtle, "<a:s> ①\"p\" <a:o> .", "a predicate: an IRI, a prefixed name or “a”"),
    (.turtle, "<a:s> a <a:o>①", "“.”, “;” or “,” after the object"),
    (.turtle, "<a:s> a <a:o> .\r\n<a:s> a [ a <a:o> ①.", "“]”, “;” or “,” after the object"),
    (.turtle, "<a:s> a ( 1 ①; ) .", "an object: an IRI, a literal, a blank node or a collection"),
    (.turtle, "<a:s> a ①] .", "an object: an IRI, a literal, a blank node or a collection"),
    (.turtle, "@prefix ①<a:> .", "a prefix such as “ex:”"),
    (.turtle, "@prefix a: ①b: .", "an IRI in angle brackets"),
    (.turtle, "@prefix a: <a:>①", "“.” at the end of the declaration"),
    (.turtle, "①@forAll <a:x> .", "@prefix, @base or a statement"),
    (.turtle, "<a:g> ①{ }", "a predicate: an IRI, a prefixed name or “a”"),
    (.turtle, "<a:s> <a:p> 'x①\ny' .", "the end of the string before the line ends"),
    (.turtle, "\n\n<a:s> <a:p>\n\"\"\"x\ny①", "the end of the string that opens at line 4"),
    (.turtle, "<a:s> <a:p> +①a .", "a digit"),
    (.trig, "<a:g> { <a:s> <a:p> <a:o> ①", "“.”, “;” or “,” after the object"),
    (.trig, "<a:g> { <a:s> <a:p> <a:o> . ①", "“}” at the end of the graph, or a statement"),
    (.trig, "GRAPH <a:g> ①<a:s>", "“{” after the name of the graph"),
    (.trig, "<a:g> { ①@prefix a: <a:> . }", "a subject"),
    (.trig, "<a:g> { ①GRAPH <a:h> { } }", "a subject"),
  ]

  @Test(arguments: syntaxErrors)
  func `a syntax error says what is expected, where it is expected`(
    format: RDFFormat, text: String, expected: String
  ) throws {
    let marked = MarkedText(text)
    let finding = try #require(failure(marked.bytes, format))
    #expect(finding.rule == RDFRules.syntax)
    #expect(finding.argument("expected") == .plain(expected))
    #expect(finding.place?.locator == .text(line: marked.line, column: marked.column))
  }

  static let turtleErrors: [(FindingRule, String)] = [
    (RDFRules.unknownPrefix, "①ex:s a <a:o> ."),
    (RDFRules.badIRI, "<a:s> a <a:①{o> ."), (RDFRules.badIRI, "<a:s> a <a:①\\u0020o> ."),
    (RDFRules.badIRI, "<a:s> a ①<1a:b> ."), (RDFRules.badIRI, "<a:s> a <a:①\n> ."),
    (RDFRules.relativeIRI, "<a:s> a ①<o> ."), (RDFRules.relativeIRI, "①<> a <a:o> ."),
    (RDFRules.relativeIRI, "@prefix ex: ①<#> ."),
    (RDFRules.badEscape, "<a:s> a \"①\\q\" ."), (RDFRules.badEscape, "<a:s> a \"é①\\uD800\" ."),
    (RDFRules.badEscape, "<a:s> a \"①\\U00110000\" ."),
    (RDFRules.badEscape, "<a:s> a \"①\\UFFFFFFFF\" ."),
    (RDFRules.badEscape, "<a:s> a \"①\\u12G4\" ."), (RDFRules.badEscape, "<a:①\\n> a <a:o> ."),
    (RDFRules.badEscape, "@prefix e: <a:> . e:a①\\b a e:o ."),
    (RDFRules.tooLong, "<a:s> a \"x\"@①" + String(repeating: "a", count: 101) + " ."),
    (RDFRules.tooLong, "<①a:" + String(repeating: "a", count: 65_535) + "> a <a:o> ."),
    (RDFRules.tooLong, "_:①" + String(repeating: "a", count: 65_537) + " a <a:o> ."),
    (RDFRules.tooDeep, "<a:s> a " + String(repeating: "[ a ", count: 128) + "①[ a 1 ]"),
    (RDFRules.tooDeep, "<a:s> a " + String(repeating: "(", count: 128) + "①( 1 )"),
    (RDFRules.tooDeep, "<a:s> a " + String(repeating: "[ a ( ", count: 64) + "①( 1 )"),
  ]

  @Test(arguments: turtleErrors)
  func `Turtle errors have their rule and place`(rule: FindingRule, text: String) throws {
    let marked = MarkedText(text)
    let finding = try #require(failure(marked.bytes, .turtle))
    #expect(finding.rule == rule)
    #expect(finding.place?.locator == .text(line: marked.line, column: marked.column))
    #expect(finding.place?.file == "f")
  }

  @Test func `what is just within the limits is read`() throws {
    let deep =
      "<a:s> <a:p> " + String(repeating: "[ <a:p> ", count: 128) + "1"
      + String(repeating: " ]", count: 128) + " ."
    #expect(try quads(deep, .turtle).count == 129)
    let long = "<a:" + String(repeating: "a", count: 65_534) + "> <a:p> \"x\"@"
    #expect(try quads(long + String(repeating: "a", count: 100) + " .", .nTriples).count == 1)
  }

  @Test(arguments: RDFFormat.allCases)
  func `bytes that are not UTF-8 are refused where they stand`(format: RDFFormat) throws {
    for bad in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xC3]] as [[UInt8]] {
      let finding = try #require(failure(Array("# é\n# ".utf8) + bad, format))
      #expect(finding.rule == RDFRules.notUTF8)
      #expect(finding.place?.locator == .text(line: 2, column: 3))
    }
  }

  @Test func `an unknown prefix suggests the declared one that is near`() throws {
    let text = "@prefix dcat: <http://www.w3.org/ns/dcat#> . <a:s> a dcatt:Dataset ."
    let finding = try #require(failure(Array(text.utf8), .turtle))
    #expect(finding.argument("prefix") == .plain("dcatt"))
    #expect(finding.remedy().contains("dcat:"))
  }

  @Test func `a base that is not absolute is a usage error`() throws {
    for format in [RDFFormat.turtle, .trig, .rdfXML, .jsonLD] {
      let finding = try #require(failure([], format, base: "data/"))
      #expect(finding.rule == RDFRules.badBase)
      #expect(finding.rule.category == .usage)
    }
  }

  @Test func `messages hold no text of the document beyond one character`() throws {
    let finding = try #require(failure(Array("<a:s> a secret .".utf8), .turtle))
    #expect(finding.message().contains("Found “s” where"))
    #expect(!finding.message(showValues: true).contains("secret"))
  }

  @Test func `a file that does not exist or does not tell its format is reported`() throws {
    func rule(_ body: () throws(DiagnosedError) -> [Quad]) -> FindingRule? {
      do throws(DiagnosedError) {
        _ = try body()
        return nil
      } catch {
        return error.findings[0].rule
      }
    }
    #expect(
      rule { () throws(DiagnosedError) in try RDFReader.readFile(path: "/nowhere/a.ttl") }
        == RDFRules.unreadable)
    #expect(
      rule { () throws(DiagnosedError) in try RDFReader.readFile(path: "/nowhere/a.csv") }
        == RDFRules.formatNotGiven)
    #expect(
      rule { () throws(DiagnosedError) in try RDFReader.readFile(path: "/", format: .turtle) }
        == RDFRules.unreadable)
  }

  @Test func `rules have ids of their own, without emphasis in their words`() {
    #expect(Set(RDFRules.all.map(\.id)).count == RDFRules.all.count)
    for rule in RDFRules.all {
      #expect(rule.id.hasPrefix("rdf."))
      #expect(!rule.message.contains("!") && !rule.remedy.contains("!"))
    }
  }
}
