// SPDX-License-Identifier: Apache-2.0

/// Reads a number with a decimal comma or point as an xsd:decimal.
struct DecimalFunction: MappingFunction {
  static let iris = [FunctionNamespaces.fairway + "decimal"]
  static let parameters = [FunctionParameter.fairway("value")]
  static let summary = "Reads a number with a decimal comma or point as xsd:decimal."
  static let outputs: [FunctionOutput] = [.number, .text]
  static let details =
    "Digits are kept as written, so `3,50` gives `3.50`. Separators of thousands are not guessed: "
    + "`1.234,5` and `1,234.5` are findings."
  static let examples = [
    FunctionExample("57,93", gives: "57.93 (decimal)"),
    FunctionExample("1.234,5", gives: "not a decimal number"),
  ]

  init(constants: [String: String], services: FunctionServices) {}

  func evaluate(_ arguments: [[FunctionValue]]) -> FunctionResult {
    var results: [FunctionValue] = []
    for value in arguments[0] {
      var bytes = StringTrimFunction.trim(value.bytes)
      let digits = bytes.first == 0x2D || bytes.first == 0x2B ? bytes.dropFirst() : bytes[...]
      let marks = digits.filter { $0 == 0x2C || $0 == 0x2E }.count
      guard marks <= 1, digits.count > marks,
        digits.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E })
      else { return .unreadable(expected: "a decimal number") }
      if let comma = bytes.firstIndex(of: 0x2C) { bytes[comma] = 0x2E }
      results.append(FunctionValue(bytes, natural: .decimal))
    }
    return .values(results)
  }
}
