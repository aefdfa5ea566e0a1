// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What is checked of an XML document before libxml2 and libraptor2 see it.
///
/// One pass that only knows where markup begins and ends. Where the document is not well formed it
/// stops, and the parser then fails at the same place.
struct XMLGuard {
  private let bytes: [UInt8]
  private let scanner: DocumentScanner
  private var index: Int
  private var depth = 0

  /// Checks a document.
  ///
  /// - Throws: `rdf.xml-encoding`, `rdf.doctype`, `rdf.too-long`, `rdf.too-deep`, and
  ///   `rdf.xml-syntax` for NUL.
  static func check(_ scanner: DocumentScanner) throws(DiagnosedError) {
    var checker = XMLGuard(scanner)
    if scanner.bytes.count > RDFLimits.xmlDocumentBytes {
      throw checker.tooLong("The document", RDFLimits.xmlDocumentBytes, at: scanner.start)
    }
    if let null = scanner.bytes.firstIndex(of: 0) {
      throw scanner.failure(RDFRules.xmlSyntax, at: null, [.plain("problem", "it holds U+0000")])
    }
    try checker.checkDeclaration()
    try checker.checkLanguages()
    try checker.checkMarkup()
  }

  private init(_ scanner: DocumentScanner) {
    self.scanner = scanner
    bytes = scanner.bytes
    index = scanner.start
  }

  private func tooLong(_ what: String, _ limit: Int, at offset: Int) -> DiagnosedError {
    scanner.failure(RDFRules.tooLong, at: offset, [.plain("what", what), .plain("limit", limit)])
  }

  private func starts(_ text: StaticString, at offset: Int) -> Bool {
    text.withUTF8Buffer { bytes[min(offset, bytes.count)...].starts(with: $0) }
  }

  // Another declared encoding would make libxml2 read other characters than were checked.
  private func checkDeclaration() throws(DiagnosedError) {
    guard starts("<?xml", at: index) else { return }
    let end = find("?>", from: index) ?? bytes.count
    guard let name = find("encoding", from: index), name < end else { return }
    guard let range = quotedValue(after: name + 8), range.upperBound <= end else { return }
    let encoding = String(decoding: bytes[range], as: UTF8.self)
    guard !["utf-8", "utf8", "us-ascii", "ascii"].contains(encoding.lowercased()) else { return }
    throw scanner.failure(
      RDFRules.xmlEncoding, at: range.lowerBound, [.plain("encoding", encoding)])
  }

  // libraptor2 2.0.15 writes beyond its buffer for tags of 256 bytes and more. It looks at the name
  // as written, and a tag without entities is never longer than its source.
  private func checkLanguages() throws(DiagnosedError) {
    var from = index
    while let name = find("xml:lang", from: from) {
      from = name + 8
      guard let range = quotedValue(after: from) else { continue }
      if range.count > RDFLimits.languageBytes {
        throw tooLong("A language tag", RDFLimits.languageBytes, at: range.lowerBound)
      }
    }
  }

  private mutating func checkMarkup() throws(DiagnosedError) {
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open
      if starts("<!--", at: open) {
        guard skip(past: "-->", from: open + 4) else { return }
      } else if starts("<![CDATA[", at: open) {
        guard skip(past: "]]>", from: open + 9) else { return }
      } else if starts("<?", at: open) {
        guard skip(past: "?>", from: open + 2) else { return }
      } else if starts("<!", at: open) {
        // Nothing else begins so in well-formed XML.
        throw scanner.failure(RDFRules.doctype, at: open)
      } else if starts("</", at: open) {
        depth -= 1
        index = open + 2
      } else {
        guard try skipStartTag() else { return }
      }
    }
  }

  private mutating func skip(past text: StaticString, from: Int) -> Bool {
    guard let found = find(text, from: from) else { return false }
    index = found + text.utf8CodeUnitCount
    return true
  }

  private mutating func skipStartTag() throws(DiagnosedError) -> Bool {
    let open = index
    var quote: UInt8?
    while index < bytes.count {
      let byte = bytes[index]
      if let expected = quote {
        if byte == expected { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        if bytes[index - 1] != UInt8(ascii: "/") { depth += 1 }
        index += 1
        if depth > RDFLimits.xmlDepth {
          throw scanner.failure(
            RDFRules.tooDeep, at: open,
            [.plain("what", "Elements"), .plain("limit", RDFLimits.xmlDepth)])
        }
        return true
      }
      index += 1
    }
    return false
  }

  private func find(_ text: StaticString, from: Int) -> Int? {
    let first = text.withUTF8Buffer { $0[0] }
    var from = from
    while from < bytes.count, let found = bytes[from...].firstIndex(of: first) {
      if starts(text, at: found) { return found }
      from = found + 1
    }
    return nil
  }

  /// The text in quotation marks after `=`; to the end of the document if they never close.
  private func quotedValue(after offset: Int) -> Range<Int>? {
    func skipBlank(_ start: Int) -> Int {
      var at = start
      while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
      return at
    }
    let equals = skipBlank(offset)
    guard equals < bytes.count, bytes[equals] == UInt8(ascii: "=") else { return nil }
    let quote = skipBlank(equals + 1)
    guard quote < bytes.count,
      bytes[quote] == UInt8(ascii: "\"") || bytes[quote] == UInt8(ascii: "'")
    else { return nil }
    let end = bytes[(quote + 1)...].firstIndex(of: bytes[quote]) ?? bytes.count
    return quote + 1..<end
  }
}
