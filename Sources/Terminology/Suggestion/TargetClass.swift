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
    let words = Set(TermWords.nameWords(String(local)))
    return all.first { $0.words.isSubset(of: words) }
  }

  /// Every entry, the narrower before the wider.
  package static let all: [TargetClass] = [
    TargetClass(["imaging", "procedure"], groups: ["Procedure"]),
    TargetClass(["modality"], "IMG1000009"),
    TargetClass(["manufacturer"], "IMG1000010"),
    TargetClass(["birth", "sex"], "COM1001396"),
    TargetClass(["sex"], "COM1001396"),
    TargetClass(["segmentation", "method"], "COM1001204"),
    TargetClass(["collection", "method"], "SPEC1000002"),
    TargetClass(["interoperability"], "SPEC1000008"),
    TargetClass(["dataset", "type"], "SPEC1000017"),
    TargetClass(["acces", "condition"], "SPEC1000021"),
    TargetClass(["unit"], groups: ["Unit"]),
    TargetClass(["laterality"], "IMG1016305"),
    TargetClass(["location"], "BP1000024", hints: ["region"]),
    TargetClass(["body", "part"], "BP1000024"),
    TargetClass(["body", "site"], "BP1000024"),
    TargetClass(["body", "side"], "BP1000024"),
    TargetClass(["organ"], groups: ["Spec Anatomic Site"]),
    TargetClass(["topography"], "BP1000024"),
    TargetClass(["health", "status"], groups: ["Measurement"], hints: ["status", "asa"]),
    TargetClass(["tumor", "marker"], groups: ["Measurement", "Observation"]),
    TargetClass(["stage"], groups: ["Measurement"], hints: ["ajcc", "uicc"]),
    TargetClass(["grade"], groups: ["Measurement"], hints: ["tumor"]),
    TargetClass(["histology"], groups: ["Condition"]),
    TargetClass(["cause", "death"], groups: ["Condition"]),
    TargetClass(["diagnostic", "category"], groups: [], hints: ["patient"]),
    TargetClass(["condition"], groups: ["Condition"]),
    TargetClass(["response"], groups: [], hints: ["response"]),
    TargetClass(["surgical"], groups: ["Procedure"]),
    TargetClass(["procedure"], groups: ["Procedure"]),
    TargetClass(["radiotherapy"], groups: ["Procedure"]),
    TargetClass(["medication"], groups: ["Drug", "Regimen"]),
  ]
}
