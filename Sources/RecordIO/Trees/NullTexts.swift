// SPDX-License-Identifier: Apache-2.0

/// The texts that a source declares to mean null.
struct NullTexts {
  private let texts: [[UInt8]]

  /// Takes the texts as the mapping spells them.
  init(_ texts: [String]) { self.texts = texts.map { Array($0.utf8) } }

  /// Whether a range of `bytes` is one of the texts, byte by byte.
  func contains(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    for text in texts where text.count == range.count {
      if bytes[range].elementsEqual(text) { return true }
    }
    return false
  }
}
