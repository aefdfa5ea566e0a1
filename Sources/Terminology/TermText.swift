// SPDX-License-Identifier: Apache-2.0

/// How local values are made comparable.
enum TermText {
  /// The bytes without blanks at either end: ASCII white space and the no-break space.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var start = bytes.startIndex
    var end = bytes.endIndex
    while start < end {
      if isBlank(bytes[start]) {
        start += 1
      } else if end - start > 1, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if isBlank(bytes[end - 1]) {
        end -= 1
      } else if end - start > 1, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return bytes[start..<end]
  }

  /// The text in lower case with each run of blanks as one blank.
  ///
  /// Strings are equal when canonically equivalent, so composed and decomposed letters need no
  /// work here.
  static func folded(_ bytes: ArraySlice<UInt8>) -> String {
    var folded = ""
    var isAfterBlank = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.properties.isWhitespace {
        isAfterBlank = !folded.isEmpty
      } else {
        if isAfterBlank { folded.append(" ") }
        isAfterBlank = false
        folded.unicodeScalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return folded
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
