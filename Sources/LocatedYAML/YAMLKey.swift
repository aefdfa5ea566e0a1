// SPDX-License-Identifier: Apache-2.0

/// A key that a mapping may have, with its other spellings.
package struct YAMLKey: Sendable, Hashable {
  /// The name that code and messages use.
  package let name: String
  /// Shorter or longer spellings that mean the same.
  package let spellings: [String]

  /// Names a key.
  package init(_ name: String, _ spellings: String...) {
    self.name = name
    self.spellings = spellings
  }

  /// The name and its spellings.
  package var allNames: [String] { [name] + spellings }
}

extension YAMLKey: ExpressibleByStringLiteral {
  /// Names a key that has one spelling.
  package init(stringLiteral name: String) {
    self.name = name
    spellings = []
  }
}

/// Text with its place.
package struct LocatedText: Sendable, Hashable {
  /// The text.
  package let text: String
  /// The scalar that it came from.
  package let node: YAMLNode

  /// Pairs a text with its scalar.
  package init(_ text: String, node: YAMLNode) {
    self.text = text
    self.node = node
  }
}
