// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A place in a YAML text: line and column, 1-based, columns in characters as libyaml counts them.
package struct YAMLPosition: Sendable, Hashable {
  /// 1-based.
  package let line: Int
  /// 1-based.
  package let column: Int

  /// Names a position.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A key and its value.
package struct YAMLEntry: Sendable, Hashable {
  /// The key, a scalar.
  package let key: YAMLNode
  /// The value.
  package let value: YAMLNode

  /// Pairs a key with a value.
  package init(key: YAMLNode, value: YAMLNode) {
    self.key = key
    self.value = value
  }
}

/// A YAML value that knows where it stands.
package struct YAMLNode: Sendable, Hashable {
  /// What a node holds.
  package enum Content: Sendable, Hashable {
    /// A scalar: its text, and whether it was written plain (without quotes or a block sign).
    case scalar(String, isPlain: Bool)
    /// A sequence.
    case sequence([YAMLNode])
    /// A mapping in the order written; keys are scalars and unique.
    case mapping([YAMLEntry])
  }

  /// What the node holds.
  package let content: Content
  /// Where it begins.
  package let position: YAMLPosition
  /// The file it was read from, as given.
  package let file: String
  /// The column of the first character of a scalar's text, if the text stands on one line exactly
  /// as it is written there; `nil` when escapes or line breaks part the two.
  package let textColumn: Int?

  /// Makes a node.
  package init(
    _ content: Content, at position: YAMLPosition, file: String, textColumn: Int? = nil
  ) {
    self.content = content
    self.position = position
    self.file = file
    self.textColumn = textColumn
  }

  /// The node's place for findings.
  package var place: SourcePlace {
    SourcePlace(file: file, .text(line: position.line, column: position.column))
  }

  /// The place of a character of a scalar's text: exact where ``textColumn`` is known, otherwise the
  /// place where the scalar begins.
  ///
  /// - Parameter offset: Unicode scalars from the start of the text.
  /// - Returns: the place.
  package func place(ofCharacterAt offset: Int) -> SourcePlace {
    guard let textColumn else { return place }
    return SourcePlace(file: file, .text(line: position.line, column: textColumn + offset))
  }
}

extension YAMLNode {
  /// The text of a scalar, however it was written; `nil` for a list or a mapping.
  package var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// Whether the node is a plain scalar that says “nothing”: empty, `~` or `null`.
  ///
  /// - Source: YAML 1.2.2 §10.3.2, core schema.
  package var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The members of a sequence; `nil` for anything else.
  package var members: [YAMLNode]? {
    if case .sequence(let members) = content { members } else { nil }
  }

  /// The entries of a mapping; `nil` for anything else.
  package var entries: [YAMLEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value of a key of a mapping; `nil` if the node is no mapping or has no such key.
  package subscript(key name: String) -> YAMLNode? {
    entries?.first { $0.key.text == name }?.value
  }

  /// What the node is, in words for a message.
  package var kindInWords: String {
    switch content {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .scalar: isNull ? "nothing" : "text"
    }
  }
}
