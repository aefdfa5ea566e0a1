// SPDX-License-Identifier: Apache-2.0

import CLibXML2

/// The attributes of an element that begins; valid within the event.
///
/// libxml2 hands over five pointers for each: local name, prefix, namespace, begin and end of the
/// value.
struct XMLAttributes {
  private let pointers: UnsafeBufferPointer<UnsafePointer<xmlChar>?>

  /// Takes what libxml2 hands over.
  init(_ start: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int32) {
    pointers = UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(count) * 5)
  }

  /// The first attribute that passes a test.
  func firstIndex(of matcher: XMLNameMatcher) -> Int? {
    for index in 0..<(pointers.count / 5)
    where pointers[index * 5] == matcher.local && pointers[index * 5 + 2] == matcher.uri {
      return index
    }
    return nil
  }

  /// The name of an attribute.
  func name(_ index: Int) -> XMLName {
    // libxml2 never hands over an attribute without a name.
    guard let local = pointers[index * 5] else { preconditionFailure() }
    return XMLName(local: local, prefix: pointers[index * 5 + 1], uri: pointers[index * 5 + 2])
  }

  /// The value of an attribute.
  ///
  /// Without substitution of entities libxml2 leaves every ampersand as `&#38;`.
  func value(_ index: Int) -> [UInt8] {
    let raw = rawValue(index)
    guard raw.contains(UInt8(ascii: "&")) else { return Array(raw) }
    var value: [UInt8] = []
    var at = 0
    while at < raw.count {
      value.append(raw[at])
      at += raw[at] == UInt8(ascii: "&") ? "&#38;".utf8.count : 1
    }
    return value
  }

  /// Whether the element says that it has no value.
  ///
  /// - Source: XML Schema 1.0 part 1 §2.6.2.
  var sayNil: Bool {
    for index in 0..<(pointers.count / 5) {
      guard let uri = pointers[index * 5 + 2], let local = pointers[index * 5],
        String(cString: local) == "nil",
        String(cString: uri) == "http://www.w3.org/2001/XMLSchema-instance"
      else { continue }
      let value = rawValue(index)
      return value.elementsEqual("true".utf8) || value.elementsEqual("1".utf8)
    }
    return false
  }

  private func rawValue(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard let start = pointers[index * 5 + 3], let end = pointers[index * 5 + 4] else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: start, count: end - start)
  }
}

/// The namespaces that an element declares; valid within the event.
struct XMLNamespaces {
  private let pointers: UnsafeBufferPointer<UnsafePointer<xmlChar>?>

  /// Takes what libxml2 hands over: prefix and namespace by turns.
  init(_ start: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int32) {
    pointers = UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(count) * 2)
  }

  /// The namespace of names without a prefix, if it is declared here.
  var defaultNamespace: String? {
    for index in stride(from: 0, to: pointers.count, by: 2) where pointers[index] == nil {
      guard let uri = pointers[index + 1], uri.pointee != 0 else { return nil }
      return String(cString: uri)
    }
    return nil
  }
}
