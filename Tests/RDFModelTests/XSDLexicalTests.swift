// SPDX-License-Identifier: Apache-2.0

import RDFModel
import Testing

struct XSDLexicalTests {
  struct Case: CustomTestStringConvertible {
    var type: XSDDatatype
    var valid: [String]
    var invalid: [String]
    var testDescription: String { type.rawValue }
  }

  static let cases: [Case] = [
    Case(type: .string, valid: ["", " ä\t\n", "\u{FFFD}"], invalid: ["a\u{1}", "\u{FFFE}", "\0"]),
    Case(type: .normalizedString, valid: ["", " a  b "], invalid: ["a\tb", "a\n"]),
    Case(type: .token, valid: ["", "a b"], invalid: [" a", "a ", "a  b", "a\tb"]),
    Case(
      type: .language, valid: ["en", "de-CH-1996"],
      invalid: ["", "en-", "-en", "1e", "abcdefghi", "e n", "en--x"]),
    Case(type: .name, valid: ["a", "_x:y.z-1", "é"], invalid: ["", "1a", "-a", "a b", "a\u{D7}"]),
    Case(type: .ncName, valid: ["a", "_1"], invalid: ["a:b", ""]),
    Case(type: .nmToken, valid: ["1a", "-.", "a·"], invalid: ["", "a b"]),
    Case(
      type: .anyURI, valid: ["", "https://example.org/a?b#c", "../x", "a%20b", "https://é.eu/"],
      invalid: ["a#b#c", "100%", "a%2", "a\u{7F}", "a\tb"]),
    Case(
      type: .boolean, valid: ["true", "false", "0", "1"],
      invalid: ["", "TRUE", "yes", " true", "2", "falsE"]),
    Case(
      type: .decimal, valid: ["1", "+1.", "-.5", "00.10"],
      invalid: ["", ".", "1e3", "1,5", "+", "1.2.3", " 1", "INF"]),
    Case(
      type: .integer, valid: ["0", "-0", "+007", "123456789012345678901234567890"],
      invalid: ["", "+", "1.0", "1e1", "sixty", " 3 ", "--1"]),
    Case(
      type: .nonNegativeInteger, valid: ["0", "-0", "-000", "5"], invalid: ["-1", "-10", ""]),
    Case(type: .positiveInteger, valid: ["1", "+10"], invalid: ["0", "-0", "-1"]),
    Case(type: .nonPositiveInteger, valid: ["0", "+0", "-1"], invalid: ["1", "+1"]),
    Case(type: .negativeInteger, valid: ["-1"], invalid: ["0", "-0", "1"]),
    Case(
      type: .long, valid: ["9223372036854775807", "-9223372036854775808"],
      invalid: ["9223372036854775808", "-9223372036854775809"]),
    Case(
      type: .int, valid: ["2147483647", "-2147483648", "0002147483647"],
      invalid: ["2147483648", "-2147483649"]),
    Case(type: .short, valid: ["32767", "-32768"], invalid: ["32768", "-32769"]),
    Case(type: .byte, valid: ["127", "-128", "+0"], invalid: ["128", "-129", "c"]),
    Case(
      type: .unsignedLong, valid: ["18446744073709551615", "-0"],
      invalid: ["18446744073709551616", "-1"]),
    Case(type: .unsignedInt, valid: ["4294967295"], invalid: ["4294967296"]),
    Case(type: .unsignedShort, valid: ["65535"], invalid: ["65536"]),
    Case(type: .unsignedByte, valid: ["255"], invalid: ["256", "-1"]),
    Case(
      type: .double, valid: ["1", "1.5E-3", ".5e+1", "-INF", "+INF", "NaN", "1."],
      invalid: ["", "e5", "1e", "inf", "+NaN", "1e1.0", "Infinity", "."]),
    Case(type: .float, valid: ["INF", "3.0"], invalid: ["0x1p3"]),
    Case(
      type: .date,
      valid: ["2024-02-29", "2000-02-29", "-0044-03-15", "12024-01-01Z", "2021-01-31+14:00"],
      invalid: [
        "2023-02-29", "1900-02-29", "2021-13-45", "2021-04-31", "2021-1-1", "21-01-01", "",
        "2021-01-01T00:00:00", "2021-01-01+14:01", "2021-01-01z", "02021-01-01", "2021-00-10",
        "2021-01-00", "2021-01-01+1:00", "2021-01-01 ", "01.02.2021", "20210102",
      ]),
    Case(
      type: .time,
      valid: ["00:00:00", "23:59:59.999", "24:00:00", "24:00:00.0Z", "12:00:00-05:30"],
      invalid: ["24:00:01", "24:00:00.1", "12:60:00", "12:00:60", "12:00", "12:00:00.", "1:00:00"]),
    Case(
      type: .dateTime,
      valid: ["2024-02-29T12:00:00", "2024-02-29T24:00:00Z", "0000-01-01T00:00:00"],
      invalid: ["2024-02-30T12:00:00", "2024-02-29 12:00:00", "2024-02-29", "2024-02-29T"]),
    Case(
      type: .dateTimeStamp, valid: ["2024-02-29T12:00:00Z"], invalid: ["2024-02-29T12:00:00"]),
    Case(type: .gYear, valid: ["2024", "-0001", "2024Z"], invalid: ["24", "2024-01", "x"]),
    Case(type: .gYearMonth, valid: ["2024-12", "2024-01Z"], invalid: ["2024-13", "2024"]),
    Case(type: .gMonth, valid: ["--05", "--12Z"], invalid: ["05", "--13", "--5"]),
    Case(type: .gMonthDay, valid: ["--02-29"], invalid: ["--02-30", "--04-31", "02-29"]),
    Case(type: .gDay, valid: ["---31"], invalid: ["---32", "---00", "--31"]),
    Case(
      type: .duration, valid: ["P1Y2M3DT4H5M6.7S", "-P1D", "PT0S", "P1M", "PT1M"],
      invalid: ["P", "PT", "P1DT", "1D", "P1M1Y", "P1.5D", "PT1.S", "P-1D", "P1S"]),
    Case(type: .yearMonthDuration, valid: ["P1Y", "P3M"], invalid: ["P1D", "PT1M", "P"]),
    Case(type: .dayTimeDuration, valid: ["P1D", "PT1M"], invalid: ["P1Y", "P1M"]),
    Case(type: .hexBinary, valid: ["", "0aFF"], invalid: ["0", "0g", "0 a0"]),
    Case(
      type: .base64Binary, valid: ["", "AAAA", "AA==", "AAA=", "A A A A", "Zm9v"],
      invalid: ["A", "AB==", "AAB=", "AAAA=", "=AAA", "A  AAA", " AAAA", "A-A="]),
  ]

  @Test(arguments: cases) func `every type takes its lexical forms and refuses others`(
    _ entry: Case
  ) {
    for text in entry.valid {
      #expect(XSDLexical.isValid(text, datatype: entry.type.iri) == true, "“\(text)”")
    }
    for text in entry.invalid {
      #expect(XSDLexical.isValid(text, datatype: entry.type.iri) == false, "“\(text)”")
    }
  }

  @Test func `every type of the enumeration is in the table above`() {
    #expect(Set(Self.cases.map(\.type)) == Set(XSDDatatype.allCases))
  }

  @Test(arguments: ["https://example.org/type", XSD.namespace + "QName", RDF.namespace + "HTML"])
  func `an unknown datatype is not checked`(_ datatype: String) {
    #expect(XSDLexical.isValid("x", datatype: datatype) == nil)
  }

  @Test func `a moment keeps year, zone and fraction`() throws {
    let read = XSDMoment("-0044-03-15T12:00:01.250-01:30".utf8.span, .dateTime)
    let moment = try #require(read)
    #expect(moment.year == -44)
    #expect(moment.month == 3)
    #expect(moment.day == 15)
    #expect(moment.secondOfDay == 43201)
    #expect(moment.fraction == Array("25".utf8))
    #expect(moment.zone == -90)
    let farAway = XSDMoment("1234567890123456-01-01".utf8.span, .date)
    #expect(farAway == nil)
    #expect(XSDLexical.isValid("1234567890123456-02-29", .date))
  }
}
