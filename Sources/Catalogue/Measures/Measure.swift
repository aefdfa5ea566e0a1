// SPDX-License-Identifier: Apache-2.0

/// A property of records and the way from such a record to the person it belongs to.
package struct RecordSource: Sendable, Hashable {
  /// The property that is read.
  package var property: String
  /// The links from the record to the person, in order; none for a record that is the person.
  package var person: [String]

  /// Names a property.
  package init(_ property: String, person: [String] = []) {
    self.property = property
    self.person = person
  }
}

/// A typical value: one that many people are below or above.
package struct TypicalValue: Sendable, Hashable {
  /// What is read.
  package var source: RecordSource
  /// The property that names the unit; years without it.
  package var unitSource: String?
  /// The unit that means years.
  package var yearUnit: String?
  /// The unit that means months.
  package var monthUnit: String?
  /// The place from below or above, from ``SmallCounts/smallestPublished``.
  package var rank: Int
  /// The largest value that is published.
  package var cap: Int
  /// The largest value that is believed, in years.
  package var largest: Int
}

/// Years between which most people's records lie.
package struct TypicalYears: Sendable, Hashable {
  /// What is read: dates that begin with a year.
  package var source: RecordSource
  /// The place from either end, from ``SmallCounts/smallestPublished``.
  package var rank: Int
}

/// A length that is one of several kinds of number in a property.
package struct TypicalLength: Sendable, Hashable {
  /// What is read: numbers.
  package var source: RecordSource
  /// The property that says what kind of number it is.
  package var kindSource: String
  /// The kinds that are read.
  package var kinds: [String]
  /// The property that names the unit; millimetres without it.
  package var unitSource: String
  /// How many nanometres a unit is, by its IRI.
  package var units: [String: Int]
  /// The place from below, from ``SmallCounts/smallestPublished``.
  package var rank: Int
}

/// Records that are reached from records with a certain value.
package struct LinkedRecords: Sendable, Hashable {
  /// The property whose value is looked at.
  package var source: String
  /// The value that counts.
  package var value: String
  /// The link to the record that is counted; a record without it is counted itself.
  package var link: String
}

/// How a property of a data set is computed from its records.
package struct Measure: Sendable, Hashable {
  /// What is computed.
  package enum Method: Sendable, Hashable {
    /// The number of distinct instances of a class.
    case instanceCount(class: String)
    /// The number of distinct records that records with a value are linked to.
    case linkedCount(LinkedRecords)
    /// The distinct concepts that records have for a property; names of concepts count as concepts
    /// if `folds`.
    case valueSet(RecordSource, folds: Bool)
    /// The concept that most people have for a property.
    case mostFrequentValue(RecordSource)
    /// The codes that other coding systems have for the concepts of properties.
    case codeValues([RecordSource])
    /// The coding systems that have such codes.
    case codingSystems([RecordSource])
    /// The value at a place from below.
    case typicalMinimum(TypicalValue)
    /// The value at a place from above.
    case typicalMaximum(TypicalValue)
    /// The years at a place from either end.
    case yearInterval(TypicalYears)
    /// The length at a place from below.
    case typicalLength(TypicalLength)
    /// Whether records have any property of the model.
    case structuredData
    /// A table for each class of the model and a column for each property.
    case variables
  }

  /// The measure's IRI.
  package var iri: String
  /// What people call it.
  package var label: String
  /// The property of the data set.
  package var property: String
  /// What is computed.
  package var method: Method
  /// The rule of the computation.
  package var rule: MeasureRule
  /// Whether the profile makes the property mandatory.
  package var isMandatory: Bool

  /// Describes a measure.
  package init(
    iri: String, label: String, property: String, method: Method, rule: MeasureRule,
    isMandatory: Bool
  ) {
    self.iri = iri
    self.label = label
    self.property = property
    self.method = method
    self.rule = rule
    self.isMandatory = isMandatory
  }

  /// The class of the model that is counted, if one is.
  package var countedClass: String? {
    if case .instanceCount(let name) = method { name } else { nil }
  }

  /// The properties of the model that are read, the one with the value first.
  package var properties: [String] {
    switch method {
    case .instanceCount, .structuredData, .variables: []
    case .linkedCount(let records): [records.source, records.link]
    case .valueSet(let source, _), .mostFrequentValue(let source): [source.property]
    case .codeValues(let sources), .codingSystems(let sources): sources.map(\.property)
    case .typicalMinimum(let value), .typicalMaximum(let value):
      [value.source.property] + [value.unitSource].compactMap(\.self)
    case .yearInterval(let years): [years.source.property]
    case .typicalLength(let length):
      [length.source.property, length.kindSource, length.unitSource]
    }
  }

  /// The links from a record to the person it belongs to.
  package var person: [String] {
    switch method {
    case .instanceCount, .linkedCount, .structuredData, .variables: []
    case .valueSet(let source, _), .mostFrequentValue(let source): source.person
    case .codeValues(let sources), .codingSystems(let sources): sources.first?.person ?? []
    case .typicalMinimum(let value), .typicalMaximum(let value): value.source.person
    case .yearInterval(let years): years.source.person
    case .typicalLength(let length): length.source.person
    }
  }
}

/// A way of computing, in words for people.
package struct MeasureRule: Sendable, Hashable {
  /// The name.
  package var name: String
  /// What is done, rounding included, in plain sentences.
  package var words: String

  /// Names a rule.
  package init(_ name: String, words: String) {
    self.name = name
    self.words = words
  }
}

/// A code that another coding system has for a concept.
package struct CodeValue: Sendable, Hashable {
  /// System and code, such as `ICD-10: C61`.
  package var text: String
  /// The system's IRI, if it has one that the profile allows.
  package var system: String?

  /// Names a code.
  package init(_ text: String, system: String?) {
    self.text = text
    self.system = system
  }
}
