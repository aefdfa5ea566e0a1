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

  /// - Parameters:
  ///   - prefix: what every label begins with.
  ///   - isFixed: whether labels are `g0b1`, `g0b2` and so on whatever the document has; labels of the
  ///     document that look alike then have to be ``renamed(_:)``.
  init(prefix: [UInt8], isFixed: Bool = false) {
    self.prefix = prefix
    if isFixed { stem = prefix + Array("g0b".utf8) }
  }

  /// A label of the document that no generated one equals: labels that look like generated ones get a
  /// `u` before them, and so do those that begin with `u` and look like that behind it.
  static func renamed(_ label: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let name = label.drop { $0 == UInt8(ascii: "u") }
    guard name.first == UInt8(ascii: "g") else { return label }
    let digits = name.dropFirst().prefix(while: NameCharacter.isDigit)
    let looksAlike =
      !digits.isEmpty && digits.endIndex < label.endIndex
      && label[digits.endIndex] == UInt8(ascii: "b")
    return looksAlike ? [UInt8(ascii: "u")] + label : label
  }

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
