// SPDX-License-Identifier: Apache-2.0

import Terminology
import Testing

/// Proposals and their reasons.
@Suite struct TermSuggesterTests {
  private let suggester: TermSuggester

  init() throws {
    suggester = TermSuggester(
      try VocabularyTests.tables(
        """
        code,label
        COM1001396,Sex assigned at birth
        COM1001366,Male
        COM1001370,Female
        IMG1000009,Imaging modality
        IMG1000042,Computed tomography
        IMG1000026,Computed tomography
        IMG1000022,Magnetic resonance imaging
        X1,Hepatocellular carcinoma
        X2,"Lung, NOS"
        X3,Grade 2 tumor
        X4,Diffuse intrinsic pontine glioma
        X5,Neoplasm of breast

        """,
        """
        child_code,parent_code
        COM1001366,COM1001396
        COM1001370,COM1001396
        IMG1000042,IMG1000009

        """,
        """
        code,alt_label
        X1,liver cell carcinoma

        """,
        """
        code,vocabulary,external_code
        X1,SNOMEDCT,25370001

        """), meanings: try CodeMeaningsTests.small())
  }

  @Test(arguments: [
    ("hepatocellular Carcinoma", "X1", TermSuggestion.Reason.exact),
    ("Liver cell carcinoma", "X1", .synonym),
    ("SNOMEDCT:25370001", "X1", .code),
    ("25370001", "X1", .code),
    ("EUCAIM:X1", "X1", .code),
    ("hepatocelular carcinoma", "X1", .spelling),
    ("carcinoma, hepatocellular", "X1", .words),
    ("HCC", "X1", .acronym),
    ("DIPG", "X4", .acronym),
    ("lung", "X2", .words),
    ("Grade II", "X3", .words),
    ("breast tumour", "X5", .words),
    ("Neoplasms of breast", "X5", .words),
    ("lung (3)", "X2", .words),
  ])
  func `a proposal says why it is made`(
    _ value: String, _ code: String, _ reason: TermSuggestion.Reason
  ) throws {
    let first = try #require(suggester.suggest(value).first)
    #expect(first.iri == ConceptSpelling.namespace + code)
    #expect(first.reason == reason)
  }

  @Test func `codes of DICOM are read where the property speaks of them`() throws {
    let sex = try #require(suggester.suggest("M", SuggestionContext("patientBirthSex")).first)
    #expect(sex.label == "Male")
    #expect(sex.reason == .dicom)
    #expect(sex.parents == ["Sex assigned at birth"])
    let modality = try #require(suggester.suggest("CT", SuggestionContext("ImagingModality")).first)
    #expect(modality.iri == ConceptSpelling.namespace + "IMG1000042", "the class decides")
    #expect(modality.membership == .yes)
  }

  @Test func `a class restricts, and what is not known of it comes last`() throws {
    let context = SuggestionContext("x", root: "EUCAIM:IMG1000009")
    let found = suggester.suggest("Computed tomography", context)
    #expect(found.map(\.membership).first == .yes)
    #expect(found.dropFirst().allSatisfy { $0.membership == .notKnown })
  }

  @Test func `nothing is proposed where nothing comes near`() {
    #expect(suggester.suggest("zzzz").isEmpty)
    #expect(suggester.suggest("").isEmpty)
    #expect(suggester.suggest("  ?? ").isEmpty)
  }

  @Test func `the limit holds, and the same value gives the same proposals`() {
    #expect(suggester.suggest("carcinoma", limit: 1).count == 1)
    #expect(suggester.suggest("carcinoma of liver") == suggester.suggest("carcinoma of liver"))
  }
}
