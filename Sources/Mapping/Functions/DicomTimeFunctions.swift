// SPDX-License-Identifier: Apache-2.0

/// DICOM's times and date-times.
///
/// - Source: DICOM PS3.5 §6.2, value representations TM and DT.
enum DicomTimeFunctions {
  static let all: [FunctionDefinition] = [time, dateTime]

  private static let value = FunctionParameter.fairway("value")

  private static let time = FunctionDefinition(
    [FunctionNamespaces.fairway + "dicomTime"], [value], [.moment],
    FunctionText(
      "Reads a DICOM time (143005.25) as xsd:time.",
      "A time without minutes or seconds has no datatype in XML Schema and is a finding, since seconds "
        + "are not invented. The form with colons, valid before 1993, is read too.",
      [
        FunctionExample("143005", gives: "14:30:05 (time)"),
        FunctionExample("143005.250000", gives: "14:30:05.250000 (time)"),
        FunctionExample("14:30:05", gives: "14:30:05 (time)"),
        FunctionExample("1430", gives: "not a DICOM time with seconds (HHMMSS)"),
        FunctionExample("246000", gives: "not a DICOM time with seconds (HHMMSS)"),
      ])
  ) { arguments throws(UnreadableArgument) in
    guard let time = Self.time(StringTrimFunction.trim(arguments.bytes(0))[...]) else {
      throw UnreadableArgument(0, "a DICOM time with seconds (HHMMSS)")
    }
    return .value(FunctionValue(time, natural: .time))
  }

  private static let dateTime = FunctionDefinition(
    [FunctionNamespaces.fairway + "dicomDateTime"], [value], [.moment],
    FunctionText(
      "Reads a DICOM date-time (20260131143005.25+0100) as xsd:dateTime.",
      "What has no time stays a date, a year with month, or a year. A time without seconds is a "
        + "finding.",
      [
        FunctionExample("20260131143005", gives: "2026-01-31T14:30:05 (dateTime)"),
        FunctionExample("20260131143005.5+0100", gives: "2026-01-31T14:30:05.5+01:00 (dateTime)"),
        FunctionExample("20260131", gives: "2026-01-31 (date)"),
        FunctionExample("202601", gives: "2026-01 (gYearMonth)"),
        FunctionExample("2026013114", gives: "not a DICOM date-time (YYYYMMDDHHMMSS)"),
      ])
  ) { arguments throws(UnreadableArgument) in
    let bytes = StringTrimFunction.trim(arguments.bytes(0))
    let end = bytes.firstIndex { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    let (local, offset) = (bytes[..<(end ?? bytes.count)], bytes[(end ?? bytes.count)...])
    if local.count <= 8, offset.isEmpty, let date = datePattern?.read(Array(local)) {
      return .value(date)
    }
    guard local.count >= 14, let zone = zone(offset),
      let date = datePattern?.read(
        Array(local.prefix(8))), date.natural == .date, let time = Self.time(local.dropFirst(8))
    else { throw UnreadableArgument(0, "a DICOM date-time (YYYYMMDDHHMMSS)") }
    return .value(FunctionValue(date.text + "T" + time + zone, natural: .dateTime))
  }

  private static let datePattern = DatePattern("yyyyMMdd")

  private static func time(_ bytes: ArraySlice<UInt8>) -> String? {
    let point = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
    let hasColons = bytes.contains(UInt8(ascii: ":"))
    let whole = Array(bytes[..<point])
    guard whole.count == (hasColons ? 8 : 6),
      !hasColons || (whole[2] == UInt8(ascii: ":") && whole[5] == UInt8(ascii: ":"))
    else { return nil }
    let width = hasColons ? 3 : 2
    let parts = (0..<3).map { CivilDate.number(whole[$0 * width..<$0 * width + 2]) ?? 99 }
    guard parts[0] < 24, parts[1] < 60, parts[2] < 60 else { return nil }
    let fraction = bytes[point...].dropFirst()
    guard point == bytes.endIndex || (1...6).contains(fraction.count),
      fraction.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let text = parts.map { CivilDate.padded($0, to: 2) }.joined(separator: ":")
    return fraction.isEmpty ? text : text + "." + String(decoding: fraction, as: UTF8.self)
  }

  private static func zone(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let sign = bytes.first else { return "" }
    let digits = bytes.dropFirst()
    guard digits.count == 4, let hours = CivilDate.number(digits.prefix(2)), hours <= 14,
      let minutes = CivilDate.number(digits.dropFirst(2)), minutes < 60
    else { return nil }
    return (sign == UInt8(ascii: "-") ? "-" : "+") + CivilDate.padded(hours, to: 2) + ":"
      + CivilDate.padded(minutes, to: 2)
  }
}
