// SPDX-License-Identifier: Apache-2.0

import Diagnostics

// Every factory is outside the loops and builds its pointer only when something is wrong.
extension JSONWalker {
  /// Checks that nothing is missing at the end of the file.
  func checkComplete() throws(DiagnosedError) {
    switch expectation {
    case .documentEnd, .lineEnd, .documentOnLine: return
    case .value where frames.isEmpty: throw error(JSONRules.empty, at: window.offset)
    default: throw endedEarly(expected)
    }
  }

  /// Checks the size of the record or, outside records, of the token at hand.
  func checkSize(upTo end: Int, token: Int) throws(DiagnosedError) {
    let start = recordDepth == nil ? token : recordStart
    if end - start <= recordLimit { return }
    throw error(
      JSONRules.recordTooLarge, at: start,
      [.plain("what", recordDepth == nil ? "text" : "record"), .plain("limit", recordLimit)],
      levels: recordDepth)
  }

  /// The values that the references take from the record are too large.
  func valuesTooLarge() -> DiagnosedError {
    error(
      JSONRules.recordTooLarge, at: recordStart,
      [
        .plain("what", "record, as often as the references ask for its parts,"),
        .plain("limit", TreeLimits.recordValueBytes),
      ], levels: recordDepth)
  }

  /// A byte that cannot stand at the cursor.
  func unexpected(_ byte: UInt8) -> DiagnosedError {
    switch byte {
    case UInt8(ascii: "/"): return error(JSONRules.comment, at: window.offset)
    case UInt8(ascii: "+"), UInt8(ascii: "."):
      guard isValueExpected else { break }
      let reason = byte == UInt8(ascii: "+") ? "a plus sign" : "no digit before the decimal point"
      return malformedNumber(reason, at: window.offset)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      if isValueExpected { return unknownWord(at: window.offset) }
    default: break
    }
    return error(
      JSONRules.unexpected, at: window.offset,
      [.plain("found", Self.describe(byte)), .plain("expected", expected)])
  }

  /// A comma before the end of a container.
  func trailingComma(_ container: String) -> DiagnosedError {
    error(JSONRules.trailingComma, at: lastComma, [.plain("container", container)])
  }

  /// Something after the end of the document, or of the line's document.
  func textAfterDocument(_ byte: UInt8, _ rule: FindingRule) -> DiagnosedError {
    error(rule, at: window.offset, [.plain("found", Self.describe(byte))])
  }

  /// One level more than allowed opens at the cursor.
  func tooDeep() -> DiagnosedError {
    error(JSONRules.tooDeep, at: window.offset, [.plain("limit", TreeLimits.jsonDepth)])
  }

  /// A key that was refused.
  func refusedKey(_ refusal: JSONKeyStack.Refusal, at offset: Int) -> DiagnosedError {
    switch refusal {
    case .duplicate:
      error(
        JSONRules.duplicateKey, at: offset,
        [.plain("key", String(decoding: keys.last, as: UTF8.self))])
    case .tooMany:
      error(
        JSONRules.tooManyMembers, at: offset,
        [
          .plain("limit", TreeLimits.objectMembers),
          .plain("size", TreeLimits.openKeyBytes >> 20),
        ])
    }
  }

  /// A number breaks at an offset.
  func malformedNumber(_ reason: String, at offset: Int) -> DiagnosedError {
    error(JSONRules.malformedNumber, at: offset, [.plain("reason", reason)])
  }

  /// A word that JSON does not know.
  func unknownWord(at offset: Int) -> DiagnosedError { error(JSONRules.unknownWord, at: offset) }

  /// An unescaped control character.
  func controlCharacter(_ byte: UInt8, at offset: Int) -> DiagnosedError {
    let digits = String(byte, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: 4 - digits.count) + digits
    return error(JSONRules.controlCharacter, at: offset, [.plain("character", name)])
  }

  /// A backslash that begins no whole character.
  func badEscape(_ rule: FindingRule, at offset: Int) -> DiagnosedError { error(rule, at: offset) }

  /// A byte that is not UTF-8.
  func badUTF8(at offset: Int) -> DiagnosedError {
    let byte = window.bytes[offset - window.base]
    return error(
      JSONRules.badUTF8, at: offset,
      [.plain("byte", "0x" + String(byte, radix: 16, uppercase: true))])
  }

  /// The file ends inside a string.
  func endedInString(_ start: Int) -> DiagnosedError {
    endedEarly("a closing quotation mark", opened: start)
  }

  /// The file ends where something is expected.
  func endedEarly(_ expected: String, opened: Int? = nil) -> DiagnosedError {
    let innermost = frames.last.flatMap { $0.container == .lines ? nil : $0.start }
    let related = (opened ?? innermost).map {
      RelatedPlace("opened here", SourcePlace(file: file, .offset(UInt64($0))))
    }
    return error(
      JSONRules.endedEarly, at: window.limitOffset, [.plain("expected", expected)],
      related: related.map { [$0] } ?? [])
  }

  private func error(
    _ rule: FindingRule, at offset: Int, _ arguments: [FindingArgument] = [],
    levels: Int? = nil, related: [RelatedPlace] = []
  ) -> DiagnosedError {
    let pointer = pointer(levels: levels ?? frames.count)
    // Where a character stands in the file itself would take counting all of them.
    let unit =
      window.encoding == .utf8
      ? []
      : [RelatedPlace("in UTF-16; bytes are counted in its text as UTF-8", SourcePlace(file: file))]
    return DiagnosedError(
      rule, at: SourcePlace(file: file, .pointer(pointer, offset: UInt64(offset))),
      [.plain("offset", offset)] + arguments, related: related + unit)
  }

  private var isValueExpected: Bool {
    switch expectation {
    case .value, .elementOrClose, .elementAfterComma, .documentOnLine: true
    default: false
    }
  }

  private var expected: String {
    switch expectation {
    case .value, .elementAfterComma, .documentOnLine: "a value"
    case .elementOrClose: "a value or “]”"
    case .keyOrClose: "a key in double quotes or “}”"
    case .keyAfterComma: "a key in double quotes"
    case .colon: "“:”"
    case .commaOrClose: frames.last?.container == .object ? "“,” or “}”" : "“,” or “]”"
    case .documentEnd: "the end of the file"
    case .lineEnd: "a new line"
    }
  }

  // Letters and digits belong to the data and are not repeated.
  private static func describe(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): "a digit"
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): "a letter"
    case 0..<0x20, 0x7F: "a control character"
    case 0x80...: "a character beyond ASCII"
    default: "“\(Unicode.Scalar(byte))”"
    }
  }
}
