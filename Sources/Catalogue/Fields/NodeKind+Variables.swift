// SPDX-License-Identifier: Apache-2.0

extension NodeKind {
  /// A list of tables and their columns.
  ///
  /// - Source: HealthDCAT-AP Release 7, variables; CSV on the Web.
  package static let variables = NodeKind(
    "list of variables", types: [Namespace.csvw.TableGroup],
    fields: [
      ProfileField(
        "title", Namespace.dct.title, .localised(needsEnglish: false), .optional,
        "What the tables are together."),
      ProfileField(
        "tables", Namespace.csvw.table, .namedNodes(variableTable), .oneOrMore,
        "The tables, each under a name.", fragment: "table"),
    ])

  /// A table of variables.
  package static let variableTable = NodeKind(
    "table", types: [Namespace.csvw.Table],
    fields: [
      ProfileField(
        "title", Namespace.dct.title, .localised(needsEnglish: false), .one, "The table's title."),
      ProfileField(
        "description", Namespace.dct.description, .localised(needsEnglish: false), .optional,
        "What a row is."),
      ProfileField(
        "url", Namespace.csvw.url, .text(.address), .optional, "Where the table can be read."),
      ProfileField(
        "columns", Namespace.csvw.column, .namedNodes(variable), .oneOrMore,
        "The columns, each under a name.", fragment: "column"),
    ])

  /// A column of a table.
  package static let variable = NodeKind(
    "column", types: [Namespace.csvw.Column],
    fields: [
      ProfileField(
        "name", Namespace.csvw.name, .text(.plain), .optional,
        "The column's name where it is not the one that it stands under."),
      ProfileField(
        "title", Namespace.csvw.title, .localised(needsEnglish: false), .one,
        "What people call the column."),
      ProfileField(
        "description", Namespace.dct.description, .localised(needsEnglish: false), .one,
        "What a value says."),
      ProfileField(
        "datatype", Namespace.csvw.datatype, .concept(.datatype), .optional,
        "The kind of value.", fallback: "string"),
      ProfileField(
        "property", Namespace.csvw.propertyUrl, .text(.address), .optional,
        "The property that the column fills."),
      ProfileField(
        "valueTemplate", Namespace.csvw.valueUrl, .text(.plain), .optional,
        "What the address of a value is made of, such as https://example.org/sex/{sex}."),
    ], nameProperty: Namespace.csvw.name)

  /// What records should be found to hold.
  package static let expectation = NodeKind(
    "expectation", types: [],
    fields: [
      ProfileField(
        "individuals", Namespace.healthdcatap.numberOfUniqueIndividuals, .text(.wholeNumber),
        .optional, "How many people."),
      ProfileField(
        "studies", Namespace.healthdcatap.numberOfRecords, .text(.wholeNumber), .optional,
        "How many imaging studies."),
      ProfileField(
        "segmentations", Namespace.eucaim.nbrOfSegmentations, .text(.wholeNumber), .optional,
        "How many studies with a segmentation."),
      ProfileField("sex", Namespace.eucaim.hasBirthSex, .concept(.sex), .many, "The sexes."),
      ProfileField(
        "condition", Namespace.eucaim.hasCondition, .concept(.hyperOntology), .optional,
        "The cancer."),
      ProfileField(
        "modality", Namespace.eucaim.hasImageModality, .concept(.modality), .many,
        "The modalities."),
      ProfileField(
        "manufacturer", Namespace.eucaim.hasEquipmentManufacturer, .concept(.hyperOntology), .many,
        "The manufacturers."),
      ProfileField(
        "bodyPart", Namespace.eucaim.hasImageBodyPart, .concept(.hyperOntology), .many,
        "The body parts."),
      ProfileField(
        "minAge", Namespace.healthdcatap.minTypicalAge, .text(.wholeNumber), .optional,
        "The typical minimum of the ages, in years."),
      ProfileField(
        "maxAge", Namespace.healthdcatap.maxTypicalAge, .text(.wholeNumber), .optional,
        "The typical maximum of the ages, in years."),
      ProfileField(
        "acquisitionPeriod", Namespace.dct.temporal, .node(period), .optional,
        "When images were acquired."),
      ProfileField(
        "structuredData", Namespace.healthdcatap.hasStructuredData, .text(.flag), .optional,
        "Whether there is structured data."),
    ])
}
