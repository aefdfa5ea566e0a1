// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
internal import Diagnostics
internal import RDFModel
internal import Reports

/// Computes the interoperability tier of a dataset from its records and its description.
///
/// - Source: EUCAIM handbook, data preparation: Tier 1 asks for registration, one patient identifier
///   for images and clinical data, and no duplicates; Tier 2 for searchable metadata in the
///   hyper-ontology and the query service; Tier 3 for DICOM, the full model and the materializer.
/// - Deviation: the suffixes A+ and C+ have no published definition and are not judged.
struct TierCheck {
  let records: HarmonisedRecords
  let fields: [RecordField]
  let unmapped: Int
  let violations: Int
  let description: DatasetDescription

  private var graph: Graph { records.graph }

  /// The verdict.
  ///
  /// - Parameter isAccepted: whether the run puts the dataset into the catalogue; `nil` before that
  ///   is known.
  /// - Returns: what the tiers ask for, with the registration first if it is known.
  func verdict(isAccepted: Bool?) -> TierVerdict {
    var requirements = first + second + third
    if let isAccepted {
      requirements.insert(
        Self.requirement(
          1, "registered in the catalogue", isAccepted ? [] : ["the dataset is not accepted"]),
        at: 0)
    }
    return TierVerdict(claimed: Self.claimed(description)?.label, requirements: requirements)
  }

  /// What the claim of the dataset file is found to be: a warning if it is too high.
  func findings(at place: SourcePlace?) -> [Finding] {
    let verdict = verdict(isAccepted: nil)
    guard let claim = Self.claimed(description), claim.tier > max(1, verdict.reached) else {
      return []
    }
    let missing = verdict.missingForNext.map { "\($0.what): \($0.detail)" }
    return [
      Finding(
        ModelRules.tierTooHigh, at: place,
        [
          .plain("claimed", claim.label), .plain("reached", TierVerdict.name(verdict.reached)),
          .plain("missing", missing.joined(separator: "; ")),
        ])
    ]
  }

  /// The tier that a description claims, by number and label.
  static func claimed(_ description: DatasetDescription) -> (tier: Int, label: String)? {
    let levels = description.quads.filter {
      $0.predicate == .iri(Namespace.eucaim.interoperabilityLevel)
    }
    guard let iri = levels.first?.object.value, let label = CodeList.tier.label(iri),
      let tier = number(of: label)
    else { return nil }
    return (tier, label)
  }

  /// The number in a tier's label; the codes themselves do not rise with the tier.
  static func number(of label: String) -> Int? { label.compactMap(\.wholeNumberValue).first }

  private static func requirement(
    _ tier: Int, _ what: String, _ missing: [String]
  ) -> TierRequirement {
    TierRequirement(
      tier: tier, what: what, state: missing.isEmpty ? .met : .missing,
      detail: missing.joined(separator: "; "))
  }

  private var first: [TierRequirement] {
    [
      Self.requirement(1, "images and clinical data joined by one patient identifier", unjoined),
      Self.requirement(
        1, "no patient, study or series twice",
        ["patientId", "studyUid", "seriesUid"].compactMap { duplicates($0) }),
      TierRequirement(
        tier: 1, what: "de-identified", state: .unseen,
        detail: "whether a pseudonym or an image tells who a person is cannot be seen here"),
    ]
  }

  private var second: [TierRequirement] {
    [
      Self.requirement(
        2, "the minimum of searchable metadata for every record", gaps(2) + withoutCondition),
      Self.requirement(
        2, "searchable values coded in the hyper-ontology",
        unmapped == 0 ? [] : ["\(unmapped) different values have no concept"]),
      TierRequirement(
        tier: 2, what: "query service installed", state: .unseen,
        detail: "what runs at the node cannot be seen here"),
    ]
  }

  private var third: [TierRequirement] {
    [
      Self.requirement(3, "what the full model makes mandatory for every record", gaps(3)),
      Self.requirement(
        3, "records that keep all shapes of the model",
        violations == 0 ? [] : ["\(violations) violations in the records"]),
      Self.requirement(
        3, "images in DICOM", isDICOM ? [] : ["no distribution is application/dicom"]),
      TierRequirement(
        tier: 3, what: "annotations in DICOM SEG, common folders, data materializer",
        state: .unseen, detail: "images and what runs at the node cannot be seen here"),
    ]
  }

  private func instances(_ name: String) -> [TermID] {
    graph.subjects(graph.id(.iri(RDF.type)), graph.id(.iri(RecordModel.namespace + name)))
  }

  private var unjoined: [String] {
    let patients = Set(instances("Patient"))
    if patients.isEmpty { return ["there is no patient"] }
    let studies = instances("ImageStudy")
    if studies.isEmpty { return ["there is no image study"] }
    let link = graph.id(.iri(RecordModel.namespace + "patient"))
    let alone = studies.count { study in
      !graph.objects(study, link).contains { patients.contains($0) }
    }
    return (alone == 0 ? [] : ["\(alone) of \(studies.count) image studies have no patient"])
      + gaps(1)
  }

  // Fields that a tier makes mandatory and some record lacks; the fields of classes without records
  // are asked for only if the minimum data set cannot do without them.
  private func gaps(_ tier: Int) -> [String] {
    fields.filter { $0.tier == tier }.compactMap { field in
      guard let coverage = field.coverage(in: graph) else {
        let isNeeded = tier == 2 && field.targetClass != RecordModel.namespace + "CancerCondition"
        return isNeeded ? "there is no \(field.classLabel.lowercased())" : nil
      }
      let lacking = coverage.records.missing
      return lacking == 0
        ? nil : "\(field.label) is missing in \(lacking) of \(coverage.records.whole)"
    }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  // People without cancer, such as those of a screening, have no condition to describe.
  private var withoutCondition: [String] {
    let category = graph.id(.iri(RecordModel.namespace + "patientDiagnosticCategory"))
    let cancer = graph.id(.iri("https://cancerimage.eu/ontology/EUCAIM#COM1001087"))
    let link = graph.id(.iri(RecordModel.namespace + "patient"))
    let described = Set(instances("CancerCondition").flatMap { graph.objects($0, link) })
    let patients = graph.subjects(category, cancer)
    let lacking = patients.count { !described.contains($0) }
    return lacking == 0
      ? [] : ["\(lacking) of \(patients.count) patients with cancer have no cancer condition"]
  }

  private func duplicates(_ property: String) -> String? {
    var subjects: [TermID: TermID] = [:]
    var repeated: Set<TermID> = []
    let owner = ["patientId": "Patient", "studyUid": "ImageStudy", "seriesUid": "ImageSeries"]
    let records = Set(instances(owner[property] ?? ""))
    for statement in graph.statements(
      predicate: graph.id(.iri(RecordModel.namespace + property)))
    {
      let triple = graph.triples[statement]
      guard records.contains(triple.subject) else { continue }
      if let known = subjects[triple.object], known != triple.subject {
        repeated.insert(triple.object)
      }
      subjects[triple.object] = triple.subject
    }
    return repeated.isEmpty
      ? nil : "\(repeated.count) values of \(property) belong to several records"
  }

  private var isDICOM: Bool {
    description.quads.contains {
      $0.predicate == .iri(DCAT.mediaType)
        && $0.object.value.hasSuffix("application/dicom")
    }
  }
}
