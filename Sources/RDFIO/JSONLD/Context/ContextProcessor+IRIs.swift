// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

extension ContextProcessor {
  /// What a term, compact IRI or reference stands for outside of contexts.
  ///
  /// - Parameters:
  ///   - text: what is written.
  ///   - context: what holds there.
  ///   - place: where it is written.
  ///   - isRelativeToDocument: whether it may be relative to the base.
  ///   - isVocabulary: whether it may be a term.
  /// - Returns: an IRI, blank node or keyword, what stays relative as it is, or `nil` for nothing.
  /// - Throws: `rdf.too-long`.
  /// - Source: JSON-LD 1.1 API §5.3.
  func expand(
    _ text: JSONString, in context: ActiveContext, at place: JSONPlace,
    isRelativeToDocument: Bool = false, isVocabulary: Bool = false
  ) throws(DiagnosedError) -> JSONString? {
    let look = ExpansionKey(
      text: text, isRelativeToDocument: isRelativeToDocument, isVocabulary: isVocabulary)
    if let known = context.expanded[look] { return known }
    var none: TermDefinitions?
    let result = try expand(look, in: context, at: place, &none)
    if let result { try count(result, at: place) }
    context.expanded[look] = .some(result)
    return result
  }

  /// The same inside of a context, where terms may be defined only later.
  func expand(
    _ look: ExpansionKey, in context: ActiveContext, at place: JSONPlace,
    _ definitions: inout TermDefinitions?
  ) throws(DiagnosedError) -> JSONString? {
    let text = look.text
    if Keyword.contains(text) { return text }
    if Keyword.hasForm(text) { return nil }
    try defineFirst(text, at: place, &definitions)
    if let term = context.terms[text] {
      if let iri = term.iri, Keyword.contains(iri) { return iri }
      if look.isVocabulary { return term.iri }
    }
    if let name = CompactIRI(text) {
      if name.prefix == "_" || name.suffix.utf8.starts(with: "//".utf8) { return text }
      try defineFirst(name.prefix, at: place, &definitions)
      if let term = context.terms[name.prefix], term.isPrefix, let iri = term.iri {
        return JSONString(iri.text + name.suffix.text)
      }
      if text.isIRI { return text }
    }
    if look.isVocabulary, let vocabulary = context.vocabulary {
      return JSONString(vocabulary.text + text.text)
    }
    return look.isRelativeToDocument ? context.resolved(text) : text
  }

  private func defineFirst(
    _ term: JSONString, at place: JSONPlace, _ definitions: inout TermDefinitions?
  ) throws(DiagnosedError) {
    guard var making = definitions, making.defined[term] != true, making.local[term] != nil
    else { return }
    // Handed over, not shared, so that the table of what is defined is not copied.
    definitions = nil
    defer { definitions = making }
    try define(term, at: place, &making)
  }
}

/// A text with a colon after its first character: a compact IRI, an IRI or a blank node.
struct CompactIRI {
  let prefix: JSONString
  let suffix: JSONString

  init?(_ text: JSONString) {
    let bytes = text.utf8
    guard let colon = bytes.dropFirst().firstIndex(of: UInt8(ascii: ":")) else { return nil }
    prefix = JSONString(bytes[..<colon])
    suffix = JSONString(bytes[bytes.index(after: colon)...])
  }
}

extension JSONString {
  /// Whether this begins with a scheme and a colon.
  var isIRI: Bool {
    var text = text
    return text.withUTF8 { IRISyntax.schemeLength($0.span) != nil }
  }

  /// Whether this names a blank node.
  var isBlankNode: Bool { utf8.starts(with: "_:".utf8) }
}
