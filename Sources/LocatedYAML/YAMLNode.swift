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

  /// Makes a node.
  package init(_ content: Content, at position: YAMLPosition, file: String) {
    self.content = content
    self.position = position
    self.file = file
  }

  /// The node's place for findings.
  package var place: SourcePlace {
    SourcePlace(file: file, .text(line: position.line, column: position.column))
  }
}
