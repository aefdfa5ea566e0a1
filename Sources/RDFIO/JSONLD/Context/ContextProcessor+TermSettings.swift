// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// The entries of a term definition other than what it stands for.
///
/// - Source: JSON-LD 1.1 API §5.2.2 steps 19 to 25.
extension ContextProcessor {
  /// Sets the containers of a term.
  func setContainer(_ draft: TermDraft) throws(DiagnosedError) {
    guard let value = draft["@container"] else { return }
    var container: Container = []
    for item in value.items {
      guard let one = item.string.flatMap(Container.init), !container.contains(one) else {
        throw documents.failure(.invalidContainerMapping, at: item.place)
      }
      container.insert(one)
    }
    guard !container.isEmpty, container.isAllowed else {
      throw documents.failure(.invalidContainerMapping, at: value.place)
    }
    draft.definition.container = container
    guard container.contains(.type) else { return }
    let type = draft.definition.type ?? "@id"
    guard type == "@id" || type == "@vocab" else {
      throw documents.failure(.invalidTypeMapping, at: draft["@type"]?.place ?? value.place)
    }
    draft.definition.type = type
  }

  /// Sets the property that the keys of an index are values of.
  func setIndex(
    _ draft: TermDraft, _ definitions: inout TermDefinitions
  ) throws(DiagnosedError) {
    guard let value = draft["@index"] else { return }
    guard draft.definition.container.contains(.index), let text = value.string,
      try expand(text, at: value.place, &definitions)?.isIRI == true
    else { throw documents.failure(.invalidTermDefinition, at: value.place) }
    draft.definition.index = text
  }

  /// Sets the context that holds below a term, and checks it.
  func setContext(_ draft: TermDraft, _ definitions: TermDefinitions) throws(DiagnosedError) {
    guard let value = draft["@context"] else { return }
    let base = definitions.local.base
    var scope = ContextScope()
    scope.remotes = definitions.scope.remotes
    scope.overridesProtected = true
    scope.checksScoped = false
    do throws(DiagnosedError) {
      _ = try process(definitions.active, value, base: base, scope)
    } catch {
      // A limit or a context that is not at hand is no fault of the definition.
      guard error.findings.allSatisfy({ $0.rule == RDFRules.jsonLD }) else { throw error }
      throw documents.failure(.invalidScopedContext, at: value.place)
    }
    draft.definition.context = ScopedContext(value: value, base: base)
  }

  /// Sets language and direction of the values of a term.
  func setLanguage(_ draft: TermDraft) throws(DiagnosedError) {
    guard draft["@type"] == nil else { return }
    if let value = draft["@language"] {
      guard value.isNull || value.string != nil else {
        throw documents.failure(.invalidLanguageMapping, at: value.place)
      }
      draft.definition.language = .set(value.string)
    }
    if let value = draft["@direction"] {
      draft.definition.direction = .set(try direction(value))
    }
  }

  /// Sets the term below which the values of a term may stand.
  func setNest(_ draft: TermDraft) throws(DiagnosedError) {
    guard let value = draft["@nest"] else { return }
    guard let text = value.string, !Keyword.contains(text) || text == "@nest" else {
      throw documents.failure(.invalidNestValue, at: value.place)
    }
    draft.definition.nest = text
  }

  /// Sets whether a term may be the prefix of compact IRIs.
  func setPrefix(_ draft: TermDraft) throws(DiagnosedError) {
    guard let value = draft["@prefix"] else { return }
    if draft.term.utf8.contains(UInt8(ascii: ":")) || draft.term.utf8.contains(UInt8(ascii: "/")) {
      throw documents.failure(.invalidTermDefinition, at: value.place)
    }
    guard let isPrefix = value.bool else {
      throw documents.failure(.invalidPrefixValue, at: value.place)
    }
    if isPrefix, draft.definition.iri.map(Keyword.contains) == true {
      throw documents.failure(.invalidTermDefinition, at: value.place)
    }
    draft.definition.isPrefix = isPrefix
  }
}
