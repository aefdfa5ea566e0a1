// SPDX-License-Identifier: Apache-2.0

extension CodeList {
  /// The regulation on the European Health Data Space.
  package static let healthDataSpaceRegulation = "http://data.europa.eu/eli/reg/2025/327/oj"

  /// Legislation, by its European Legislation Identifier.
  package static let legislation = CodeList(
    "legislation", base: "http://data.europa.eu/eli/",
    codes: [
      ("EHDS", healthDataSpaceRegulation, "European Health Data Space Regulation"),
      ("GDPR", "reg/2016/679/oj", "General Data Protection Regulation"),
      ("DGA", "reg/2022/868/oj", "Data Governance Act"),
      ("AI-ACT", "reg/2024/1689/oj", "Artificial Intelligence Act"),
    ], acceptedBases: ["http://", "https://"], types: [Namespace.eli.LegalResource])

  /// Legal bases of processing.
  package static let legalBasis = CodeList(
    "legal basis", base: Namespace.dpvGDPR.iri,
    codes: [
      ("consent", "A6-1-a", "GDPR Article 6(1)(a), consent"),
      ("legal-obligation", "A6-1-c", "GDPR Article 6(1)(c), legal obligation"),
      ("public-interest", "A6-1-e", "GDPR Article 6(1)(e), public interest"),
      ("legitimate-interest", "A6-1-f", "GDPR Article 6(1)(f), legitimate interest"),
      ("explicit-consent", "A9-2-a", "GDPR Article 9(2)(a), explicit consent"),
      ("public-health", "A9-2-i", "GDPR Article 9(2)(i), public health"),
      ("scientific-research", "A9-2-j", "GDPR Article 9(2)(j), research or statistics"),
    ], acceptedBases: [Namespace.dpv.iri, Namespace.dpvGDPR.iri], types: [Namespace.dpv.LegalBasis])

  /// Purposes of processing.
  package static let purpose = CodeList(
    "purpose", base: Namespace.dpv.iri,
    codes: [
      ("academic-research", "AcademicResearch", "Academic research"),
      ("commercial-research", "CommercialResearch", "Commercial research"),
      ("non-commercial-research", "NonCommercialResearch", "Non-commercial research"),
      ("research-and-development", "ResearchAndDevelopment", "Research and development"),
    ], acceptedBases: [Namespace.dpv.iri], types: [Namespace.dpv.Purpose])

  /// Kinds of personal data.
  package static let personalData = CodeList(
    "kind of personal data", base: Namespace.dpvPersonalData.iri,
    codes: [
      ("age", "Age", "Age"), ("gender", "Gender", "Gender"), ("genetic", "Genetic", "Genetic"),
      ("health-history", "HealthHistory", "Health history"),
      ("health-record", "HealthRecord", "Health record"),
      ("medical-health", "MedicalHealth", "Medical health"),
    ], acceptedBases: [Namespace.dpvPersonalData.iri, Namespace.dpv.iri],
    types: [Namespace.dpv.PersonalData])

  /// Licences, by their canonical addresses.
  package static let licence = CodeList(
    "licence", base: "https://creativecommons.org/",
    codes: [
      ("CC0-1.0", "publicdomain/zero/1.0/", "Creative Commons Zero 1.0"),
      ("CC-BY-4.0", "licenses/by/4.0/", "Creative Commons Attribution 4.0"),
      ("CC-BY-SA-4.0", "licenses/by-sa/4.0/", "Creative Commons Attribution-ShareAlike 4.0"),
      ("CC-BY-NC-4.0", "licenses/by-nc/4.0/", "Creative Commons Attribution-NonCommercial 4.0"),
    ], acceptedBases: ["http://", "https://"], types: [Namespace.dct.LicenseDocument])

  /// Common actions of the Open Digital Rights Language.
  package static let action = CodeList(
    "ODRL action", base: Namespace.odrl.iri,
    codes: [
      "aggregate", "annotate", "anonymize", "archive", "attribute", "compensate", "delete",
      "derive", "digitize", "display", "distribute", "execute", "extract", "give", "index",
      "inform",
      "install", "modify", "move", "obtainConsent", "play", "present", "print", "read", "reproduce",
      "reviewPolicy", "sell", "stream", "synchronize", "textToSpeech", "transfer", "transform",
      "translate", "uninstall", "use",
    ].map { ($0, $0, $0) }, types: [])

  /// Roles of people and organisations.
  ///
  /// - Source: ISO 19115-1 CI_RoleCode.
  package static let role = CodeList(
    "role", base: roles,
    codes: [
      ("author", "author", "author"), ("collaborator", "collaborator", "collaborator"),
      ("contributor", "contributor", "contributor"), ("custodian", "custodian", "custodian"),
      ("distributor", "distributor", "distributor"), ("editor", "editor", "editor"),
      ("funder", "funder", "funder"), ("originator", "originator", "originator"),
      ("owner", "owner", "owner"), ("pointOfContact", "pointOfContact", "point of contact"),
      ("principalInvestigator", "principalInvestigator", "principal investigator"),
      ("processor", "processor", "processor"), ("publisher", "publisher", "publisher"),
      ("resourceProvider", "resourceProvider", "resource provider"),
      ("rightsHolder", "rightsHolder", "rights holder"), ("sponsor", "sponsor", "sponsor"),
      ("stakeholder", "stakeholder", "stakeholder"), ("user", "user", "user"),
    ], types: [Namespace.dcat.Role])

  private static let roles =
    "https://schemas.isotc211.org/resources/codelists/ISO19115-1.1.cit.CI-RoleCode/"

  /// Roles of related resources: link relations, or the tables of DataCite, MARC and ISO 19115.
  package static let relationRole = CodeList(
    "relation role", base: "http://www.iana.org/assignments/relation/",
    codes: ["describedby", "item", "original", "related", "version-history"].map { ($0, $0, $0) },
    acceptedBases: ["http://", "https://"], types: [Namespace.dcat.Role])

  /// Checksum algorithms.
  package static let checksumAlgorithm = CodeList(
    "checksum algorithm", base: Namespace.spdx.iri,
    codes: ["md5", "sha1", "sha256", "sha384", "sha512"].map {
      ($0, "checksumAlgorithm_" + $0, $0)
    }, types: [Namespace.spdx.ChecksumAlgorithm])
}
