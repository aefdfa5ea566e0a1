// SPDX-License-Identifier: Apache-2.0

/// A concept that records hold.
package struct MeasuredConcept: Sendable, Hashable {
  /// The concept's IRI.
  package let iri: String
  /// How many records hold it; never part of a description.
  package let count: PublishedCount

  /// Pairs a concept with its count.
  package init(_ iri: String, count: PublishedCount = .withheld) {
    self.iri = iri
    self.count = count
  }
}

/// A property of the model that records have.
package struct VariableColumn: Sendable, Hashable {
  /// The property's IRI.
  package let property: String
  /// The datatype of its values: `xsd:anyURI` for concepts and links, `xsd:string` for a mixture.
  package let datatype: String

  /// Describes a column.
  package init(property: String, datatype: String) {
    self.property = property
    self.datatype = datatype
  }
}

/// A class of the model that records have, with the properties that are filled.
package struct VariableTable: Sendable, Hashable {
  /// The class's IRI.
  package let `class`: String
  /// The filled properties, in the order of their IRIs.
  package let columns: [VariableColumn]

  /// Describes a table.
  package init(class: String, columns: [VariableColumn]) {
    self.`class` = `class`
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
  case concepts([MeasuredConcept])
  /// A number, in whole years.
  case years(Int)
  /// The first and the last year.
  case yearInterval(first: Int, last: Int)
  /// A yes or no.
  case flag(Bool)
  /// Tables, in the order of their classes.
  case variables([VariableTable])
}

/// A property of a data set and what was found for it.
package struct MeasuredProperty: Sendable, Hashable {
  /// The property's IRI.
  package let property: String
  /// What was found.
  package let value: MeasuredValue

  /// Pairs a property with its value.
  package init(_ property: String, _ value: MeasuredValue) {
    self.property = property
    self.value = value
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
