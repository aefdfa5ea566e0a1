// SPDX-License-Identifier: Apache-2.0

/// A column of a table that the mapping fills.
package struct VariableColumn: Sendable, Hashable {
  /// The column's name.
  package let name: String
  /// The property of the model that fills it.
  package let property: String
  /// The datatype of its values; `xsd:anyURI` for concepts.
  package let datatype: String
  /// The concept below which its values are, if they are concepts.
  package let valueClass: String?
  /// What the IRI of a value is made of: a URI template, for concepts.
  package let valueURL: String?
  /// The name of the column of the same table that holds the unit.
  package let unit: String?

  /// Describes a column.
  package init(
    _ name: String, property: String, datatype: String, valueClass: String? = nil,
    valueURL: String? = nil, unit: String? = nil
  ) {
    self.name = name
    self.property = property
    self.datatype = datatype
    self.valueClass = valueClass
    self.valueURL = valueURL
    self.unit = unit
  }
}

/// A table whose rows the mapping makes.
package struct VariableTable: Sendable, Hashable {
  /// The table's name.
  package let name: String
  /// The class of the model whose records are the rows.
  package let `class`: String
  /// The column that identifies a row, if it is among the columns.
  package let primaryKey: String?
  /// The columns, in the order of the table.
  package let columns: [VariableColumn]

  /// Describes a table.
  package init(
    _ name: String, class: String, primaryKey: String? = nil, columns: [VariableColumn]
  ) {
    self.name = name
    self.`class` = `class`
    self.primaryKey = primaryKey
    self.columns = columns
  }
}

/// What a measure found; nothing in it tells of fewer than five people.
package enum MeasuredValue: Sendable, Hashable {
  /// Nothing to compute from, or nothing that may be published.
  case none
  /// A count.
  case count(PublishedCount)
  /// Concepts, in the order of their IRIs.
  case concepts([String])
  /// Texts, in order.
  case texts([String])
  /// A number, in whole years.
  case years(Int)
  /// The first and the last year.
  case yearInterval(first: Int, last: Int)
  /// A length, in nanometres.
  case length(Int)
  /// A yes or no.
  case flag(Bool)
  /// Tables, in the order of the model.
  case variables([VariableTable])
}

/// What a figure was computed from; for the provider's own eyes.
package struct MeasureBasis: Sendable, Hashable {
  /// The records that have a value; `nil` for a measure that looks at no record.
  package var records: Int?
  /// The people whose records these are, if the measure looks at people.
  package var people: Int?
  /// Values or records that the measure had to leave out.
  package var leftOut = 0
  /// Whether an earlier figure stays because too little has changed.
  package var isHeld = false

  /// States what a figure was computed from.
  package init(records: Int? = nil, people: Int? = nil) {
    self.records = records
    self.people = people
  }
}

/// A property of a data set and what was found for it.
package struct MeasuredProperty: Sendable, Hashable {
  /// The measure.
  package let measure: Measure
  /// What was found.
  package let value: MeasuredValue
  /// What it was computed from.
  package let basis: MeasureBasis

  /// The property's IRI.
  package var property: String { measure.property }

  /// Pairs a measure with what it found.
  package init(_ measure: Measure, _ value: MeasuredValue, basis: MeasureBasis = MeasureBasis()) {
    self.measure = measure
    self.value = value
    self.basis = basis
  }
}

/// What the records of a data set say about it as a whole.
package struct DatasetSummary: Sendable, Hashable {
  /// The properties, in the order of the measures.
  package let properties: [MeasuredProperty]

  /// Collects properties.
  package init(_ properties: [MeasuredProperty]) { self.properties = properties }

  /// What was found for a property, `nil` if no measure computes it.
  package func value(of property: String) -> MeasuredValue? {
    properties.first { $0.property == property }?.value
  }
}
