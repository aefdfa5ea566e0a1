// SPDX-License-Identifier: Apache-2.0

/// A JSON value in memory as a flat list of nodes, each with its place in the text.
///
/// The text has been read before, so that its strings and numbers are known to be well formed.
/// - Source: RFC 8259.
struct JSONTree {
  enum Kind: Sendable {
    case null
    case boolean(Bool)
    case number(Double)
    case string([UInt8])
    case array
    case object
  }

  /// A value.
  struct Node {
    let kind: Kind
    /// Its bytes in the text.
    var range: Range<Int>
    /// The members or elements, in order.
    var children: [Int] = []
    let parent: Int
    /// The key of a member, decoded.
    let key: [UInt8]?
    /// The index of an element.
    let index: Int
  }

  private(set) var nodes: [Node] = []
  /// Whether there are more values than wanted; what is there then is of no use.
  private(set) var isTooLarge = false
  private let text: [UInt8]
  private let valueLimit: Int
  private var at = 0

  /// The whole value.
  var root: Int { 0 }

  /// Reads a text; `nil` if it is no JSON or nested too deep.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - valueLimit: the most values that are kept; with more, ``isTooLarge`` is set.
  init?(_ text: [UInt8], valueLimit: Int = TreeLimits.jsonTreeValues) {
    self.text = text
    self.valueLimit = valueLimit
    skipBlanks()
    let isRead = value(parent: -1, key: nil, index: 0, depth: 0) != nil
    if isTooLarge { return }
    skipBlanks()
    guard isRead, at == text.count else { return nil }
  }

  /// The pointer from one value to one inside of it.
  ///
  /// - Source: RFC 6901.
  func pointer(to node: Int, from ancestor: Int) -> String {
    var steps: [Int] = []
    var at = node
    while at != ancestor, at >= 0 {
      steps.append(at)
      at = nodes[at].parent
    }
    var pointer: [UInt8] = []
    for step in steps.reversed() {
      if let key = nodes[step].key {
        JSONPointer.append(key: key[...], to: &pointer)
      } else {
        JSONPointer.append(index: nodes[step].index, to: &pointer)
      }
    }
    return String(decoding: pointer, as: UTF8.self)
  }

  /// The bytes of a value in the text.
  func text(of node: Int) -> ArraySlice<UInt8> { text[nodes[node].range] }

  private var peek: UInt8 { at < text.count ? text[at] : 0 }

  private mutating func skipBlanks() {
    while at < text.count, [0x20, 0x09, 0x0A, 0x0D].contains(text[at]) { at += 1 }
  }

  private mutating func value(parent: Int, key: [UInt8]?, index: Int, depth: Int) -> Int? {
    // One level more for the list that a line is put into.
    if depth > TreeLimits.jsonDepth + 1 { return nil }
    if nodes.count == valueLimit {
      isTooLarge = true
      return nil
    }
    let (start, number) = (at, nodes.count)
    func add(_ kind: Kind, _ tree: inout JSONTree) -> Int {
      tree.nodes.append(
        Node(kind: kind, range: start..<tree.at, parent: parent, key: key, index: index))
      return number
    }
    switch peek {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let isObject = peek == UInt8(ascii: "{")
      at += 1
      _ = add(isObject ? .object : .array, &self)
      guard members(of: number, isObject: isObject, depth: depth) else { return nil }
      nodes[number].range = start..<at
      return number
    case UInt8(ascii: "\""):
      guard let text = string() else { return nil }
      return add(.string(text), &self)
    case UInt8(ascii: "t"): return word("true") ? add(.boolean(true), &self) : nil
    case UInt8(ascii: "f"): return word("false") ? add(.boolean(false), &self) : nil
    case UInt8(ascii: "n"): return word("null") ? add(.null, &self) : nil
    default:
      while at < text.count, Self.isNumberByte(text[at]) { at += 1 }
      let spelling = String(decoding: text[start..<at], as: UTF8.self)
      guard at > start, let value = Double(spelling) else { return nil }
      return add(.number(value), &self)
    }
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private mutating func members(of parent: Int, isObject: Bool, depth: Int) -> Bool {
    let end = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    skipBlanks()
    if peek == end {
      at += 1
      return true
    }
    while true {
      skipBlanks()
      var key: [UInt8]?
      if isObject {
        guard peek == UInt8(ascii: "\""), let name = string() else { return false }
        key = name
        skipBlanks()
        guard peek == UInt8(ascii: ":") else { return false }
        at += 1
        skipBlanks()
      }
      let index = nodes[parent].children.count
      guard let child = value(parent: parent, key: key, index: index, depth: depth + 1) else {
        return false
      }
      nodes[parent].children.append(child)
      skipBlanks()
      if peek == end {
        at += 1
        return true
      }
      guard peek == UInt8(ascii: ",") else { return false }
      at += 1
    }
  }

  private mutating func word(_ word: String) -> Bool {
    guard text[at...].starts(with: word.utf8) else { return false }
    at += word.utf8.count
    return true
  }

  // A string with its escapes undone.
  private mutating func string() -> [UInt8]? {
    at += 1
    let start = at
    var isEscaped = false
    while at < text.count, text[at] != UInt8(ascii: "\"") {
      if text[at] == UInt8(ascii: "\\") {
        isEscaped = true
        at += 1
      }
      at += 1
    }
    guard at < text.count else { return nil }
    let end = at
    at += 1
    var decoded: [UInt8] = []
    JSONText.append(text, start..<end, isEscaped: isEscaped, to: &decoded)
    return decoded
  }
}
