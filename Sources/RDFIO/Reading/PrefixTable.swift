// SPDX-License-Identifier: Apache-2.0

/// The prefixes that a document has declared so far.
struct PrefixTable {
  private var names: [[UInt8]] = []
  private var namespaces: [[UInt8]] = []
  private var indexes: [[UInt8]: Int] = [:]
  private var last = 0

  /// The declared prefixes, without colons.
  var declared: [String] { names.map { String(decoding: $0, as: UTF8.self) } }

  /// The namespace with a number that ``index(of:in:)`` has given.
  func namespace(_ index: Int) -> [UInt8] { namespaces[index] }

  /// Declares a prefix, or gives it another namespace.
  mutating func declare(_ name: [UInt8], _ namespace: [UInt8]) {
    if let index = indexes[name] {
      namespaces[index] = namespace
    } else {
      indexes[name] = names.count
      names.append(name)
      namespaces.append(namespace)
    }
  }

  /// The number of the prefix that stands in a range of a document, `nil` if it is not declared.
  ///
  /// - Complexity: O(length of the prefix); the prefix last found is found without hashing.
  mutating func index(of range: Range<Int>, in document: [UInt8]) -> Int? {
    if last < names.count, matches(names[last], document, range) { return last }
    guard let index = indexes[Array(document[range])] else { return nil }
    last = index
    return index
  }

  private func matches(_ name: [UInt8], _ document: [UInt8], _ range: Range<Int>) -> Bool {
    guard name.count == range.count else { return false }
    for index in name.indices where name[index] != document[range.lowerBound + index] {
      return false
    }
    return true
  }
}
