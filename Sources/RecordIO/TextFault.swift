// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Why bytes stand for no character.
enum TextFault: String {
  case unexpectedContinuation = "the byte continues a character that was not begun"
  case surrogate = "half a surrogate pair has no place in UTF-8"
  case overlong = "the character is spelled longer than it may be"
  case invalidLead = "no character begins with this byte"
  case unfinished = "the character is not finished"
  case loneSurrogate = "half of a surrogate pair stands alone"
  case oddLength = "the file ends in the middle of a character"
  case undefined = "the code page leaves this byte undefined"

  /// Names what the standard library found.
  init(_ kind: UTF8.ValidationError.Kind) {
    switch kind {
    case .unexpectedContinuationByte: self = .unexpectedContinuation
    case .surrogateCodePointByte: self = .surrogate
    case .overlongEncodingByte: self = .overlong
    case .truncatedScalar: self = .unfinished
    default: self = .invalidLead
    }
  }
}

extension TextDecoder {
  /// The error for `bytes` that stand for no character, at `offset` after decompression.
  ///
  /// `likely` is the encoding that the text looks like, `nil` if it looks like the right one.
  func undecodable(
    _ bytes: ArraySlice<UInt8>, at offset: UInt64, _ fault: TextFault, likely: TextEncoding?
  ) -> DiagnosedError {
    let shown = bytes.prefix(4).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    return DiagnosedError(
      TextRules.undecodable, at: SourcePlace(file: input.displayName, .offset(offset)),
      [
        .plain("position", position(offset)), .plain("byte", offset),
        .plain("bytes", "byte \(shown.joined(separator: " "))"),
        .plain("encoding", detection.encoding.rawValue), .plain("reason", fault.rawValue),
        .plain("likely", sentence(likely)),
      ])
  }

  /// The error for U+0000 at `offset`.
  func nullCharacter(at offset: UInt64) -> DiagnosedError {
    DiagnosedError(
      TextRules.null, at: SourcePlace(file: input.displayName, .offset(offset)),
      [
        .plain("position", position(offset)), .plain("byte", offset),
        .plain(
          "likely", "If the text is UTF-16 without a byte order mark, declare UTF-16LE or UTF-16BE."
        ),
      ])
  }

  private func position(_ offset: UInt64) -> String {
    "byte \(offset)" + (input.isCompressed ? " of the decompressed file" : "")
  }

  private func sentence(_ likely: TextEncoding?) -> String {
    guard let likely else {
      return "The text before it is as it should be, so the file is probably damaged there or cut."
    }
    if likely == detection.encoding { return "The text is in no encoding that is read here." }
    return "The text is probably \(likely.rawValue)."
  }
}
