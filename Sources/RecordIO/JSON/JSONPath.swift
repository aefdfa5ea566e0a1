// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// One step of a JSON path.
package enum JSONStep: Sendable, Hashable {
  /// The member of an object whose key is these bytes of UTF-8.
  case name([UInt8])
  /// The element of an array, counted from 0.
  case index(Int)
  /// Every member of an object, every element of an array.
  case wildcard
}

/// A path of names, indexes and wildcards, as an iterator or a reference spells it.
///
/// - Source: RFC 9535 §2.3.1 to §2.3.3. Deviation: a reference may leave out `$`, a name after a dot
///   may begin with a digit, `.['a']` equals `['a']`.
package struct JSONPath: Sendable, Hashable {
  /// The path as written.
  package let text: String
  /// Its steps; empty for the document or record itself.
  package let steps: [JSONStep]

  /// Reads an iterator, which begins with `$`, the document.
  ///
  /// - Throws: ``JSONRules/pathUnsupported`` or ``JSONRules/pathMalformed``, without a place.
  package init(iterator text: String) throws(DiagnosedError) {
    self.text = text
    steps = try JSONPathParser(text).iterator()
  }

  /// Reads a reference, relative to the record: `name`, `a.b[0]`, `$.a`, `@`, `['a b']`.
  ///
  /// - Throws: ``JSONRules/pathUnsupported`` or ``JSONRules/pathMalformed``, without a place.
  package init(reference text: String) throws(DiagnosedError) {
    self.text = text
    steps = try JSONPathParser(text).reference()
  }

  /// The pointer that names the same value below the record, `nil` if the path has a wildcard.
  ///
  /// Put after ``RecordPlace/path`` it names a value whose ``Cell/path`` is 0.
  /// - Source: RFC 6901.
  package var pointer: String? {
    var pointer: [UInt8] = []
    for step in steps {
      switch step {
      case .name(let name): JSONPointer.append(key: name[...], to: &pointer)
      case .index(let index): JSONPointer.append(index: index, to: &pointer)
      case .wildcard: return nil
      }
    }
    return String(decoding: pointer, as: UTF8.self)
  }
}

/// Spells pointers.
///
/// - Source: RFC 6901 §3 and §4.
enum JSONPointer {
  /// Appends the token for a key, with `~` and `/` escaped.
  static func append(key: ArraySlice<UInt8>, to pointer: inout [UInt8]) {
    pointer.append(UInt8(ascii: "/"))
    for byte in key {
      switch byte {
      case UInt8(ascii: "~"): pointer += [UInt8(ascii: "~"), UInt8(ascii: "0")]
      case UInt8(ascii: "/"): pointer += [UInt8(ascii: "~"), UInt8(ascii: "1")]
      default: pointer.append(byte)
      }
    }
  }

  /// Appends the token for an element.
  static func append(index: Int, to pointer: inout [UInt8]) {
    pointer.append(UInt8(ascii: "/"))
    pointer += String(index).utf8
  }
}
