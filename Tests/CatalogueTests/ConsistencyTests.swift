// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import Foundation
import RDFIO
import RDFModel
import TestSupport
import Testing

private let head = Samples.mandatory
  .replacing("title: A title", with: "title: Images of prostate cancer")
  .replacing("keyword: one", with: "keyword: MRI")

/// What the dataset file and the records do not say alike.
struct ConsistencyTests {
  /// A prostate cohort.
  private static func summary(
    _ changes: [String: MeasuredValue] = [:]
  ) -> DatasetSummary {
    var values: [(String, MeasuredValue)] = [
      (Namespace.healthdcatap.numberOfUniqueIndividuals, .count(.rounded(40))),
      (Namespace.healthdcatap.numberOfRecords, .count(.rounded(65))),
      (Namespace.eucaim.nbrOfSegmentations, .count(.rounded(20))),
      (Namespace.eucaim.hasBirthSex, Samples.concepts(["COM1001366"])),
      (Namespace.eucaim.hasCondition, Samples.concepts(["CLIN1000075"])),
      (Namespace.healthdcatap.minTypicalAge, .years(51)),
      (Namespace.eucaim.hasImageModality, Samples.concepts(["IMG1000038", "IMG1000075"])),
      (Namespace.eucaim.hasImageBodyPart, Samples.concepts(["BP1000021", "BP1000092"])),
      (Namespace.dct.temporal, .yearInterval(first: 2016, last: 2023)),
      (Namespace.dcat.spatialResolutionInMeters, .length(500_000)),
      (Namespace.healthdcatap.hasStructuredData, .flag(true)),
    ]
    for index in values.indices {
      if let value = changes[values[index].0] { values[index].1 = value }
    }
    return DatasetSummary(values.map { Samples.measured($0.0, $0.1) })
  }

  private static let vocabulary = Result {
    var builder = GraphBuilder()
    let path = SharedFolder.packageRoot
      .appending(path: "Ontologies/vocabularies/hyper-ontology.ttl").path
    try RDFReader.readFile(path: path, displayName: "v", labelPrefix: "v", into: &builder)
    return builder.build()
  }

  func findings(
    _ yaml: String, _ changes: [String: MeasuredValue] = [:]
  ) throws -> [String] {
    let consistency = DatasetConsistency(
      measures: try Samples.measures(),
      hierarchy: ConceptHierarchy(try Self.vocabulary.get()), summary: Self.summary(changes),
      human: try Samples.dataset(yaml: yaml))
    return zip(placed(consistency.findings()), consistency.findings()).map {
      "\($0): \($1.message())"
    }
  }

  @Test func `a dataset file that says what the records say has no finding`() throws {
    #expect(try findings(head) == [])
    #expect(try findings(head.replacing("keyword: MRI", with: "keyword: [prostate, pelvis]")) == [])
  }

  @Test func `a prostate data set whose images show the heart is found`() throws {
    #expect(
      try findings(
        head, [Namespace.eucaim.hasImageBodyPart: Samples.concepts(["BP1000075"])]) == [
          "2:1 consistency.body-part: The records are of Malignant neoplasm of prostate, and none of the body parts that their images show (Heart) is one to see it in (Pelvis, Prostate)."
        ])
  }

  @Test func `a body part beside the right one is no finding, and neither is a part of it`() throws
  {
    for parts in [["BP1000021", "BP1000075"], ["BP1000006"], ["BP1000173"]] {
      #expect(
        try findings(head, [Namespace.eucaim.hasImageBodyPart: Samples.concepts(parts)]) == [])
    }
  }

  @Test func `a female prostate cohort is found`() throws {
    for sexes in [["COM1001370"], ["COM1001366", "COM1001370"]] {
      let found = try findings(head, [Namespace.eucaim.hasBirthSex: Samples.concepts(sexes)])
      #expect(found.map { String($0.prefix(20)) } == ["2:1 consistency.sex:"])
    }
    #expect(
      try findings(
        head,
        [
          Namespace.eucaim.hasBirthSex: Samples.concepts(["COM1001370"]),
          // What is below prostate cancer is so as well.
          Namespace.eucaim.hasCondition: Samples.concepts(["CLIN1008742"]),
        ]) == [
          "2:1 consistency.sex: The records are of Primary malignant neoplasm of prostate, which only people of the sex Male can have, and the sexes of the records are Female."
        ])
  }

  @Test(arguments: [
    (
      "keyword: MRI", "keyword: [MRI, heart]",
      "9:1 consistency.word: “keyword” names Heart (“heart”), and the records are of Malignant neoplasm of prostate, Pelvis, Prostate."
    ),
    (
      "title: Images of prostate cancer", "title: Breast cancer in MRI",
      "2:1 consistency.word: “title” names Malignant neoplasm of breast (“Breast cancer in MRI”), and the records are of Malignant neoplasm of prostate, Pelvis, Prostate."
    ),
    (
      "keyword: MRI",
      "keyword: MRI\nannotationLabel: https://cancerimage.eu/ontology/EUCAIM#BP1000075",
      "10:1 consistency.annotation-label: “annotationLabel” names Heart, and the records are of Malignant neoplasm of prostate, Pelvis, Prostate."
    ),
    (
      "keyword: MRI", "keyword: MRI\ncodeValue: [\"ICD-10: C50\"]",
      "10:1 consistency.code-value: “codeValue” says ICD-10: C50, and the condition of the records has ICD-10: C61."
    ),
    (
      "version: 1.0.0", "version: 1.0.0\nissued: 2021-03",
      "5:1 consistency.period: “issued” says 2021-03, and the images of the records are from 2016 to 2023."
    ),
    (
      "version: 1.0.0", "version: 1.0.0\nretentionPeriod: {end: 2020}",
      "5:19 consistency.period: “retentionPeriod” says until 2020, and the images of the records are from 2016 to 2023."
    ),
    (
      "version: 1.0.0", "version: 1.0.0\nnumberOfSegmentations: 60",
      "5:1 consistency.number: “numberOfSegmentations” says 60, and the records give about 20 for nbrOfSegmentations."
    ),
    (
      "version: 1.0.0", "version: 1.0.0\nspatialResolutionInMeters: 1000.0",
      "5:1 consistency.number: “spatialResolutionInMeters” says 1000.0, and the records give 0.0005 for spatialResolutionInMeters."
    ),
  ]) func `what people write beside the records is found where it stands`(
    text: String, written: String, expected: String
  ) throws {
    #expect(try findings(head.replacing(text, with: written)) == [expected])
  }

  @Test func `a word for the records' own organ makes others harmless`() throws {
    #expect(
      try findings(
        head.replacing("keyword: MRI", with: "keyword: From heart to prostate")) == [])
  }

  @Test(arguments: [
    ("individuals: 41", nil),
    (
      "individuals: 50",
      "“individuals” says 50, and the records give about 40 for numberOfUniqueIndividuals."
    ),
    ("studies: 90", "“studies” says 90, and the records give about 65 for numberOfRecords."),
    ("segmentations: 20", nil),
    ("minAge: 18", "“minAge” says 18, and the records give 51 for minTypicalAge."),
    ("maxAge: 90", nil),
    ("modality: [MR, SEG]", nil),
    (
      "modality: [MR, CT]",
      "“modality” says Computed tomography, Magnetic resonance imaging, and the records give Magnetic resonance imaging, SEG for hasImageModality."
    ),
    ("sex: male", nil),
    ("sex: female", "“sex” says Female, and the records give Male for hasBirthSex."),
    (
      "acquisitionPeriod: {start: 2001, end: 2005}",
      "“acquisitionPeriod” says from 2001 to 2005, and the images of the records are from 2016 to 2023."
    ),
    ("acquisitionPeriod: {start: 2010}", nil),
    (
      "structuredData: false",
      "“structuredData” says false, and by the mapping and the records it is true."
    ),
  ]) func `what is expected is compared with the records at its own line`(
    line: String, expected: String?
  ) throws {
    let found = try findings(head + "expected:\n  " + line)
    #expect(
      found.map { $0.split(separator: ": ", maxSplits: 1)[1] }
        == [expected].compactMap { $0 }.map { $0[...] })
    #expect(found.allSatisfy { $0.hasPrefix("15:3 consistency.") })
  }

  @Test func `what is expected is not published`() throws {
    let with = try Samples.dataset(yaml: head + "expected: {individuals: 41, sex: male}")
    let without = try Samples.dataset(yaml: head)
    let context = DescriptionContext(date: "2026-07-01")
    #expect(
      DatasetDescription.make(summary: Self.summary(), human: with, context: context)
        == DatasetDescription.make(summary: Self.summary(), human: without, context: context))
  }

  @Test func `a number that the records tell is not taken from people`() throws {
    let human = try Samples.dataset(
      yaml: head + "numberOfSegmentations: 60\nspatialResolutionInMeters: 0.7")
    let stated = DatasetDescription.make(
      summary: Self.summary(), human: human, context: DescriptionContext(date: "2026-07-01")
    ).graph
    func value(_ property: String) -> [String] {
      stated.objects(of: .iri("https://example.org/d"), .iri(property)).map(\.value)
    }
    #expect(value(Namespace.eucaim.nbrOfSegmentations) == ["20"])
    #expect(value(Namespace.dcat.spatialResolutionInMeters) == ["0.0005"])
    let silent = Self.summary([Namespace.eucaim.nbrOfSegmentations: .none])
    let own = DatasetDescription.make(
      summary: silent, human: try Samples.dataset(yaml: head + "numberOfSegmentations: 58"),
      context: DescriptionContext(date: "2026-07-01")
    ).graph
    #expect(
      own.objects(of: .iri("https://example.org/d"), .iri(Namespace.eucaim.nbrOfSegmentations))
        .map(\.value) == ["60"])
  }
}
