// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import RDFModel
import Testing

private let minimal = """
  iri: https://example.org/d
  title: A title
  description: {en: Words, es: Palabras}
  version: 1.0.0
  publisher:
    name: Example Centre
    contact: {email: office@example.org}
  contactPoint: {email: office@example.org}
  healthCategory: EHRS
  type: original
  keyword: [one, {es: dos}]
  accessRights: PUBLIC
  collectionMethod: patient-based
  provenance: {en: From here, es: De aquí}
  distribution:
    images:
      accessURL: https://example.org/a
      mediaType: application/dicom
  """

struct DescriptionTests {
  func lines(_ description: DatasetDescription, subject: String) -> [String] {
    description.quads.filter { $0.subject == .iri(subject) }
      .map { "\(IRIName.last($0.predicate.value)) \($0.object)" }
  }

  func make(
    _ yaml: String, summary: DatasetSummary = DatasetSummary([]), concepts: Graph = Graph()
  ) throws -> DatasetDescription {
    DatasetDescription.make(
      summary: summary, human: try Samples.dataset(yaml: yaml),
      context: DescriptionContext(date: "2026-07-01", concepts: concepts))
  }

  @Test func `what is written becomes exactly these statements about the data set`() throws {
    let description = try make(minimal)
    #expect(
      lines(description, subject: "https://example.org/d") == [
        "applicableLegislation <http://data.europa.eu/eli/reg/2025/327/oj>",
        "accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC>",
        "description \"Palabras\"@es", "description \"Words\"@en",
        "identifier \"https://example.org/d\"",
        "modified \"2026-07-01\"^^<http://www.w3.org/2001/XMLSchema#date>",
        "provenance <https://example.org/d#provenance-1>",
        "publisher <https://example.org/d#publisher>", "title \"A title\"@en",
        "type <https://cancerimage.eu/ontology/EUCAIM#SPEC1000020>",
        "type <http://www.w3.org/ns/dcat#Dataset>",
        "contactPoint <https://example.org/d#contact-1>",
        "distribution <https://example.org/d#distribution-images>", "keyword \"dos\"@es",
        "keyword \"one\"@en",
        "theme <http://publications.europa.eu/resource/authority/data-theme/HEAL>",
        "version \"1.0.0\"",
        "collectionMethod <https://cancerimage.eu/ontology/EUCAIM#SPEC1000004>",
        "interoperabilityLevel <https://cancerimage.eu/ontology/EUCAIM#SPEC1000009>",
        "healthCategory <https://hdeu-dcat.acceptance.data.health.europa.eu/resource/authority/healthcategories/EHRS>",
      ])
  }

  @Test func `nested nodes are named after the data set and typed`() throws {
    let description = try make(minimal)
    #expect(
      lines(description, subject: "https://example.org/d#publisher") == [
        "contactPoint <https://example.org/d#publisher-contact>",
        "type <http://xmlns.com/foaf/0.1/Agent>", "name \"Example Centre\"@en",
      ])
    #expect(
      lines(description, subject: "https://example.org/d#publisher-contact") == [
        "email \"office@example.org\"", "type <http://data.europa.eu/m8g/ContactPoint>",
      ])
    #expect(
      lines(description, subject: "https://example.org/d#contact-1") == [
        "type <http://www.w3.org/2006/vcard/ns#Kind>", "hasEmail <mailto:office@example.org>",
      ])
    #expect(
      lines(description, subject: "https://example.org/d#provenance-1") == [
        "type <http://purl.org/dc/terms/ProvenanceStatement>", "label \"De aquí\"@es",
        "label \"From here\"@en",
      ])
    #expect(
      lines(description, subject: "https://example.org/d#distribution-images") == [
        "applicableLegislation <http://data.europa.eu/eli/reg/2025/327/oj>",
        "type <http://www.w3.org/ns/dcat#Distribution>", "accessURL <https://example.org/a>",
        "mediaType <https://www.iana.org/assignments/media-types/application/dicom>",
      ])
  }

  @Test func `a linked concept brings its classes, label and scheme`() throws {
    let description = try make(minimal)
    let right = "http://publications.europa.eu/resource/authority/access-right"
    #expect(
      lines(description, subject: right + "/PUBLIC") == [
        "type <http://purl.org/dc/terms/RightsStatement>",
        "type <http://www.w3.org/2004/02/skos/core#Concept>", "label \"public\"@en",
        "inScheme <\(right)>", "prefLabel \"public\"@en",
      ])
  }

  @Test func `labels of known concepts come before our own`() throws {
    let sex = Namespace.eucaim["COM1001370"]
    let known = Graph([
      Quad(
        .iri(sex), .iri(Namespace.skos.prefLabel), .literal("Femenino", language: "es")),
      Quad(
        .iri(Namespace.eucaim["SPEC1000020"]), .iri(Namespace.skos.prefLabel),
        .literal("Original", language: "fr")),
    ])
    let summary = DatasetSummary([
      Samples.measured(Namespace.eucaim.hasBirthSex, Samples.concepts(["COM1001370"]))
    ])
    let description = try make(minimal, summary: summary, concepts: known)
    #expect(
      lines(description, subject: sex) == [
        "type <http://www.w3.org/2004/02/skos/core#Concept>", "prefLabel \"Femenino\"@es",
      ])
    #expect(
      lines(description, subject: Namespace.eucaim["SPEC1000020"]) == [
        "type <http://www.w3.org/2004/02/skos/core#Concept>", "prefLabel \"Original\"@fr",
      ])
  }

  @Test func `what was measured becomes typed literals, concepts, a period and variables`() throws {
    let description = try make(minimal, summary: Samples.summary)
    let own = lines(description, subject: "https://example.org/d")
    let number = "^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>"
    for line in [
      "numberOfUniqueIndividuals \"120\"\(number)", "numberOfRecords \"240\"\(number)",
      "minTypicalAge \"31\"\(number)", "maxTypicalAge \"84\"\(number)",
      "hasStructuredData \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>",
      "hasBirthSex <https://cancerimage.eu/ontology/EUCAIM#COM1001366>",
      "temporal <https://example.org/d#period>", "hasVariables <https://example.org/d#variables>",
    ] {
      #expect(own.contains(line), "\(line)")
    }
    #expect(
      lines(description, subject: "https://example.org/d#period") == [
        "type <http://purl.org/dc/terms/PeriodOfTime>",
        "endDate \"2023\"^^<http://www.w3.org/2001/XMLSchema#gYear>",
        "startDate \"2015\"^^<http://www.w3.org/2001/XMLSchema#gYear>",
      ])
    #expect(
      lines(description, subject: "https://example.org/d#variables-patient-patient-birth-sex") == [
        "description \"patient birth sex\"@en",
        "references <https://cancerimage.eu/ontology/EUCAIM#COM1001396>",
        "type <http://www.w3.org/ns/csvw#Column>",
        "datatype <http://www.w3.org/2001/XMLSchema#string>", "name \"patient_birth_sex\"",
        "propertyUrl \"https://w3id.org/fairway/model#patientBirthSex\"^^<http://www.w3.org/2001/XMLSchema#anyURI>",
        "title \"patient birth sex\"@en",
        "valueUrl \"https://cancerimage.eu/ontology/EUCAIM#{patient_birth_sex}\"",
      ])
    #expect(
      lines(description, subject: "https://example.org/d#variables-tumor-tumor-volume").contains(
        "requires <https://example.org/d#variables-tumor-tumor-volume-unit>"))
    #expect(
      lines(description, subject: "https://example.org/d#variables-patient-schema") == [
        "type <http://www.w3.org/ns/csvw#Schema>",
        "column <https://example.org/d#variables-patient-patient-birth-sex>",
        "column <https://example.org/d#variables-patient-patient-deceased>",
        "column <https://example.org/d#variables-patient-patient-id>",
        "primaryKey \"patient_id\"",
      ])
  }

  @Test func `lengths, codes and systems become decimals, texts and standards`() throws {
    let system =
      "https://hdeu-dcat.acceptance.data.health.europa.eu/resource/authority/coding-system/"
    let summary = DatasetSummary([
      Samples.measured(Namespace.eucaim.nbrOfSegmentations, .count(.rounded(20))),
      Samples.measured(Namespace.dcat.spatialResolutionInMeters, .length(490_000)),
      Samples.measured(
        Namespace.healthdcatap.hasCodeValues, .texts(["ICD-10: C61", "SNOMED CT: 41216001"])),
      Samples.measured(
        Namespace.healthdcatap.hasCodingSystem, .concepts([system + "SNOMED-CT"])),
    ])
    let description = try make(minimal, summary: summary)
    let own = lines(description, subject: "https://example.org/d")
    let plain = lines(try make(minimal), subject: "https://example.org/d")
    #expect(
      own.filter { !plain.contains($0) } == [
        "spatialResolutionInMeters \"0.00049\"^^<http://www.w3.org/2001/XMLSchema#decimal>",
        "nbrOfSegmentations \"20\"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>",
        "hasCodeValues \"ICD-10: C61\"", "hasCodeValues \"SNOMED CT: 41216001\"",
        "hasCodingSystem <\(system)SNOMED-CT>",
      ])
    #expect(
      lines(description, subject: system + "SNOMED-CT") == [
        "type <http://purl.org/dc/terms/Standard>",
        "type <http://www.w3.org/2004/02/skos/core#Concept>",
        "inScheme <\(system.dropLast())>", "prefLabel \"SNOMED Clinical Terms\"@en",
      ])
  }

  @Test func `a withheld count is not in the description`() throws {
    let summary = DatasetSummary([
      Samples.measured(Namespace.healthdcatap.numberOfUniqueIndividuals, .count(.withheld)),
      Samples.measured(Namespace.healthdcatap.minTypicalAge, .none),
    ])
    let with = try make(minimal, summary: summary)
    let without = try make(minimal)
    #expect(with == without)
  }

  @Test func `an organisation named once is one node wherever it stands`() throws {
    let yaml = minimal.replacing(
      "publisher:\n  name: Example Centre\n  contact: {email: office@example.org}\n",
      with: """
        agents:
          centre:
            name: Example Centre
            contact: {email: office@example.org}
        publisher: centre
        custodian: centre

        """)
    let description = try make(yaml)
    let own = lines(description, subject: "https://example.org/d")
    #expect(own.contains("publisher <https://example.org/d#agent-centre>"))
    #expect(own.contains("custodian <https://example.org/d#agent-centre>"))
    #expect(description.graph.instances(of: .iri(Namespace.foaf.Agent)).count == 1)
  }

  @Test func `the tiers have the codes that do not rise with them`() throws {
    for (tier, code) in [
      ("tier-1", "SPEC1000009"), ("tier-2", "SPEC1000011"), ("tier-3", "SPEC1000010"),
      ("tier-1C+", "SPEC10000011"),
    ] {
      let description = try make(minimal + "\ntier: \(tier)")
      #expect(
        description.graph.objects(
          of: .iri("https://example.org/d"), .iri(Namespace.eucaim.interoperabilityLevel))
          == [.iri(Namespace.eucaim[code])])
    }
  }
}
