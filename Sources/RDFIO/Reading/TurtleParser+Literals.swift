// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

extension TurtleParser {
  /// Reads an object that is neither in brackets nor a collection.
  mutating func term() throws(DiagnosedError) -> Reference {
    let expected = "an object: an IRI, a literal, a blank node or a collection"
    switch scanner.current {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try literal()
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return try number(expected: expected)
    case UInt8(ascii: "t"), UInt8(ascii: "f"):
      if let boolean = boolean() { return boolean }
      return try node(expected: expected)
    default: return try node(expected: expected)
    }
  }

  private mutating func literal() throws(DiagnosedError) -> Reference {
    let value = try scanner.scanString(allowsLong: true)
    scanner.skipBlank()
    if scanner.current == UInt8(ascii: "@") {
      let tag = try scanner.scanLanguageTag()
      return sink.literal(scanner.text(of: value), language: scanner.bytes[tag])
    }
    var datatype: Reference?
    if scanner.current == UInt8(ascii: "^") {
      scanner.position += 1
      try scanner.pass(UInt8(ascii: "^"), "“^^” before a datatype")
      scanner.skipBlank()
      datatype = try iri(expected: "an IRI or a prefixed name as datatype")
    }
    return sink.literal(scanner.text(of: value), datatype: datatype)
  }

  private mutating func boolean() -> Reference? {
    let rest = scanner.bytes[scanner.position...]
    let length = wordLength
    guard
      length == 4 && rest.starts(with: "true".utf8)
        || length == 5 && rest.starts(with: "false".utf8)
    else { return nil }
    let open = scanner.position
    scanner.position += length
    return typed(open, XSD.boolean)
  }

  private mutating func typed(_ open: Int, _ datatype: String) -> Reference {
    let datatype = sink.iri(Array(datatype.utf8)[...])
    return sink.literal(scanner.bytes[open..<scanner.position], datatype: datatype)
  }

  // - Source: RDF 1.1 Turtle §6.5, `INTEGER`, `DECIMAL` and `DOUBLE`.
  private mutating func number(expected: String) throws(DiagnosedError) -> Reference {
    let open = scanner.position
    if scanner.current == UInt8(ascii: "+") || scanner.current == UInt8(ascii: "-") {
      scanner.position += 1
    }
    let whole = skipDigits()
    var datatype = XSD.integer
    // Without an exponent, a dot without digits after it ends the statement.
    if scanner.current == UInt8(ascii: "."),
      NameCharacter.isDigit(scanner.byte(ahead: 1)) || whole > 0 && exponentLength(at: 1) > 0
    {
      scanner.position += 1
      skipDigits()
      datatype = XSD.decimal
    } else if whole == 0 {
      throw scanner.syntaxError(expected: open == scanner.position ? expected : "a digit")
    }
    let exponent = exponentLength(at: 0)
    if exponent > 0 {
      scanner.position += exponent
      datatype = XSD.double
    }
    try scanner.checkLength(open..<scanner.position, RDFLimits.literalBytes, "A literal")
    return typed(open, datatype)
  }

  @discardableResult
  private mutating func skipDigits() -> Int {
    let open = scanner.position
    while NameCharacter.isDigit(scanner.current) { scanner.position += 1 }
    return scanner.position - open
  }

  private func exponentLength(at offset: Int) -> Int {
    var end = offset
    guard scanner.byte(ahead: end) | 0x20 == UInt8(ascii: "e") else { return 0 }
    end += 1
    let sign = scanner.byte(ahead: end)
    if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { end += 1 }
    let digits = end
    while NameCharacter.isDigit(scanner.byte(ahead: end)) { end += 1 }
    return end > digits ? end - offset : 0
  }
}
