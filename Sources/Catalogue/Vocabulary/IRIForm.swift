// SPDX-License-Identifier: Apache-2.0

internal import RDFIO

/// Checks of IRIs that people write or that a description mints.
enum IRIForm {
  /// Whether a text is an absolute IRI with something behind its scheme.
  static func isAbsolute(_ text: String) -> Bool {
    IRISyntax.isAbsolute(text) && text.last != ":"
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
}
