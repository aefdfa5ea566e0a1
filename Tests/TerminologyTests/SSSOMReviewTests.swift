// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Terminology
import Testing

/// Term mappings as text to be changed, and what reviews mean for look-ups.
@Suite struct SSSOMReviewTests {
  private static let text = """
    #mapping_set_id: https://example.org/m
    ## a remark that stays
    subject_label\tsubject_source\tpredicate_id\tobject_id\tmapping_justification\tother
    \"say \"\"a\"\"\"\tx\tskos:exactMatch\tEUCAIM:A1\tsemapv:ManualMappingCuration\tkept

    """

  private let suggestion: TermSuggestion

  init() throws {
    var builder = VocabularyBuilder()
    builder.declare("EUCAIM:B2")
    builder.addLabel("Bee", .preferred, to: "EUCAIM:B2")
    let vocabulary = try #require(Vocabulary(index: builder.build(), name: "v"))
    suggestion = try #require(TermSuggester(vocabulary).suggest("bee").first)
  }

  private func parse(_ document: SSSOMDocument) throws -> (set: SSSOMMappingSet, notes: [Finding]) {
    var notes: [Finding] = []
    let set = try SSSOM.parse(bytes: document.bytes, file: "m.tsv", notes: &notes)
    return (set, notes)
  }

  @Test func `what is not touched stays as it is written`() throws {
    let document = try SSSOMDocument(bytes: Array(Self.text.utf8), file: "m.tsv")
    let written = String(decoding: document.bytes, as: UTF8.self)
    #expect(written.hasPrefix("#mapping_set_id: https://example.org/m\n## a remark that stays\n"))
    #expect(try parse(document).set.rows.map(\.value) == ["say \"a\""])
    #expect(written.split(separator: "\n").count == Self.text.split(separator: "\n").count)
    #expect(written.contains("\tkept\n"))
  }

  @Test func `a proposal translates nothing until it is accepted`() throws {
    var document = try SSSOMDocument(bytes: Array(Self.text.utf8), file: "m.tsv")
    document.append(
      value: "bee", list: "x", suggestion, author: "orcid:0000-0001", date: "2026-11-29")
    var (set, notes) = try parse(document)
    #expect(!notes.contains { $0.rule == TerminologyRules.unknownColumn }, "declared as extension")
    let row = try #require(set.rows.last)
    #expect(row.review == .proposed)
    #expect(row.date == "2026-11-29")
    #expect(row.confidence == 1)
    var findings: [Finding] = []
    #expect(TermIndex([set], findings: &findings).lookup(Array("bee".utf8), list: "x") == .unmapped)

    document = try SSSOMDocument(bytes: document.bytes, file: "m.tsv")
    let index = try #require(document.index(of: row))
    document.review(row: index, .accepted, reviewer: "orcid:0000-0002", date: "2026-11-30")
    (set, notes) = try parse(document)
    let accepted = try #require(set.rows.last)
    #expect(accepted.review == .accepted)
    #expect(accepted.reviewDate == "2026-11-30")
    #expect(accepted.reviewerID.hasSuffix("0000-0002"))
    #expect(
      TermIndex([set], findings: &findings).lookup(Array("bee".utf8), list: "x")
        == .concept(ConceptSpelling.namespace + "B2"))

    document.review(row: index, .rejected, reviewer: "orcid:0000-0002", date: "2026-12-01")
    (set, _) = try parse(document)
    #expect(set.rows.last?.isDenial == true, "other readers of SSSOM see the denial")
    #expect(TermIndex([set], findings: &findings).lookup(Array("bee".utf8), list: "x") == .unmapped)
  }

  @Test func `an extension is added to those that are declared already`() throws {
    let text = """
      #extension_definitions:
      #- slot_name: mine
      #  property: https://example.org/mine
      subject_label\tpredicate_id\tobject_id\tmapping_justification\tmine
      a\tskos:exactMatch\tEUCAIM:A1\tsemapv:ManualMappingCuration\tx

      """
    var document = try SSSOMDocument(bytes: Array(text.utf8), file: "m.tsv")
    document.review(row: 0, .accepted, reviewer: "me", date: "2026-11-30")
    let (set, notes) = try parse(document)
    #expect(notes.isEmpty)
    #expect(set.rows.first?.review == .accepted)
  }

  @Test func `a cell with a line break or a tab is quoted, and read back`() throws {
    var document = SSSOMDocument(id: "https://example.org/m", prefixes: SSSOMDocument.usualPrefixes)
    document.append(
      value: "\"a\"\n\tb", list: "x", suggestion, author: "", date: "2026-11-29")
    #expect(try parse(document).set.rows.first?.value == "\"a\"\n\tb")
  }

  @Test func `another state is refused with the nearest name`() throws {
    var document = try SSSOMDocument(bytes: Array(Self.text.utf8), file: "m.tsv")
    document.review(row: 0, .accepted, reviewer: "", date: "")
    document.set(SSSOMReview.column, "acepted", row: 0)
    let error = #expect(throws: DiagnosedError.self) { try parse(document) }
    #expect(error?.findings.first?.rule == TerminologyRules.reviewState)
    #expect(error?.findings.first?.message().contains("accepted") == true)
  }
}
