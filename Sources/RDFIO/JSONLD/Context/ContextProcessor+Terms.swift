// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// One term while it is defined.
struct TermDraft {
  let term: JSONString
  /// Where it is written.
  let place: JSONPlace
  /// Its entries, none for a plain IRI.
  let entries: JSONObject
  /// What it is to stand for, as written.
  let id: JSONValue?
  /// Whether it is given as a plain IRI or `null`.
  let isSimple: Bool
  let definition = TermDefinition()

  /// The entry of a keyword.
  subscript(key: JSONString) -> JSONValue? { entries[key] }
}

extension ContextProcessor {
  /// Defines a term of a local context, after those it is made of.
  ///
  /// - Throws: `rdf.json-ld`, or `rdf.too-deep` where definitions lead from one to the next.
  /// - Source: JSON-LD 1.1 API §5.2.2.
  func define(
    _ term: JSONString, at place: JSONPlace, _ definitions: inout TermDefinitions
  ) throws(DiagnosedError) {
    if let isDone = definitions.defined[term] {
      if isDone { return }
      throw documents.failure(.cyclicIRIMapping, at: place)
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= RDFLimits.termDepth else {
      throw documents.failure(
        RDFRules.tooDeep, at: place,
        [.plain("what", "Definitions of terms"), .plain("limit", RDFLimits.termDepth)])
    }
    try count(1, at: place)
    guard !term.utf8.isEmpty else { throw documents.failure(.invalidTermDefinition, at: place) }
    guard let value = definitions.local[term] else { return }
    definitions.defined[term] = false
    defer { definitions.defined[term] = true }
    try checkKeyword(term, value, at: place)
    if term != "@type", Keyword.hasForm(term) { return }
    let previous = definitions.active.terms.removeValue(forKey: term)
    let draft = try draft(of: term, value, at: place)
    guard try fill(draft, &definitions) else { return }
    definitions.active.terms[term] = try protected(draft, previous, definitions.scope)
  }

  // Steps 4 and 5.
  private func checkKeyword(
    _ term: JSONString, _ value: JSONValue, at place: JSONPlace
  ) throws(DiagnosedError) {
    guard Keyword.contains(term) else { return }
    guard term == "@type", let entries = value.object, !entries.members.isEmpty,
      entries.members.allSatisfy({ $0.key == "@container" || $0.key == "@protected" }),
      entries["@container"].map({ $0.items.map(\.string) == ["@set"] }) ?? true
    else { throw documents.failure(.keywordRedefinition, at: place) }
  }

  // Steps 7 to 9.
  private func draft(
    of term: JSONString, _ value: JSONValue, at place: JSONPlace
  ) throws(DiagnosedError) -> TermDraft {
    switch value.kind {
    case .null, .string:
      return TermDraft(
        term: term, place: place, entries: JSONObject(), id: value, isSimple: true)
    case .object(let entries):
      return TermDraft(
        term: term, place: place, entries: entries, id: entries["@id"], isSimple: false)
    default: throw documents.failure(.invalidTermDefinition, at: value.place)
    }
  }

  /// - Returns: `false` if the term is passed over, since it looks like a keyword to come.
  private func fill(
    _ draft: TermDraft, _ definitions: inout TermDefinitions
  ) throws(DiagnosedError) -> Bool {
    draft.definition.isProtected = definitions.protects
    if let value = draft["@protected"] {
      guard let isProtected = value.bool else {
        throw documents.failure(.invalidProtectedValue, at: value.place)
      }
      draft.definition.isProtected = isProtected
    }
    try setType(draft, &definitions)
    if let reverse = draft["@reverse"] { return try setReverse(draft, reverse, &definitions) }
    guard try setIRI(draft, &definitions) else { return false }
    try setContainer(draft)
    try setIndex(draft, &definitions)
    try setContext(draft, definitions)
    try setLanguage(draft)
    try setNest(draft)
    try setPrefix(draft)
    for member in draft.entries.members where !Self.entries.contains(member.key) {
      throw documents.failure(.invalidTermDefinition, at: member.keyPlace)
    }
    return true
  }

  private static let entries: Set<JSONString> = [
    "@id", "@reverse", "@container", "@context", "@direction", "@index", "@language", "@nest",
    "@prefix", "@protected", "@type",
  ]

  // Step 27.
  private func protected(
    _ draft: TermDraft, _ previous: TermDefinition?, _ scope: ContextScope
  ) throws(DiagnosedError) -> TermDefinition {
    guard let previous, previous.isProtected, !scope.overridesProtected else {
      return draft.definition
    }
    guard previous.isSame(as: draft.definition) else {
      throw documents.failure(.protectedTermRedefinition, at: draft.place)
    }
    return previous
  }

  /// What a text inside of a context stands for.
  func expand(
    _ text: JSONString, at place: JSONPlace, _ definitions: inout TermDefinitions
  ) throws(DiagnosedError) -> JSONString? {
    var making: TermDefinitions? = definitions
    let look = ExpansionKey(text: text, isRelativeToDocument: false, isVocabulary: true)
    defer { if let making { definitions = making } }
    let result = try expand(look, in: definitions.active, at: place, &making)
    if let result { try count(result, at: place) }
    return result
  }
}
