// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// Literals of expanded values.
///
/// - Source: JSON-LD 1.1 API §8.2.2 “Object to RDF Conversion”.
extension StatementBuilder {
  /// The literal of a value; `nil` if RDF cannot hold its datatype or language.
  mutating func literal(_ value: ExpandedValue, in target: Target) -> Term? {
    if value.type == "@json" {
      return .literal(JSONCanonicalForm.text(of: value.value), datatype: RDF.json)
    }
    if let type = value.type, !IRISyntax.isAbsolute(type.text) { return nil }
    switch value.value.kind {
    case .bool(let isTrue):
      return .literal(isTrue ? "true" : "false", datatype: value.type?.text ?? XSD.boolean)
    case .number(let spelling): return number(spelling, datatype: value.type?.text)
    case .string(let text): return string(text.text, value, in: target)
    case .null, .array, .object: return nil
    }
  }

  private func number(_ spelling: String, datatype: String?) -> Term {
    if datatype != XSD.double, let integer = JSONNumberForm.integer(spelling) {
      return .literal(integer, datatype: datatype ?? XSD.integer)
    }
    return .literal(JSONNumberForm.double(spelling), datatype: datatype ?? XSD.double)
  }

  private mutating func string(
    _ text: String, _ value: ExpandedValue, in target: Target
  ) -> Term? {
    if let tag = value.language, !TermCheck.isLanguageTag(tag.text) { return nil }
    if let type = value.type { return .literal(text, datatype: type.text) }
    guard let textDirection = value.direction, let direction else {
      return value.language.map { .literal(text, language: $0.text) } ?? .literal(text)
    }
    let tag = value.language?.text.lowercased()
    switch direction {
    case .i18nDatatype:
      return .literal(
        text, datatype: "https://www.w3.org/ns/i18n#\(tag ?? "")_\(textDirection.text)")
    case .compoundLiteral:
      let node = newNode()
      let place = value.value.place
      append(node, .iri(RDF.value), .literal(text), to: target, at: place)
      if let tag { append(node, .iri(RDF.language), .literal(tag), to: target, at: place) }
      append(
        node, .iri(RDF.direction), .literal(textDirection.text), to: target, at: place)
      return node
    }
  }
}
