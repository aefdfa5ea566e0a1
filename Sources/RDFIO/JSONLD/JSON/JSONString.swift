// SPDX-License-Identifier: Apache-2.0

/// A string or key of JSON, compared by its bytes.
///
/// Swift's own comparison holds `é` in one and in two code points for equal; IRIs, and so keys of
/// JSON-LD, that differ in normal form are different.
struct JSONString: Sendable, ExpressibleByStringLiteral {
  /// The text, escapes resolved.
  let text: String

  init(_ text: String) { self.text = text }

  init(stringLiteral text: StaticString) { self.text = text.description }

  init(_ bytes: some Collection<UInt8>) { text = String(decoding: bytes, as: UTF8.self) }

  /// The bytes of the text.
  var utf8: String.UTF8View { text.utf8 }
}

extension JSONString: Hashable {
  static func == (left: JSONString, right: JSONString) -> Bool {
    left.text == right.text && left.utf8.elementsEqual(right.utf8)
  }

  // Texts of the same bytes are the same to Swift too, so its fast hash serves.
  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension JSONString: Comparable {
  static func < (left: JSONString, right: JSONString) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}

extension JSONString: CustomStringConvertible {
  var description: String { text }
}
