// SPDX-License-Identifier: Apache-2.0

/// What a property of the common data model allows as its value.
///
/// - Source: EUCAIM common data model (column names), hyper-ontology V2.0 (roots of value sets), OMOP
///   domains of its concepts.
package struct TargetClass: Sendable, Hashable {
  /// Words of which the property's name must have all.
  let words: Set<String>
  /// The class that the value must be of; `nil` if the model names none.
  package let root: String?
  /// OMOP domains in which the value is to be expected, the likeliest first.
  package let groups: [String]
  /// Further words that labels of such values have.
  let hints: [String]

  private init(
    _ words: [String], _ root: String? = nil, groups: [String] = [], hints: [String] = []
  ) {
    self.words = Set(words)
    self.root = root.map { ConceptSpelling.namespace + $0 }
    self.groups = groups
    self.hints = hints
  }

  /// The first entry that fits a name such as `TumorBodySiteCode` or `sex`.
  ///
  /// - Parameter name: a property, an IRI that ends in one, or a local list named like one.
  /// - Returns: `nil` if the model says nothing about such a name.
  package static func of(_ name: String) -> TargetClass? {
    let local = name.split(whereSeparator: { $0 == "#" || $0 == "/" || $0 == ":" }).last ?? ""
    let words = Set(TermWords.allNameWords(String(local)))
    return all.first { $0.words.isSubset(of: words) }
  }

  /// Every entry, the narrower before the wider.
  package static let all = units + places + images + codes + descriptions

  private static let units = [
    TargetClass(["age", "unit"], "COM1000150", groups: ["Unit"]),
    TargetClass(["offset", "unit"], "COM1000150", groups: ["Unit"]),
    TargetClass(["period", "unit"], "COM1000150", groups: ["Unit"]),
    TargetClass(["radiotherapy", "dose", "unit"], "COM1000143", groups: ["Unit"]),
    TargetClass(["unit"], "COM1000147", groups: ["Unit"]),
  ]

  private static let places = [
    TargetClass(["laterality"], "IMG1016305"),
    TargetClass(["location"], "BP1000024", hints: ["region"]),
    TargetClass(["body", "part"], "BP1000024"),
    TargetClass(["body", "site"], "BP1000024"),
    TargetClass(["body", "side"], "BP1000024"),
    TargetClass(["organ"], groups: ["Spec Anatomic Site"]),
    TargetClass(["topography"], "BP1000024"),
  ]

  private static let images = [
    TargetClass(["procedure", "category"], "GEN1000027"),
    TargetClass(["imaging", "procedure"], "CLIN1000005", groups: ["Procedure"]),
    TargetClass(["radiotherapy", "modality"], "COM1001181"),
    TargetClass(["modality"], "IMG1000009"),
    TargetClass(["manufacturer"], "IMG1000010"),
    TargetClass(["segmentation", "method"], "COM1001204"),
    TargetClass(["size", "method"], "GEN1000028"),
  ]

  private static let codes = [
    TargetClass(["sex"], "COM1001396"),
    TargetClass(["gender"], "COM1000175"),
    TargetClass(["diagnostic", "category"], "COM1001084", hints: ["patient"]),
    TargetClass(["health", "status"], groups: ["Measurement"], hints: ["status", "asa"]),
    TargetClass(["risk", "assessment", "concept"], "COM1001198"),
    TargetClass(["risk", "assessment"], "CLIN1051859"),
    // The model spells the column of the value with one s.
    TargetClass(["assesment", "concept"], "COM1001187"),
    TargetClass(["assessment"], "CLIN1037292"),
    TargetClass(["tumor", "marker", "concept"], "COM1001187"),
    TargetClass(["tumor", "marker", "category"], "GEN1000014"),
    TargetClass(["tumor", "marker"], "CLIN1000224", groups: ["Measurement", "Observation"]),
    TargetClass(["lab", "test", "concept"], "COM1001187"),
    TargetClass(["lab", "test"], "CLIN1033407", groups: ["Measurement"]),
    TargetClass(["medical", "history", "concept"], "COM1001187"),
    TargetClass(["tumor", "observation", "concept"], "COM1001187"),
    TargetClass(["tumor", "observation"], "CLIN1005480"),
    TargetClass(["family", "member", "condition"], "CLIN1038018", groups: ["Condition"]),
    TargetClass(["grade", "scoring"], "CLIN1037296"),
    TargetClass(["stage", "scoring"], "CLIN1036343"),
    TargetClass(["stage"], "CLIN1044563", groups: ["Measurement"], hints: ["ajcc", "uicc"]),
    TargetClass(["histologic", "grade", "concept"], "COM1001360", hints: ["tumor"]),
    TargetClass(["histologic", "grade", "code"], "CLIN1049681", hints: ["tumor"]),
    TargetClass(["grade"], groups: ["Measurement"], hints: ["tumor"]),
    TargetClass(["histology"], groups: ["Condition"]),
    TargetClass(["cause", "death"], groups: ["Condition"]),
    TargetClass(["cancer", "condition"], "CLIN1007977", groups: ["Condition"]),
    TargetClass(["response"], hints: ["response"]),
    TargetClass(["surgical"], "CLIN1004413", groups: ["Procedure"]),
    TargetClass(["procedure"], "CLIN1000005", groups: ["Procedure"]),
    TargetClass(["radiotherapy"], groups: ["Procedure"]),
    TargetClass(["medication"], groups: ["Drug", "Regimen"]),
    TargetClass(["episode"], "GEN1000002"),
  ]

  private static let descriptions = [
    TargetClass(["collection", "method"], "SPEC1000002"),
    TargetClass(["interoperability"], "SPEC1000008"),
    TargetClass(["dataset", "type"], "SPEC1000017"),
    TargetClass(["access", "condition"], "SPEC1000021"),
    TargetClass(["condition"], "CLIN1007977", groups: ["Condition"]),
  ]
}
