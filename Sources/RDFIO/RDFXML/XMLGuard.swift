// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// What is checked of an XML document before libxml2 and libraptor2 see it.
///
/// One pass that only knows where markup begins and ends. Where the document is not well formed it
/// stops, and the parser then fails at the same place.
struct XMLGuard {
  private let bytes: [UInt8]
  private let scanner: DocumentScanner
  private var index: Int
  private var scopes: [Scope] = []
  private var marks = LanguageMarks()
  // The first attribute that may be one of RDF's own under another name than `rdf:`.
  private var isRDFRenamed = false
  private var firstMarked: Int?

  /// What an open element says for those inside it.
  private struct Scope {
    /// Where the tag of the language stands, if there is one.
    var language: Range<Int>?
    /// Whether what is inside is the text of an XML literal.
    var isLiteral = false
  }

  /// Checks a document.
  ///
  /// - Returns: the document behind its byte order mark, with ``LanguageMarks``.
  /// - Throws: `rdf.xml-encoding`, `rdf.doctype`, `rdf.too-long`, `rdf.too-deep`, and
  ///   `rdf.xml-syntax` for NUL.
  static func check(_ scanner: DocumentScanner) throws(DiagnosedError) -> ArraySlice<UInt8> {
    var checker = XMLGuard(scanner)
    if scanner.bytes.count > RDFLimits.xmlDocumentBytes {
      throw checker.tooLong("The document", RDFLimits.xmlDocumentBytes, at: scanner.start)
    }
    if let null = scanner.bytes.firstIndex(of: 0) {
      throw scanner.failure(RDFRules.xmlSyntax, at: null, [.plain("problem", "it holds U+0000")])
    }
    try checker.checkDeclaration()
    try checker.checkReservedCharacter()
    try checker.checkLanguages()
    try checker.checkMarkup()
    if checker.isRDFRenamed, let marked = checker.firstMarked {
      let problem =
        "a value with a language stands in an attribute, where its language is read only if the "
        + "RDF namespace has the prefix rdf and no other"
      throw scanner.failure(RDFRules.xmlSyntax, at: marked, [.plain("problem", problem)])
    }
    return checker.marks.text(of: scanner.bytes, from: scanner.start)
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

  private func checkReservedCharacter() throws(DiagnosedError) {
    let problem = FindingArgument.plain("problem", "it holds U+10FFFD, which is reserved here")
    let mark = StaticString("\u{10FFFD}")
    if let found = find(mark, from: index) {
      throw scanner.failure(RDFRules.xmlSyntax, at: found, [problem])
    }
    var from = index
    while let reference = find("&#", from: from) {
      from = reference + 2
      let isHex = from < bytes.count && bytes[from] == UInt8(ascii: "x")
      let digits = bytes[(isHex ? from + 1 : from)...].prefix(32).prefix { $0 != UInt8(ascii: ";") }
      let number = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10)
      if number == LanguageMarks.mark.value {
        throw scanner.failure(RDFRules.xmlSyntax, at: reference, [problem])
      }
    }
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
        scopes.removeLast(min(1, scopes.count))
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

  // Reads a start tag up to and with its `>`; false where it is not well formed.
  private mutating func skipStartTag() throws(DiagnosedError) -> Bool {
    let open = index
    index += 1
    skipName()
    var scope = scopes.last ?? Scope()
    var propertyAttributes: [Int] = []
    while index < bytes.count {
      index = afterBlank(index)
      let byte = index < bytes.count ? bytes[index] : 0
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") {
        try endStartTag(scope, propertyAttributes, open)
        return true
      }
      let name = index
      skipName()
      guard index > name, let value = quotedValue(after: index) else { return false }
      let attribute = bytes[name..<index]
      index = value.upperBound + 1
      if attribute.elementsEqual("xml:lang".utf8) {
        scope.language = value.isEmpty ? nil : value
        try checkLanguage(value)
      } else if attribute.elementsEqual("rdf:parseType".utf8) {
        scope.isLiteral =
          scope.isLiteral
          || ![Array("Resource".utf8), Array("Collection".utf8)].contains(Array(bytes[value]))
      } else if attribute.starts(with: "xmlns:".utf8) {
        try noteNamespace(attribute, value)
      } else if Self.isPropertyAttribute(attribute) {
        propertyAttributes.append(value.lowerBound)
      }
    }
    return false
  }

  private mutating func noteNamespace(
    _ attribute: ArraySlice<UInt8>, _ value: Range<Int>
  ) throws(DiagnosedError) {
    let isRDF = bytes[value].elementsEqual(RDF.namespace.utf8)
    // A reference may hide any letter.
    let mayBeRDF = isRDF || bytes[value].contains(UInt8(ascii: "&"))
    guard attribute.elementsEqual("xmlns:rdf".utf8) else {
      if mayBeRDF { isRDFRenamed = true }
      return
    }
    if isRDF { return }
    throw scanner.failure(
      RDFRules.xmlSyntax, at: value.lowerBound,
      [.plain("problem", "the prefix rdf stands for another namespace than RDF's")])
  }

  // libraptor2 makes a hyphen of an underscore, so its own output cannot tell.
  private func checkLanguage(_ value: Range<Int>) throws(DiagnosedError) {
    let tag = String(decoding: bytes[value], as: UTF8.self)
    guard !tag.isEmpty, !TermCheck.isLanguageTag(tag) else { return }
    throw scanner.failure(
      RDFRules.xmlSyntax, at: value.lowerBound,
      [.plain("problem", "an xml:lang is not a language tag")])
  }

  private mutating func endStartTag(
    _ scope: Scope, _ propertyAttributes: [Int], _ open: Int
  ) throws(DiagnosedError) {
    // libraptor2 2.0.15 reads such values without their language, and without a word.
    if let language = scope.language, !scope.isLiteral {
      for value in propertyAttributes { marks.add(value, language: language) }
      firstMarked = firstMarked ?? propertyAttributes.first
    }
    if bytes[index] == UInt8(ascii: "/") {
      index += 1
      return
    }
    index += 1
    scopes.append(scope)
    if scopes.count > RDFLimits.xmlDepth {
      throw scanner.failure(
        RDFRules.tooDeep, at: open,
        [.plain("what", "Elements"), .plain("limit", RDFLimits.xmlDepth)])
    }
  }

  private mutating func skipName() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/"): return
      default: index += 1
      }
    }
  }

  /// Whether an attribute states a property with a literal, as far as its name tells.
  private static func isPropertyAttribute(_ name: ArraySlice<UInt8>) -> Bool {
    let name = String(decoding: name, as: UTF8.self)
    if name == "xmlns" || name.hasPrefix("xmlns:") || name.hasPrefix("xml:") { return false }
    let local = name.hasPrefix("rdf:") ? String(name.dropFirst(4)) : name
    return ![
      "about", "ID", "nodeID", "resource", "parseType", "datatype", "bagID", "type", "aboutEach",
    ].contains(local)
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

  private func afterBlank(_ start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] == 0x20 || 0x09...0x0A ~= bytes[at] || bytes[at] == 0x0D {
      at += 1
    }
    return at
  }

  /// The text in quotation marks after `=`; to the end of the document if they never close.
  private func quotedValue(after offset: Int) -> Range<Int>? {
    let equals = afterBlank(offset)
    guard equals < bytes.count, bytes[equals] == UInt8(ascii: "=") else { return nil }
    let quote = afterBlank(equals + 1)
    guard quote < bytes.count,
      bytes[quote] == UInt8(ascii: "\"") || bytes[quote] == UInt8(ascii: "'")
    else { return nil }
    let end = bytes[(quote + 1)...].firstIndex(of: bytes[quote]) ?? bytes.count
    return quote + 1..<end
  }
}
