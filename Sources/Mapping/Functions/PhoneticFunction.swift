// SPDX-License-Identifier: Apache-2.0

/// GREL's `phonetic`: codes that words of the same sound share.
///
/// - Source: [OpenRefine, phonetic](https://openrefine.org/docs/manual/grelfunctions#phonetics-s-encoding);
///   Soundex as the US National Archives describe it, Cologne phonetics as Postel published it in 1969.
enum PhoneticFunction {
  private static let encoding = FunctionParameter.grel(
    "p_string_encoding", "param_string_encoding")
  private static let known = ["soundex", "cologne"]

  static let definition = FunctionDefinition(
    FunctionNamespaces.grel("string_phonetic"), [.grelValue(), encoding], [.text],
    text: FunctionText(
      "A code that words of the same sound share, by the encoding `soundex` or `cologne`.",
      "- Deviation: the Metaphone family of OpenRefine is not offered.",
      [
        FunctionExample("Robert", "soundex", gives: "R163"),
        FunctionExample("Tymczak", "soundex", gives: "T522"),
        FunctionExample("Müller-Lüdenscheidt", "cologne", gives: "65752682"),
      ])
  ) { constants, _ throws(FunctionArgumentError) in
    if let text = constants[encoding.iris[0]], !known.contains(text.lowercased()) {
      throw FunctionArgumentError(
        parameter: encoding.iris[0], reason: "encodings are \(known.joined(separator: ", "))")
    }
    return { arguments throws(UnreadableArgument) in
      let letters = PlainLetters.folded(arguments.text(0).lowercased()).utf8
        .filter { (0x61...0x7A).contains($0) }
      switch arguments.text(1).lowercased() {
      case "soundex": return .value(FunctionValue(soundex(letters)))
      case "cologne": return .value(FunctionValue(cologne(letters)))
      default: throw UnreadableArgument(1, "one of \(known.joined(separator: ", "))")
      }
    }
  }

  // Codes of a to z; 0 for vowels, 9 for h and w, which do not part letters of the same code.
  private static let soundexCodes = Array("01230129022455012623019202".utf8)

  private static func soundex(_ letters: [UInt8]) -> [UInt8] {
    guard let first = letters.first else { return [] }
    var result = [first - 0x20]
    var last = soundexCodes[Int(first - 0x61)]
    for letter in letters.dropFirst() {
      let code = soundexCodes[Int(letter - 0x61)]
      if code == UInt8(ascii: "9") { continue }
      if code != UInt8(ascii: "0"), code != last { result.append(code) }
      last = code
      if result.count == 4 { break }
    }
    return result + Array(repeating: UInt8(ascii: "0"), count: 4 - result.count)
  }

  private static func cologne(_ letters: [UInt8]) -> [UInt8] {
    var codes: [UInt8] = []
    for (index, letter) in letters.enumerated() {
      let before = index > 0 ? letters[index - 1] : 0
      let after = index + 1 < letters.count ? letters[index + 1] : 0
      codes += cologne(letter, before, after, isFirst: index == 0)
    }
    var result: [UInt8] = []
    for (index, code) in codes.enumerated() where index == 0 || codes[index - 1] != code {
      // Vowels count at the beginning only.
      if code != UInt8(ascii: "0") || index == 0 { result.append(code) }
    }
    return result
  }

  private static func cologne(
    _ letter: UInt8, _ before: UInt8, _ after: UInt8, isFirst: Bool
  ) -> [UInt8] {
    func isOne(_ letter: UInt8, of letters: String) -> Bool { letters.utf8.contains(letter) }
    let code: String
    switch Unicode.Scalar(letter) {
    case "a", "e", "i", "j", "o", "u", "y": code = "0"
    case "b": code = "1"
    case "p": code = after == UInt8(ascii: "h") ? "3" : "1"
    case "d", "t": code = isOne(after, of: "csz") ? "8" : "2"
    case "f", "v", "w": code = "3"
    case "g", "k", "q": code = "4"
    case "l": code = "5"
    case "m", "n": code = "6"
    case "r": code = "7"
    case "s", "z": code = "8"
    case "x": code = isOne(before, of: "ckq") ? "8" : "48"
    case "c":
      let isHard = isOne(after, of: isFirst ? "ahkloqrux" : "ahkoqux")
      code = isHard && !isOne(before, of: "sz") ? "4" : "8"
    default: code = ""
    }
    return Array(code.utf8)
  }
}
