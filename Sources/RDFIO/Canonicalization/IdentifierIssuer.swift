// SPDX-License-Identifier: Apache-2.0

/// Gives blank nodes numbered names in the order in which they ask for one.
///
/// - Source: RDF Dataset Canonicalization §4.3 and §4.5.
struct IdentifierIssuer {
  private let prefix: [UInt8]
  private var numbers: [Int: Int] = [:]
  /// The nodes that have a name, in the order they got it.
  private(set) var issued: [Int] = []

  /// - Parameter prefix: what every name begins with.
  init(prefix: StaticString) { self.prefix = prefix.withUTF8Buffer { Array($0) } }

  /// The name of a node, without `_:`, if it has one.
  func name(of node: Int) -> [UInt8]? {
    numbers[node].map { prefix + String($0).utf8 }
  }

  /// Whether a node has a name.
  func hasName(_ node: Int) -> Bool { numbers[node] != nil }

  /// The name of a node, a new one if it had none.
  @discardableResult mutating func issue(_ node: Int) -> [UInt8] {
    if let name = name(of: node) { return name }
    let number = issued.count
    numbers[node] = number
    issued.append(node)
    return prefix + String(number).utf8
  }
}
