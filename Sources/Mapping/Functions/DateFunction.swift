// SPDX-License-Identifier: Apache-2.0

/// Reads a date by a pattern; a date without day or month stays one, see ``details``.
///
/// - Source: XML Schema 1.1 Part 2 §3.3 (date, gYearMonth, gYear); Unicode TR35 letters.
struct DateFunction: MappingFunction {
  static let iris = [FunctionNamespaces.fairway + "date"]
  static let patternIRI = FunctionNamespaces.fairway + "pattern"
  static let parameters = [
    FunctionParameter.fairway("value"), FunctionParameter.fairway("pattern", intake: .constant),
  ]
  static let summary =
    "Reads a date by a pattern such as dd/MM/yyyy; gives xsd:date, xsd:gYearMonth or xsd:gYear."
  static let outputs: [FunctionOutput] = [.moment, .text]
  static let details =
    "The pattern is made of `yyyy`, `MM`, `dd` (one or two digits are read, unless two numbers touch) "
    + "and `MMM` (English month names, whole or from three letters), with any text between them. A "
    + "value that lacks its day, or day and month, or that has `00` for them, gives `xsd:gYearMonth` "
    + "or `xsd:gYear` instead of an invented day."
  static let examples = [
    FunctionExample("05/03/2021", "dd/MM/yyyy", gives: "2021-03-05 (date)"),
    FunctionExample("00/03/2021", "dd/MM/yyyy", gives: "2021-03 (gYearMonth)"),
    FunctionExample("31/02/2021", "dd/MM/yyyy", gives: "not a date (dd/MM/yyyy)"),
  ]

  private let pattern: DatePattern

  init(constants: [String: String], services: FunctionServices) throws(FunctionArgumentError) {
    let text = constants[Self.patternIRI] ?? ""
    guard let pattern = DatePattern(text) else {
      throw FunctionArgumentError(
        parameter: Self.patternIRI,
        reason: "a pattern has yyyy once, MM or MMM at most once, and dd only beside a month")
    }
    self.pattern = pattern
  }

  func evaluate(_ arguments: [[FunctionValue]]) -> FunctionResult {
    var results: [FunctionValue] = []
    for value in arguments[0] {
      guard let date = pattern.read(StringTrimFunction.trim(value.bytes)) else {
        return .unreadable(expected: "a date (\(pattern.text))")
      }
      results.append(date)
    }
    return .values(results)
  }
}

/// Reads a DICOM date, `YYYYMMDD`; without day or month it stays partial.
///
/// - Source: DICOM PS3.5 §6.2, value representation DA; `YYYY.MM.DD` was valid before 1993.
struct DicomDateFunction: MappingFunction {
  static let iris = [FunctionNamespaces.fairway + "dicomDate"]
  static let parameters = [FunctionParameter.fairway("value")]
  static let summary = "Reads a DICOM date (20260131) as xsd:date; 202601 and 2026 stay partial."
  static let outputs: [FunctionOutput] = [.moment, .text]
  static let examples = [
    FunctionExample("20260131", gives: "2026-01-31 (date)"),
    FunctionExample("202601", gives: "2026-01 (gYearMonth)"),
  ]

  private static let current = DatePattern("yyyyMMdd")
  private static let old = DatePattern("yyyy.MM.dd")

  init(constants: [String: String], services: FunctionServices) {}

  func evaluate(_ arguments: [[FunctionValue]]) -> FunctionResult {
    var results: [FunctionValue] = []
    for value in arguments[0] {
      let bytes = StringTrimFunction.trim(value.bytes)
      guard let date = Self.current?.read(bytes) ?? Self.old?.read(bytes) else {
        return .unreadable(expected: "a DICOM date (YYYYMMDD)")
      }
      results.append(date)
    }
    return .values(results)
  }
}
