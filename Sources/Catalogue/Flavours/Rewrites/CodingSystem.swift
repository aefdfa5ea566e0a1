// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// A coding system: how its codes begin as texts and as IRIs.
struct CodingSystem: Sendable {
  let name: String
  let base: String

  static func read(_ reader: RewriteReader) throws(DiagnosedError) -> [CodingSystem] {
    var systems: [CodingSystem] = []
    for entry in reader.entries {
      try entry.check(["text", "base"])
      systems.append(CodingSystem(name: try entry.text("text"), base: try entry.text("base")))
    }
    return systems
  }

  /// The IRI of `NAME: CODE`.
  func iri(_ text: String) -> String? {
    guard let colon = text.firstIndex(of: ":"),
      CodeRewrite.letters(String(text[..<colon])) == CodeRewrite.letters(name)
    else { return nil }
    let code = text[text.index(after: colon)...].drop { $0 == " " }
    guard !code.isEmpty,
      code.utf8.allSatisfy({
        IRIForm.isLetter($0) || IRIForm.isDigit($0) || [0x2D, 0x2E, 0x5F].contains($0)
      })
    else { return nil }
    return base + code
  }

  /// `NAME: CODE` of an IRI.
  func text(_ iri: String) -> String? {
    guard iri.hasPrefix(base), iri.utf8.count > base.utf8.count else { return nil }
    return name + ": " + iri.dropFirst(base.count)
  }
}
