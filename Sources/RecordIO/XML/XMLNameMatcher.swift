// SPDX-License-Identifier: Apache-2.0

import CLibXML2
import Diagnostics

/// A name interned in the parser's dictionary: equal names are equal pointers.
typealias InternedName = UnsafePointer<xmlChar>

/// The name of an element or attribute, as libxml2 hands it over.
struct XMLName {
  var local: InternedName
  var prefix: InternedName?
  var uri: InternedName?

  /// The name as the document spells it.
  var spelled: String {
    let local = String(cString: local)
    return prefix.map { "\(String(cString: $0)):\(local)" } ?? local
  }

  /// What counts siblings of one name.
  var key: Key { Key(local: local, uri: uri) }

  /// A name without its prefix.
  struct Key: Hashable {
    var local: InternedName
    var uri: InternedName?
  }
}

/// A test for names, as pointers into the dictionary of one parser.
struct XMLNameMatcher {
  /// The local name, `nil` for any.
  let local: InternedName?
  /// The namespace, `nil` for none.
  let uri: InternedName?
  /// Whether the step has neither prefix nor a namespace bound to no prefix.
  let isUnprefixed: Bool

  /// Whether the name of an element passes.
  ///
  /// - Parameters:
  ///   - name: of the element.
  ///   - byLocalName: whether steps without a prefix also match names in the default namespace.
  /// - Returns: `true` for any name if the test is `*`.
  func matches(_ name: XMLName, byLocalName: Bool) -> Bool {
    if let local, local != name.local { return false }
    if uri == name.uri || (local == nil && isUnprefixed) { return true }
    return isUnprefixed && byLocalName && name.prefix == nil
  }
}

/// Turns name tests into matchers for one parser.
struct XMLNameResolver {
  /// The dictionary of the parser, which outlives the matchers.
  let dictionary: xmlDictPtr
  /// The namespaces that the mapping binds; the empty prefix stands for names without one.
  let namespaces: [String: String]

  /// The matcher for an element's name.
  ///
  /// - Throws: ``XMLRules/unboundPrefix``, without a place.
  func element(_ test: XMLNameTest, in path: String) throws(DiagnosedError) -> XMLNameMatcher {
    let uri = try uri(of: test, in: path) ?? (test.local == nil ? nil : namespaces[""])
    return XMLNameMatcher(
      local: test.local.flatMap(intern), uri: uri.flatMap(intern),
      isUnprefixed: test.prefix == nil && (test.local == nil || namespaces[""] == nil))
  }

  /// The matcher for an attribute's name, which has no namespace without a prefix.
  ///
  /// - Throws: ``XMLRules/unboundPrefix``, without a place.
  func attribute(_ test: XMLNameTest, in path: String) throws(DiagnosedError) -> XMLNameMatcher {
    let uri = try uri(of: test, in: path)
    return XMLNameMatcher(
      local: test.local.flatMap(intern), uri: uri.flatMap(intern), isUnprefixed: false)
  }

  /// The dictionary's own copy of a text.
  func intern(_ text: String) -> InternedName? {
    text.withCString { letters in
      letters.withMemoryRebound(to: xmlChar.self, capacity: text.utf8.count + 1) {
        xmlDictLookup(dictionary, $0, Int32(text.utf8.count))
      }
    }
  }

  private func uri(of test: XMLNameTest, in path: String) throws(DiagnosedError) -> String? {
    guard let prefix = test.prefix else { return nil }
    if prefix == "xml" { return "http://www.w3.org/XML/1998/namespace" }
    if let uri = namespaces[prefix] { return uri }
    throw DiagnosedError(
      XMLRules.unboundPrefix, at: nil,
      [
        .plain("path", path), .plain("prefix", prefix), .plain("column", test.column),
        .plain("hint", NearestName.hint(prefix, in: namespaces.keys.filter { $0 != "" }.sorted())),
      ])
  }
}
