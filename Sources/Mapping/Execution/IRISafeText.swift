// SPDX-License-Identifier: Apache-2.0

/// Text out of data as it goes into the IRIs of templates.
///
/// - Source: RFC 3987 §2.2 (`iunreserved`, `ucschar`); RML-Core, IRI-safe strings.
enum IRISafeText {
  /// Appends `bytes` as an IRI of a form takes them; as they are for `nil`, which is no IRI.
  static func append(
    _ bytes: ArraySlice<UInt8>, as form: TermMap.IRIForm?, to output: inout [UInt8]
  ) {
    switch form {
    case .iri: append(bytes, to: &output)
    case .uri:
      for byte in bytes {
        if isUnreserved(byte) { output.append(byte) } else { appendEncoded(byte, &output) }
      }
    case .unsafeURI:
      for byte in bytes {
        if byte < 0x80 { output.append(byte) } else { appendEncoded(byte, &output) }
      }
    case .unsafeIRI, nil: output += bytes
    }
  }

  /// Appends `bytes` with everything percent-encoded that is not `iunreserved`.
  static func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte < 0x80 {
        if unreserved[Int(byte)] { output.append(byte) } else { appendEncoded(byte, &output) }
        index += 1
        continue
      }
      // The reader has checked the UTF-8, so the first byte tells the length.
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      let end = min(index + length, bytes.endIndex)
      if isUCSChar(bytes[index..<end]) {
        output.append(contentsOf: bytes[index..<end])
      } else {
        for position in index..<end { appendEncoded(bytes[position], &output) }
      }
      index = end
    }
  }

  /// Whether one character beyond ASCII, given as UTF-8, is an `ucschar`.
  static func isUCSChar(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    var scalar = UInt32(first) & (bytes.count == 2 ? 0x1F : bytes.count == 3 ? 0x0F : 0x07)
    for byte in bytes.dropFirst() { scalar = scalar << 6 | UInt32(byte & 0x3F) }
    switch scalar {
    case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: return true
    case 0x10000...0xEFFFD: return scalar & 0xFFFF < 0xFFFE && !(0xE0000..<0xE1000 ~= scalar)
    default: return false
    }
  }

  /// Whether a byte is `unreserved`.
  static func isUnreserved(_ byte: UInt8) -> Bool { byte < 0x80 && unreserved[Int(byte)] }

  private static func appendEncoded(_ byte: UInt8, _ output: inout [UInt8]) {
    output.append(0x25)
    output.append(hexDigits[Int(byte >> 4)])
    output.append(hexDigits[Int(byte & 15)])
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  private static let unreserved: [Bool] = (0..<128).map { value in
    let byte = UInt8(value)
    return isLetter(byte) || isDigit(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F
      || byte == 0x7E
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

/// Language tags as RDF takes them.
///
/// - Source: RDF 1.1 Turtle, `LANGTAG`; BCP 47 §2.1 for the lengths.
enum LanguageTag {
  /// Whether `bytes` have the shape of a tag: letters, then groups of letters and digits, 1 to 8 each.
  static func isWellFormed(_ bytes: ArraySlice<UInt8>) -> Bool {
    let groups = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = groups.first else { return false }
    return groups.allSatisfy { group in
      (1...8).contains(group.count)
        && group.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) || (0x30...0x39).contains($0) }
    } && first.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) }
  }
}
