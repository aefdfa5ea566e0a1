// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import LocatedYAML
import Testing

private let head = Samples.mandatory

struct DocumentErrorTests {
  func findings(_ yaml: String) throws -> [Finding] {
    do {
      _ = try Samples.dataset(yaml: yaml)
      return []
    } catch let error as DiagnosedError {
      return error.findings
    }
  }

  @Test func `the text that the faults are added to has none`() throws {
    #expect(try findings(head) == [])
  }

  // Line 14 follows the text above.
  @Test(arguments: [
    ("keywords: a", "14:1 description.unknown-key"),
    ("numberOfRecords: 12", "14:1 description.computed-property"),
    ("hasBirthSex: male", "14:1 description.computed-property"),
    ("modality: MR", "14:1 description.computed-property"),
    ("identifier: x", "14:1 description.computed-property"),
    ("spatial: SPAIN", "14:10 description.unknown-code"),
    ("language: [eng, ENGLISH]", "14:17 description.unknown-code"),
    ("legalBasis: \"https://example.org/basis\"", "14:13 description.unknown-code"),
    ("landingPage: www.example.org", "14:14 description.not-an-iri"),
    ("landingPage: \"https://example.org/a b\"", "14:14 description.not-an-iri"),
    ("landingPage:", "14:13 description.empty-value"),
    ("landingPage: []", "14:14 description.empty-value"),
    ("alternative: {}", "14:14 description.empty-value"),
    ("alternative: \"  \"", "14:14 description.empty-value"),
    ("alternative: {english: a}", "14:15 description.not-a-language"),
    ("alternative: {en: [a, []]}", "14:23 description.wrong-kind"),
    ("issued: 2026-02-30", "14:9 description.wrong-form"),
    ("issued: [2026, 2027]", "14:9 description.wrong-kind"),
    ("temporalResolution: 1 s", "14:21 description.wrong-form"),
    ("spatialResolutionInMeters: 0,5", "14:28 description.wrong-form"),
    ("numberOfSegmentations: -1", "14:24 description.wrong-form"),
    ("numberOfSegmentations: 3", "14:24 description.small-count"),
    ("retentionPeriod: {}", "14:18 description.one-of-missing"),
    ("retentionPeriod: 2026", "14:18 description.wrong-kind"),
    ("retentionPeriod: {start: 2026, begin: 2026}", "14:32 description.unknown-key"),
    ("hdab: office", "14:7 description.unknown-agent"),
    ("hdab: {name: Body}", "14:7 description.missing-key"),
    ("hdab: {name: Body, contact: {telephone: \"1\"}}", "14:29 description.one-of-missing"),
    ("hdab: {name: Body, contact: {email: office}}", "14:37 description.wrong-form"),
    ("creator: {name: Body, mbox: \"mailto:a@b.org\"}", "14:29 description.wrong-form"),
    ("agents: {Office: {name: Office}}", "14:10 description.not-a-name"),
    ("agents: [office]", "14:9 description.wrong-kind"),
    ("sample: {a b: {accessURL: \"https://example.org/s\"}}", "14:10 description.not-a-name"),
    ("sample: {s: {}}", "14:13 description.missing-key"),
    (
      "sample: {s: {accessURL: \"https://example.org/s\", rights: NO_RESTRICTION}}",
      "14:58 description.access-condition-missing"
    ),
    (
      "sample: {s: {accessURL: \"https://example.org/s\", format: DICOM}}",
      "14:58 description.unknown-code"
    ),
    (
      "sample: {s: {accessURL: \"https://example.org/s\", mediaType: dicom}}",
      "14:61 description.wrong-form"
    ),
    (
      "sample: {s: {accessURL: \"https://example.org/s\", checksum: {algorithm: md5, value: ab}}}",
      "14:84 description.checksum-length"
    ),
    (
      "sample: {s: {accessURL: \"https://example.org/s\", policy: {}}}",
      "14:58 description.one-of-missing"
    ),
    (
      "sample: {s: {accessURL: \"https://example.org/s\", policy: {permission: {action: eat}}}}",
      "14:80 description.unknown-code"
    ),
  ]) func `a fault is reported where it stands`(yaml: String, expected: String) throws {
    #expect(placed(try findings(head + yaml)) == [expected])
  }

  @Test(arguments: [
    ("iri: https://example.org/d", "iri: example.org/d", "1:6 description.not-a-document-iri"),
    (
      "iri: https://example.org/d", "iri: https://example.org/d#x",
      "1:6 description.not-a-document-iri"
    ),
    ("title: A title", "title: {es: Un título}", "2:8 description.english-missing"),
    ("version: 1.0.0", "version: 20231122", "4:10 description.wrong-form"),
    ("version: 1.0.0", "version: 1.0", "4:10 description.wrong-form"),
    ("accessRights: PUBLIC", "accessRights: public", "10:15 description.unknown-code"),
    ("type: original", "type: derived", "8:7 description.unknown-code"),
  ]) func `a wrong mandatory value is reported where it stands`(
    text: String, wrong: String, expected: String
  ) throws {
    #expect(placed(try findings(head.replacing(text, with: wrong))) == [expected])
  }

  @Test func `all missing keys are reported at once, at the start of the document`() throws {
    let found = try findings("title: A title\n")
    #expect(Set(placed(found)) == ["1:1 description.missing-key"])
    #expect(
      found.map { $0.argument("key")?.shown(showValues: false) } == [
        "iri", "description", "version", "contactPoint", "healthCategory", "type", "keyword",
        "accessRights", "distribution", "publisher", "collectionMethod", "provenance",
      ])
  }

  @Test func `a document that is no mapping is refused`() throws {
    #expect(placed(try findings("- a\n")) == ["1:1 description.wrong-kind"])
  }

  @Test(arguments: [
    ("keywords: a", "“keywords” is not a key of this dataset. Did you mean “keyword”?"),
    (
      "numberOfRecords: 12",
      "“numberOfRecords” would state numberOfRecords, which is computed and never written by hand."
    ),
    (
      "tier: tier-4",
      "“tier-4” is no interoperability tier that “tier” may hold. Did you mean “tier-1”?"
    ),
    (
      "sample: {s: {accessURL: \"https://example.org/s\", format: DCM}}",
      "“DCM” is no file-type that “format” may hold. The table has no code for DICOM: write mediaType: application/dicom, and as format the packaging, such as ZIP."
    ),
    (
      "frequency: IRREGULAR",
      "“IRREGULAR” is no frequency that “frequency” may hold. The code is IRREG."
    ),
    (
      "hdab: office",
      "No organisation is called “office” under agents. There is nothing to choose from."
    ),
  ]) func `a message names what is allowed`(yaml: String, message: String) throws {
    #expect(try findings(head + yaml).map { $0.message() } == [message])
  }

  @Test func `a closed list names its codes`() throws {
    let found = try findings(head.replacing("PUBLIC", with: "SECRET-PLACE"))
    #expect(
      found.map { $0.message() } == [
        "“SECRET-PLACE” is no access-right that “accessRights” may hold. Known: PUBLIC, RESTRICTED, NON_PUBLIC."
      ])
  }

  @Test func `a catalogue document is read by its own keys`() throws {
    let yaml = "iri: https://example.org/c\ntitle: A\ndescription: B\nversion: 1.0.0\n"
    let error = try #require(throws: DiagnosedError.self) {
      try CatalogueDocument(LocatedYAML.parse(bytes: Array(yaml.utf8), file: "t.yaml"))
    }
    #expect(
      placed(error.findings) == ["4:1 description.unknown-key", "1:1 description.missing-key"])
  }

  @Test func `every rule has an id of its own, and templates name their arguments in words`() {
    let rules = CatalogueRules.all
    #expect(Set(rules.map(\.id)).count == rules.count)
    #expect(!rules.contains { $0.message.contains("!") || $0.remedy.contains("!") })
  }
}
