// SPDX-License-Identifier: Apache-2.0

/// GREL's `reinterpret`, which mends text that was read in the wrong encoding.
enum ReinterpretFunction {
  private static let encoder = FunctionParameter.grel("p_string_encoder", "param_string_encoder")
  private static let known = ["utf-8", "iso-8859-1", "windows-1252"]

  static let definition = FunctionDefinition(
    FunctionNamespaces.grel("string_reinterpret"), [.grelValue(), encoder], [.text],
    text: FunctionText(
      "The text that its bytes mean in another encoding.",
      "The bytes are those of the text in ISO 8859-1 or Windows-1252, and the encoding is `utf-8`; or "
        + "those in UTF-8, and the encoding is `iso-8859-1` or `windows-1252`.\n\n"
        + "- Deviation: OpenRefine knows all encodings of Java; the source encoding is not a "
        + "parameter of its published description.",
      [
        FunctionExample("naÃ¯ve", "utf-8", gives: "naïve"),
        FunctionExample("naïve", "iso-8859-1", gives: "naÃ¯ve"),
        FunctionExample("€", "utf-8", gives: "not text whose bytes are utf-8"),
      ])
  ) { constants, _ throws(FunctionArgumentError) in
    if let text = constants[encoder.iris[0]], !known.contains(text.lowercased()) {
      throw FunctionArgumentError(
        parameter: encoder.iris[0], reason: "encodings are \(known.joined(separator: ", "))")
    }
    return { arguments throws(UnreadableArgument) in
      switch arguments.text(1).lowercased() {
      case "utf-8":
        let bytes = arguments.text(0).unicodeScalars.map { byte(of: $0) }
        let known = bytes.compactMap { $0 }
        guard known.count == bytes.count, let text = String(validating: known, as: UTF8.self) else {
          throw UnreadableArgument(0, "text whose bytes are utf-8")
        }
        return .value(FunctionValue(text))
      case "iso-8859-1":
        return .value(.scalars(arguments.bytes(0).map { Unicode.Scalar($0) }))
      case "windows-1252":
        return .value(
          .scalars(
            arguments.bytes(0).map { byte in
              (0x80..<0xA0).contains(byte)
                ? Unicode.Scalar(upper[Int(byte) - 0x80]) ?? "\u{FFFD}" : Unicode.Scalar(byte)
            }))
      default: throw UnreadableArgument(1, "one of \(known.joined(separator: ", "))")
      }
    }
  }

  // What Windows-1252 has where ISO 8859-1 has control characters.
  private static let upper: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    return upper.firstIndex { UInt32($0) == scalar.value }.map { UInt8($0 + 0x80) }
  }
}
