// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// Computes measures over statements that arrive in batches.
///
/// ```
/// masks    subject → the classes it has, a bit each      counts instances once
/// sources  property → set of (subject, value)            value sets, ages
///          property → set of values                      dates
/// links    subject → person or unit, for typical values
/// columns  (class, property) → kind of value             variables
/// pending  statements whose subject has no class yet
/// ```
/// Keys are numbers of terms, so that memory grows with records and not with text. All batches must
/// name terms by one table; statements may repeat and come in any order.
package struct Summariser: Sendable {
  /// The most classes that are told apart.
  package static let classLimit = 64

  /// What a predicate means to the measures.
  struct Role: Sendable {
    var pairs: Int?
    var values: Int?
    var link: Int?
    var isModel = false
  }

  /// The kind of value that a column holds.
  enum ColumnKind: Sendable, Hashable {
    case iri
    case text
    case typed(UInt32)
    case mixed
  }

  struct PendingCell: Sendable {
    var subject: UInt32
    var predicate: UInt32
    var kind: ColumnKind
  }

  let measures: MeasureSet
  let pairSources: [String]
  let valueSources: [String]
  let linkSources: [String]
  private let classNames: Set<String>

  private(set) var classes: [String] = []
  private(set) var classCounts: [Int] = []
  private(set) var hasTooManyClasses = false
  private var classBits: [UInt32: Int] = [:]
  private var masks: [UInt32: UInt64] = [:]
  private var roles: [UInt32: Role] = [:]
  private(set) var pairs: [Set<UInt64>]
  private(set) var values: [Set<UInt32>]
  private(set) var links: [[UInt32: UInt32]]
  private(set) var columns: [UInt64: ColumnKind] = [:]
  private var pending: [PendingCell] = []

  /// Starts a summary.
  package init(measures: MeasureSet) {
    self.measures = measures
    var pairSources: Set<String> = []
    var valueSources: Set<String> = []
    var linkSources: Set<String> = []
    var classNames: Set<String> = []
    for measure in measures.measures {
      switch measure.method {
      case .instanceCount(let name): classNames.insert(name)
      case .valueSet(let source), .mostFrequentValue(let source): pairSources.insert(source)
      case .typicalMinimum(let value), .typicalMaximum(let value):
        pairSources.insert(value.source)
        linkSources.formUnion([value.person, value.unitSource].compactMap(\.self))
      case .yearInterval(let source): valueSources.insert(source)
      case .structuredData, .variables: break
      }
    }
    self.pairSources = pairSources.sorted()
    self.valueSources = valueSources.sorted()
    self.linkSources = linkSources.sorted()
    self.classNames = classNames
    pairs = Array(repeating: [], count: pairSources.count)
    values = Array(repeating: [], count: valueSources.count)
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
    resolvePending()
  }

  private mutating func addType(_ statement: Triple, _ terms: TermTable) {
    guard let bit = bit(of: statement.object, terms) else { return }
    let mask = masks[statement.subject.rawValue, default: 0]
    guard mask & 1 << bit == 0 else { return }
    masks[statement.subject.rawValue] = mask | 1 << bit
    classCounts[bit] += 1
  }

  // -1 remembers a class that is of no interest.
  private mutating func bit(of type: TermID, _ terms: TermTable) -> Int? {
    if let bit = classBits[type.rawValue] { return bit < 0 ? nil : bit }
    let name = terms.text(type)
    guard terms.kind(type) == .iri, classNames.contains(name) || name.hasPrefix(measures.model)
    else {
      classBits[type.rawValue] = -1
      return nil
    }
    guard classes.count < Self.classLimit else {
      hasTooManyClasses = true
      classBits[type.rawValue] = -1
      return nil
    }
    classBits[type.rawValue] = classes.count
    classes.append(name)
    classCounts.append(0)
    return classes.count - 1
  }

  private mutating func addProperty(_ statement: Triple, _ terms: TermTable) {
    let (subject, object) = (statement.subject.rawValue, statement.object.rawValue)
    let role = role(of: statement.predicate, terms)
    if let index = role.pairs { pairs[index].insert(UInt64(subject) << 32 | UInt64(object)) }
    if let index = role.values { values[index].insert(object) }
    // A record that names two people counts for the one whose name was seen first.
    if let index = role.link {
      links[index][subject] = min(links[index][subject] ?? object, object)
    }
    guard role.isModel else { return }
    let cell = PendingCell(
      subject: subject, predicate: statement.predicate.rawValue,
      kind: kind(of: statement.object, terms))
    if let mask = masks[subject] { fill(cell, mask) } else { pending.append(cell) }
  }

  private mutating func role(of predicate: TermID, _ terms: TermTable) -> Role {
    if let role = roles[predicate.rawValue] { return role }
    let name = terms.text(predicate)
    let role = Role(
      pairs: pairSources.firstIndex(of: name), values: valueSources.firstIndex(of: name),
      link: linkSources.firstIndex(of: name), isModel: name.hasPrefix(measures.model))
    roles[predicate.rawValue] = role
    return role
  }

  private func kind(of object: TermID, _ terms: TermTable) -> ColumnKind {
    guard terms.kind(object) == .literal else { return .iri }
    return terms.datatype(object).map { .typed($0.rawValue) } ?? .text
  }

  private mutating func fill(_ cell: PendingCell, _ mask: UInt64) {
    var rest = mask
    while rest != 0 {
      let key = UInt64(rest.trailingZeroBitCount) << 32 | UInt64(cell.predicate)
      let known = columns[key]
      if known == nil {
        columns[key] = cell.kind
      } else if known != cell.kind, known != .mixed {
        columns[key] = .mixed
      }
      rest &= rest - 1
    }
  }

  // Types come first in most batches, so that little is ever left here.
  private mutating func resolvePending() {
    guard !pending.isEmpty else { return }
    let cells = pending
    pending.removeAll(keepingCapacity: true)
    for cell in cells {
      if let mask = masks[cell.subject] { fill(cell, mask) } else { pending.append(cell) }
    }
  }
}
