// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import LocatedYAML

extension YARRRMLCompilation {
  /// Reads an object given as text, or as `[value, datatype or language]`.
  func shortObject(_ node: YAMLNode, _ defaults: YARRRMLObjectDefaults) -> TermMap? {
    guard let parts = node.members else { return textObject(node, defaults) }
    guard (1...2).contains(parts.count), parts[0].text != nil else {
      reader.report(
        YARRRMLRules.objectShape, at: node, [.plain("found", countInWords(parts.count))])
      return nil
    }
    var own = defaults
    if parts.count == 2 {
      own.clearAnnotation()
      takeAnnotation(parts[1], into: &own)
    }
    return textObject(parts[0], own)
  }

  /// Reads an object in long form.
  func longObject(_ mapping: YAMLMapping, _ defaults: YARRRMLObjectDefaults) -> [ObjectMap] {
    var own = defaults
    own.type = mapping.optional("type", as: .oneOf(["iri", "blank", "literal"])) ?? own.type
    if mapping.value("datatype") != nil || mapping.value("language") != nil {
      own.clearAnnotation()
      if let datatype = mapping.value("datatype") { takeDatatype(datatype, into: &own) }
      if let language = mapping.value("language") { takeLanguage(language, into: &own) }
    }
    own.targets += targets(mapping)
    switch theOne(of: ["value", "function", "mapping"], in: mapping) {
    case "value":
      guard let value = mapping.required("value", as: .located) else { return [] }
      return textObject(value.node, own).map { [.term($0)] } ?? []
    case "function":
      guard let call = call(mapping).flatMap({ functionCall($0) }) else { return [] }
      let object = termMap(.function(call), own.isType ? "iri" : "literal", own, mapping.node)
      return object.map { [.term($0)] } ?? []
    case "mapping":
      if let entry = mapping.entry("targets") {
        reader.report(YARRRMLRules.targetOnLink, at: entry.key)
      }
      for key in ["type", "datatype", "language"] {
        guard let entry = mapping.entry(key) else { continue }
        reader.report(
          YARRRMLRules.notLiteral, at: entry.key, [.plain("kind", "the subject of a mapping")])
      }
      return links(mapping)
    default: return []
    }
  }

  /// Reads the third part of a short form: `en~lang` is a language, all else a datatype.
  func takeAnnotation(_ node: YAMLNode, into defaults: inout YARRRMLObjectDefaults) {
    if node.text?.hasSuffix("~lang") == true {
      takeLanguage(node, into: &defaults)
    } else {
      takeDatatype(node, into: &defaults)
    }
  }

  /// Reads a datatype.
  func takeDatatype(_ node: YAMLNode, into defaults: inout YARRRMLObjectDefaults) {
    let map = iriMap(node, .name("The datatype"))
    defaults.datatype = map?.expression
    defaults.targets += map?.targets ?? []
  }

  /// Reads a language, with or without `~lang`.
  ///
  /// - Source: BCP 47 §2.1, as far as RDF 1.1 Turtle production LANGTAG asks.
  func takeLanguage(_ node: YAMLNode, into defaults: inout YARRRMLObjectDefaults) {
    guard node.entries != nil else {
      defaults.language = language(node)
      return
    }
    guard let mapping = open(node, YARRRMLKeys.term) else { return }
    defaults.targets += targets(mapping)
    if mapping.entry("function") == nil, let value = mapping.value("value"), value.text != nil {
      defaults.language = language(value)
    } else {
      defaults.language = term(mapping, .text("The language"))
    }
  }

  private func language(_ node: YAMLNode) -> Expression? {
    guard let text = node.text, !node.isNull else { return term(node, .text("The language")) }
    let tag = text.hasSuffix("~lang") ? String(text.dropLast(5)) : text
    let expression = expression(tag, at: node, role: .text("The language"))
    if case .constant(let tag) = expression, !Self.isLanguageTag(tag) {
      reader.report(YARRRMLRules.languageTag, at: node, [.plain("tag", tag)])
      return nil
    }
    return expression
  }

  private static func isLanguageTag(_ tag: String) -> Bool {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    return parts.enumerated().allSatisfy { index, part in
      (1...8).contains(part.utf8.count)
        && part.allSatisfy { $0.isASCII && ($0.isLetter || index > 0 && $0.isNumber) }
    }
  }

  private func textObject(_ node: YAMLNode, _ defaults: YARRRMLObjectDefaults) -> TermMap? {
    guard let text = node.text, !node.isNull else {
      reader.report(YARRRMLRules.emptyTerm, at: node, [.plain("context", "The object")])
      return nil
    }
    let template = YARRRMLTemplate(text)
    let usual = template.isMarkedIRI || defaults.isType ? "iri" : "literal"
    let kind = template.isMarkedIRI ? "iri" : defaults.type ?? usual
    let role: YARRRMLRole =
      kind != "iri"
      ? .text("The object") : defaults.isType ? .name("The class") : .iri("The object")
    guard let expression = expression(text, at: node, role: role) else { return nil }
    if kind == "literal", defaults.type == nil { warnOfLiteral(template, text, node, defaults) }
    var own = defaults
    own.type = kind
    return termMap(expression, kind, own, node)
  }

  private func warnOfLiteral(
    _ template: YARRRMLTemplate, _ text: String, _ node: YAMLNode,
    _ defaults: YARRRMLObjectDefaults
  ) {
    guard defaults.datatype == nil, defaults.language == nil, let prefix = template.prefix,
      !template.afterPrefix.isEmpty || template.parts.count > 1,
      !template.afterPrefix.contains(" ")
    else { return }
    let isAddress = ["http", "https"].contains(prefix) && template.afterPrefix.hasPrefix("//")
    guard isAddress || document.prefixes[prefix] != nil else { return }
    reader.report(YARRRMLRules.literalLooksLikeIRI, at: node, [.plain("text", text)])
  }

  private func termMap(
    _ expression: Expression, _ usual: String, _ defaults: YARRRMLObjectDefaults, _ node: YAMLNode
  ) -> TermMap? {
    let kind: TermMap.Kind =
      switch defaults.type ?? usual {
      case "iri": .iri
      case "blank": .blankNode
      default: .literal
      }
    if defaults.datatype != nil && defaults.language != nil {
      reader.report(YARRRMLRules.datatypeAndLanguage, at: node)
      return nil
    }
    if kind != .literal && (defaults.datatype != nil || defaults.language != nil) {
      let words = kind == .iri ? "an IRI" : "a blank node"
      reader.report(YARRRMLRules.notLiteral, at: node, [.plain("kind", words)])
      return nil
    }
    return TermMap(
      expression, kind: kind, datatype: defaults.datatype, language: defaults.language,
      targets: defaults.targets, place: node.place)
  }
}
