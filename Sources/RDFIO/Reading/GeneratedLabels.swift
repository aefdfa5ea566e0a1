// SPDX-License-Identifier: Apache-2.0

/// Labels for blank nodes that a document does not name, apart from all labels that it does.
///
/// The labels are `g0b1`, `g0b2` and so on, or `g1b1` and so on if the document itself has a label
/// that begins with `g0b`.
struct GeneratedLabels {
  private let prefix: [UInt8]
  private var stem: [UInt8]?
  private var count = 0
  /// The label last made.
  private(set) var label: [UInt8] = []

  /// - Parameter prefix: what every label begins with.
  init(prefix: [UInt8]) { self.prefix = prefix }

  /// Makes the next label.
  ///
  /// - Parameter document: the whole document.
  mutating func advance(in document: [UInt8]) {
    let stem = stem ?? prefix + Self.stem(apartFrom: document)
    self.stem = stem
    count += 1
    label.removeAll(keepingCapacity: true)
    label.append(contentsOf: stem)
    label.append(contentsOf: String(count).utf8)
  }

  private static func stem(apartFrom document: [UInt8]) -> [UInt8] {
    var taken: Set<[UInt8]> = []
    var index = 0
    while index + 2 < document.count {
      guard document[index] == UInt8(ascii: "_"), document[index + 1] == UInt8(ascii: ":"),
        document[index + 2] == UInt8(ascii: "g")
      else {
        index += 1
        continue
      }
      index += 3
      let digits = document[index...].prefix(while: NameCharacter.isDigit)
      // More digits than there are candidates cannot be one of them.
      if digits.count < 10, digits.endIndex < document.count,
        document[digits.endIndex] == UInt8(ascii: "b")
      {
        taken.insert(Array(digits))
      }
      index = digits.endIndex
    }
    var number = 0
    while taken.contains(Array(String(number).utf8)) { number += 1 }
    return Array("g\(number)b".utf8)
  }
}
