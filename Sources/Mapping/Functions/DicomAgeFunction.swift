// SPDX-License-Identifier: Apache-2.0

/// Reads a DICOM age string as years.
///
/// - Source: DICOM PS3.5 §6.2, value representation AS: three digits and D, W, M or Y.
struct DicomAgeFunction: MappingFunction {
  static let iris = [FunctionNamespaces.fairway + "dicomAge"]
  static let parameters = [FunctionParameter.fairway("value")]
  static let summary = "Reads a DICOM age string (067Y, 018M) as years."
  static let outputs: [FunctionOutput] = [.number, .text]
  static let details =
    "Months, weeks and days give years with two decimals, rounded down, so that nobody is made older."
  static let examples = [
    FunctionExample("067Y", gives: "67 (decimal)"),
    FunctionExample("018M", gives: "1.50 (decimal)"),
  ]

  init(constants: [String: String], services: FunctionServices) {}

  func evaluate(_ arguments: [[FunctionValue]]) -> FunctionResult {
    var results: [FunctionValue] = []
    for value in arguments[0] {
      let bytes = StringTrimFunction.trim(value.bytes)
      guard bytes.count == 4, let unit = bytes.last,
        bytes[..<3].allSatisfy({ (0x30...0x39).contains($0) })
      else { return .unreadable(expected: "a DICOM age such as 067Y or 018M") }
      let number = bytes[..<3].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      // Hundredths of a year, in whole numbers so that no rounding creeps in.
      let hundredths: Int
      switch unit {
      case UInt8(ascii: "Y"):
        results.append(FunctionValue(String(number), natural: .decimal))
        continue
      case UInt8(ascii: "M"): hundredths = number * 100 / 12
      case UInt8(ascii: "W"): hundredths = number * 700 * 100 / 36525
      case UInt8(ascii: "D"): hundredths = number * 100 * 100 / 36525
      default: return .unreadable(expected: "a DICOM age that ends in D, W, M or Y")
      }
      let rest = hundredths % 100
      results.append(
        FunctionValue("\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)", natural: .decimal))
    }
    return .values(results)
  }
}
