// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// Computes measures over statements that arrive in batches.
///
/// ```
/// instances  class → set of subjects             counts instances once
/// sources    property → set of (subject, value)  value sets, ages, dates, lengths
/// links      property → subject → object         from records to people, units, kinds
/// ```
/// Keys are numbers of terms, so that memory grows with records and not with text. All batches must
/// name terms by one table; statements may repeat and come in any order.
package struct Summariser: Sendable {
  /// What a predicate means to the measures.
  private struct Role: Sendable {
    var pairs: Int?
    var link: Int?
  }

  let measures: MeasureSet
  let pairSources: [String]
  let linkSources: [String]
  let classes: [String]

  private(set) var instances: [Set<UInt32>]
  private(set) var pairs: [Set<UInt64>]
  private(set) var links: [[UInt32: UInt32]]
  /// Whether there was a record of a class of the model.
  private(set) var hasRecords = false
  private var roles: [UInt32: Role] = [:]
  private var classNumbers: [UInt32: Int] = [:]

  /// Starts a summary.
  package init(measures: MeasureSet) {
    self.measures = measures
    var pairSources: Set<String> = []
    var linkSources: Set<String> = []
    for measure in measures.measures {
      pairSources.formUnion(measure.method.valueSources)
      linkSources.formUnion(measure.method.linkSources)
    }
    self.pairSources = pairSources.sorted()
    self.linkSources = linkSources.sorted()
    classes = Set(measures.measures.compactMap(\.countedClass)).sorted()
    instances = Array(repeating: [], count: classes.count)
    pairs = Array(repeating: [], count: pairSources.count)
    links = Array(repeating: [:], count: linkSources.count)
  }

  /// Takes a batch of statements.
  ///
  /// - Parameters:
  ///   - statements: in any order; repetitions count once.
  ///   - terms: the one table that all batches name terms by.
  /// - Complexity: O(statements), amortised.
  package mutating func add(_ statements: some Sequence<Triple>, terms: TermTable) {
    let type = terms.id(of: .iri(RDF.type))
    for statement in statements {
      if statement.predicate == type {
        addType(statement, terms)
      } else {
        addProperty(statement, terms)
      }
    }
  }

  private static let foreignClass = -1
  private static let uncountedClass = -2

  private mutating func addType(_ statement: Triple, _ terms: TermTable) {
    let number = number(ofClass: statement.object, terms)
    if number != Self.foreignClass { hasRecords = true }
    if number >= 0 { instances[number].insert(statement.subject.rawValue) }
  }

  private mutating func number(ofClass type: TermID, _ terms: TermTable) -> Int {
    if let number = classNumbers[type.rawValue] { return number }
    let name = terms.text(type)
    var number = Self.foreignClass
    if terms.kind(type) == .iri {
      number =
        classes.firstIndex(of: name)
        ?? (name.hasPrefix(measures.model) ? Self.uncountedClass : Self.foreignClass)
    }
    classNumbers[type.rawValue] = number
    return number
  }

  private mutating func addProperty(_ statement: Triple, _ terms: TermTable) {
    let (subject, object) = (statement.subject.rawValue, statement.object.rawValue)
    let role = role(of: statement.predicate, terms)
    if let index = role.pairs { pairs[index].insert(UInt64(subject) << 32 | UInt64(object)) }
    // A record that names two people counts for the one whose name was seen first.
    if let index = role.link {
      links[index][subject] = min(links[index][subject] ?? object, object)
    }
  }

  private mutating func role(of predicate: TermID, _ terms: TermTable) -> Role {
    if let role = roles[predicate.rawValue] { return role }
    let name = terms.text(predicate)
    let role = Role(
      pairs: pairSources.firstIndex(of: name), link: linkSources.firstIndex(of: name))
    roles[predicate.rawValue] = role
    return role
  }
}

extension Measure.Method {
  /// The properties of which every value is kept.
  fileprivate var valueSources: [String] {
    switch self {
    case .instanceCount, .structuredData, .variables: []
    case .linkedCount(let records): [records.source]
    case .valueSet(let source, _), .mostFrequentValue(let source): [source.property]
    case .codeValues(let sources), .codingSystems(let sources): sources.map(\.property)
    case .typicalMinimum(let value), .typicalMaximum(let value): [value.source.property]
    case .yearInterval(let years): [years.source.property]
    case .typicalLength(let length): [length.source.property]
    }
  }

  /// The properties of which one value for each record is kept.
  fileprivate var linkSources: [String] {
    switch self {
    case .instanceCount, .structuredData, .variables: []
    case .linkedCount(let records): [records.link]
    case .valueSet(let source, _), .mostFrequentValue(let source): source.person
    case .codeValues(let sources), .codingSystems(let sources): sources.flatMap(\.person)
    case .typicalMinimum(let value), .typicalMaximum(let value):
      value.source.person + [value.unitSource].compactMap(\.self)
    case .yearInterval(let years): years.source.person
    case .typicalLength(let length):
      length.source.person + [length.kindSource, length.unitSource]
    }
  }
}
