// SPDX-License-Identifier: Apache-2.0

/// What terms mean, and what holds for values that say nothing, at some place of a document.
///
/// Changed while its contexts are read, never after.
/// - Source: JSON-LD 1.1 API §4.1 “active context”.
final class ActiveContext {
  var terms: [JSONString: TermDefinition] = [:]
  var base: BaseIRI?
  /// What ``base`` is when `null` takes everything away.
  let originalBase: BaseIRI?
  var vocabulary: JSONString?
  var language: JSONString?
  var direction: JSONString?
  /// What holds again in nodes below, if this context does not reach them.
  var previous: ActiveContext?
  /// The context that this one was made from, where that is kept for use again.
  var origin: ActiveContext?
  /// What ``ContextProcessor`` has expanded here, by the text and how it was looked at.
  var expanded: [ExpansionKey: JSONString?] = [:]

  /// A context that says nothing.
  init(base: BaseIRI?) {
    self.base = base
    originalBase = base
  }

  /// A context that says the same.
  func copy() -> ActiveContext {
    let copy = ActiveContext(base: originalBase)
    copy.terms = terms
    copy.base = base
    copy.vocabulary = vocabulary
    copy.language = language
    copy.direction = direction
    copy.previous = previous
    return copy
  }

  /// A reference as an absolute IRI; as it is if there is no base.
  func resolved(_ reference: JSONString) -> JSONString {
    base.map { $0.resolved(reference) } ?? reference
  }
}

/// How a text is looked at when it is expanded.
struct ExpansionKey: Hashable {
  let text: JSONString
  let isRelativeToDocument: Bool
  let isVocabulary: Bool
}

extension BaseIRI {
  /// A reference as an absolute IRI.
  func resolved(_ reference: JSONString) -> JSONString {
    var bytes: [UInt8] = []
    resolve(Array(reference.utf8), into: &bytes)
    return JSONString(bytes)
  }
}
