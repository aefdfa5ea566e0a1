// SPDX-License-Identifier: Apache-2.0

extension NodeKind {
  /// A period with a beginning, an end, or both.
  package static let period = NodeKind(
    "period", types: [Namespace.dct.PeriodOfTime],
    fields: [
      ProfileField(
        "start", Namespace.dcat.startDate, .text(.date), .optional, "When the period begins."),
      ProfileField("end", Namespace.dcat.endDate, .text(.date), .optional, "When the period ends."),
    ], oneOf: ["start", "end"])

  /// Where questions about a data set go.
  package static let contactPoint = NodeKind(
    "contact point", types: [Namespace.vcard.Kind],
    fields: [
      ProfileField(
        "name", Namespace.vcard.fn, .localised(needsEnglish: false), .optional,
        "The office's name."),
      ProfileField(
        "url", Namespace.vcard.hasURL, .resource(types: []), .optional, "A contact page."),
      ProfileField(
        "email", Namespace.vcard.hasEmail, .mailbox, .optional,
        "An address of an office, not a person."),
    ], oneOf: ["url", "email"])

  /// A data series that data sets belong to.
  package static let series = NodeKind(
    "series", types: [Namespace.dcat.DatasetSeries],
    fields: [
      .title(needsEnglish: true), .description(needsEnglish: true), .legislation,
    ], hasIRI: true)

  /// A service that gives access to data.
  package static let service = NodeKind(
    "service", types: [Namespace.dcat.DataService],
    fields: [
      .title(needsEnglish: true),
      ProfileField(
        "description", Namespace.dct.description, .localised(needsEnglish: false), .optional,
        "What the service does."),
      ProfileField(
        "endpointURL", Namespace.dcat.endpointURL, .resource(types: []), .oneOrMore,
        "Where the service answers."),
      ProfileField(
        "endpointDescription", Namespace.dcat.endpointDescription, .resource(types: []), .many,
        "A machine-readable description of the service."),
      ProfileField(
        "accessRights", Namespace.dct.accessRights, .concept(.accessRight), .optional,
        "Who may use the service."),
      .legislation,
    ], hasIRI: true)

  /// An identifier that some other agency gave.
  package static let otherIdentifier = NodeKind(
    "identifier", types: [Namespace.adms.Identifier],
    fields: [
      ProfileField(
        "notation", Namespace.skos.notation, .text(.plain), .one, "The identifier itself."),
      ProfileField(
        "schemaAgency", Namespace.adms.schemaAgency, .text(.plain), .optional, "Who gave it."),
    ])

  /// What made a data set.
  package static let activity = NodeKind(
    "activity", types: [Namespace.prov.Activity],
    fields: [
      ProfileField(
        "type", Namespace.dct.type, .concept(.healthActivity), .one, "The kind of activity."),
      ProfileField(
        "description", Namespace.dct.description, .localised(needsEnglish: false), .optional,
        "What was done."),
    ])

  /// A purpose in words, where no concept says it.
  package static let purpose = NodeKind(
    "purpose", types: [Namespace.dpv.Purpose],
    fields: [
      ProfileField(
        "description", Namespace.dct.description, .localised(needsEnglish: false), .one,
        "What the data are for.")
    ])

  /// A statement about the quality of a data set.
  package static let qualityCertificate = NodeKind(
    "quality certificate", types: [Namespace.dqv.QualityCertificate],
    fields: [
      ProfileField(
        "dimension", Namespace.dqv.inDimension, .resource(types: []), .one,
        "The dimension of quality."),
      ProfileField(
        "body", Namespace.oa.hasBody, .resource(types: []), .optional,
        "Where the certificate can be read."),
    ])

  /// Another resource in its relation to the data set.
  package static let relationship = NodeKind(
    "relation", types: [Namespace.dcat.Relationship],
    fields: [
      ProfileField(
        "relation", Namespace.dct.relation, .resource(types: []), .oneOrMore,
        "The other resource."),
      ProfileField(
        "role", Namespace.dcat.hadRole, .concept(.relationRole), .oneOrMore,
        "What the other resource is to the data set."),
    ])
}

extension ProfileField {
  /// `dct:title`.
  static func title(needsEnglish: Bool, _ occurrence: Occurrence = .one) -> ProfileField {
    ProfileField(
      "title", Namespace.dct.title, .localised(needsEnglish: needsEnglish), occurrence,
      "The name that people read.")
  }

  /// `dct:description`.
  static func description(needsEnglish: Bool, _ occurrence: Occurrence = .one) -> ProfileField {
    ProfileField(
      "description", Namespace.dct.description, .localised(needsEnglish: needsEnglish), occurrence,
      "An account in a few sentences.")
  }

  /// `dcatap:applicableLegislation`; the European Health Data Space unless written.
  static let legislation = ProfileField(
    "applicableLegislation", Namespace.dcatap.applicableLegislation, .concept(.legislation), .many,
    "Legislation that applies, by ELI; EHDS when nothing is written.", fallback: "EHDS")

  /// `dct:language`.
  static let language = ProfileField(
    "language", Namespace.dct.language, .concept(.language), .many, "A language of the content.")

  /// `dct:spatial`.
  static let spatial = ProfileField(
    "spatial", Namespace.dct.spatial, .concept(.place), .many, "A country, continent or place.")

  /// `dct:license`.
  static let licence = ProfileField(
    "license", Namespace.dct.license, .concept(.licence), .optional, "The licence.")

  /// `dct:issued`.
  static let issued = ProfileField(
    "issued", Namespace.dct.issued, .text(.date), .optional, "When it was first published.")

  /// `dcat:spatialResolutionInMeters`.
  static let spatialResolution = ProfileField(
    "spatialResolutionInMeters", Namespace.dcat.spatialResolutionInMeters, .text(.decimal),
    .optional, "The smallest spacing in the images, in metres.")

  /// `dcat:temporalResolution`.
  static let temporalResolution = ProfileField(
    "temporalResolution", Namespace.dcat.temporalResolution, .text(.duration), .optional,
    "The smallest time between images, such as PT1S.")
}
