// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Reports

/// A run over three imaging datasets with everything that a report can hold.
enum ReportFixture {
  static let product = ReportProduct(name: "Fairway", version: "0.1.0")

  /// A glioma dataset that is not accepted, a lung dataset with warnings, a prostate dataset that
  /// is accepted.
  static func pilots() -> RunReport {
    let datasets = [glioma(), lung(), prostate()]
    var mapping = FindingCollector()
    mapping.add(
      Finding(
        Rules.staleCode,
        at: SourcePlace(file: "Mappings/terms/body-part.sssom.tsv", .text(line: 14, column: 1)),
        [.plain("code", "SCT 12921003"), .plain("current", "SCT 816092008")]))
    let own = FindingSummary(mapping)
    let (verdict, why) = Verdict.ofRun(
      datasets: datasets, findings: own.counts, failOn: .violation)
    var report = RunReport(
      product: product, pipeline: "imaging-pilots", verdict: verdict, why: why,
      failOn: .violation)
    report.datasets = datasets
    report.findings = own
    report.inputs = inputs
    report.outputs = outputs
    report.notChecked = [
      NotChecked(
        what: "ICD-O-3 morphology codes",
        why: "the table is licensed and was not given; only the pattern of codes was checked"),
      NotChecked(
        what: "links to landing pages", why: "the run is offline; no host was allowed"),
    ]
    report.configuration = [
      ReportFact("pipeline file", "Pipelines/imaging-pilots.yaml"),
      ReportFact("profile", "EUCAIM DCAT-AP 2.0"),
      ReportFact("record shapes", "Ontologies/model/imaging.ttl"),
      ReportFact("values shown", "no"),
    ]
    report.limits = [
      ReportFact("cell", "1 MiB"), ReportFact("JSON depth", "128"),
      ReportFact("XML depth", "256"), ReportFact("findings kept per kind", "10"),
    ]
    return report
  }

  private static let inputs = [
    ("data/glioma/clinical.csv", 412_880, ReportInput.Role.data, "1f"),
    ("data/glioma/studies.json", 18_442_107, .data, "7a"),
    ("data/lung/metadata.csv", 62_114, .data, "c3"),
    ("data/prostate/export.xml.gz", 2_880_412, .data, "04"),
    ("Mappings/glioma/clinical.yarrrml.yaml", 6_318, .mapping, "9e"),
    ("Mappings/terms/body-part.sssom.tsv", 4_120, .terms, "b8"),
    ("Ontologies/model/imaging.ttl", 48_770, .shapes, "52"),
    ("Pipelines/glioma.dataset.yaml", 2_204, .description, "ed"),
  ].map { path, bytes, role, digits in
    ReportInput(
      path: path, bytes: bytes, sha256: String(repeating: digits, count: 32), role: role)
  }

  private static let outputs = [
    ReportOutput(path: "report.json", content: "this report for programs"),
    ReportOutput(path: "findings.csv", content: "every finding, one per row"),
    ReportOutput(path: "findings.sarif", content: "findings for editors and CI"),
    ReportOutput(path: "records/glioma.nt.gz", content: "harmonised records"),
    ReportOutput(path: "descriptions/lung.ttl", content: "computed description"),
  ]

  private static func glioma() -> DatasetReport {
    var records = FindingCollector()
    let file = "data/glioma/clinical.csv"
    for index in 0..<1_204 {
      records.add(unmapped(file: file, row: index + 2, list: "histology"))
    }
    for index in 0..<38 {
      records.add(
        Finding(
          Rules.missing, at: cell(file, row: 31 * index + 9, column: 7, "sex"),
          [.plain("property", "birth sex"), .plain("class", "Patient")],
          related: [rule(line: 41), RelatedPlace("shape", shape(line: 118))]))
    }
    for index in 0..<3 {
      records.add(
        Finding(
          Rules.ragged,
          at: SourcePlace(
            file: file, .cell(row: 640 + index, column: nil, name: nil, line: 652 + index)),
          [.plain("expected", 17), .plain("found", 18 + index)]))
    }
    for index in 0..<212 {
      records.add(
        Finding(
          Rules.ambiguousDate, at: cell(file, row: 3 * index + 4, column: 11, "diagnosis_date"),
          [.sensitive("value", "03/04/2019")], related: [rule(line: 57)]))
    }
    for index in 0..<14 {
      records.add(
        Finding(
          Rules.uid,
          at: SourcePlace(
            file: "data/glioma/studies.json",
            .pointer("/\(7 * index)/0020000D/Value/0", offset: UInt64(1_441 + index * 80_112))),
          [.sensitive("value", "1.2.840.113619.2.55..3")], related: [rule(line: 88)]))
    }
    records.add(
      Finding(Rules.sniffed, at: SourcePlace(file: file), [.plain("delimiter", "semicolon")]))
    var description = FindingCollector()
    description.add(
      Finding(
        Rules.profile,
        at: SourcePlace(file: "Pipelines/glioma.dataset.yaml", .text(line: 1, column: 1)),
        [.plain("property", "dct:publisher"), .plain("profile", "EUCAIM DCAT-AP 2.0")]))
    var dataset = dataset(
      "glioma", "Adult diffuse glioma MRI, 2012 to 2023", records, description)
    dataset.records.files = 2
    dataset.records.read = 4_812
    dataset.records.mapped = 4_771
    dataset.records.skipped = [SkippedRecords(rule: "consent is withdrawn", count: 24)]
    dataset.records.withFindings = 1_380
    dataset.records.statements = 96_204
    dataset.descriptionPath = "descriptions/glioma.ttl"
    dataset.published = [PublishedCount("individuals", 611), PublishedCount("studies", 4_160)]
    dataset.tier = gliomaTier
    dataset.coverage = gliomaCoverage
    dataset.unmapped = gliomaUnmapped
    dataset.unusedColumns = [
      UnusedColumns(source: file, columns: ["local_id", "comment", "visit_room", "export_batch"])
    ]
    dataset.files = [
      FileFacts(
        file: file, format: "CSV", encoding: "windows-1252",
        sniffed: ["semicolon between cells", "comma as decimal mark"]),
      FileFacts(file: "data/glioma/studies.json", format: "JSON", encoding: "UTF-8"),
    ]
    return dataset
  }

  static let gliomaTier = TierVerdict(
    claimed: "Tier 2",
    requirements: [
      TierRequirement(tier: 1, what: "no patient, study or series twice", state: .met),
      TierRequirement(
        tier: 1, what: "de-identified", state: .unseen, detail: "cannot be seen here"),
      TierRequirement(
        tier: 2, what: "the minimum of searchable metadata for every record", state: .missing,
        detail: "birth sex is missing in 38 of 611"),
      TierRequirement(tier: 3, what: "images in DICOM", state: .met),
    ])

  private static let gliomaCoverage = [
    ("patient identifier", "hasPatientId", "Patient", 611, 611, true),
    ("birth sex", "hasBirthSex", "Patient", 573, 611, true),
    ("age at diagnosis", "hasAgeAtDiagnosis", "Patient", 604, 611, true),
    ("IDH mutation status", "hasIDHStatus", "Tumour", 402, 611, false),
    ("MGMT methylation", "hasMGMT", "Tumour", 97, 611, false),
    ("Karnofsky score", "hasKarnofsky", "Patient", 0, 611, false),
    ("modality", "hasModality", "Imaging study", 4_160, 4_160, true),
    ("manufacturer", "hasManufacturer", "Imaging study", 4_158, 4_160, false),
    ("study date", "hasStudyDate", "Imaging study", 4_160, 4_160, true),
    ("histology", "hasHistology", "Tumour", 214, 611, true),
  ].map { label, name, classLabel, part, whole, isMandatory in
    FieldCoverage(
      label, iri: "https://cancerimage.eu/ontology/EUCAIM#\(name)", classLabel: classLabel,
      records: Share(part, of: whole), isMandatory: isMandatory)
  }

  private static let gliomaUnmapped = [
    ("histology", "GBM WT", 811, "Glioblastoma", "EUCAIM#CLIN1000101"),
    ("histology", "astro g2", 240, "Astrocytoma, grade 2", "EUCAIM#CLIN1000114"),
    ("histology", "oligo", 153, "Oligodendroglioma", "EUCAIM#CLIN1000120"),
    ("manufacturer", "hitatchi", 2, "Hitachi", "EUCAIM#IMG1000052"),
  ].enumerated().map { index, row in
    UnmappedValue(
      list: row.0, value: row.1, count: row.2,
      firstPlace: cell("data/glioma/clinical.csv", row: 2 + index * 3, column: 9, row.0),
      suggestions: [
        TermSuggestion(label: row.3, iri: "https://cancerimage.eu/ontology/\(row.4)")
      ])
  }

  private static func lung() -> DatasetReport {
    var records = FindingCollector()
    for index in 0..<66 {
      records.add(
        Finding(
          Rules.ambiguousDate,
          at: cell("data/lung/metadata.csv", row: index + 2, column: 8, "Study Date"),
          [.sensitive("value", "01-02-2000")], related: [rule(line: 22)]))
    }
    var dataset = dataset("lung", "Low-dose CT lung screening", records, FindingCollector())
    dataset.records.files = 1
    dataset.records.read = 1_018
    dataset.records.mapped = 1_018
    dataset.records.withFindings = 66
    dataset.records.statements = 15_270
    dataset.descriptionPath = "descriptions/lung.ttl"
    dataset.published = [PublishedCount("individuals", 1_010), PublishedCount("studies", 1_018)]
    dataset.computed = computed
    return dataset
  }

  private static func prostate() -> DatasetReport {
    var dataset = dataset(
      "prostate", "Biparametric MRI of the prostate", FindingCollector(), FindingCollector())
    dataset.records.files = 1
    dataset.records.read = 36
    dataset.records.mapped = 36
    dataset.records.statements = 648
    dataset.descriptionPath = "descriptions/prostate.ttl"
    dataset.published = [PublishedCount("individuals", 3), PublishedCount("studies", 36)]
    return dataset
  }

  private static func dataset(
    _ id: String, _ title: String, _ records: FindingCollector, _ description: FindingCollector
  ) -> DatasetReport {
    let found = (FindingSummary(records), FindingSummary(description))
    let counts = found.0.counts + found.1.counts
    var dataset = DatasetReport(
      id: id, title: title, iri: "https://cancerimage.eu/datasets/\(id)",
      verdict: Verdict(counts, failOn: .violation),
      why: Verdict.reason(counts, failOn: .violation))
    dataset.recordFindings = found.0
    dataset.descriptionFindings = found.1
    dataset.profile = "EUCAIM DCAT-AP 2.0"
    return dataset
  }

  static func cell(_ file: String, row: Int, column: Int, _ name: String) -> SourcePlace {
    SourcePlace(file: file, .cell(row: row, column: column, name: name, line: row))
  }

  private static func rule(line: Int) -> RelatedPlace {
    RelatedPlace(
      "mapping rule",
      SourcePlace(
        file: "Mappings/glioma/clinical.yarrrml.yaml", .text(line: line, column: 9)))
  }

  private static func shape(line: Int) -> SourcePlace {
    SourcePlace(file: "Ontologies/model/imaging.ttl", .text(line: line, column: 5))
  }

  private static func unmapped(file: String, row: Int, list: String) -> Finding {
    Finding(
      Rules.unmapped, at: cell(file, row: row, column: 9, list),
      [.plain("list", list), .sensitive("value", "GBM WT")], related: [rule(line: 63)])
  }

  /// Rules in the words that the product's own modules would use.
  enum Rules {
    static let unmapped = FindingRule(
      "terms.unmapped-value", .violation, title: "Value without a term",
      message: "“{value}” is not in the list “{list}”.",
      remedy:
        "Add a line for the value to the SSSOM file of “{list}”, or correct it in the source.",
      groupedBy: ["list"])
    static let missing = FindingRule(
      "shapes.min-count", .violation, title: "Mandatory field without a value",
      message: "{class} has no {property}; the model asks for at least one.",
      remedy: "Fill the cell in the source, or map another column to {property}.",
      groupedBy: ["property"])
    static let ragged = FindingRule(
      "csv.ragged-row", .violation, title: "Row with too many or too few cells",
      message: "The row has {found} cells where the header has {expected}; it was not mapped.",
      remedy: "Put quotes around cells that hold the delimiter, such as “15,20 MB”.")
    static let ambiguousDate = FindingRule(
      "functions.ambiguous-date", .warning, title: "Date that can be read in two ways",
      message: "“{value}” may be day-month or month-day; it was read as day-month.",
      remedy: "Name the order of day and month in the mapping, as in format: dd/MM/yyyy.")
    static let uid = FindingRule(
      "dicom.invalid-uid", .violation, title: "Malformed DICOM UID",
      message: "“{value}” is not a UID: digits in groups, one dot between groups.",
      remedy: "Export the study again; the value was damaged on the way.")
    static let sniffed = FindingRule(
      "csv.sniffed-delimiter", .note, title: "Delimiter was sniffed",
      message: "Cells are separated by {delimiter}.",
      remedy: "Declare the delimiter in the mapping to be independent of sniffing.")
    static let profile = FindingRule(
      "profile.mandatory-property", .violation, title: "Description lacks a mandatory property",
      message: "{property} is missing; {profile} asks for exactly one.",
      remedy: "Add the publisher to the dataset file.")
    static let staleCode = FindingRule(
      "terms.stale-code", .warning, title: "Code was replaced",
      message: "{code} is no longer current; {current} replaces it.",
      remedy: "Use {current} in this line.")
  }

  /// Figures with a basis of each kind: many, few, held, written, none.
  static let computed = [
    ComputedProperty(
      "birth sex", iri: "https://cancerimage.eu/ontology/EUCAIM#hasBirthSex",
      values: ["Female", "Male"], records: .init(1_012), people: .init(1_010), leftOut: .init(3),
      sources: ["birth sex"],
      columns: [SourceColumns(file: "clinical.csv", columns: ["Sex", "Patient"])],
      rule: "values of five people or more", words: "Takes every concept of five people."),
    ComputedProperty(
      "number of imaging studies", iri: "https://w3id.org/healthdcat-ap#numberOfRecords",
      values: ["1018"], records: .init(1_021), rule: "count of records",
      words: "Counts the records.", isHeld: true),
    ComputedProperty(
      "cancer condition", iri: "https://cancerimage.eu/ontology/EUCAIM#hasCondition", values: [],
      records: .init(3), people: .init(1), rule: "most frequent value", words: "Takes one."),
    ComputedProperty(
      "variables", iri: "https://w3id.org/healthdcat-ap#hasVariables", values: [],
      rule: "columns that the mapping fills", words: "Lists columns.", isWritten: true),
  ]
}
