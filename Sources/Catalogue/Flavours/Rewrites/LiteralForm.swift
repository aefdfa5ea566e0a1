// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// A datatype into which literals are converted.
///
/// - Source: XML Schema Definition Language 1.1 Part 2, lexical forms.
enum LiteralForm: Sendable {
  /// `xsd:dateTime` with a time zone: `2026-08-01T00:00:00Z`.
  case dateTime
  /// `xsd:date`, `xsd:dateTime`, `xsd:gYear` or `xsd:gYearMonth`, whichever the text is.
  case dateByForm
  /// `xsd:decimal`.
  case decimal
  /// `xsd:nonNegativeInteger`.
  case nonNegativeInteger
  /// `xsd:duration`.
  case duration
  /// `xsd:hexBinary`, in lower case.
  case hexBinary

  /// What came of a literal.
  enum Result: Sendable, Hashable {
    /// It has the form already.
    case same
    /// It is written anew; what is invented is named.
    case changed(Term, invented: String)
    /// It cannot be written so.
    case impossible(String)
  }

  init?(_ name: String) {
    switch name {
    case XSD.namespace + "dateTime": self = .dateTime
    case Namespace.fwf["DateByForm"]: self = .dateByForm
    case XSD.namespace + "decimal": self = .decimal
    case XSD.nonNegativeInteger: self = .nonNegativeInteger
    case XSD.namespace + "duration": self = .duration
    case XSD.namespace + "hexBinary": self = .hexBinary
    default: return nil
    }
  }

  /// Converts a literal.
  ///
  /// - Parameters:
  ///   - term: a literal.
  ///   - atEnd: whether a day, month or year stands for its end.
  /// - Returns: the literal in its new form, or why there is none.
  func convert(_ term: Term, atEnd: Bool = false) -> Result {
    let text = Self.trimmed(term.value)
    let result: Result =
      switch self {
      case .dateTime: Self.dateTime(text, atEnd: atEnd)
      case .dateByForm: Self.dateByForm(text, term)
      case .decimal: Self.typed(text, .decimal)
      case .nonNegativeInteger: Self.count(text)
      case .duration: Self.typed(text, .duration)
      case .hexBinary: Self.typed(text.lowercased(), .hexBinary)
      }
    if case .changed(term, _) = result { return .same }
    return result
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }

  private static func typed(_ text: String, _ datatype: XSDDatatype) -> Result {
    XSDLexical.isValid(text, datatype)
      ? .changed(.literal(text, datatype: datatype.iri), invented: "")
      : .impossible("“\(text)” is no xsd:\(datatype.rawValue)")
  }

  private static let dates: [XSDDatatype] = [.dateTime, .date, .gYearMonth, .gYear]

  private static func dateByForm(_ text: String, _ term: Term) -> Result {
    if let own = XSDDatatype(iri: term.datatype), dates.contains(own),
      XSDLexical.isValid(text, own)
    {
      return .same
    }
    for datatype in dates where XSDLexical.isValid(text, datatype) {
      return .changed(.literal(text, datatype: datatype.iri), invented: "")
    }
    return .impossible("“\(text)” is no date")
  }

  // Bytes are whole; a fraction can only come from a unit or a form that had one.
  private static func count(_ text: String) -> Result {
    guard XSDLexical.isValid(text, .decimal), !text.hasPrefix("-") else {
      return .impossible("“\(text)” is no whole number from 0")
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let whole = parts[0].drop { $0 == "+" }.drop { $0 == "0" }
    let fraction = parts.count > 1 ? parts[1].filter { $0 != "0" } : ""
    guard fraction.isEmpty else { return .impossible("“\(text)” is no whole number") }
    return .changed(
      .literal(whole.isEmpty ? "0" : String(whole), datatype: XSD.nonNegativeInteger),
      invented: "")
  }

  private static func dateTime(_ text: String, atEnd: Bool) -> Result {
    let datatype = dates.first { XSDLexical.isValid(text, $0) }
    guard let datatype else { return .impossible("“\(text)” is no date") }
    let split = zone(of: text, datatype)
    var invented: [String] = []
    var body = split.body
    if datatype == .gYear {
      body += atEnd ? "-12" : "-01"
      invented.append("month")
    }
    if datatype == .gYear || datatype == .gYearMonth {
      body += "-" + (atEnd ? lastDay(of: body) : "01")
      invented.append("day")
    }
    if datatype != .dateTime {
      body += atEnd ? "T23:59:59" : "T00:00:00"
      invented.append("time of day")
    }
    if split.zone.isEmpty { invented.append("time zone") }
    let term = Term.literal(
      body + (split.zone.isEmpty ? "Z" : split.zone), datatype: XSDDatatype.dateTime.iri)
    return .changed(term, invented: invented.joined(separator: ", "))
  }

  // `2026-08-01+02:00` as the day and `+02:00`.
  private static func zone(of text: String, _ datatype: XSDDatatype) -> (body: String, zone: String)
  {
    if text.hasSuffix("Z") { return (String(text.dropLast()), "Z") }
    let zone = text.suffix(6)
    let hasZone =
      zone.utf8.count == 6 && "+-".contains(zone[zone.startIndex]) && zone.dropFirst(3).first == ":"
    return hasZone ? (String(text.dropLast(6)), String(zone)) : (text, "")
  }

  private static func lastDay(of yearMonth: String) -> String {
    let parts = yearMonth.split(separator: "-")
    guard parts.count >= 2, let month = Int(parts[parts.count - 1]),
      let year = Int64(parts[parts.count - 2])
    else { return "28" }
    return String(XSDMoment.dayCount(month: month, year: year))
  }
}
