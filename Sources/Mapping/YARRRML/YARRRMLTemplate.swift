// SPDX-License-Identifier: Apache-2.0

/// A YARRRML text taken apart into constant text and references.
///
/// Offsets count Unicode scalars of the text as written, so that a finding can point at a reference.
/// - Source: YARRRML 1.3.0 §Template. Deviation: parentheses that pair up inside a reference need no
///   escape, so `$(text())` works; `\` before any other character than `\ ( ) : _ $ ~ ,` is text.
struct YARRRMLTemplate: Equatable {
  enum Part: Equatable {
    case text(String)
    case reference(String, offset: Int)
  }

  enum Fault: Equatable {
    case unterminatedReference
    case emptyReference
  }

  /// Text and references in turn; no two texts follow each other.
  private(set) var parts: [Part] = []
  /// The word before the first colon, if the text begins like a prefixed name and the colon is not
  /// escaped.
  private(set) var prefix: String?
  /// Whether the text ends in `~iri`, which is no part of ``parts``.
  private(set) var isMarkedIRI = false
  /// What is wrong, with offsets.
  private(set) var faults: [(fault: Fault, offset: Int)] = []

  private var text = ""

  /// Takes a text apart.
  ///
  /// - Parameters:
  ///   - source: the text as YAML gave it.
  ///   - base: the offset of its first character.
  init(_ source: String, base: Int = 0) {
    var scalars = Array(source.unicodeScalars)
    if source.hasSuffix("~iri") && !source.hasSuffix("\\~iri") {
      isMarkedIRI = true
      scalars.removeLast(4)
    }
    var index = 0
    var mayBePrefix = true
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "\\", index + 1 < scalars.count, Self.isEscapable(scalars[index + 1]) {
        text.unicodeScalars.append(scalars[index + 1])
        mayBePrefix = false
        index += 2
      } else if scalar == "$", index + 1 < scalars.count, scalars[index + 1] == "(" {
        mayBePrefix = false
        index = takeReference(scalars, at: index, base: base)
      } else {
        if mayBePrefix && scalar == ":" {
          prefix = text
          mayBePrefix = false
        } else if mayBePrefix {
          mayBePrefix = Self.isPrefixCharacter(scalar)
        }
        text.unicodeScalars.append(scalar)
        index += 1
      }
    }
    closeText()
  }

  static func == (left: Self, right: Self) -> Bool {
    left.parts == right.parts && left.prefix == right.prefix
      && left.isMarkedIRI == right.isMarkedIRI && left.faults.elementsEqual(right.faults, by: ==)
  }

  /// The text, if there is no reference.
  var constant: String? {
    switch parts.first {
    case nil: ""
    case .text(let text) where parts.count == 1: text
    default: nil
    }
  }

  /// What follows the prefix and its colon in the first text.
  var afterPrefix: Substring {
    guard let prefix, case .text(let first) = parts.first else { return "" }
    return first.dropFirst(prefix.count + 1)
  }

  /// Puts a namespace in the place of the prefix and its colon.
  mutating func expandPrefix(to namespace: String) {
    let rest = afterPrefix
    parts[0] = .text(namespace + rest)
    prefix = nil
  }

  /// Where the reference that opens at `start` is closed: the index of its `)`.
  ///
  /// The first `)` without an escape, unless parentheses inside are still open there and a later one
  /// closes them.
  static func endOfReference(_ scalars: [Unicode.Scalar], at start: Int) -> Int? {
    var depth = 0
    var first: Int?
    var index = start + 2
    while index < scalars.count {
      let isEscaped = scalars[index] == "\\" && index + 1 < scalars.count
      if isEscaped { index += 1 }
      if scalars[index] == "(" {
        depth += 1
      } else if scalars[index] == ")" {
        if !isEscaped {
          if depth <= 0 { return index }
          first = first ?? index
        }
        depth -= 1
      }
      index += 1
    }
    return first
  }

  private mutating func takeReference(
    _ scalars: [Unicode.Scalar], at start: Int, base: Int
  ) -> Int {
    guard let end = Self.endOfReference(scalars, at: start) else {
      faults.append((.unterminatedReference, base + start))
      return scalars.count
    }
    closeText()
    var name = ""
    var index = start + 2
    while index < end {
      if scalars[index] == "\\", index + 1 < end, Self.isEscapable(scalars[index + 1]) {
        index += 1
      }
      name.unicodeScalars.append(scalars[index])
      index += 1
    }
    if name.isEmpty { faults.append((.emptyReference, base + start)) }
    parts.append(.reference(name, offset: base + start))
    return end + 1
  }

  private mutating func closeText() {
    guard !text.isEmpty else { return }
    parts.append(.text(text))
    text = ""
  }

  private static func isEscapable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\\", "(", ")", ":", "_", "$", "~", ",": true
    default: false
    }
  }

  private static func isPrefixCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
      || scalar == "-" || scalar == "."
  }
}
