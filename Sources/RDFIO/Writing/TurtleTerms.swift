// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// Spells terms in Turtle, with prefixes.
struct TurtleTerms {
  private var namespaces: NamespaceTable

  /// Takes the prefixes that every reader of Turtle takes.
  init(_ prefixes: [(prefix: String, namespace: String)]) {
    namespaces = NamespaceTable(prefixes) { prefix, _ in
      prefix.isEmpty || NamespaceTable.isSafePrefix(prefix)
    }
  }

  /// The prefixes that terms were spelled with, sorted.
  var usedPrefixes: [NamespaceTable.Entry] { namespaces.usedEntries }

  /// A term as Turtle has it; the prefix it takes counts as used.
  mutating func spelled(_ term: Term) -> [UInt8] {
    var bytes: [UInt8] = []
    switch term.kind {
    case .iri: appendIRI(term.value, to: &bytes)
    case .blankNode: NTriplesSyntax.appendTerm(term, to: &bytes)
    case .literal:
      if Self.hasShortForm(term) { return Array(term.value.utf8) }
      bytes.append(UInt8(ascii: "\""))
      NTriplesSyntax.appendEscapedLiteral(term.value, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
      if !term.language.isEmpty {
        bytes.append(contentsOf: "@\(term.language)".utf8)
      } else if term.datatype != XSD.string {
        bytes.append(contentsOf: "^^".utf8)
        appendIRI(term.datatype, to: &bytes)
      }
    }
    return bytes
  }

  private mutating func appendIRI(_ iri: String, to bytes: inout [UInt8]) {
    if let (prefix, local) = namespaces.shorten(iri, allowsLocal: NamespaceTable.isSafeLocal) {
      bytes.append(contentsOf: prefix.utf8)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: local.utf8)
    } else {
      NTriplesSyntax.appendIRI(iri, to: &bytes)
    }
  }

  /// Whether the bare lexical form is this very literal for every reader.
  ///
  /// Canonical forms only: some readers make numbers of bare words and lose `+`, `-0` and zeros.
  private static func hasShortForm(_ term: Term) -> Bool {
    switch term.datatype {
    case XSD.boolean: return term.value == "true" || term.value == "false"
    case XSD.integer: return isCanonicalInteger(Substring(term.value).utf8)
    case XSD.decimal:
      let parts = term.value.utf8.split(
        separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      guard parts.count == 2, let last = parts[1].last else { return false }
      return (isCanonicalInteger(parts[0]) || parts[0].elementsEqual("-0".utf8))
        && parts[1].allSatisfy(NameCharacter.isDigit)
        && (last != UInt8(ascii: "0") || parts[1].count == 1 && !parts[0].elementsEqual("-0".utf8))
    default: return false
    }
  }

  private static func isCanonicalInteger(_ text: Substring.UTF8View) -> Bool {
    let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text
    guard let first = digits.first, digits.allSatisfy(NameCharacter.isDigit) else { return false }
    return first != UInt8(ascii: "0") || text.count == 1
  }
}
