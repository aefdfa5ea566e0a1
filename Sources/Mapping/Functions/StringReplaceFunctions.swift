// SPDX-License-Identifier: Apache-2.0

/// GREL's functions that put something in the place of something else.
///
/// - Source: [OpenRefine, string functions](https://openrefine.org/docs/manual/grelfunctions#string-functions).
enum StringReplaceFunctions {
  static let all: [FunctionDefinition] = [replace, replaceChars]

  private static let find = FunctionParameter.grel("p_string_find", "param_find")
  private static let replacement = FunctionParameter.grel("p_string_replace", "param_replace")

  private static let replace = FunctionDefinition(
    FunctionNamespaces.grel("string_replace"), [.grelValue(), find, replacement], [.text],
    text: FunctionText(
      "The text with every occurrence of a text, or of what a regular expression fits, replaced.",
      "A regular expression stands between slashes; in its replacement `$1` to `$9` mean groups, `$0` "
        + "the whole, and a backslash takes the next character as it is.",
      [
        FunctionExample("M Venus", " ", "-", gives: "M-Venus"),
        FunctionExample("aaa", "aa", "b", gives: "ba"),
        FunctionExample(
          "05/03/2021", "/(\\d+)\\/(\\d+)\\/(\\d+)/", "$3-$2-$1", gives: "2021-03-05"),
        FunctionExample("a.b", ".", "$1", gives: "a$1b"),
      ])
  ) { constants, _ throws(FunctionArgumentError) in
    if constants[find.iris[0]]?.isEmpty == true {
      throw FunctionArgumentError(
        parameter: find.iris[0], reason: "the text to find has at least one character")
    }
    try TextPattern.check(find, in: constants)
    return { arguments throws(UnreadableArgument) in
      let (text, with) = (arguments.bytes(0), arguments.bytes(2))
      let pattern = try TextPattern(arguments, 1)
      return pattern.find(in: text) { matches in
        var result: [UInt8] = []
        var start = 0
        for match in matches {
          result += text[start..<match.range.lowerBound]
          result += match.groups.isEmpty ? with : filled(with, match.groups, text)
          start = match.range.upperBound
        }
        return .value(FunctionValue(result + text[start...]))
      }
    }
  }

  // A replacement with its groups put in.
  private static func filled(
    _ template: [UInt8], _ groups: [Range<Int>?], _ text: [UInt8]
  ) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < template.count {
      let byte = template[index]
      let next = index + 1 < template.count ? template[index + 1] : 0
      if byte == UInt8(ascii: "\\"), next != 0 {
        result.append(next)
        index += 2
      } else if byte == UInt8(ascii: "$"), (0x30...0x39).contains(next) {
        let group = Int(next - 0x30)
        if group < groups.count, let range = groups[group] { result += text[range] }
        index += 2
      } else {
        result.append(byte)
        index += 1
      }
    }
    return result
  }

  private static let replaceChars = FunctionDefinition(
    FunctionNamespaces.grel("string_replaceChars"), [.grelValue(), find, replacement], [.text],
    text: FunctionText(
      "The text with each character of one list replaced by that at the same position of another.",
      "Both lists have as many characters.",
      [FunctionExample("Téxt thát", "áé", "ae", gives: "Text that")])
  ) { constants, _ throws(FunctionArgumentError) in
    if let from = constants[find.iris[0]], let to = constants[replacement.iris[0]],
      from.unicodeScalars.count != to.unicodeScalars.count
    {
      throw FunctionArgumentError(
        parameter: replacement.iris[0],
        reason: "there are as many characters to replace with as characters to replace")
    }
    return { arguments throws(UnreadableArgument) in
      let (from, to) = (arguments.text(1).unicodeScalars, arguments.text(2).unicodeScalars)
      guard from.count == to.count else {
        throw UnreadableArgument(2, "a list of \(from.count) characters")
      }
      let table = Dictionary(zip(from, to)) { first, _ in first }
      return .value(.scalars(arguments.text(0).unicodeScalars.map { table[$0] ?? $0 }))
    }
  }
}
