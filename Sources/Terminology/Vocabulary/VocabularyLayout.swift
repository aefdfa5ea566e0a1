// SPDX-License-Identifier: Apache-2.0

/// Where the parts of a binary index stand.
///
/// All numbers are little-endian, so that an index may move between machines.
///
/// ```
/// header       magic, stamp of the source, counts, checksum of what follows
/// concepts     11 words each
/// labels       4 words each, those of a concept beside each other
/// parents      1 word each
/// IRI order    2 words each: hash and concept, sorted
/// label order  2 words each: hash and label, sorted
/// text         UTF-8
/// ```
struct VocabularyLayout {
  static let magic = Array("FWTERMS2".utf8)
  static let headerSize = 96
  static let conceptWords = 11
  static let labelWords = 4

  let conceptCount: Int
  let labelCount: Int
  let parentCount: Int
  let textCount: Int

  var concepts: Int { Self.headerSize }
  var labels: Int { concepts + conceptCount * Self.conceptWords * 4 }
  var parents: Int { labels + labelCount * Self.labelWords * 4 }
  var iriOrder: Int { parents + parentCount * 4 }
  var labelOrder: Int { iriOrder + conceptCount * 8 }
  var text: Int { labelOrder + labelCount * 8 }
  var end: Int { text + textCount }

  /// A checksum that notices torn and damaged files; it is no protection against a forger.
  static func checksum(_ bytes: Span<UInt8>, from start: Int) -> UInt64 {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    var index = start
    while index + 8 <= bytes.count {
      sum = (sum ^ word64(bytes, index)) &* 0x9E37_79B9_7F4A_7C15
      sum ^= sum >> 29
      index += 8
    }
    while index < bytes.count {
      sum = (sum ^ UInt64(bytes[index])) &* 0x100_0000_01b3
      index += 1
    }
    return sum
  }

  static func word64(_ bytes: Span<UInt8>, _ start: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in 0..<8 { word |= UInt64(bytes[start + index]) << UInt64(index * 8) }
    return word
  }

  /// A hash that all spellings of one folded text share, composed and decomposed letters alike.
  static func hash(_ text: String) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    if isASCII {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    } else {
      // What is not ASCII counts as one unknown letter, whatever it is composed of.
      for letter in text {
        hash = (hash ^ UInt64(letter.asciiValue ?? 0xFF)) &* 0x100_0000_01b3
      }
    }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
