// SPDX-License-Identifier: Apache-2.0

/// What the first bytes of an XML file say about its encoding.
///
/// - Source: XML 1.0 §2.8, §4.3.3 and appendix F.
struct XMLDeclaration {
  /// The bytes that a byte order mark and an XML declaration take at most.
  static let longest = 1024

  private let head: [UInt8]
  private let declared: String?

  /// Takes the first bytes, up to ``longest``, and the declared encoding.
  init(head: [UInt8], declared: String?) {
    self.head = head
    self.declared = declared
  }

  /// The bytes of the declaration and a mark before it, if they are bytes of ASCII and UTF-8.
  static func length(in head: [UInt8]) -> Int? {
    let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard head[start...].starts(with: "<?xml".utf8) else { return nil }
    for index in start..<max(start, head.count - 1)
    where head[index] == UInt8(ascii: "?") && head[index + 1] == UInt8(ascii: ">") {
      return index + 2
    }
    return nil
  }

  /// The encoding, `nil` if it is none of those that have a name here.
  var encoding: TextEncoding? {
    switch mark {
    case .utf16BigEndian: return .utf16BigEndian
    case .utf16LittleEndian: return .utf16LittleEndian
    default: break
    }
    switch declared?.lowercased() {
    case nil, "utf-8", "utf8", "us-ascii", "ascii": return .utf8
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1": return .latin1
    case "windows-1252", "cp1252", "cp-1252": return .windows1252
    default: return nil
    }
  }

  /// The encoding and how it is known, in words.
  var words: String {
    let hasMark =
      head.starts(with: [0xEF, 0xBB, 0xBF]) || head.starts(with: [0xFF, 0xFE])
      || head.starts(with: [0xFE, 0xFF])
    switch (mark, declared) {
    case (.utf8?, nil): return "UTF-8 with byte order mark"
    case (.utf8?, let name?): return "\(name) as declared, with byte order mark"
    case (let mark?, _): return hasMark ? "\(mark.rawValue) with byte order mark" : mark.rawValue
    case (nil, let name?): return "\(name) as declared"
    case (nil, nil): return "UTF-8, as nothing else is declared"
    }
  }

  // What the bytes tell without the declaration.
  private var mark: TextEncoding? {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0x3C, 0x00]) {
      return .utf16LittleEndian
    }
    if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0x00, 0x3C]) {
      return .utf16BigEndian
    }
    return nil
  }
}

extension XMLCollector {
  /// The document begins; the parser stands after the XML declaration.
  ///
  /// When the declaration names an encoding, libxml2 forgets how many bytes it has read.
  mutating func startDocument() {
    guard let context, let length = XMLDeclaration.length(in: head) else { return }
    offsetCorrection = length - XMLInputPosition.offset(context)
    batchStart = 0
  }
}
