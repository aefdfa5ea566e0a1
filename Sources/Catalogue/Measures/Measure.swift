// SPDX-License-Identifier: Apache-2.0

/// A typical value: one that many people are below or above.
package struct TypicalValue: Sendable, Hashable {
  /// The property that is read.
  package var source: String
  /// The link from a record to the person it belongs to; a record without it stands for itself.
  package var person: String?
  /// The property that names the unit; years without it.
  package var unitSource: String?
  /// The unit that means years.
  package var yearUnit: String?
  /// The unit that means months.
  package var monthUnit: String?
  /// The place from below or above, from 1.
  package var rank: Int
  /// The largest value that is published.
  package var cap: Int
  /// The largest value that is believed, in years.
  package var largest: Int
}

/// How a property of a data set is computed from its records.
package struct Measure: Sendable, Hashable {
  /// What is computed.
  package enum Method: Sendable, Hashable {
    /// The number of distinct instances of a class.
    case instanceCount(class: String)
    /// The distinct concepts that records have for a property.
    case valueSet(source: String)
    /// The concept that most records have for a property.
    case mostFrequentValue(source: String)
    /// The value at a place from below.
    case typicalMinimum(TypicalValue)
    /// The value at a place from above.
    case typicalMaximum(TypicalValue)
    /// The first and last year of dates.
    case yearInterval(source: String)
    /// Whether records have any property of the model.
    case structuredData
    /// A table for each class of the model and a column for each property.
    case variables
  }

  /// The measure's IRI.
  package var iri: String
  /// The property of the data set.
  package var property: String
  /// What is computed.
  package var method: Method
  /// Whether the profile makes the property mandatory.
  package var isMandatory: Bool

  /// Describes a measure.
  package init(iri: String, property: String, method: Method, isMandatory: Bool) {
    self.iri = iri
    self.property = property
    self.method = method
    self.isMandatory = isMandatory
  }

  /// The property or class of the model that is read, if it is one.
  package var source: String? {
    switch method {
    case .instanceCount(let name), .valueSet(let name), .mostFrequentValue(let name),
      .yearInterval(let name):
      name
    case .typicalMinimum(let value), .typicalMaximum(let value): value.source
    case .structuredData, .variables: nil
    }
  }
}
