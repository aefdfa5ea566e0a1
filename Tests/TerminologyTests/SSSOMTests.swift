// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Terminology
import Testing

/// Four lines of metadata and the row of column names; rows begin in row 6.
let sssomHead = """
  #curie_map:
  #  eucaim: https://cancerimage.eu/ontology/EUCAIM#
  #  local: https://example.org/local/
  #mapping_set_id: https://example.org/set
  subject_id|subject_label|subject_source|predicate_id|object_id|mapping_justification|confidence|mapping_date

  """

/// Reads a table in which `|` stands for a tab.
func parseSSSOM(_ text: String, file: String = "t.sssom.tsv") throws(DiagnosedError)
  -> SSSOMMappingSet
{
  var notes: [Finding] = []
  return try SSSOM.parse(
    bytes: Array(text.replacing("|", with: "\t").utf8), file: file, notes: &notes)
}

func sssomFindings(_ text: String) -> [String] {
  var notes: [Finding] = []
  do {
    _ = try SSSOM.parse(
      bytes: Array(text.replacing("|", with: "\t").utf8), file: "t.sssom.tsv", notes: &notes)
  } catch {
    notes = error.findings
  }
  return notes.map(described)
}

func described(_ finding: Finding) -> String {
  let place = finding.place.map(\.description)?.replacing("t.sssom.tsv:", with: "") ?? "-"
  return "\(place) \(finding.rule.id): \(finding.message())"
}

struct SSSOMTests {
  @Test func `rows are read with their CURIEs expanded and their places`() throws {
    let set = try parseSSSOM(
      """
      #curie_map:
      #  eucaim: https://cancerimage.eu/ontology/EUCAIM#
      #  local: https://example.org/local/
      #  orcid: https://orcid.org/
      #mapping_set_id: https://example.org/set
      #mapping_set_version: "1.0"
      #license: https://www.apache.org/licenses/LICENSE-2.0
      subject_id|subject_label|subject_source|predicate_id|object_id|object_label|mapping_justification|author_id|confidence|mapping_date|comment|predicate_modifier
      local:m|Male|sex|skos:exactMatch|eucaim:COM1001366|Male|semapv:ManualMappingCuration|orcid:1|0.9|2026-11-20|"a ""b"" | c
      d"|
      |f||skos:closeMatch|eucaim:COM1001370||semapv:LexicalMatching|||||Not

      local:u||sex|skos:exactMatch|sssom:NoTermFound||semapv:ManualMappingCuration
      """)
    #expect(set.id == "https://example.org/set")
    #expect(set.version == "1.0")
    #expect(set.license == "https://www.apache.org/licenses/LICENSE-2.0")
    #expect(set.prefixes["skos"] == "http://www.w3.org/2004/02/skos/core#")
    try #require(set.rows.count == 3)
    let first = set.rows[0]
    #expect(first.subjectID == "https://example.org/local/m")
    #expect(first.value == "Male")
    #expect(first.list == "sex")
    #expect(first.predicateID == "http://www.w3.org/2004/02/skos/core#exactMatch")
    #expect(first.objectID == "https://cancerimage.eu/ontology/EUCAIM#COM1001366")
    #expect(first.objectLabel == "Male")
    #expect(first.justification == "https://w3id.org/semapv/vocab/ManualMappingCuration")
    #expect(first.authorID == "https://orcid.org/1")
    #expect(first.confidence == 0.9)
    #expect(first.date == "2026-11-20")
    #expect(first.comment == "a \"b\" \t c\nd")
    #expect(set.rows.map(\.isDenial) == [false, true, false])
    #expect(set.rows.map(\.hasNoTerm) == [false, false, true])
    #expect(set.rows.map(\.value) == ["Male", "f", "local:u"])
    // The line break inside quotes does not count as a row, a blank row does.
    #expect(
      set.rows.map(\.place)
        == [(9, 9), (10, 11), (12, 13)].map { row, line in
          SourcePlace(file: "t.sssom.tsv", .cell(row: row, column: nil, name: nil, line: line))
        })
  }

  @Test func `metadata pass to rows that have no value of their own`() throws {
    let set = try parseSSSOM(
      """
      # curie_map:
      #   l: https://example.org/local/
      # subject_source: sex
      # mapping_date: 2026-01-31
      subject_label|predicate_id|object_id|mapping_justification|subject_source
      m|skos:exactMatch|l:1|semapv:ManualMappingCuration|
      m|skos:exactMatch|l:2|semapv:ManualMappingCuration|gender
      """)
    #expect(set.rows.map(\.list) == ["sex", "gender"])
    #expect(set.rows.map(\.date) == ["2026-01-31", "2026-01-31"])
  }

  @Test func `a byte order mark and Windows line ends are no data`() throws {
    let set = try parseSSSOM(
      "\u{FEFF}subject_label|predicate_id|object_id|mapping_justification\r\n"
        + "m|skos:exactMatch|EUCAIM:COM1|\"semapv:ManualMappingCuration\"\r\n")
    #expect(set.rows.map(\.objectID) == ["https://cancerimage.eu/ontology/EUCAIM#COM1"])
    #expect(set.rows.map(\.justification).allSatisfy { $0.hasSuffix("Curation") })
  }

  @Test(arguments: [
    (
      "local:m|m|sex|skos:exactMatch|eucaym:C1|semapv:ManualMappingCuration",
      [
        "6:5 (object_id) sssom.unknown-prefix: The prefix of “eucaym:C1” in “object_id” is not declared. Did you mean “EUCAIM”?"
      ]
    ),
    (
      "local:m|m|sex|skos:exactMatch|Male|semapv:ManualMappingCuration",
      [
        "6:5 (object_id) sssom.not-a-curie: “Male” in “object_id” is neither a CURIE such as skos:exactMatch nor an IRI."
      ]
    ),
    (
      "local:m|m|sex||eucaim:C1|semapv:ManualMappingCuration",
      ["6:4 (predicate_id) sssom.missing-cell: “predicate_id” is empty; every row needs it."]
    ),
    (
      "||sex|skos:exactMatch|eucaim:C1|semapv:ManualMappingCuration",
      ["6:2 (subject_label) sssom.missing-cell: “subject_label” is empty; every row needs it."]
    ),
    (
      "local:m|m|sex|skos:exactMatch|eucaim:C1|semapv:ManualMapingCuration",
      [
        "6:6 (mapping_justification) sssom.justification: “semapv:ManualMapingCuration” is not a justification of the SEMAPV vocabulary. Did you mean “ManualMappingCuration”?"
      ]
    ),
    (
      "local:m|m|sex|skos:exatcMatch|eucaim:C1|semapv:ManualMappingCuration",
      [
        "6:4 (predicate_id) sssom.predicate-not-used: The predicate “skos:exatcMatch” does not translate a value, so the row is not used. Did you mean “skos:exactMatch”?"
      ]
    ),
    (
      "local:m|m|sex|skos:exactMatch|eucaim:C1|semapv:ManualMappingCuration|1.5|2026-02-30",
      [
        "6:7 (confidence) sssom.confidence: “1.5” is not a number from 0 to 1.",
        "6:8 (mapping_date) sssom.date: “2026-02-30” is not a date as YYYY-MM-DD.",
      ]
    ),
    (
      "local:m|m|sex|skos:exactMatch|eucaim:C1|semapv:ManualMappingCuration|||x",
      ["6 sssom.extra-cells: The row has 9 cells; the table has 8 columns."]
    ),
    (
      "local:m|\"m|sex\nx",
      ["6:2 (subject_label) sssom.quote: The cell begins with a quote that is never closed."]
    ),
    (
      "local:m|\"m\"x|sex",
      [
        "6:2 (subject_label) sssom.quote: The cell begins with a quote and goes on after the quote that closes it."
      ]
    ),
  ]) func `a fault in a row is reported at its row and column`(row: String, expected: [String]) {
    #expect(sssomFindings(sssomHead + row) == expected)
  }

  @Test func `columns are checked against SSSOM`() {
    #expect(
      sssomFindings("subject_label|predicate_id|object_ids|mapping_justification\n") == [
        "1:3 (object_ids) sssom.unknown-column: The column “object_ids” is not a slot of SSSOM and is not used. Did you mean “object_id”?",
        "1 sssom.missing-column: The column “object_id” is missing. Is it “object_ids”?",
      ])
    #expect(
      sssomFindings(
        "#extension_definitions:\n#  - slot_name: mine\nsubject_label|predicate_id|object_id|mapping_justification|mine|object_id\n"
      ) == [
        "3:6 (object_id) sssom.duplicate-column: The column “object_id” stands in the table twice."
      ])
    #expect(
      sssomFindings("predicate_id|object_id|mapping_justification|predicate_modifier\n")
        == [
          "1 sssom.missing-column: The column “subject_label” is missing. Every row needs a value in it."
        ])
    #expect(
      sssomFindings("#license: x\n").first?.hasPrefix("t.sssom.tsv sssom.no-table: ") == true)
  }

  @Test func `metadata are checked at their lines`() {
    let table = "subject_label|predicate_id|object_id|mapping_justification\n"
    #expect(
      sssomFindings("#curie_mapp:\n#  a: http://a/\n" + table) == [
        "1:2 sssom.unknown-metadata: “curie_mapp” is not a slot of a mapping set and is not used. Did you mean “curie_map”?"
      ])
    #expect(
      sssomFindings("#curie_map:\n#  a: http://a/\n#  a: http://b/\n" + table) == [
        "3:4 yaml.duplicate-key: The key “a” stands in this mapping already; every key may stand once."
      ])
    #expect(
      sssomFindings("#curie_map: x\n" + table) == [
        "1:13 yaml.wrong-kind: Found “x” for “curie_map”; allowed is a mapping of names and values."
      ])
  }

  @Test func `a modifier other than Not is refused`() {
    let table = "subject_label|predicate_id|object_id|mapping_justification|predicate_modifier\n"
    #expect(
      sssomFindings(
        table + "m|skos:exactMatch|EUCAIM:C|semapv:ManualMappingCuration|Maybe") == [
          "2:5 (predicate_modifier) sssom.modifier: “Maybe” is not a predicate modifier; “Not” is the only one."
        ])
  }

  @Test func `bytes that are no UTF-8 are reported at their offset`() throws {
    let error = try #require(throws: DiagnosedError.self) {
      var notes: [Finding] = []
      _ = try SSSOM.parse(bytes: Array("abc".utf8) + [0xFF], file: "t", notes: &notes)
    }
    #expect(error.findings.map(\.rule.id) == ["sssom.encoding"])
    #expect(error.findings.map(\.place) == [SourcePlace(file: "t", .offset(3))])
  }

  @Test func `a file above the limit is refused`() throws {
    let error = try #require(throws: DiagnosedError.self) {
      var notes: [Finding] = []
      let bytes = [UInt8](repeating: 0x61, count: SSSOM.byteLimit + 1)
      _ = try SSSOM.parse(bytes: bytes, file: "t", notes: &notes)
    }
    #expect(error.findings.map(\.rule.id) == ["sssom.too-large"])
  }

  @Test(arguments: [
    ("https://cancerimage.eu/ontology/EUCAIM#CLIN1000060", "CLIN1000060"),
    ("https://hyperontology.eucaim.cancerimage.eu/#CLIN1000060", "CLIN1000060"),
    ("EUCAIM:CLIN1000060", "CLIN1000060"),
    ("EUCAIM_Hyper-Ontology_V1.0.CLIN1000060", "CLIN1000060"),
    ("EUCAIM_Hyper-Ontology_V2.0.TumorGrade", "TumorGrade"),
  ]) func `a concept has one spelling whatever it was written like`(text: String, code: String) {
    #expect(ConceptSpelling.canonical(text) == "https://cancerimage.eu/ontology/EUCAIM#\(code)")
  }

  @Test(arguments: [
    "http://example.org/x", "EUCAIM:", "EUCAIM:a b", "EUCAIM_Hyper-Ontology_V1.0CLIN", "Male", "",
  ]) func `other text keeps its spelling`(text: String) {
    #expect(ConceptSpelling.canonical(text) == text)
  }

  @Test func `objects are read in all four spellings`() throws {
    let set = try parseSSSOM(
      """
      #curie_map:
      #  h: https://hyperontology.eucaim.cancerimage.eu/#
      subject_label|predicate_id|object_id|mapping_justification
      a|skos:exactMatch|h:C1|semapv:ManualMappingCuration
      b|skos:exactMatch|EUCAIM:C1|semapv:ManualMappingCuration
      c|skos:exactMatch|https://hyperontology.eucaim.cancerimage.eu/#C1|semapv:ManualMappingCuration
      d|skos:exactMatch|EUCAIM_Hyper-Ontology_V1.0.C1|semapv:ManualMappingCuration
      """)
    #expect(Set(set.rows.map(\.objectID)) == ["https://cancerimage.eu/ontology/EUCAIM#C1"])
    #expect(set.rows.count == 4)
  }

  @Test func `every rule has an id of its own`() {
    #expect(Set(TerminologyRules.all.map(\.id)).count == TerminologyRules.all.count)
  }
}
