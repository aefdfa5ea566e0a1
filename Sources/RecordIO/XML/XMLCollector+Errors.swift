// SPDX-License-Identifier: Apache-2.0

import CLibXML2
import Diagnostics

extension XMLCollector {
  /// What libxml2 says is wrong.
  struct ParserError {
    /// Its number for the fault.
    var code: Int
    var line: Int
    var column: Int
    /// The first name that belongs to the fault.
    var name: String?
  }

  /// Keeps what libxml2 found wrong; the first counts.
  mutating func note(_ error: ParserError) {
    if failure != nil { return }
    let place = SourcePlace(
      file: file, .text(line: max(1, error.line), column: max(1, error.column)))
    let line = FindingArgument.plain("line", max(1, error.line))
    if !hasRoot, XMLFault.isInDoctype(error.code) {
      // A bracket inside a quoted name makes libxml2 look at a declaration that is not yet whole.
      doctype()
    } else if XMLFault.isTooLong(error.code, unread: unreadCount) {
      failure = DiagnosedError(
        XMLRules.textTooLong, at: place, [line, .plain("limit", TreeLimits.xmlTextBytes)])
    } else if XMLFault.isUnknownEncoding(error.code) {
      failure = DiagnosedError(
        XMLRules.unknownEncoding, at: place, [.plain("encoding", error.name ?? "")])
    } else if !isRootClosed, XMLFault.isEnd(error.code, isAtEnd: isAtEnd && unreadCount == 0) {
      failure = endedEarly(place, line)
    } else {
      failure = DiagnosedError(
        XMLRules.notWellFormed, at: place, [line, .plain("reason", XMLFault.reason(error.code))])
    }
  }

  // The bytes that the parser holds and has not read.
  private var unreadCount: Int {
    guard let input = context?.pointee.input else { return 0 }
    return input.pointee.end - input.pointee.cur
  }

  private func endedEarly(_ place: SourcePlace, _ line: FindingArgument) -> DiagnosedError {
    let what = frames.last.map { "the element “\($0.name.spelled)”" } ?? "the first element"
    return DiagnosedError(XMLRules.endedEarly, at: place, [line, .plain("what", what)])
  }

  /// An element opens below the deepest level.
  func tooDeep(_ context: xmlParserCtxtPtr) -> DiagnosedError {
    let position = XMLInputPosition(context, countsColumn: true)
    return DiagnosedError(
      XMLRules.tooDeep, at: place(position),
      [.plain("line", position.line), .plain("limit", TreeLimits.xmlDepth)])
  }

  /// A text grows beyond the limit.
  func textTooLong(_ line: Int) -> DiagnosedError {
    DiagnosedError(
      XMLRules.textTooLong, at: SourcePlace(file: file, .text(line: line, column: 1)),
      [.plain("line", line), .plain("limit", TreeLimits.xmlTextBytes)])
  }

  /// A document type declaration.
  func doctype(at position: XMLInputPosition) -> DiagnosedError {
    DiagnosedError(XMLRules.doctype, at: place(position), [.plain("line", position.line)])
  }

  private func place(_ position: XMLInputPosition) -> SourcePlace {
    SourcePlace(file: file, .text(line: position.line, column: position.column))
  }
}

/// What the numbers of libxml2 mean.
///
/// - Source: `libxml/xmlerror.h`, `xmlParserErrors`.
enum XMLFault {
  /// Whether the fault can only be in a document type declaration, before the first element.
  static func isInDoctype(_ code: Int) -> Bool { [43, 44, 61, 70, 71].contains(code) }

  /// Whether the fault is markup that is longer than libxml2 looks ahead.
  ///
  /// - Parameters:
  ///   - code: the number of the fault.
  ///   - unread: the bytes that the parser holds and has not read.
  /// - Returns: `false` for the same number with another meaning.
  static func isTooLong(_ code: Int, unread: Int) -> Bool {
    code == 110 || (code == 1 && unread >= TreeLimits.xmlTextBytes)
  }

  /// Whether the fault is an encoding without a decoder.
  static func isUnknownEncoding(_ code: Int) -> Bool { code == 31 || code == 32 }

  /// Whether the fault is that the file ends too early.
  ///
  /// - Parameters:
  ///   - code: the number of the fault.
  ///   - isAtEnd: whether the parser stands at the end of the file.
  /// - Returns: always `true` for the fault that something is missing at the end.
  static func isEnd(_ code: Int, isAtEnd: Bool) -> Bool {
    code == 5 || (isAtEnd && cutShort.contains(code))
  }

  // What a cut tag, reference, comment or CDATA section looks like.
  private static let cutShort: Set<Int> = [
    4, 6, 7, 8, 23, 35, 37, 39, 40, 41, 45, 46, 47, 56, 57, 63, 65, 66, 68, 73, 74, 77,
  ]

  /// The fault in our words, to be put after `there is`.
  static func reason(_ code: Int) -> String { reasons[code] ?? "a fault (libxml2 number \(code))" }

  private static let reasons: [Int: String] = [
    1: "something that XML does not allow in text, or bytes that do not fit the encoding",
    4: "text where the first element is expected",
    5: "something after the end of the first element, which encloses the whole document",
    6: "a character reference that is not closed",
    7: "a character reference that is no number",
    8: "a character reference that is no number",
    9: "a character that XML does not allow, or a byte that does not fit the encoding",
    22: "an ampersand that is neither written &amp; nor part of a reference",
    23: "a reference without its closing semicolon",
    26: "a reference to an entity that is not defined",
    35: "an attribute whose value is not closed",
    38: "a “<” inside an attribute value, which has to be written &lt;",
    39: "an attribute value without quotes",
    40: "an attribute value whose closing quote is missing",
    41: "an attribute without a value",
    42: "an attribute that the same element has twice",
    45: "a comment that is not closed",
    46: "a processing instruction without a name",
    47: "a processing instruction that is not closed",
    56: "an XML declaration that is not closed",
    57: "an XML declaration that is not closed",
    62: "the sequence ]]> inside text, which has to be written ]]&gt;",
    63: "a CDATA section that is not closed",
    64: "an XML declaration or reserved name that is not at the start of the document",
    65: "a blank missing between attributes, or a damaged attribute",
    68: "a “<” or “&” that begins no name; in text they are written &lt; and &amp;",
    73: "a start tag that is not closed with “>”",
    74: "an end tag that is not closed with “>”",
    76: "an end tag that does not belong to the element that is open",
    77: "an element that is never closed",
    80: "a double hyphen inside a comment",
    81: "bytes that do not fit the encoding that the document declares",
    96: "an XML declaration without a version",
    201: "a prefix that no xmlns attribute declares",
    202: "a name with more than one colon",
    203: "an attribute that the same element has twice, in one namespace",
    204: "a namespace declaration that is not allowed",
    205: "a name with a colon in the wrong place",
    6003: "bytes that do not fit the encoding that the document declares",
  ]
}
