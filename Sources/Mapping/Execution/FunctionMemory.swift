// SPDX-License-Identifier: Apache-2.0

/// Remembers what functions returned, since they are pure and columns repeat their values.
///
/// Bounded: when keys or results outgrow the bound, all are forgotten, between records only.
struct FunctionMemory {
  /// More remembered calls than this, or more bytes than ``byteLimit``, and all are forgotten.
  static let entryLimit = 1 << 16
  /// See ``entryLimit``.
  static let byteLimit = 8 << 20

  /// A remembered value: a range of ``bytes``.
  struct Result: Sendable {
    let start: Int32
    let count: Int32
    let natural: NaturalDatatype
  }

  /// What a call came to.
  enum Outcome: Sendable {
    /// The values, a range of ``results``.
    case values(Range<Int>)
    /// Null, by rule.
    case nothing
    /// What is to be reported.
    case failed(FunctionResult)
  }

  private(set) var bytes: [UInt8] = []
  private(set) var results: [Result] = []
  private var keys = ByteKeyTable()
  private var outcomes: [Outcome] = []
  private var key: [UInt8] = []

  init() {}

  /// The memory that arguments and results take.
  var byteCount: Int { bytes.count + keys.byteCount }

  /// Forgets everything if the bounds are reached; values of the current record must not be in use.
  mutating func trim() {
    guard keys.count >= Self.entryLimit || byteCount >= Self.byteLimit else { return }
    keys.removeAll()
    outcomes.removeAll(keepingCapacity: true)
    results.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Starts the key of a call.
  mutating func beginKey(_ call: Int) {
    key.removeAll(keepingCapacity: true)
    append(number: call)
  }

  /// Adds the number of values of a parameter to the key.
  mutating func appendToKey(count: Int) { append(number: count) }

  /// Adds a value to the key.
  mutating func appendToKey(_ value: ArraySlice<UInt8>, natural: NaturalDatatype) {
    append(number: value.count)
    key.append(natural.rawValue)
    key += value
  }

  /// What the call with the current key came to, if it is remembered.
  func find() -> Outcome? { keys.find(key[...]).map { outcomes[$0] } }

  /// Remembers the result of the call with the current key.
  mutating func remember(_ result: FunctionResult) -> Outcome {
    let outcome: Outcome
    switch result {
    case .values(let values):
      let start = results.count
      for value in values {
        results.append(
          Result(
            start: Int32(bytes.count), count: Int32(value.bytes.count), natural: value.natural))
        bytes += value.bytes
      }
      outcome = .values(start..<results.count)
    case .nothing: outcome = .nothing
    case .unreadable, .tooManySteps, .unmapped, .ambiguous: outcome = .failed(result)
    }
    _ = keys.insert(key[...])
    outcomes.append(outcome)
    return outcome
  }

  private mutating func append(number: Int) {
    withUnsafeBytes(of: Int32(truncatingIfNeeded: number).littleEndian) { key += $0 }
  }
}
