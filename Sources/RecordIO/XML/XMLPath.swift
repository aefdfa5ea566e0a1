// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// The name that a step of a path asks for.
struct XMLNameTest: Hashable {
  /// The prefix as written, `nil` without one.
  var prefix: String?
  /// The local name, `nil` for `*`.
  var local: String?
  /// Where the step stands in the path, in bytes of UTF-8 from 1.
  var column: Int

  /// Two tests are the same wherever they stand.
  static func == (left: Self, right: Self) -> Bool {
    left.prefix == right.prefix && left.local == right.local
  }

  /// Hashes the name.
  func hash(into hasher: inout Hasher) {
    hasher.combine(prefix)
    hasher.combine(local)
  }
}

/// What a reference takes from the element that its steps lead to.
enum XMLTarget: Hashable {
  /// The string value: all text below.
  case element
  /// An attribute.
  case attribute(XMLNameTest)
  /// The text nodes.
  case text
}

/// A path to records or, relative to a record, to values.
///
/// - Source: XPath 1.0 §2.5, abbreviated syntax without predicates, `//` and `|`.
struct XMLPath: Hashable {
  /// The path as written.
  let text: String
  /// References: how many levels up, for attributes of ancestors.
  var levelsUp = 0
  /// The elements on the way down.
  var steps: [XMLNameTest] = []
  /// What is taken; ``XMLTarget/element`` for an iterator.
  var target = XMLTarget.element

  /// Reads an iterator: `/patients/patient`.
  ///
  /// - Throws: ``XMLRules/pathUnsupported`` or ``XMLRules/pathMalformed``, without a place.
  init(iterator text: String) throws(DiagnosedError) {
    self.text = text
    var parser = XMLPathParser(text)
    steps = try parser.iterator()
  }

  /// Reads a reference: `sex`, `name/given`, `@id`, `.`, `text()`, `../@id`.
  ///
  /// - Throws: ``XMLRules/pathUnsupported`` or ``XMLRules/pathMalformed``, without a place.
  init(reference text: String) throws(DiagnosedError) {
    self.text = text
    var parser = XMLPathParser(text)
    try parser.reference(into: &self)
  }
}
