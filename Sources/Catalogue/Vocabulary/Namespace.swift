// SPDX-License-Identifier: Apache-2.0

/// A namespace and its usual prefix; `Namespace.dct.title` is the IRI of `dct:title`.
///
/// The names of terms are not checked by the compiler; `ProfileCoverageTests` holds what is made of
/// them against the profile's table.
@dynamicMemberLookup
package struct Namespace: Sendable, Hashable {
  /// The prefix, without a colon.
  package let prefix: String
  /// The namespace's IRI.
  package let iri: String

  /// Names a namespace.
  package init(_ prefix: String, _ iri: String) {
    self.prefix = prefix
    self.iri = iri
  }

  /// The IRI of a term whose name is a Swift identifier.
  package subscript(dynamicMember name: String) -> String { iri + name }

  /// The IRI of any term.
  package subscript(name: String) -> String { iri + name }
}

extension Namespace {
  /// Asset Description Metadata Schema.
  package static let adms = Namespace("adms", "http://www.w3.org/ns/adms#")
  /// Fairway's common data model, in the words of the EUCAIM common data model.
  package static let cdm = Namespace("cdm", "https://w3id.org/fairway/model#")
  /// CSV on the Web.
  package static let csvw = Namespace("csvw", "http://www.w3.org/ns/csvw#")
  /// Core Vocabularies of the European Union.
  package static let cv = Namespace("cv", "http://data.europa.eu/m8g/")
  /// Data Catalog Vocabulary.
  package static let dcat = Namespace("dcat", "http://www.w3.org/ns/dcat#")
  /// DCAT Application Profile for data portals in Europe.
  package static let dcatap = Namespace("dcatap", "http://data.europa.eu/r5r/")
  /// Dublin Core terms.
  package static let dct = Namespace("dct", "http://purl.org/dc/terms/")
  /// Data Privacy Vocabulary.
  package static let dpv = Namespace("dpv", "https://w3id.org/dpv#")
  /// Data Privacy Vocabulary: kinds of personal data.
  package static let dpvPersonalData = Namespace("dpv-pd", "https://w3id.org/dpv/pd#")
  /// Data Privacy Vocabulary: legal bases of the General Data Protection Regulation.
  package static let dpvGDPR = Namespace("eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#")
  /// Data Quality Vocabulary.
  package static let dqv = Namespace("dqv", "http://www.w3.org/ns/dqv#")
  /// European Legislation Identifier.
  package static let eli = Namespace("eli", "http://data.europa.eu/eli/ontology#")
  /// Properties and concepts of EUCAIM DCAT-AP and of the hyper-ontology.
  package static let eucaim = Namespace("eucaim", "https://cancerimage.eu/ontology/EUCAIM#")
  /// Friend of a Friend.
  package static let foaf = Namespace("foaf", "http://xmlns.com/foaf/0.1/")
  /// Fairway's flavours: declared rewrites of descriptions.
  package static let fwf = Namespace("fwf", "https://w3id.org/fairway/flavour#")
  /// Fairway's measures: how a property of a dataset is computed from its records.
  package static let fwm = Namespace("fwm", "https://w3id.org/fairway/measure#")
  /// GeoDCAT-AP.
  package static let geodcatap = Namespace("geodcatap", "http://data.europa.eu/930/")
  /// HealthDCAT-AP in the spelling of the EUCAIM specification.
  package static let healthdcatap = Namespace("healthdcatap", "https://w3id.org/healthdcat-ap#")
  /// Web Annotation.
  package static let oa = Namespace("oa", "http://www.w3.org/ns/oa#")
  /// Open Digital Rights Language.
  package static let odrl = Namespace("odrl", "http://www.w3.org/ns/odrl/2/")
  /// PROV Ontology.
  package static let prov = Namespace("prov", "http://www.w3.org/ns/prov#")
  /// RDF.
  package static let rdf = Namespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
  /// RDF Schema.
  package static let rdfs = Namespace("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
  /// Simple Knowledge Organization System.
  package static let skos = Namespace("skos", "http://www.w3.org/2004/02/skos/core#")
  /// Software Package Data Exchange.
  package static let spdx = Namespace("spdx", "http://spdx.org/rdf/terms#")
  /// vCard.
  package static let vcard = Namespace("vcard", "http://www.w3.org/2006/vcard/ns#")
  /// XML Schema datatypes.
  package static let xsd = Namespace("xsd", "http://www.w3.org/2001/XMLSchema#")
}

/// The prefixes under which descriptions and feeds are written.
package enum CataloguePrefixes {
  /// Every namespace that a description or a feed can hold, in the order of the prefixes.
  package static let namespaces: [Namespace] = [
    .adms, .cdm, .csvw, .cv, .dcat, .dcatap, .dct, .dpv, .dpvPersonalData, .dqv, .eli,
    Namespace("eu", "http://publications.europa.eu/resource/authority/"), .dpvGDPR, .eucaim, .foaf,
    .geodcatap, .healthdcatap, .oa, .odrl, .prov, .rdf, .rdfs, .skos, .spdx, .vcard, .xsd,
  ]

  /// The same as a table from prefix to namespace.
  package static let all: [String: String] = Dictionary(
    uniqueKeysWithValues: namespaces.map { ($0.prefix, $0.iri) })
}
