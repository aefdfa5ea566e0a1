// SPDX-License-Identifier: Apache-2.0

/// The keywords of JSON-LD.
///
/// - Source: JSON-LD 1.1 §1.7; those of framing are none here.
enum Keyword {
  private static let all: Set<JSONString> = [
    "@base", "@container", "@context", "@direction", "@graph", "@id", "@import", "@included",
    "@index", "@json", "@language", "@list", "@nest", "@none", "@prefix", "@propagate",
    "@protected", "@reverse", "@set", "@type", "@value", "@version", "@vocab",
  ]

  /// Whether a text is a keyword.
  static func contains(_ text: JSONString) -> Bool { hasForm(text) && all.contains(text) }

  /// Whether a text looks like a keyword of this or a later version: `@` and letters.
  static func hasForm(_ text: JSONString) -> Bool {
    text.utf8.first == UInt8(ascii: "@") && text.utf8.count > 1
      && text.utf8.dropFirst().allSatisfy(NameCharacter.isLetter)
  }
}
