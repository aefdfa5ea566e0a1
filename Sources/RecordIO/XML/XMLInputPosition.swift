// SPDX-License-Identifier: Apache-2.0

import CLibXML2

/// Where the parser stands, and where the tag began that it has just read.
///
/// libxml2 tells the end of a tag. It keeps the whole tag in its buffer while it calls back, so the
/// beginning is found by looking back for the bracket, which no attribute value may hold.
struct XMLInputPosition {
  /// The line of the tag's first byte, 1-based.
  var line: Int
  /// The byte of the tag's first byte on its line, 1-based; 1 unless it was asked for, since looking
  /// for the line's beginning takes long in files without line breaks.
  var column: Int
  /// The offset of the tag's first byte in the text decoded to UTF-8, as libxml2 counts.
  var offset: Int

  /// The line at which the parser stands; right beyond 65,535 lines.
  static func line(_ context: xmlParserCtxtPtr) -> Int { Int(xmlSAX2GetLineNumber(context)) }

  /// The bytes that the parser has consumed, as libxml2 counts: a switch of encodings resets it.
  static func offset(_ context: xmlParserCtxtPtr) -> Int {
    guard let input = context.pointee.input else { return 0 }
    return Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
  }

  /// Looks back for the beginning of the tag, or of another construct.
  ///
  /// - Parameters:
  ///   - context: within a callback.
  ///   - opening: how the construct begins.
  ///   - countsColumn: whether ``column`` is wanted.
  init(
    _ context: xmlParserCtxtPtr, opening: StaticString = "<", countsColumn: Bool = false
  ) {
    line = Self.line(context)
    column = countsColumn ? max(1, Int(xmlSAX2GetColumnNumber(context))) : 1
    offset = Self.offset(context)
    guard let input = context.pointee.input, let base = input.pointee.base,
      let end = input.pointee.cur, end > base
    else { return }
    // The buffer between base and cur belongs to the parser and is valid within the callback.
    let bytes = UnsafeBufferPointer(start: base, count: end - base)
    guard let start = Self.lastIndex(of: opening, in: bytes) else { return }
    offset -= bytes.count - start
    let breaks = bytes[start...].count { $0 == UInt8(ascii: "\n") }
    line -= breaks
    if !countsColumn { return }
    if let before = bytes[..<start].lastIndex(of: UInt8(ascii: "\n")) {
      column = start - before
    } else {
      column = breaks == 0 ? max(1, column - (bytes.count - start)) : 1
    }
  }

  private static func lastIndex(
    of opening: StaticString, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let count = opening.utf8CodeUnitCount
    return opening.withUTF8Buffer { letters in
      var index = bytes.count - count
      while index >= 0 {
        if bytes[index] == letters[0],
          bytes[index..<(index + count)].elementsEqual(letters)
        {
          return index
        }
        index -= 1
      }
      return nil
    }
  }
}
