// SPDX-License-Identifier: Apache-2.0

/// What is checked of every IRI, read or written.
///
/// - Source: RDF 1.1 Turtle §6.5 `IRIREF` for the characters, RFC 3986 §3.1 for the scheme.
package enum IRISyntax {
  /// Whether a byte can stand in an IRI; bytes beyond ASCII can.
  package static func allows(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"),
      UInt8(ascii: "\\"):
      false
    default: true
    }
  }

  /// The length of the scheme before the first colon, `nil` if there is no proper scheme.
  package static func schemeLength(_ bytes: Span<UInt8>) -> Int? {
    guard !bytes.isEmpty, NameCharacter.isLetter(bytes[0]) else { return nil }
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") { return index }
      guard
        NameCharacter.isLetter(byte) || NameCharacter.isDigit(byte) || byte == UInt8(ascii: "+")
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      else { return nil }
    }
    return nil
  }

  /// Whether bytes of UTF-8 are an absolute IRI that every format can hold.
  package static func isAbsolute(_ bytes: Span<UInt8>) -> Bool {
    guard schemeLength(bytes) != nil else { return false }
    for index in bytes.indices where !allows(bytes[index]) { return false }
    return true
  }

  /// Whether text is an absolute IRI that every format can hold.
  package static func isAbsolute(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isAbsolute($0.span) }
  }
}
