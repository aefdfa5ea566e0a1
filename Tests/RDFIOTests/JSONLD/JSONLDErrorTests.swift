// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFIO
import RDFModel
import Testing

@Suite struct JSONLDErrorTests {
  static let syntaxErrors: [(String, String)] = [
    ("{\n  \"@id\" ①\"a:b\" }", "“:” after the key"),
    ("{ \"é\": 1, ①}", "a key in quotation marks"),
    ("{ \"a:b\": 1 ①\"a:c\": 2 }", "“,” or “}” after the member"),
    ("[ 1 ①2 ]", "“,” or “]” after the item"),
    ("[ 1, ①]", "a JSON value"), ("[ ①nul ]", "a JSON value"), ("①", "a JSON value"),
    ("{ \"a:b\": ①# 1\n }", "a JSON value"),
    ("[ 0①1 ]", "“,” or “]” after the item"), ("[ -①x ]", "a digit"), ("[ 1.①, 2 ]", "a digit"),
    ("[ 1e+①]", "a digit"),
    ("{} ①{}", "the end of the document"), ("[ \"a①", "the end of the string"),
    ("[ \"a①\n\" ]", "an escape such as \\n instead of a control character"),
  ]

  @Test(arguments: syntaxErrors)
  func `what is no JSON is refused where it stands`(text: String, expected: String) throws {
    let marked = MarkedText(text)
    let finding = try #require(failure(marked.bytes, .jsonLD))
    #expect(finding.rule == RDFRules.syntax)
    #expect(finding.argument("expected") == .plain(expected))
    #expect(finding.place?.locator == .text(line: marked.line, column: marked.column))
  }

  static let otherErrors: [(FindingRule, String)] = [
    (RDFRules.badEscape, "[ \"é①\\q\" ]"), (RDFRules.badEscape, "[ \"①\\u12G4\" ]"),
    (RDFRules.badEscape, "[ \"①\\uD800\" ]"), (RDFRules.badEscape, "[ \"①\\uDC00\\uD800\" ]"),
    (RDFRules.badEscape, "[ \"①\\uD800\\u0041\" ]"), (RDFRules.badEscape, "[ \"①\\u00"),
    (RDFRules.duplicateKey, "{ \"a:b\": 1,\n  ①\"a:b\": 2 }"),
    (RDFRules.duplicateKey, "{ \"@id\": \"a:b\", ①\"\\u0040id\": \"a:b\" }"),
    (RDFRules.tooLong, "[ ①1" + String(repeating: "0", count: 1_000) + " ]"),
    (RDFRules.remoteContext, "{\n \"@context\": ①\"https://schema.org\" }"),
    (RDFRules.remoteContext, "{ \"@context\": { \"@import\": ①\"https://schema.org\" } }"),
    (RDFRules.relativeIRI, "{ \"a:b\": { \"@id\": ①\"x\" } }"),
    (RDFRules.relativeIRI, "{ \"@id\": \"a:b\", \"a:p\": { \"@type\": ①\"x\" } }"),
  ]

  @Test(arguments: otherErrors)
  func `other errors have their rule and place`(rule: FindingRule, text: String) throws {
    let marked = MarkedText(text)
    let finding = try #require(failure(marked.bytes, .jsonLD))
    #expect(finding.rule == rule)
    #expect(finding.place?.locator == .text(line: marked.line, column: marked.column))
  }

  /// A document for each code of the specification, with the place of the fault.
  static let faults: [(JSONLDErrorCode, String)] = [
    (
      .collidingKeywords,
      "{ \"@context\": { \"id\": \"@id\" }, \"@id\": \"v:b\", ①\"id\": \"v:c\" }"
    ),
    (.cyclicIRIMapping, "{ \"@context\": {\n \"a\": \"b:c\", \"b\": ①\"a:c\" } }"),
    (.invalidBaseDirection, "{ \"v:b\": { \"@value\": \"\", \"@direction\": ①\"up\" } }"),
    (.invalidBaseIRI, "{ \"@context\": { \"@base\": ①\"x\" } }"),
    (
      .invalidContainerMapping,
      "{ \"@context\": { \"a\": { \"@id\": \"v:b\", \"@container\": ①\"@value\" } } }"
    ),
    (
      .invalidContextNullification,
      "{ \"@context\": [ { \"@protected\": true, \"a\": \"v:b\" }, ①null ] }"
    ),
    (.invalidDefaultLanguage, "{ \"@context\": { \"@language\": ①1 } }"),
    (.invalidIDValue, "{ \"@id\": ①1 }"),
    (.invalidImportValue, "{ \"@context\": { \"@import\": ①{} } }"),
    (.invalidIncludedValue, "{ \"@included\": ①\"a\" }"),
    (.invalidIndexValue, "{ \"@index\": ①1 }"),
    (.invalidIRIMapping, "{ \"@context\": { \"a\": ①\"b\" } }"),
    (.invalidKeywordAlias, "{ \"@context\": { \"a\": ①\"@context\" } }"),
    (
      .invalidLanguageMapValue,
      "{ \"@context\": { \"a\": { \"@id\": \"v:b\", \"@container\": \"@language\" } }, \"a\": { \"en\": ①1 } }"
    ),
    (
      .invalidLanguageMapping,
      "{ \"@context\": { \"a\": { \"@id\": \"v:b\", \"@language\": ①1 } } }"
    ),
    (.invalidLanguageTaggedString, "{ \"v:b\": { \"@value\": \"a\", \"@language\": ①1 } }"),
    (.invalidLanguageTaggedValue, "{ \"v:b\": { \"@language\": \"en\", \"@value\": ①1 } }"),
    (.invalidLocalContext, "{ \"@context\": ①1 }"),
    (.invalidNestValue, "{ \"@nest\": ①1 }"),
    (.invalidPrefixValue, "{ \"@context\": { \"a\": { \"@id\": \"v:b\", \"@prefix\": ①1 } } }"),
    (.invalidPropagateValue, "{ \"@context\": { \"@propagate\": ①1 } }"),
    (.invalidProtectedValue, "{ \"@context\": { \"@protected\": ①1 } }"),
    (
      .invalidReverseProperty,
      "{ \"@context\": { ①\"a\": { \"@id\": \"v:b\", \"@reverse\": \"v:b\" } } }"
    ),
    (.invalidReversePropertyMap, "{ \"@reverse\": { ①\"@id\": \"v:b\" } }"),
    (.invalidReversePropertyValue, "{ \"@reverse\": { ①\"v:b\": \"x\" } }"),
    (.invalidReverseValue, "{ \"@reverse\": ①\"v:b\" }"),
    (
      .invalidScopedContext,
      "{ \"@context\": { \"a\": { \"@id\": \"v:b\", \"@context\": ①{ \"b\": 1 } } } }"
    ),
    (.invalidSetOrListObject, "{ \"v:b\": ①{ \"@list\": [], \"@id\": \"v:b\" } }"),
    (.invalidTermDefinition, "{ \"@context\": { \"a\": { \"@id\": \"v:b\", ①\"x\": 1 } } }"),
    (.invalidTypeMapping, "{ \"@context\": { \"a\": { \"@id\": \"v:b\", \"@type\": ①\"b\" } } }"),
    (.invalidTypeValue, "{ \"@type\": [ \"v:b\", ①1 ] }"),
    (.invalidTypedValue, "{ \"v:b\": ①{ \"@value\": \"a\", \"@type\": \"v:b c\" } }"),
    (.invalidValueObject, "{ \"v:b\": ①{ \"@value\": \"a\", \"@id\": \"v:b\" } }"),
    (.invalidValueObjectValue, "{ \"v:b\": { \"@value\": ①[] } }"),
    (.invalidVersionValue, "{ \"@context\": { \"@version\": ①1 } }"),
    (.invalidVocabMapping, "{ \"@context\": { \"@vocab\": ①1 } }"),
    (.keywordRedefinition, "{ \"@context\": { ①\"@id\": \"v:b\" } }"),
    (
      .protectedTermRedefinition,
      "{ \"@context\": [ { \"@protected\": true, \"a\": \"v:b\" }, { ①\"a\": \"v:c\" } ] }"
    ),
  ]

  @Test(arguments: faults)
  func `what JSON-LD does not allow has the code of the specification, where it stands`(
    code: JSONLDErrorCode, text: String
  ) throws {
    let marked = MarkedText(text)
    let finding = try #require(failure(marked.bytes, .jsonLD))
    #expect(finding.rule == RDFRules.jsonLD)
    #expect(finding.argument("code") == .plain(code.rawValue))
    #expect(finding.place?.locator == .text(line: marked.line, column: marked.column))
  }

  @Test func `every code has words of its own and a document that shows it`() {
    let problems = JSONLDErrorCode.allCases.map(\.problem)
    #expect(!problems.contains("it does not follow the grammar"))
    let shown = Set(Self.faults.map(\.0))
    // These need a context by IRI; JSONLDContextTests shows them.
    let remote: Set<JSONLDErrorCode> = [
      .contextOverflow, .invalidContextEntry, .invalidRemoteContext, .loadingRemoteContextFailed,
    ]
    #expect(shown.union(remote) == Set(JSONLDErrorCode.allCases))
  }

  @Test func `messages hold no text of the document beyond names`() throws {
    let text = "{ \"http://a/secret\": { \"@value\": \"secret\", \"@language\": 1 } }"
    let finding = try #require(failure(Array(text.utf8), .jsonLD))
    #expect(!(finding.message() + finding.remedy()).contains("secret"))
  }
}
