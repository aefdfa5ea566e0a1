// SPDX-License-Identifier: Apache-2.0

/// A datatype whose lexical forms can be checked.
///
/// The raw value is the local name in the XML Schema namespace. `QName`, `ENTITY`, `ID`, `IDREF` and
/// `NOTATION` are absent: they need an enclosing XML document.
/// - Source: RDF 1.1 Concepts §5.1.
package enum XSDDatatype: String, Sendable, CaseIterable {
  case string, normalizedString, token, language
  case name = "Name"
  case ncName = "NCName"
  case nmToken = "NMTOKEN"
  case anyURI
  case boolean
  case decimal, integer, nonPositiveInteger, negativeInteger, nonNegativeInteger, positiveInteger
  case long, int, short, byte, unsignedLong, unsignedInt, unsignedShort, unsignedByte
  case float, double
  case date, time, dateTime, dateTimeStamp
  case gYear, gYearMonth, gMonth, gMonthDay, gDay
  case duration, dayTimeDuration, yearMonthDuration
  case hexBinary, base64Binary

  private static let byIRI: [String: XSDDatatype] = {
    var table = Dictionary(uniqueKeysWithValues: allCases.map { ($0.iri, $0) })
    // The tag, not the text, makes a language-tagged string; its text is like any other.
    table[RDF.langString] = .string
    return table
  }()

  /// The datatype with an IRI, `nil` if its lexical forms cannot be checked.
  package init?(iri: String) {
    guard let found = Self.byIRI[iri] else { return nil }
    self = found
  }

  /// The datatype's IRI.
  package var iri: String { XSD.namespace + rawValue }

  /// What `xsd:decimal` and its derived types are compared as.
  package var isDecimal: Bool {
    switch self {
    case .decimal, .integer, .nonPositiveInteger, .negativeInteger, .nonNegativeInteger,
      .positiveInteger, .long, .int, .short, .byte, .unsignedLong, .unsignedInt, .unsignedShort,
      .unsignedByte:
      true
    default: false
    }
  }
}
