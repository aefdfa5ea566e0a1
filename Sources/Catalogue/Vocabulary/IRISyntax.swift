// SPDX-License-Identifier: Apache-2.0

/// Checks of IRIs that people write or that a description mints.
enum IRISyntax {
  /// Whether a text has a scheme and holds no character that an IRI may not hold.
  ///
  /// - Source: RFC 3987 §2.2; looser, since only what could break out of an IRI is refused.
  static func isAbsolute(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon < bytes.count - 1,
      isLetter(bytes[0])
    else { return false }
    let isScheme = bytes[..<colon].allSatisfy {
      isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: ".")
    }
    return isScheme && !bytes.contains { $0 <= 0x20 || $0 == 0x7F || forbidden.contains($0) }
  }

  /// Whether a text is an absolute IRI of the Web.
  static func isWeb(_ text: String) -> Bool {
    let start = ["https://", "http://"].first { text.hasPrefix($0) }
    guard let start, isAbsolute(text) else { return false }
    return text.utf8.count > start.utf8.count && !text.dropFirst(start.count).hasPrefix("/")
  }

  /// Whether a text can name a node: lower-case letters, digits and single hyphens between them.
  static func isSlug(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, first != hyphen, last != hyphen else {
      return false
    }
    return bytes.allSatisfy { isDigit($0) || $0 == hyphen || (0x61...0x7A).contains($0) }
  }

  /// What follows the last `/` or `#` of an IRI.
  static func localName(_ iri: String) -> String {
    String(
      iri[(iri.lastIndex { $0 == "/" || $0 == "#" }.map(iri.index(after:)) ?? iri.startIndex)...])
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static let hyphen = UInt8(ascii: "-")
  private static let forbidden = Array("<>\"{}|^`\\".utf8)
}
