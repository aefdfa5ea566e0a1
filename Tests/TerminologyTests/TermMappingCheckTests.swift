// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Terminology
import Testing

/// Targets of term mappings held against a vocabulary.
@Suite struct TermMappingCheckTests {
  private let vocabulary: Vocabulary

  init() throws {
    vocabulary = try VocabularyTests.tables(
      """
      code,label,omop_domain,source
      IMG1000009,Imaging modality,,update
      IMG1000042,Computed tomography,,update
      IMG1000026,Computed tomography,,update
      IMG1000036,Radiographic imaging,,update
      OLD1,Retired thing,,init-v1
      NEW1,Retired thing,,update
      CLIN9,Neoplasm,,update

      """,
      """
      child_code,parent_code
      IMG1000042,IMG1000009
      CLIN9,IMG1000036
      IMG1000009,CLIN9

      """)
  }

  private static let dead = [
    DeadTarget("EUCAIM:CLIN1000185", "EUCAIM:CLIN1000077", "there is no such code"),
    DeadTarget(
      "http://publications.europa.eu/resource/authority/file-type/DCM",
      "https://www.iana.org/assignments/media-types/application/dicom", "the table has no DICOM"),
    DeadTarget("EUCAIM:IMG1000022", "EUCAIM:IMG1000038", "a procedure", lists: ["modality"]),
    DeadTarget("EUCAIM:IMG1005459", "EUCAIM:IMG1005457", "that is BI-RADS", word: "PI-RADS"),
    DeadTarget("http://192.0.2.1/list/", "https://example.org/list/", "it moved", isBase: true),
  ]

  private func findings(
    _ object: String, label: String = "", list: String = "x", review: String = "",
    roots: [String: String] = [:]
  ) throws -> [Finding] {
    let text = """
      subject_label\tsubject_source\tpredicate_id\tobject_id\tobject_label\tmapping_justification\treview_state
      a\t\(list)\tskos:exactMatch\t\(object)\t\(label)\tsemapv:ManualMappingCuration\t\(review)

      """
    var notes: [Finding] = []
    let set = try SSSOM.parse(bytes: Array(text.utf8), file: "m.tsv", notes: &notes)
    return TermMappingCheck([vocabulary], roots: roots, dead: Self.dead).findings(set)
  }

  @Test func `a dead code names what to use instead, in any spelling`() throws {
    for spelling in ["EUCAIM:CLIN1000185", "EUCAIM_Hyper-Ontology_V1.0.CLIN1000185"] {
      let found = try findings(spelling)
      #expect(found.map(\.rule) == [VocabularyRules.stale])
      #expect(found.first?.argument("replacement") == .plain("CLIN1000077"))
    }
    let file = "http://publications.europa.eu/resource/authority/file-type/DCM"
    #expect(try findings(file).first?.message().contains("application/dicom") == true)
  }

  @Test func `a code that is dead for one list is left alone in others`() throws {
    let found = try findings("EUCAIM:IMG1000022", list: "image_modality")
    #expect(found.first?.argument("replacement") == .plain("IMG1000038"))
    #expect(try findings("EUCAIM:IMG1000022").map(\.rule) == [VocabularyRules.unknownTarget])
  }

  @Test func `a key that two assessments share is dead where a word names the one it is not for`()
    throws
  {
    for (label, list) in [("PI-RADS assessment", "x"), ("", "pirads")] {
      let found = try findings("EUCAIM:IMG1005459", label: label, list: list)
      #expect(found.first?.argument("replacement") == .plain("IMG1005457"))
    }
    let other = try findings("EUCAIM:IMG1005459", label: "BI-RADS assessment")
    #expect(other.map(\.rule) == [VocabularyRules.unknownTarget])
  }

  @Test func `what stands below a dead base is renamed`() throws {
    let found = try findings("http://192.0.2.1/list/CANCER")
    #expect(found.first?.argument("replacement") == .plain("https://example.org/list/CANCER"))
  }

  @Test func `a code that only an old version has names its successor by label`() throws {
    let found = try findings("EUCAIM:OLD1")
    #expect(found.map(\.rule) == [VocabularyRules.stale])
    #expect(found.first?.argument("replacement") == .plain("NEW1"))
  }

  @Test func `a code that no version has is named, with the code that the label has`() throws {
    let found = try findings("EUCAIM:CLIN8", label: "Neoplasm")
    #expect(found.map(\.rule) == [VocabularyRules.unknownTarget])
    #expect(found.first?.message().contains("CLIN9 “Neoplasm”") == true)
    #expect(try findings("http://snomed.info/id/1").isEmpty, "no vocabulary at hand covers it")
  }

  @Test func `a label that is another concept's is noticed`() throws {
    let found = try findings("EUCAIM:CLIN9", label: "Computed tomography")
    #expect(found.map(\.rule) == [VocabularyRules.labelDiffers])
  }

  @Test func `a shared label shows the candidates with their parents, and a class decides`() throws
  {
    let found = try findings("EUCAIM:IMG1000042")
    #expect(found.map(\.rule) == [VocabularyRules.ambiguousLabel])
    let message = found.first?.message() ?? ""
    #expect(message.contains("IMG1000026 “Computed tomography” (parents not known)"))
    #expect(message.contains("IMG1000042 “Computed tomography” (below Imaging modality)"))
    #expect(try findings("EUCAIM:IMG1000042", list: "modality").isEmpty)
    #expect(
      try findings("EUCAIM:IMG1000026", list: "modality").map(\.rule)
        == [VocabularyRules.classNotKnown])
  }

  @Test func `a target above the class is outside of it`() throws {
    let found = try findings("EUCAIM:CLIN9", roots: ["x": "EUCAIM:IMG1000009"])
    #expect(found.map(\.rule) == [VocabularyRules.outsideClass])
  }

  @Test func `an open proposal is noted, and a rejected row is left alone`() throws {
    #expect(
      try findings("EUCAIM:CLIN9", review: "proposed").map(\.rule) == [VocabularyRules.proposed])
    #expect(try findings("EUCAIM:OLD1", review: "rejected").isEmpty)
  }
}
