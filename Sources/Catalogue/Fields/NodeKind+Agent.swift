// SPDX-License-Identifier: Apache-2.0

extension NodeKind {
  private static func hours(_ name: String) -> NodeKind {
    NodeKind(
      name, types: [Namespace.dct.PeriodOfTime],
      fields: [
        ProfileField(
          "description", Namespace.dct.description, .localised(needsEnglish: false), .one,
          "The hours in words."),
        ProfileField(
          "frequency", Namespace.cv.frequency, .concept(.frequency), .optional,
          "How often they recur."),
      ])
  }

  /// How an organisation is reached.
  ///
  /// - Source: EUCAIM DCAT-AP 2.0, Dataset, Publisher: at least one of page and email.
  package static let agentContact = NodeKind(
    "organisation's contact", types: [Namespace.cv.ContactPoint],
    fields: [
      ProfileField(
        "page", Namespace.cv.contactPage, .resource(types: [Namespace.foaf.Document]), .many,
        "A page with ways to get in touch."),
      ProfileField(
        "email", Namespace.cv.email, .text(.email), .many, "An address of an office, not a person."),
      ProfileField(
        "telephone", Namespace.cv.telephone, .text(.plain), .many,
        "A telephone number with its country code."),
      ProfileField(
        "openingHours", Namespace.cv.openingHours, .node(hours("opening hours")), .many,
        "When the office is open.", fragment: "hours"),
      ProfileField(
        "availabilityRestriction", Namespace.cv.specialOpeningHoursSpecification,
        .node(hours("availability restriction")), .many, "When the office is closed.",
        fragment: "restriction"),
    ], oneOf: ["page", "email"])

  private static let agentFields = [
    ProfileField(
      "name", Namespace.foaf.name, .localised(needsEnglish: false), .one, "The organisation's name."
    ),
    ProfileField(
      "type", Namespace.dct.type, .concept(.publisherType), .optional,
      "The kind of organisation, the most specific concept."),
    ProfileField(
      "description", Namespace.dct.description, .localised(needsEnglish: false), .optional,
      "What the organisation does."),
  ]

  private static let webFields = [
    ProfileField(
      "homepage", Namespace.foaf.homepage, .resource(types: [Namespace.foaf.Document]), .optional,
      "The organisation's home page."),
    ProfileField(
      "mbox", Namespace.foaf.mbox, .mailbox, .optional, "An address of an office, not a person."),
  ]

  /// An organisation that must be reachable: publisher, custodian, health data access body.
  package static let agent = NodeKind(
    "organisation", types: [Namespace.foaf.Agent],
    fields: agentFields + [
      ProfileField(
        "contact", Namespace.cv.contactPoint, .node(agentContact), .one,
        "How the organisation is reached.")
    ] + webFields, hasIRI: true)

  /// An organisation that made something or took part in it.
  package static let creator = NodeKind(
    "contributor", types: [Namespace.foaf.Agent],
    fields: agentFields + [
      ProfileField(
        "contact", Namespace.cv.contactPoint, .node(agentContact), .optional,
        "How the organisation is reached.")
    ] + webFields, hasIRI: true)

  /// An organisation in a role.
  package static let attribution = NodeKind(
    "attribution", types: [Namespace.prov.Attribution],
    fields: [
      ProfileField(
        "agent", Namespace.prov.agent, .agent(attributed), .one, "The organisation."),
      ProfileField(
        "role", Namespace.dcat.hadRole, .concept(.role), .oneOrMore,
        "What it does for the data set, by ISO 19115."),
    ])

  private static let attributed = NodeKind(
    "contributor", types: [Namespace.foaf.Agent, Namespace.prov.Agent], fields: creator.fields,
    hasIRI: true)
}
