// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Expands documents of JSON-LD.
///
/// The depth of its recursion is that of the document, which ``RDFLimits/jsonDepth`` bounds.
/// - Source: JSON-LD 1.1 API §5.1 to §5.3. Deviation: the result is made of types, not of JSON.
final class Expander {
  let contexts: ContextProcessor
  /// What references to contexts are resolved against.
  let base: BaseIRI?
  private var scoped: [ScopeKey: ActiveContext] = [:]

  /// A context applied to another.
  private struct ScopeKey: Hashable {
    let active: ObjectIdentifier
    let local: JSONPlace
    let propagates: Bool
    let overrides: Bool
  }

  init(_ contexts: ContextProcessor, base: BaseIRI?) {
    self.contexts = contexts
    self.base = base
  }

  /// Expands a value.
  ///
  /// - Parameters:
  ///   - element: the value.
  ///   - property: the key it stands at, `nil` at the top.
  ///   - context: what holds around it.
  ///   - isFromMap: whether its key is one of an index, so that contexts go on.
  /// - Returns: what is left of it, lists apart from single items.
  /// - Throws: `rdf.json-ld`, or a limit.
  func expand(
    _ element: JSONValue, of property: JSONString?, in context: ActiveContext,
    isFromMap: Bool = false
  ) throws(DiagnosedError) -> Expansion {
    switch element.kind {
    case .null: return .nothing
    case .array(let items):
      return .items(try expand(items, of: property, in: context, isFromMap: isFromMap))
    case .object(let object):
      return try expand(
        object, at: element.place, of: property, in: context, isFromMap: isFromMap)
    case .bool, .number, .string:
      guard let property, property != "@graph" else { return .nothing }
      var context = context
      if let own = context.terms[property]?.context {
        context = try apply(own, to: context)
      }
      return .item(try expandScalar(element, of: property, in: context))
    }
  }

  private func expand(
    _ items: [JSONValue], of property: JSONString?, in context: ActiveContext, isFromMap: Bool
  ) throws(DiagnosedError) -> [ExpandedItem] {
    let isList = property.flatMap { context.terms[$0] }?.container.contains(.list) == true
    var result: [ExpandedItem] = []
    for item in items {
      let expansion = try expand(item, of: property, in: context, isFromMap: isFromMap)
      if isList, case .items(let inner) = expansion {
        result.append(.list(inner, ExpandedMark(place: item.place)))
      } else {
        result += expansion.items
      }
    }
    return result
  }

  /// Applies the context of a property.
  func apply(
    _ own: ScopedContext, to context: ActiveContext
  ) throws(DiagnosedError) -> ActiveContext {
    var scope = ContextScope()
    scope.overridesProtected = true
    return try apply(own, to: context, scope)
  }

  /// Applies the context of a type, which does not reach nodes below unless it says so.
  func applyType(
    _ own: ScopedContext, to context: ActiveContext
  ) throws(DiagnosedError) -> ActiveContext {
    var scope = ContextScope()
    scope.propagates = false
    return try apply(own, to: context, scope)
  }

  private func apply(
    _ own: ScopedContext, to context: ActiveContext, _ scope: ContextScope
  ) throws(DiagnosedError) -> ActiveContext {
    let key = ScopeKey(
      active: ObjectIdentifier(context), local: own.value.place, propagates: scope.propagates,
      overrides: scope.overridesProtected)
    if let known = scoped[key], known.origin === context { return known }
    let result = try contexts.process(context, own.value, base: own.base, scope)
    result.origin = context
    // Objects in a row have the same contexts; more than a few are seldom needed at a time.
    if scoped.count >= 64 { scoped.removeAll() }
    scoped[key] = result
    return result
  }
}
