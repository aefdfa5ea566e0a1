// SPDX-License-Identifier: Apache-2.0

/// Codes and IRIs that are met in mappings and are no longer in use, or never were.
package struct DeadTarget: Sendable, Hashable {
  /// The IRI or code, as it is met.
  package let target: String
  /// What to use instead.
  package let replacement: String
  /// Why it is dead, to follow a colon.
  package let reason: String

  private init(_ target: String, _ replacement: String, _ reason: String) {
    self.target = target
    self.replacement = replacement
    self.reason = reason
  }

  /// The entry for a target, in any spelling.
  package static func of(_ target: String) -> DeadTarget? {
    byTarget[ConceptSpelling.canonical(target)]
  }

  private static let byTarget: [String: DeadTarget] = {
    var entries: [String: DeadTarget] = [:]
    for entry in all {
      entries[ConceptSpelling.canonical(entry.target)] = entry
    }
    return entries
  }()

  private static let fileType = "http://publications.europa.eu/resource/authority/file-type/"
  private static let dicom = "https://www.iana.org/assignments/media-types/application/dicom"
  private static let theme = "http://publications.europa.eu/resource/authority/health-theme/"
  private static let acceptance =
    "https://hdeu-dcat.acceptance.data.health.europa.eu/resource/authority/health-theme/"
  private static let snomed = "http://snomed.info/id/"

  /// Every entry.
  ///
  /// - Source: hyper-ontology V2.0; EU authority tables file-type 20250618 and health-theme; DICOM PS3.16
  ///   CID 4.
  package static let all: [DeadTarget] = [
    DeadTarget(
      "EUCAIM:CLIN1000185", "EUCAIM:CLIN1000077",
      "the hyper-ontology has no such code; malignant neoplasm of rectum is another"),
    DeadTarget(fileType + "DCM", dicom, "the EU table of file types has no code for DICOM"),
    DeadTarget(fileType + "DICOM", dicom, "the EU table of file types has no code for DICOM"),
    DeadTarget(snomed + "12921003", snomed + "816092008", "the concept for pelvis was retired"),
    DeadTarget(snomed + "43799004", snomed + "816094009", "the concept for chest was retired"),
    DeadTarget(theme + "CANCER", theme + "CANCER_DISEASE", "the table names cancer otherwise"),
    DeadTarget(
      acceptance + "CANCER", acceptance + "CANCER_DISEASE", "the table names cancer otherwise"),
  ]
}
