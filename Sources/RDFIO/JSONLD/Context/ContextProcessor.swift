// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// How a local context is applied.
struct ContextScope {
  /// The contexts by IRI that led here.
  var remotes: [JSONString] = []
  /// Whether protected terms may be redefined, as the context of a property may.
  var overridesProtected = false
  /// Whether the context reaches nodes below.
  var propagates = true
  /// Whether contexts inside of term definitions are followed without end.
  var checksScoped = true
}

/// Reads contexts.
///
/// - Source: JSON-LD 1.1 API §5.1 and §5.2.
final class ContextProcessor {
  /// The documents that errors point into.
  let documents: JSONLDDocuments
  /// How many definitions inside each other are being made.
  var depth = 0
  private var stepsLeft = RDFLimits.contextSteps
  private var bytesLeft = RDFLimits.expandedBytes

  /// - Parameter documents: where contexts by IRI come from.
  init(_ documents: JSONLDDocuments) { self.documents = documents }

  /// The context that holds where a local one is given.
  ///
  /// - Parameters:
  ///   - active: what holds outside.
  ///   - local: the value of `@context`.
  ///   - base: what references to contexts are resolved against.
  ///   - scope: how the local one is applied.
  /// - Returns: a context of its own; the outer one stays as it is.
  /// - Throws: `rdf.json-ld`, `rdf.remote-context`, or a limit.
  func process(
    _ active: ActiveContext, _ local: JSONValue, base: BaseIRI?, _ scope: ContextScope = .init()
  ) throws(DiagnosedError) -> ActiveContext {
    var scope = scope
    if let propagates = local.object?["@propagate"]?.bool { scope.propagates = propagates }
    try count(1 + active.terms.count, at: local.place)
    var result = active.copy()
    if !scope.propagates, result.previous == nil { result.previous = active }
    for context in local.items {
      switch context.kind {
      case .null: result = try cleared(result, at: context.place, scope)
      case .string(let reference):
        result = try remote(result, reference, at: context.place, base: base, scope)
      case .object(let entries):
        try apply(
          LocalContext(entries: entries, place: context.place, base: base), to: result, scope)
      default: throw documents.failure(.invalidLocalContext, at: context.place)
      }
    }
    return result
  }

  // §5.1.2 step 5.1.
  private func cleared(
    _ result: ActiveContext, at place: JSONPlace, _ scope: ContextScope
  ) throws(DiagnosedError) -> ActiveContext {
    if !scope.overridesProtected, result.terms.values.contains(where: \.isProtected) {
      throw documents.failure(.invalidContextNullification, at: place)
    }
    let empty = ActiveContext(base: result.originalBase)
    if !scope.propagates { empty.previous = result.previous }
    return empty
  }

  // Step 5.2.
  private func remote(
    _ result: ActiveContext, _ reference: JSONString, at place: JSONPlace, base: BaseIRI?,
    _ scope: ContextScope
  ) throws(DiagnosedError) -> ActiveContext {
    let iri = base?.resolved(reference) ?? reference
    if !scope.checksScoped, scope.remotes.contains(iri) { return result }
    guard scope.remotes.count < RDFLimits.remoteContexts else {
      throw documents.failure(.contextOverflow, at: place)
    }
    let document = try documents.context(iri, at: place)
    guard let context = document.object?["@context"] else {
      throw documents.failure(.invalidRemoteContext, at: document.place)
    }
    var inner = ContextScope()
    inner.remotes = scope.remotes + [iri]
    inner.checksScoped = scope.checksScoped
    return try process(result, context, base: BaseIRI(Array(iri.utf8)), inner)
  }

  // Steps 5.4 to 5.13.
  private func apply(
    _ given: LocalContext, to result: ActiveContext, _ scope: ContextScope
  ) throws(DiagnosedError) {
    if let version = given["@version"] {
      guard case .number(let spelling) = version.kind, Double(spelling) == 1.1 else {
        throw documents.failure(.invalidVersionValue, at: version.place)
      }
    }
    var local = given
    if let reference = given["@import"] { local.imported = try imported(reference, given) }
    try applyBase(local, to: result, scope)
    try applyVocabulary(local, to: result)
    try applyLanguage(local, to: result)
    if let value = local["@propagate"], value.bool == nil {
      throw documents.failure(.invalidPropagateValue, at: value.place)
    }
    if let value = local["@protected"], value.bool == nil {
      throw documents.failure(.invalidProtectedValue, at: value.place)
    }
    var definitions = TermDefinitions(
      active: result, local: local, protects: local["@protected"]?.bool ?? false, scope: scope)
    for member in local.terms { try define(member.key, at: member.keyPlace, &definitions) }
  }

  // Step 5.6.
  private func imported(
    _ reference: JSONValue, _ local: LocalContext
  ) throws(DiagnosedError) -> JSONObject {
    guard let text = reference.string else {
      throw documents.failure(.invalidImportValue, at: reference.place)
    }
    let iri = local.base?.resolved(text) ?? text
    let document = try documents.context(iri, at: reference.place)
    guard let context = document.object?["@context"]?.object else {
      throw documents.failure(.invalidRemoteContext, at: document.place)
    }
    if let nested = context["@import"] {
      throw documents.failure(.invalidContextEntry, at: nested.place)
    }
    return context
  }

  // Step 5.7; contexts by IRI do not set a base.
  private func applyBase(
    _ local: LocalContext, to result: ActiveContext, _ scope: ContextScope
  ) throws(DiagnosedError) {
    guard let value = local["@base"], scope.remotes.isEmpty else { return }
    if value.isNull {
      result.base = nil
      return
    }
    guard let iri = value.string.map(result.resolved), iri.isIRI else {
      throw documents.failure(.invalidBaseIRI, at: value.place)
    }
    // Nothing that is resolved against a base with characters that IRIs cannot hold is an IRI, so
    // there might as well be no base.
    result.base = BaseIRI(Array(iri.utf8))
  }

  // Step 5.8.
  private func applyVocabulary(
    _ local: LocalContext, to result: ActiveContext
  ) throws(DiagnosedError) {
    guard let value = local["@vocab"] else { return }
    if value.isNull {
      result.vocabulary = nil
      return
    }
    guard let text = value.string else {
      throw documents.failure(.invalidVocabMapping, at: value.place)
    }
    var none: TermDefinitions?
    let look = ExpansionKey(text: text, isRelativeToDocument: true, isVocabulary: true)
    guard let vocabulary = try expand(look, in: result, at: value.place, &none) else {
      throw documents.failure(.invalidVocabMapping, at: value.place)
    }
    try count(vocabulary, at: value.place)
    result.vocabulary = vocabulary
  }

  // Steps 5.9 and 5.10.
  private func applyLanguage(
    _ local: LocalContext, to result: ActiveContext
  ) throws(DiagnosedError) {
    if let value = local["@language"] {
      guard value.isNull || value.string != nil else {
        throw documents.failure(.invalidDefaultLanguage, at: value.place)
      }
      result.language = value.string
    }
    if let value = local["@direction"] { result.direction = try direction(value) }
  }

  /// The value of `@direction`, `nil` for `null`.
  func direction(_ value: JSONValue) throws(DiagnosedError) -> JSONString? {
    if value.isNull { return nil }
    guard let text = value.string, text == "ltr" || text == "rtl" else {
      throw documents.failure(.invalidBaseDirection, at: value.place)
    }
    return text
  }

  /// Counts definitions that are made or copied.
  ///
  /// - Throws: `rdf.too-many`.
  func count(_ steps: Int, at place: JSONPlace) throws(DiagnosedError) {
    stepsLeft -= steps
    if stepsLeft < 0 {
      throw documents.failure(
        RDFRules.tooMany, at: place,
        [.plain("what", "definitions of terms"), .plain("limit", RDFLimits.contextSteps)])
    }
  }

  /// Counts the bytes of IRIs written out.
  ///
  /// - Throws: `rdf.too-long` for one or for all.
  func count(_ iri: JSONString, at place: JSONPlace) throws(DiagnosedError) {
    let length = iri.utf8.count
    guard length <= RDFLimits.iriBytes else {
      throw tooLong("An IRI", RDFLimits.iriBytes, at: place)
    }
    bytesLeft -= length
    if bytesLeft < 0 {
      throw tooLong("The document with its IRIs written out", RDFLimits.expandedBytes, at: place)
    }
  }

  private func tooLong(_ what: String, _ limit: Int, at place: JSONPlace) -> DiagnosedError {
    documents.failure(
      RDFRules.tooLong, at: place, [.plain("what", what), .plain("limit", limit)])
  }
}
