// SPDX-License-Identifier: Apache-2.0

/// IDLab's functions of web addresses, file names and fixed texts.
///
/// - Source: idlab-functions-java, `functions_idlab.ttl` and `functions_idlab_test_classes…`.
enum URLFunctions {
  static let all: [FunctionDefinition] = [upperCaseURL, slugify, mimeType, alwaysABC]

  private static let upperCaseURL = FunctionDefinition(
    FunctionNamespaces.idlab("toUpperCaseURL"), [.idlabText()], [.text],
    FunctionText(
      "The text in upper case, behind `http://` unless it begins so.",
      "- Deviation: idlab-functions-java writes `HTTP://` in front, the suite of RML-FNML expects "
        + "small letters.",
      [
        FunctionExample("http://example.com/venus", gives: "HTTP://EXAMPLE.COM/VENUS"),
        FunctionExample("www.example.com", gives: "http://WWW.EXAMPLE.COM"),
      ])
  ) { arguments throws(UnreadableArgument) in
    let text = arguments.text(0).uppercased()
    return .value(FunctionValue(text.hasPrefix("HTTP://") ? text : "http://" + text))
  }

  private static let slugify = FunctionDefinition(
    FunctionNamespaces.idlab("slugify"), [.idlabText()], [.text],
    FunctionText(
      "The text in lower case, of letters, digits and low lines, with hyphens between words.",
      "Accents go. Characters that are neither letters nor digits part words.\n\n"
        + "- Deviation: ä, ö and ü become a, o and u in every language.",
      [
        FunctionExample("Tumour Size (mm)", gives: "tumour-size-mm"),
        FunctionExample("Région naïve", gives: "region-naive"), FunctionExample("--", gives: ""),
      ])
  ) { arguments throws(UnreadableArgument) in
    let folded = PlainLetters.folded(arguments.text(0).lowercased())
    let words = folded.utf8.split { byte in
      !((0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F)
    }
    return .value(FunctionValue(Array(words.joined(separator: [UInt8(ascii: "-")]))))
  }

  private static let types = [
    "csv": "text/csv", "json": "application/json", "xml": "application/xml",
    "nt": "application/n-triples", "ttl": "text/turtle", "nq": "application/n-quads",
    "sql": "application/sql",
  ]

  private static let mimeType = FunctionDefinition(
    FunctionNamespaces.idlab("getMIMEType"), [.idlabText()], [.text],
    FunctionText(
      "The media type of a file name that ends in csv, json, xml, nt, ttl, nq or sql; otherwise null.",
      [FunctionExample("a.b.csv", gives: "text/csv"), FunctionExample("a.dcm", gives: "null")])
  ) { arguments throws(UnreadableArgument) in
    let text = arguments.text(0)
    guard let point = text.utf8.lastIndex(of: UInt8(ascii: ".")) else { return .values([]) }
    let type = types[String(text[text.index(after: point)...])]
    return .values(type.map { [FunctionValue($0)] } ?? [])
  }

  private static let alwaysABC = FunctionDefinition(
    FunctionNamespaces.idlab("alwaysReturnsABC"), [], [.text],
    FunctionText(
      "The text ABC, which tests of mapping engines ask for.", [FunctionExample(gives: "ABC")])
  ) { arguments throws(UnreadableArgument) in .value(FunctionValue("ABC")) }
}
