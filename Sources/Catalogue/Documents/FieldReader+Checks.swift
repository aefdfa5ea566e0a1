// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import LocatedYAML
internal import RDFModel

extension FieldReader {
  /// Reads language-tagged text: plain text is English, a mapping names languages.
  mutating func readLocalised(
    _ node: YAMLNode, of field: ProfileField, needsEnglish: Bool
  ) -> [Term] {
    guard let entries = node.entries else {
      return scalar(node, of: field, expected: "text, or a mapping from language to text").map {
        [.literal(trimmed($0), language: "en")]
      } ?? []
    }
    var terms: [Term] = []
    for entry in entries {
      let language = entry.key.text ?? ""
      if !isLanguageTag(language) {
        report(CatalogueRules.notALanguage, at: entry.key, [.plain("language", language)])
      }
      let members = field.occurrence.isRepeatable ? entry.value.members : nil
      for member in members ?? [entry.value] {
        if let text = scalar(member, of: field, expected: "text") {
          terms.append(.literal(trimmed(text), language: language))
        }
      }
    }
    if entries.isEmpty { report(CatalogueRules.emptyValue, at: node, [.plain("key", field.key)]) }
    if needsEnglish, !entries.isEmpty,
      !entries.contains(where: { ["en", "en-GB", "en-IE", "en-US"].contains($0.key.text) })
    {
      report(CatalogueRules.englishMissing, at: node, [.plain("key", field.key)])
    }
    return terms
  }

  // A block scalar ends with a line break that nobody means.
  private func trimmed(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }

  // BCP 47 as far as it matters: a language of two or three letters, then subtags.
  private func isLanguageTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count),
      first.allSatisfy({ (0x61...0x7A).contains($0) })
    else { return false }
    return parts.dropFirst().allSatisfy { part in
      (1...8).contains(part.count)
        && part.allSatisfy { IRIForm.isLetter($0) || IRIForm.isDigit($0) }
    }
  }

  /// Checks that rights, where there are any, hold an access condition.
  ///
  /// - Source: EUCAIM DCAT-AP 2.0, Distribution, Rights.
  mutating func checkRights(_ distribution: DescribedNode, _ node: YAMLNode) {
    guard let rights = distribution.values["rights"], !rights.isEmpty,
      let place = node[key: "rights"]
    else { return }
    let conditions = Set(CodeList.accessCondition.codes.map(\.iri))
    let isThere = rights.contains {
      if case .concept(let iri, _) = $0 { conditions.contains(iri) } else { false }
    }
    if !isThere {
      let names = CodeList.accessCondition.codes.map(\.name).joined(separator: ", ")
      report(CatalogueRules.accessConditionMissing, at: place, [.plain("conditions", names)])
    }
  }

  /// Checks that a checksum is as long as its algorithm makes it.
  mutating func checkChecksum(_ checksum: DescribedNode, _ node: YAMLNode) {
    guard checksum.kind.name == NodeKind.checksum.name, let place = node[key: "value"],
      let value = checksum.literals("value").first,
      case .concept(let iri, let list)? = checksum.values["algorithm"]?.first,
      let name = list.label(iri),
      let length = ["md5": 32, "sha1": 40, "sha256": 64, "sha384": 96, "sha512": 128][name],
      value.value.utf8.count != length
    else { return }
    report(
      CatalogueRules.checksumLength, at: place,
      [
        .plain("algorithm", name), .plain("expected", length),
        .plain("found", value.value.utf8.count),
      ])
  }
}
