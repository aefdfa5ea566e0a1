// SPDX-License-Identifier: Apache-2.0

internal import ByteScanning
internal import Diagnostics

/// Numbers and strings.
extension JSONTreeReader {
  // RFC 8259 §6.
  mutating func number() throws(DiagnosedError) -> String {
    let start = scanner.position
    if scanner.current == UInt8(ascii: "-") { scanner.position += 1 }
    if scanner.current == UInt8(ascii: "0") { scanner.position += 1 } else { try digits() }
    if scanner.current == UInt8(ascii: ".") {
      scanner.position += 1
      try digits()
    }
    if scanner.current | 0x20 == UInt8(ascii: "e") {
      scanner.position += 1
      if [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(scanner.current) { scanner.position += 1 }
      try digits()
    }
    guard scanner.position - start <= RDFLimits.jsonNumberBytes else {
      throw scanner.failure(
        RDFRules.tooLong, at: start,
        [.plain("what", "A number"), .plain("limit", RDFLimits.jsonNumberBytes)])
    }
    return String(decoding: scanner.bytes[start..<scanner.position], as: UTF8.self)
  }

  private mutating func digits() throws(DiagnosedError) {
    let start = scanner.position
    while NameCharacter.isDigit(scanner.current) { scanner.position += 1 }
    if scanner.position == start { throw scanner.syntaxError(expected: "a digit") }
  }

  // RFC 8259 §7.
  mutating func string() throws(DiagnosedError) -> JSONString {
    let open = scanner.position
    scanner.position += 1
    let bytes = scanner.bytes
    var start = scanner.position
    var decoded: [UInt8] = []
    while true {
      let end = ByteScanning.firstEscape(in: bytes, from: scanner.position, to: bytes.count)
      scanner.position = end
      guard end < bytes.count else {
        throw scanner.syntaxError(expected: "the end of the string")
      }
      guard end - open <= RDFLimits.literalBytes else {
        throw scanner.failure(
          RDFRules.tooLong, at: open,
          [.plain("what", "A string"), .plain("limit", RDFLimits.literalBytes)])
      }
      switch bytes[end] {
      case UInt8(ascii: "\""):
        scanner.position += 1
        if decoded.isEmpty { return JSONString(bytes[start..<end]) }
        return JSONString(decoded + bytes[start..<end])
      case UInt8(ascii: "\\"):
        decoded += bytes[start..<end]
        try escape(into: &decoded)
        start = scanner.position
      default:
        throw scanner.syntaxError(expected: "an escape such as \\n instead of a control character")
      }
    }
  }

  private mutating func escape(into decoded: inout [UInt8]) throws(DiagnosedError) {
    let start = scanner.position
    scanner.position += 2
    switch scanner.byte(ahead: -1) {
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case let byte where [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/")].contains(byte):
      decoded.append(byte)
    case UInt8(ascii: "u"):
      decoded += String(try scalar(from: start)).utf8
    default: throw badEscape(start, "JSON has no such escape")
    }
  }

  private mutating func scalar(from start: Int) throws(DiagnosedError) -> Unicode.Scalar {
    var unit = try codeUnit(start)
    if unit & 0xFC00 == 0xD800, scanner.current == UInt8(ascii: "\\"),
      scanner.byte(ahead: 1) == UInt8(ascii: "u")
    {
      scanner.position += 2
      let low = try codeUnit(start)
      guard low & 0xFC00 == 0xDC00 else { throw badEscape(start, "half of a surrogate pair") }
      unit = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
    }
    guard let scalar = Unicode.Scalar(unit) else {
      throw badEscape(start, "half of a surrogate pair")
    }
    return scalar
  }

  private mutating func codeUnit(_ start: Int) throws(DiagnosedError) -> UInt32 {
    let end = scanner.position + 4
    guard end <= scanner.bytes.count else { throw badEscape(start, "four digits are missing") }
    var unit: UInt32 = 0
    for byte in scanner.bytes[scanner.position..<end] {
      guard let digit = UInt32(String(UnicodeScalar(byte)), radix: 16) else {
        throw badEscape(start, "it needs four hexadecimal digits")
      }
      unit = unit << 4 | digit
    }
    scanner.position = end
    return unit
  }

  private func badEscape(_ start: Int, _ problem: String) -> DiagnosedError {
    scanner.failure(RDFRules.badEscape, at: start, [.plain("problem", problem)])
  }
}
