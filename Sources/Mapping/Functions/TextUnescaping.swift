// SPDX-License-Identifier: Apache-2.0

/// Reads what `escape` writes, and what other programs write in the same languages.
enum TextUnescaping {
  static let xml: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
  ]

  static let html: [String: String] = xml.merging([
    "nbsp": "\u{A0}", "copy": "©", "reg": "®", "deg": "°", "plusmn": "±", "micro": "µ",
    "middot": "·", "szlig": "ß", "times": "×", "divide": "÷", "ndash": "–", "mdash": "—",
    "hellip": "…", "euro": "€", "laquo": "«", "raquo": "»", "iquest": "¿", "iexcl": "¡",
    "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "auml": "ä", "aring": "å",
    "aelig": "æ", "ccedil": "ç", "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë",
    "igrave": "ì", "iacute": "í", "icirc": "î", "iuml": "ï", "ntilde": "ñ", "ograve": "ò",
    "oacute": "ó", "ocirc": "ô", "otilde": "õ", "ouml": "ö", "oslash": "ø", "ugrave": "ù",
    "uacute": "ú", "ucirc": "û", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "Eacute": "É",
    "Ntilde": "Ñ", "Ccedil": "Ç", "Aacute": "Á", "Oacute": "Ó", "Iacute": "Í", "Uacute": "Ú",
    "alpha": "α", "beta": "β", "gamma": "γ", "mu": "μ", "le": "≤", "ge": "≥",
  ]) { known, _ in known }

  /// Entities by name and by number.
  static func entities(_ text: String, names: [String: String]) -> String {
    var result = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      rest.removeFirst()
      let name = rest.prefix { $0 != ";" && $0 != "&" && $0 != " " }
      guard scalar == "&", rest.dropFirst(name.count).first == ";",
        let meaning = names[String(name)] ?? numbered(String(name))
      else {
        result.unicodeScalars.append(scalar)
        continue
      }
      result += meaning
      rest = rest.dropFirst(name.count + 1)
    }
    return result
  }

  private static func numbered(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap { Unicode.Scalar($0) }.map { String($0) }
  }

  /// A cell without its quotes.
  static func unquoted(_ text: String) -> String {
    guard text.utf8.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    return String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }

  /// Bytes that percent signs name.
  static func percentDecoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      rest.removeFirst()
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text of JavaScript with its backslashes read.
  static func script(_ text: String) -> String {
    let known: [UInt16: UInt16] = [0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09, 0x62: 0x08, 0x66: 0x0C]
    var units: [UInt16] = []
    var rest = Array(text.utf16)[...]
    while let unit = rest.first {
      rest.removeFirst()
      guard unit == 0x5C, let next = rest.first else {
        units.append(unit)
        continue
      }
      rest.removeFirst()
      let digits = String(decoding: rest.prefix(4), as: UTF16.self)
      if next == 0x75, digits.utf16.count == 4, let code = UInt16(digits, radix: 16) {
        units.append(code)
        rest = rest.dropFirst(4)
      } else {
        units.append(known[next] ?? next)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
