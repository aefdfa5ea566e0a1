// SPDX-License-Identifier: Apache-2.0

/// What of a value is words, and what is a code.
enum ValueText {
  /// The words of a value, without what providers put behind them: the code of a local list
  /// (`temporal (2)`, `male=1`), a unit (`PSA (ng/mL)`) or a short form (`fine needle biopsy (FNB)`).
  static func words(_ text: String, isUnit: (String) -> Bool) -> String {
    guard let open = text.lastIndex(where: { "(=[".contains($0) }), open != text.startIndex else {
      return text
    }
    let tail = text[text.index(after: open)...].filter { !")] ".contains($0) }
    let isShortForm =
      text[open] == "(" && text.hasSuffix(")") && (2...12).contains(tail.utf8.count)
      && tail.contains(where: \.isUppercase) && !tail.contains(where: \.isLowercase)
    let isCode = !tail.isEmpty && tail.allSatisfy(\.isNumber)
    return isCode || isShortForm || isUnit(String(tail)) ? String(text[..<open]) : text
  }

  /// The code of another vocabulary that a value is, in capitals and without its prefix: of
  /// `SCT:41216001`, `http://snomed.info/id/41216001`, `ICD-10: C61` or `RID343`.
  ///
  /// - Returns: `nil` for words, and for numbers so short that they are of a local list.
  static func code(_ text: String) -> String? {
    let separators: Set<Character> = text.contains("://") ? ["/", "#"] : [":"]
    let tail = text.split(whereSeparator: separators.contains).last.map(String.init) ?? ""
    let code = String(tail.drop { $0 == " " })
    let digits = code.utf8.filter { (0x30...0x39).contains($0) }.count
    let isCode =
      code.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || byte == 0x2E || byte == 0x2D
      }
    guard isCode else { return nil }
    let isNamed = code.utf8.count < text.utf8.count
    let isLong = digits == code.utf8.count ? digits >= 6 : digits >= 3 && code.utf8.count >= 5
    return digits > 0 && (isNamed || isLong) ? code.uppercased() : nil
  }
}
