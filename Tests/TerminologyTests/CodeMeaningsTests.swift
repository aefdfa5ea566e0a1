// SPDX-License-Identifier: Apache-2.0

import Terminology
import Testing

/// What codes of DICOM and UCUM say, and where they are read.
@Suite struct CodeMeaningsTests {
  /// Code lists of a few codes each.
  static func small() throws -> CodeMeanings {
    let snomed = "http://snomed.info/id/"
    var meanings = CodeMeanings(dead: [
      DeadTarget(snomed + "43799004", snomed + "816094009", "retired")
    ])
    for (list, codes) in [
      (CodeMeanings.List.modality, [("CT", "Computed Tomography", ["CT scan"])]),
      (.sex, [("M", "Male", []), ("F", "Female", [])]),
      (.laterality, [("L", "Left", ["Left side"])]),
      (
        .bodyPart,
        [("PCA", "Posterior cerebral artery", []), ("LIVER", "Liver", []), ("CHEST", "Chest", [])]
      ),
      (.unit, [("ng/mL", "nanogram per millilitre", ["nanogram per milliliter"])]),
    ] as [(CodeMeanings.List, [(String, String, [String])])] {
      var builder = VocabularyBuilder()
      for (code, label, others) in codes {
        let iri = "urn:\(list.rawValue):\(code)"
        builder.declare(iri)
        builder.addLabel(label, .preferred, to: iri)
        builder.addLabel(code, .code, to: iri)
        if code == "LIVER" { builder.addLabel("SNOMEDCT:10200004", .code, to: iri) }
        if code == "CHEST" { builder.addLabel("SNOMEDCT:816094009", .code, to: iri) }
        for other in others { builder.addLabel(other, .alternative, to: iri) }
      }
      meanings.add(try #require(Vocabulary(index: builder.build(), name: "codes")), as: list)
    }
    return meanings
  }

  private let suggester: TermSuggester

  init() throws {
    suggester = TermSuggester(
      try VocabularyTests.tables(
        """
        code,label
        C1,Male
        C2,Computed tomography
        C3,Left
        C4,Liver
        C5,nanogram per milliliter
        C6,Posterior cerebral artery
        C7,Medial structure
        C8,Chest

        """,
        """
        code,vocabulary,external_code
        C2,RADLEX,RADLEX:RID10321
        C2,OMOP_CONCEPT_ID,4300757
        C4,ICD10,C22

        """), meanings: try Self.small())
  }

  private func first(_ value: String, _ property: String) -> (String, TermSuggestion.Reason)? {
    suggester.suggest(value, SuggestionContext(property)).first.map {
      (ConceptSpelling.code($0.iri), $0.reason)
    }
  }

  @Test(arguments: [
    ("M", "patientBirthSex", "C1", TermSuggestion.Reason.dicom),
    ("ct", "ImagingModality", "C2", .dicom),
    ("L", "tumorBodySiteLaterality", "C3", .dicom),
    ("LIVER", "seriesBodySideCode", "C4", .exact),
    ("10200004", "BodyPartForImaging", "C4", .dicom),
    ("SCT:10200004", "BodyPartForImaging", "C4", .dicom),
    ("http://snomed.info/id/10200004", "BodyPartForImaging", "C4", .dicom),
    ("43799004", "BodyPartForImaging", "C8", .dicom),
    ("ng/mL", "labTestValueUnit", "C5", .acronym), ("ng/ml", "labTestValueUnit", "C5", .acronym),
    ("pca", "tumorBodySite", "C6", .dicom),
  ])
  func `a code is read in the list that the property asks for`(
    _ value: String, _ property: String, _ code: String, _ reason: TermSuggestion.Reason
  ) throws {
    let found = try #require(first(value, property))
    #expect(found.0 == code)
    #expect(found.1 == reason)
  }

  @Test(arguments: [
    ("M", "cancerConditionHistologyMorphology"), ("L", "patientBirthSex"),
    ("NG/ML", "labTestValueUnit"), ("PCA", "cancerConditionHistologyMorphology"),
  ])
  func `a code is not read where the property asks for something else`(
    _ value: String, _ property: String
  ) {
    #expect(first(value, property)?.1 != .dicom)
    #expect(first(value, property)?.0 != "C5")
  }

  @Test(arguments: [
    ("RID10321", "C2"), ("RADLEX:RID10321", "C2"), ("ICD-10: C22", "C4"), ("4300757", "C2"),
    ("http://www.radlex.org/RID/RID10321", "C2"),
  ])
  func `a code of another vocabulary leads to the concept that states it`(
    _ value: String, _ code: String
  ) throws {
    let found = try #require(suggester.suggest(value).first)
    #expect(ConceptSpelling.code(found.iri) == code)
    #expect(found.reason == .code)
  }

  @Test(arguments: ["1", "98", "22", "123456"])
  func `a short number is a code of a local list, and means nothing here`(_ value: String) {
    #expect(suggester.suggest(value).isEmpty)
  }

  @Test(arguments: [
    ("liver (4)", TermSuggestion.Reason.exact), ("Liver [ng/mL]", .exact), ("liver=2", .exact),
    ("Computed tomography (CT)", .exact),
  ])
  func `what stands behind the words does not count`(
    _ value: String, _ reason: TermSuggestion.Reason
  ) {
    #expect(suggester.suggest(value).first?.reason == reason)
  }
}
