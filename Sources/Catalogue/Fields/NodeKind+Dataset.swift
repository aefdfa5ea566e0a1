// SPDX-License-Identifier: Apache-2.0

extension NodeKind {
  /// The human half of a data set's description: what no record can tell.
  ///
  /// - Source: EUCAIM DCAT-AP 2.0, Dataset.
  package static let dataset = NodeKind(
    "dataset", types: [Namespace.dcat.Dataset],
    fields: identification + classification + accessAndRights + organisations + population
      + provenance + versions + relations, hasIRI: true)

  private static let identification = [
    ProfileField.title(needsEnglish: true),
    ProfileField(
      "alternative", Namespace.dct.alternative, .localised(needsEnglish: false), .many,
      "Another name."),
    ProfileField.description(needsEnglish: true),
    ProfileField(
      "version", Namespace.dcat.version, .text(.version), .one,
      "The version, such as 1.0.0 or 2026.08.1."),
    ProfileField(
      "tier", Namespace.eucaim.interoperabilityLevel, .concept(.tier), .optional,
      "The interoperability tier; tier-1 when nothing is written.", fallback: "tier-1"),
    ProfileField(
      "contactPoint", Namespace.dcat.contactPoint, .node(contactPoint), .oneOrMore,
      "Where questions go.", fragment: "contact"),
    ProfileField(
      "page", Namespace.foaf.page, .resource(types: [Namespace.foaf.Document]), .many,
      "Documentation of the data set."),
    ProfileField(
      "landingPage", Namespace.dcat.landingPage, .resource(types: [Namespace.foaf.Document]), .many,
      "The provider's own page about the data set."),
  ]

  private static let classification = [
    ProfileField(
      "healthCategory", Namespace.healthdcatap.healthCategory, .concept(.healthCategory),
      .oneOrMore, "A category of electronic health data."),
    ProfileField(
      "healthTheme", Namespace.healthdcatap.healthTheme, .concept(.healthTheme), .many,
      "A health theme; CANCER_DISEASE should be among them."),
    ProfileField(
      "type", Namespace.dct.type, .concept(.datasetType), .oneOrMore, "The kind of data set."),
    ProfileField(
      "keyword", Namespace.dcat.keyword, .localised(needsEnglish: false), .oneOrMore,
      "A word to find the data set by."),
    ProfileField.language,
    ProfileField(
      "codingSystem", Namespace.healthdcatap.hasCodingSystem, .concept(.codingSystem), .many,
      "A coding system that the data use, besides those found in the records."),
    ProfileField(
      "codeValue", Namespace.healthdcatap.hasCodeValues, .text(.plain), .many,
      "A code that the data hold, such as ICD-10: C61, besides those found in the records."),
    ProfileField(
      "conformsTo", Namespace.dct.conformsTo, .concept(.standard), .many,
      "A standard that the data follow."),
  ]

  private static let accessAndRights = [
    ProfileField(
      "accessRights", Namespace.dct.accessRights, .concept(.accessRight), .one,
      "Who may have access."),
    ProfileField.legislation,
    ProfileField(
      "legalBasis", Namespace.dpv.hasLegalBasis, .concept(.legalBasis), .many,
      "The legal basis of processing."),
    ProfileField(
      "purpose", Namespace.dpv.hasPurpose, .conceptOrNode(.purpose, purpose), .many,
      "What the data are for."),
    ProfileField(
      "personalData", Namespace.dpv.hasPersonalData, .concept(.personalData), .many,
      "A kind of personal data that the data set holds."),
    ProfileField(
      "retentionPeriod", Namespace.healthdcatap.retentionPeriod, .node(period), .optional,
      "For how long the data are kept.", fragment: "retention"),
    ProfileField(
      "distribution", Namespace.dcat.distribution, .namedNodes(distribution), .oneOrMore,
      "The ways in which the data set is given out, each under a name."),
    ProfileField(
      "sample", Namespace.adms.sample, .namedNodes(distribution), .many,
      "Samples, each under a name."),
    ProfileField(
      "analytics", Namespace.healthdcatap.analytics, .namedNodes(distribution), .many,
      "Analyses of the data set, each under a name."),
  ]

  private static let organisations = [
    ProfileField(
      "publisher", Namespace.dct.publisher, .agent(agent), .one,
      "The organisation that makes the data set available."),
    ProfileField(
      "custodian", Namespace.geodcatap.custodian, .agent(agent), .optional,
      "The organisation that holds the data."),
    ProfileField(
      "hdab", Namespace.healthdcatap.hdab, .agent(agent), .optional,
      "The health data access body; leave it out until one is designated."),
    ProfileField(
      "creator", Namespace.dct.creator, .agent(creator), .many,
      "An organisation that made the data set."),
    ProfileField(
      "attribution", Namespace.prov.qualifiedAttribution, .node(attribution), .many,
      "An organisation in another role."),
  ]

  private static let population = [
    ProfileField(
      "populationCoverage", Namespace.healthdcatap.populationCoverage,
      .localised(needsEnglish: false), .many, "The people whom the data set covers, in words."),
    ProfileField(
      "collectionMethod", Namespace.eucaim.collectionMethod, .concept(.collectionMethod),
      .oneOrMore, "How the data were collected."),
    ProfileField.spatial,
    ProfileField(
      "annotationLabel", Namespace.eucaim.hasAnnotationLabel, .concept(.segmentationLabel), .many,
      "What segmentations show, by the IRI of the concept."),
    ProfileField(
      "segmentationMethod", Namespace.eucaim.hasAlgorithmType, .concept(.segmentationMethod), .many,
      "How segmentations were made."),
    ProfileField(
      "numberOfSegmentations", Namespace.eucaim.nbrOfSegmentations, .text(.count), .optional,
      "How many studies have a segmentation; where records hold segmentations, they are counted."),
    ProfileField.spatialResolution, ProfileField.temporalResolution,
    ProfileField(
      variablesKey, Namespace.healthdcatap.hasVariables, .node(variables), .optional,
      "The tables and columns, in place of those that the mapping fills."),
    ProfileField(
      expectedKey, Namespace.fwm.expected, .node(expectation), .optional,
      "What the records should be found to hold; compared with them and never published.",
      isStated: false),
  ]

  private static let provenance = [
    ProfileField(
      "provenance", Namespace.dct.provenance,
      .statement(type: Namespace.dct.ProvenanceStatement, property: Namespace.rdfs.label),
      .oneOrMore, "Where the data come from and what was done to them."),
    ProfileField(
      "wasGeneratedBy", Namespace.prov.wasGeneratedBy, .node(activity), .many,
      "What made the data set.", fragment: "activity"),
    ProfileField(
      "qualityAnnotation", Namespace.dqv.hasQualityAnnotation, .node(qualityCertificate), .many,
      "A statement about quality.", fragment: "quality"),
  ]

  private static let versions = [
    ProfileField.issued,
    ProfileField(
      "frequency", Namespace.dct.accrualPeriodicity, .concept(.frequency), .optional,
      "How often the data set changes."),
    ProfileField(
      "hasVersion", Namespace.dcat.hasVersion, .resource(types: []), .many,
      "Another version of the data set."),
    ProfileField(
      "versionNotes", Namespace.adms.versionNotes, .localised(needsEnglish: false), .many,
      "What is new in this version."),
    ProfileField(
      "otherIdentifier", Namespace.adms.identifier, .node(otherIdentifier), .many,
      "The provider's own identifier, a DOI.", fragment: "identifier"),
  ]

  private static let relations = [
    ProfileField(
      "inSeries", Namespace.dcat.inSeries, .node(series), .many,
      "A series that the data set belongs to.", fragment: "series"),
    ProfileField(
      "source", Namespace.dct.source, .resource(types: []), .many,
      "A data set that this one was made from."),
    ProfileField(
      "isReferencedBy", Namespace.dct.isReferencedBy, .resource(types: []), .many,
      "A publication that refers to the data set."),
    ProfileField(
      "relation", Namespace.dct.relation, .resource(types: []), .many, "A related resource."),
    ProfileField(
      "qualifiedRelation", Namespace.dcat.qualifiedRelation, .node(relationship), .many,
      "A related resource and what it is to the data set.", fragment: "relation"),
  ]
}
