// SPDX-License-Identifier: Apache-2.0

/// Removes white space from both ends of a text.
///
/// - Source: GREL `trim`; white space is that of ASCII, and the no-break space of spreadsheets.
struct StringTrimFunction: MappingFunction {
  static let iris = FunctionNamespaces.grel("string_trim", "string_strip")
  static let parameters = [FunctionParameter.grelValue()]
  static let summary = "Removes white space from both ends."
  static let outputs: [FunctionOutput] = [.text]
  static let details =
    "White space is that of ASCII, and the no-break space of spreadsheets.\n\n- Deviation: Java "
    + "removes all control characters, and no no-break space."
  static let examples = [
    FunctionExample(" a b ", gives: "a b")
  ]

  init(constants: [String: String], services: FunctionServices) {}

  func evaluate(_ arguments: [[FunctionValue]]) -> FunctionResult {
    .values(arguments[0].map { FunctionValue(Self.trim($0.bytes)) })
  }

  /// The bytes without white space at both ends.
  static func trim(_ bytes: [UInt8]) -> [UInt8] {
    var slice = bytes[...]
    while true {
      if let first = slice.first, isBlank(first) {
        slice.removeFirst()
      } else if slice.starts(with: [0xC2, 0xA0]) {
        slice.removeFirst(2)
      } else {
        break
      }
    }
    while true {
      if let last = slice.last, isBlank(last) {
        slice.removeLast()
      } else if slice.suffix(2).elementsEqual([0xC2, 0xA0]) {
        slice.removeLast(2)
      } else {
        break
      }
    }
    return Array(slice)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
