// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

extension ContextProcessor {
  /// Sets what the values of a term are.
  ///
  /// - Source: JSON-LD 1.1 API §5.2.2 step 12.
  func setType(
    _ draft: TermDraft, _ definitions: inout TermDefinitions
  ) throws(DiagnosedError) {
    guard let value = draft["@type"] else { return }
    guard let text = value.string, let type = try expand(text, at: value.place, &definitions),
      type == "@id" || type == "@vocab" || type == "@json" || type == "@none" || type.isIRI
    else { throw documents.failure(.invalidTypeMapping, at: value.place) }
    draft.definition.type = type
  }

  /// Sets a term that links in reverse.
  ///
  /// - Returns: `false` if it looks like a keyword to come.
  /// - Source: JSON-LD 1.1 API §5.2.2 step 13.
  func setReverse(
    _ draft: TermDraft, _ value: JSONValue, _ definitions: inout TermDefinitions
  ) throws(DiagnosedError) -> Bool {
    if draft["@id"] != nil || draft["@nest"] != nil {
      throw documents.failure(.invalidReverseProperty, at: draft.place)
    }
    guard let text = value.string else {
      throw documents.failure(.invalidIRIMapping, at: value.place)
    }
    if Keyword.hasForm(text), !Keyword.contains(text) { return false }
    guard let iri = try expand(text, at: value.place, &definitions), iri.isIRI || iri.isBlankNode
    else { throw documents.failure(.invalidIRIMapping, at: value.place) }
    draft.definition.iri = iri
    draft.definition.isReverse = true
    guard let container = draft["@container"], !container.isNull else { return true }
    guard let name = container.string, name == "@set" || name == "@index" else {
      throw documents.failure(.invalidReverseProperty, at: container.place)
    }
    draft.definition.container = Container(keyword: name) ?? []
    return true
  }

  /// Sets what a term stands for.
  ///
  /// - Returns: `false` if it looks like a keyword to come.
  /// - Source: JSON-LD 1.1 API §5.2.2 steps 14 to 18.
  func setIRI(
    _ draft: TermDraft, _ definitions: inout TermDefinitions
  ) throws(DiagnosedError) -> Bool {
    guard let id = draft.id, id.string != draft.term else {
      let iri = try ownIRI(draft, &definitions)
      try count(iri, at: draft.place)
      draft.definition.iri = iri
      return true
    }
    if id.isNull { return true }
    guard let text = id.string else { throw documents.failure(.invalidIRIMapping, at: id.place) }
    if Keyword.hasForm(text), !Keyword.contains(text) { return false }
    try setIRI(draft, text, at: id.place, &definitions)
    return true
  }

  private func setIRI(
    _ draft: TermDraft, _ text: JSONString, at place: JSONPlace,
    _ definitions: inout TermDefinitions
  ) throws(DiagnosedError) {
    guard let iri = try expand(text, at: place, &definitions),
      Keyword.contains(iri) || iri.isIRI || iri.isBlankNode
    else { throw documents.failure(.invalidIRIMapping, at: place) }
    if iri == "@context" { throw documents.failure(.invalidKeywordAlias, at: place) }
    draft.definition.iri = iri
    let term = draft.term.utf8
    let colon = UInt8(ascii: ":")
    if term.dropFirst().dropLast().contains(colon) || term.contains(UInt8(ascii: "/")) {
      definitions.defined[draft.term] = true
      guard try expand(draft.term, at: place, &definitions) == iri else {
        throw documents.failure(.invalidIRIMapping, at: place)
      }
    } else if draft.isSimple, !term.contains(colon) {
      draft.definition.isPrefix =
        iri.isBlankNode || ":/?#[]@".utf8.contains(iri.utf8.last ?? 0)
    }
  }

  // Steps 15 to 18.
  private func ownIRI(
    _ draft: TermDraft, _ definitions: inout TermDefinitions
  ) throws(DiagnosedError) -> JSONString {
    if let name = CompactIRI(draft.term) {
      if definitions.local[name.prefix] != nil {
        try define(name.prefix, at: draft.place, &definitions)
      }
      if let iri = definitions.active.terms[name.prefix]?.iri {
        return JSONString(iri.text + name.suffix.text)
      }
      return draft.term
    }
    if draft.term.utf8.contains(UInt8(ascii: "/")) {
      definitions.defined[draft.term] = true
      guard let iri = try expand(draft.term, at: draft.place, &definitions), iri.isIRI else {
        throw documents.failure(.invalidIRIMapping, at: draft.place)
      }
      return iri
    }
    if draft.term == "@type" { return "@type" }
    guard let vocabulary = definitions.active.vocabulary else {
      throw documents.failure(.invalidIRIMapping, at: draft.place)
    }
    return JSONString(vocabulary.text + draft.term.text)
  }
}
