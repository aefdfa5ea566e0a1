// SPDX-License-Identifier: Apache-2.0

extension NodeKind {
  /// What people write about a catalogue.
  ///
  /// - Source: EUCAIM DCAT-AP 2.0, Catalogue.
  package static let catalogue = NodeKind(
    "catalogue", types: [Namespace.dcat.Catalog],
    fields: [
      .title(needsEnglish: true), .description(needsEnglish: true), .legislation,
      ProfileField(
        "publisher", Namespace.dct.publisher, .agent(agent), .one,
        "The organisation that runs the catalogue."),
      ProfileField(
        "homepage", Namespace.foaf.homepage, .resource(types: [Namespace.foaf.Document]), .optional,
        "The catalogue's home page."),
      .language, .issued,
      ProfileField(
        "modified", Namespace.dct.modified, .text(.date), .optional,
        "When what is written here last changed; the feed takes a data set's date if it is later."),
      ProfileField(
        "themeTaxonomy", Namespace.dcat.themeTaxonomy, .concept(.themeTaxonomy), .many,
        "A scheme that themes are taken from; data-theme when nothing is written.",
        fallback: "data-theme"),
      .spatial, .licence,
      ProfileField(
        "service", Namespace.dcat.service, .node(service), .many,
        "A service that the catalogue lists."),
      ProfileField(
        "rights", Namespace.dct.rights,
        .statement(type: Namespace.dct.RightsStatement, property: Namespace.rdfs.label), .optional,
        "Rights in the catalogue's own descriptions."),
      ProfileField(
        "temporal", Namespace.dct.temporal, .node(period), .many,
        "A period that the catalogue covers.", fragment: "period"),
      ProfileField(
        "creator", Namespace.dct.creator, .agent(creator), .optional,
        "The organisation that made the catalogue."),
    ], hasIRI: true)
}
