// SPDX-License-Identifier: Apache-2.0

import RDFModel

/// Reads the values of literals by their numbers.
///
/// Remembers for each term whether its lexical form is valid, and for each datatype what it is.
struct LiteralReader {
  private let terms: NodeTerms
  // 0 not asked yet, 1 valid, 2 invalid; by term number of the data.
  private var validity: [UInt8]
  private var types: [(id: TermID, type: XSDDatatype?)] = []

  init(_ terms: NodeTerms) {
    self.terms = terms
    validity = Array(repeating: 0, count: terms.data.count + 1)
  }

  /// Forgets what it knows: numbers stand for other terms now.
  mutating func reset() {
    let count = terms.data.count + 1
    validity.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    if validity.count < count {
      validity.append(contentsOf: repeatElement(0, count: count - validity.count))
    }
    types.removeAll(keepingCapacity: true)
  }

  /// The datatype of a typed literal, `nil` if it is unknown or `id` is no typed literal.
  mutating func type(_ id: TermID) -> XSDDatatype? {
    guard let datatype = terms.datatype(id) else { return nil }
    for (known, type) in types where known == datatype { return type }
    let type = XSDDatatype(iri: String(decoding: terms.textBytes(datatype), as: UTF8.self))
    // A data graph has a handful of datatypes; one with thousands pays for the look-up instead.
    if types.count < 32 { types.append((datatype, type)) }
    return type
  }

  /// Whether a typed literal's text is a lexical form of its datatype; true where nobody can tell.
  mutating func isWellFormed(_ id: TermID) -> Bool {
    let number = Int(id.rawValue)
    if number < validity.count, validity[number] != 0 { return validity[number] == 1 }
    guard let type = type(id) else { return true }
    let isValid = XSDLexical.isValid(terms.textBytes(id).span, type)
    if number < validity.count { validity[number] = isValid ? 1 : 2 }
    return isValid
  }

  /// How a literal compares with a limit, `nil` if they cannot be compared.
  mutating func compare(_ id: TermID, with limit: ComparableValue) -> ValueOrder? {
    guard let type = type(id), isWellFormed(id) else { return nil }
    let bytes = terms.textBytes(id)
    // The common case without copying the digits.
    if type.isDecimal, case .decimal(let digits) = limit {
      return DecimalOrder.compare(bytes.span, digits.span)
    }
    return ComparableValue(bytes.span, type)?.compare(with: limit)
  }

  /// A literal's value for comparison, `nil` if it is ill-formed or its type has no order.
  mutating func value(_ id: TermID) -> ComparableValue? {
    guard let type = type(id), isWellFormed(id) else { return nil }
    return ComparableValue(terms.textBytes(id).span, type)
  }
}
