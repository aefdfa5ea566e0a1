// SPDX-License-Identifier: Apache-2.0

/// A property that a description computes, with what from and by which rule.
package struct ComputedProperty: Sendable, Hashable {
  /// How many records or people a figure comes from; the number itself only if it is not small.
  package enum Basis: Sendable, Hashable {
    /// The number, 0 or 5 and more.
    case number(Int)
    /// 1 to 4.
    case few

    /// Keeps a number unless it is 1 to 4.
    package init(_ number: Int) { self = (1...4).contains(number) ? .few : .number(number) }

    /// The number, `nil` if it is 1 to 4.
    var number: Int? { if case .number(let number) = self { number } else { nil } }

    /// The number in words.
    func text(_ noun: String) -> String {
      switch self {
      case .number(let number): Figure.counted(number, noun)
      case .few: "fewer than 5 \(noun)s"
      }
    }
  }

  /// What people call it.
  package var label: String
  /// The property's IRI.
  package var iri: String
  /// What the description says, one text for each value; empty if it says nothing.
  package var values: [String]
  /// The records that have a value; `nil` if none is looked at.
  package var records: Basis?
  /// The people whose records these are; `nil` if people are not looked at.
  package var people: Basis?
  /// The values that had to be left out; `nil` for none.
  package var leftOut: Basis?
  /// The class and the properties of the model that are read, by their labels.
  package var sources: [String]
  /// The columns of the provider's files that these are mapped from.
  package var columns: [SourceColumns]
  /// The name of the rule.
  package var rule: String
  /// The rule in plain words, rounding included.
  package var words: String
  /// Whether the figure stays as it was published before.
  package var isHeld: Bool
  /// Whether people wrote the value in the place of the records.
  package var isWritten: Bool

  /// States a property.
  package init(
    _ label: String, iri: String, values: [String], records: Basis? = nil, people: Basis? = nil,
    leftOut: Basis? = nil, sources: [String] = [], columns: [SourceColumns] = [], rule: String,
    words: String, isHeld: Bool = false, isWritten: Bool = false
  ) {
    self.label = label
    self.iri = iri
    self.values = values
    self.records = records
    self.people = people
    self.leftOut = leftOut
    self.sources = sources
    self.columns = columns
    self.rule = rule
    self.words = words
    self.isHeld = isHeld
    self.isWritten = isWritten
  }

  /// What it says, in one line.
  var said: String {
    if isWritten { return "as the dataset file says" }
    return values.isEmpty ? "not published" : values.joined(separator: ", ")
  }

  /// How much it comes from, in one line.
  var basis: String {
    let parts = [
      records?.text("record"), people.map(people(of:)),
      leftOut.map { "\($0.text("value")) left out" },
    ]
    let known = parts.compactMap(\.self)
    return known.isEmpty ? "mapping and model" : known.joined(separator: ", ")
  }

  /// Whether there is something to say of it: it is published, or records would have told it.
  var isWorthALine: Bool {
    !values.isEmpty || isHeld || (records ?? .number(0)) != .number(0)
  }

  private func people(of basis: Basis) -> String {
    basis.number.map { "\(Figure.grouped($0)) people" } ?? "fewer than 5 people"
  }
}

/// Columns of a file that a figure is mapped from.
package struct SourceColumns: Sendable, Hashable {
  /// The file, or the pattern that names several.
  package var file: String
  /// The columns, elements or members, as the mapping spells them.
  package var columns: [String]

  /// Names columns.
  package init(file: String, columns: [String]) {
    self.file = file
    self.columns = columns
  }
}
