// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Terminology
import Testing

struct TermIndexTests {
  static let namespace = ConceptSpelling.namespace

  /// An index of rows `value|list|object`, beginning in row 2.
  func index(_ rows: String...) throws -> (index: TermIndex, findings: [Finding]) {
    let table =
      "subject_label|subject_source|object_id|predicate_id|mapping_justification|predicate_modifier\n"
      + rows.map { row in
        row.split(separator: "|", omittingEmptySubsequences: false).count > 3
          ? row : row + "|skos:exactMatch|semapv:ManualMappingCuration"
      }.joined(separator: "\n")
    var findings: [Finding] = []
    let index = TermIndex([try parseSSSOM(table)], findings: &findings)
    return (index, findings)
  }

  func look(_ index: TermIndex, _ value: String, _ list: String = "sex") -> TermLookup {
    index.lookup(Array(value.utf8), list: list)
  }

  @Test func `a value is found as written in its own list`() throws {
    let (index, findings) = try index(
      "M|sex|EUCAIM:A", "M|stage|EUCAIM:B", "U|sex|sssom:NoTermFound", "X||EUCAIM:C")
    #expect(findings == [])
    #expect(index.lists == ["", "sex", "stage"])
    #expect(look(index, "M") == .concept(Self.namespace + "A"))
    #expect(look(index, "M", "stage") == .concept(Self.namespace + "B"))
    #expect(look(index, "U") == .noTerm)
    #expect(look(index, "U", "stage") == .unmapped)
    #expect(look(index, "M", "other") == .unmapped)
    #expect(look(index, "Q") == .unmapped)
    #expect(look(index, "") == .unmapped)
  }

  @Test func `a row without a list counts for every list, after the list's own rows`() throws {
    let (index, findings) = try index(
      "X||EUCAIM:C", "X|sex|EUCAIM:A", "y||EUCAIM:D", "Y|sex|EUCAIM:E")
    #expect(findings == [])
    #expect(look(index, "X", "sex") == .concept(Self.namespace + "A"))
    #expect(look(index, "X", "stage") == .concept(Self.namespace + "C"))
    #expect(look(index, "X", "") == .concept(Self.namespace + "C"))
    // Exact in the general list goes before folded in the list's own.
    #expect(look(index, "y", "sex") == .concept(Self.namespace + "D"))
  }

  @Test(arguments: [
    " Left lower lobe", "Left lower lobe\t", "\u{A0}Left lower lobe\u{A0} ", "left LOWER lobe",
    "Left  lower\u{2003}lobe", "Left\nlower lobe",
  ]) func `blanks and case do not stand in the way`(value: String) throws {
    let (index, _) = try index("Left lower lobe|sex|EUCAIM:A")
    #expect(look(index, value) == .concept(Self.namespace + "A"))
  }

  @Test func `composed and decomposed letters are the same`() throws {
    let (index, _) = try index("Männlich|sex|EUCAIM:A", "e\u{301}|sex|EUCAIM:B")
    #expect(look(index, "Ma\u{308}nnlich") == .concept(Self.namespace + "A"))
    #expect(look(index, "MÄNNLICH") == .concept(Self.namespace + "A"))
    #expect(look(index, "É") == .concept(Self.namespace + "B"))
    #expect(look(index, "Mannlich") == .unmapped)
  }

  @Test func `values that differ in case only are told apart, and a third spelling is ambiguous`()
    throws
  {
    let (index, findings) = try index(
      "mm|sex|EUCAIM:A", "MM|sex|EUCAIM:B", "Cm|sex|EUCAIM:C", "cm|sex|EUCAIM:C")
    #expect(findings == [])
    #expect(look(index, "mm") == .concept(Self.namespace + "A"))
    #expect(look(index, "MM") == .concept(Self.namespace + "B"))
    #expect(look(index, "Mm") == .ambiguous([Self.namespace + "A", Self.namespace + "B"]))
    #expect(look(index, "CM") == .concept(Self.namespace + "C"))
  }

  @Test func `rows that contradict each other are reported at both and make the value ambiguous`()
    throws
  {
    let (index, findings) = try index(
      "M|sex|EUCAIM:A", "F|sex|EUCAIM:B", "M|sex|EUCAIM:C", "F|sex|EUCAIM:B")
    #expect(look(index, "M") == .ambiguous([Self.namespace + "A", Self.namespace + "C"]))
    #expect(look(index, "F") == .concept(Self.namespace + "B"))
    let prefix = "“‹hidden›” of the list “sex” is translated as \(Self.namespace)"
    #expect(
      findings.map(described) == [
        "5 sssom.duplicate-row: \(prefix)B already.",
        "2 sssom.conflict: \(prefix)A here and otherwise elsewhere.",
        "4 sssom.conflict: \(prefix)C here and otherwise elsewhere.",
      ])
    #expect(
      findings.map { $0.related.map { "\($0.place)" } } == [
        ["t.sssom.tsv:3"], ["t.sssom.tsv:4"], ["t.sssom.tsv:2"],
      ])
    #expect(findings[1].message(showValues: true).hasPrefix("“M” of the list “sex”"))
  }

  @Test func `rows of several files make one index`() throws {
    var findings: [Finding] = []
    let head = "subject_label|subject_source|object_id|predicate_id|mapping_justification\n"
    let tail = "|skos:exactMatch|semapv:ManualMappingCuration"
    let index = TermIndex(
      [
        try parseSSSOM(head + "M|sex|EUCAIM:A" + tail, file: "a.tsv"),
        try parseSSSOM(head + "M|sex|EUCAIM:B" + tail, file: "b.tsv"),
      ], findings: &findings)
    #expect(look(index, "M") == .ambiguous([Self.namespace + "A", Self.namespace + "B"]))
    #expect(findings.map { "\($0.place?.description ?? "")" } == ["a.tsv:2", "b.tsv:2"])
  }

  @Test func `denials and related terms translate nothing`() throws {
    let just = "semapv:ManualMappingCuration"
    let (index, _) = try index(
      "M|sex|EUCAIM:A|skos:exactMatch|\(just)|Not", "F|sex|EUCAIM:B|skos:relatedMatch|\(just)|")
    #expect(look(index, "M") == .unmapped)
    #expect(look(index, "F") == .unmapped)
    #expect(index.lists == [])
    #expect(index.unusedRows == [])
  }

  @Test func `rows that no look-up met are listed`() throws {
    let (index, _) = try index("M|sex|EUCAIM:A", "F|sex|EUCAIM:B", "f|sex|EUCAIM:B", "U||EUCAIM:C")
    _ = look(index, "M")
    _ = look(index, " M ")
    _ = look(index, "nothing")
    #expect(index.useCounts == [2, 0, 0, 0])
    #expect(
      index.unusedRows.map(described) == [
        "3 terms.row-not-used: No value in the data met this row of the list “sex”.",
        "4 terms.row-not-used: No value in the data met this row of the list “sex”.",
        "5 terms.row-not-used: No value in the data met this row of the list “(any)”.",
      ])
    // A folded match is owed to every row that shares the folded spelling.
    _ = look(index, "ｆ")
    _ = look(index, "F ")
    #expect(index.useCounts == [2, 1, 0, 0])
  }

  @Test func `many values in many lists are all found, from several threads`() async throws {
    let names = (0..<3000).map { "value \($0)" }
    let head = "subject_label|subject_source|object_id|predicate_id|mapping_justification\n"
    let text =
      head
      + names.enumerated().map { number, name in
        "\(name)|list\(number % 7)|EUCAIM:C\(number)|skos:exactMatch|semapv:ManualMappingCuration"
      }.joined(separator: "\n")
    var findings: [Finding] = []
    let index = TermIndex([try parseSSSOM(text)], findings: &findings)
    #expect(findings == [])
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          names.enumerated().count { number, name in
            let lookup = index.lookup(Array(name.utf8), list: "list\(number % 7)")
            return lookup == .concept(ConceptSpelling.namespace + "C\(number)")
          }
        }
      }
      for await found in group { #expect(found == names.count) }
    }
    #expect(index.useCounts.allSatisfy { $0 == 4 })
  }
}
