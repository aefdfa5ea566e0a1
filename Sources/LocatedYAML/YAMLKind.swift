// SPDX-License-Identifier: Apache-2.0

/// A kind of value that a key takes, and how a node is read as one.
package struct YAMLKind<Value> {
  /// What reading a node as this kind gave.
  package enum Reading {
    /// The value.
    case value(Value)
    /// The node is of another kind.
    case wrongKind
    /// The node is text, and not one of these.
    case unknown(choices: [String])
  }

  /// The kind in words, as in “it takes a whole number”.
  package let words: String
  /// Reads a node; never called for a node that says “nothing”.
  package let read: (YAMLNode) -> Reading

  /// Describes a kind.
  package init(_ words: String, read: @escaping (YAMLNode) -> Reading) {
    self.words = words
    self.read = read
  }
}

extension YAMLKind where Value == String {
  /// Any scalar, as it was written.
  package static var string: Self {
    Self("text") { node in node.text.map { .value($0) } ?? .wrongKind }
  }

  /// One of a few words.
  package static func oneOf(_ choices: [String]) -> Self {
    Self("one of \(choices.joined(separator: ", "))") { node in
      guard let text = node.text else { return .wrongKind }
      return choices.contains(text) ? .value(text) : .unknown(choices: choices)
    }
  }
}

extension YAMLKind where Value == LocatedText {
  /// Any scalar, with its place.
  package static var located: Self {
    Self("text") { node in node.text.map { .value(LocatedText($0, node: node)) } ?? .wrongKind }
  }
}

extension YAMLKind where Value == YAMLNode {
  /// Any node, unread.
  package static var node: Self { Self("a value") { .value($0) } }
}

extension YAMLKind where Value == Bool {
  /// `true` or `false`, plain.
  ///
  /// - Source: YAML 1.2.2 §10.3.2, core schema.
  package static var boolean: Self {
    Self("true or false") { node in
      guard case .scalar(let text, isPlain: true) = node.content else { return .wrongKind }
      return switch text {
      case "true", "True", "TRUE": .value(true)
      case "false", "False", "FALSE": .value(false)
      default: .wrongKind
      }
    }
  }
}

extension YAMLKind where Value == Int {
  /// A whole number in decimal digits, plain.
  package static var integer: Self { integer(in: Int.min...Int.max, words: "a whole number") }

  /// A whole number within bounds.
  package static func integer(in range: ClosedRange<Int>) -> Self {
    integer(
      in: range, words: "a whole number from \(range.lowerBound) to \(range.upperBound)")
  }

  private static func integer(in range: ClosedRange<Int>, words: String) -> Self {
    Self(words) { node in
      guard case .scalar(let text, isPlain: true) = node.content, let value = Int(text),
        range.contains(value)
      else { return .wrongKind }
      return .value(value)
    }
  }
}

extension YAMLKind {
  /// One of the cases of an enumeration, by raw value.
  package static func oneOf(_ type: Value.Type) -> Self
  where Value: RawRepresentable<String> & CaseIterable {
    let choices = Value.allCases.map(\.rawValue)
    return Self("one of \(choices.joined(separator: ", "))") { node in
      guard let text = node.text else { return .wrongKind }
      return Value(rawValue: text).map { .value($0) } ?? .unknown(choices: choices)
    }
  }
}
