// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import LocatedYAML
internal import RDFModel

/// What a text stands for, which decides how prefixes in it are read; the words begin a message.
enum YARRRMLRole {
  /// An IRI: a prefix must be known.
  case iri(String)
  /// An IRI of a vocabulary, which is hardly ever relative.
  case name(String)
  /// Text: a colon is a colon.
  case text(String)
  /// An argument of a function: a known prefix is expanded, another is text.
  case argument(String)

  var words: String {
    switch self {
    case .iri(let words), .name(let words), .text(let words), .argument(let words): words
    }
  }
}

extension YARRRMLCompilation {
  /// Reads a term: a text, or a mapping with a value or a function.
  func term(_ node: YAMLNode, _ role: YARRRMLRole) -> Expression? {
    if let text = node.text, !node.isNull { return expression(text, at: node, role: role) }
    guard node.entries != nil else {
      if node.isNull {
        reader.report(YARRRMLRules.emptyTerm, at: node, [.plain("context", role.words)])
      } else {
        reader.reportKind(
          node, what: role.words, allowed: "text, or a mapping with a value or a function")
      }
      return nil
    }
    guard let mapping = open(node, YARRRMLKeys.term) else { return nil }
    return term(mapping, role)
  }

  /// Reads a predicate or graph, with its targets.
  func iriMap(_ node: YAMLNode, _ role: YARRRMLRole) -> TermMap? {
    guard node.entries != nil else {
      return term(node, role).map { TermMap($0, kind: .iri, place: node.place) }
    }
    guard let mapping = open(node, YARRRMLKeys.term) else { return nil }
    let targets = targets(mapping)
    return term(mapping, role).map {
      TermMap($0, kind: .iri, targets: targets, place: node.place)
    }
  }

  /// Reads the value or function of a term in long form.
  func term(_ mapping: YAMLMapping, _ role: YARRRMLRole) -> Expression? {
    switch theOne(of: ["value", "function"], in: mapping) {
    case "value":
      guard let value = mapping.required("value", as: .located) else { return nil }
      return expression(value.text, at: value.node, role: role)
    case "function": return call(mapping).flatMap { functionCall($0) }.map { .function($0) }
    default: return nil
    }
  }

  /// The key of several that is there; reports none and more than one.
  func theOne(of names: [String], in mapping: YAMLMapping) -> String? {
    let found = names.filter { mapping.entry($0) != nil }
    if found.count == 1 { return found[0] }
    reader.report(
      YARRRMLRules.oneOf, at: mapping.node,
      [
        .plain("context", mapping.context),
        .plain("choices", names.joined(separator: ", ")),
        .plain("found", found.isEmpty ? "none of them" : found.joined(separator: " and ")),
      ])
    return nil
  }

  /// Reads a text with its references.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - node: the scalar that holds it.
  ///   - offset: where in the scalar it begins.
  ///   - role: what it stands for.
  /// - Returns: the expression, `nil` if something was reported.
  func expression(
    _ text: String, at node: YAMLNode, offset: Int = 0, role: YARRRMLRole
  ) -> Expression? {
    var template = YARRRMLTemplate(text, base: offset)
    for (fault, offset) in template.faults {
      let rule =
        switch fault {
        case .emptyReference: YARRRMLRules.emptyReference
        case .unterminatedReference: YARRRMLRules.unterminatedReference
        }
      reader.report(Finding(rule, at: node.place(ofCharacterAt: offset)))
    }
    guard template.faults.isEmpty else { return nil }
    switch role {
    case .text: break
    case .argument:
      if let prefix = template.prefix, !template.afterPrefix.hasPrefix(" "),
        !template.afterPrefix.hasPrefix("//"), let namespace = document.prefixes[prefix]
      {
        template.expandPrefix(to: namespace)
      }
    case .iri, .name:
      let place = node.place(ofCharacterAt: offset)
      guard expandPrefix(&template, at: place) else { return nil }
      guard isIRI(template, role, at: node) else { return nil }
    }
    return expression(template, at: node)
  }

  /// The IRI that a constant name stands for.
  func constantIRI(_ text: String, at node: YAMLNode, offset: Int) -> String? {
    var template = YARRRMLTemplate(text, base: offset)
    guard template.constant != nil,
      expandPrefix(&template, at: node.place(ofCharacterAt: offset))
    else { return nil }
    return template.constant
  }

  /// Reports a character that no IRI may have.
  @discardableResult
  func reportForbiddenCharacter(in text: String, at node: YAMLNode) -> Bool {
    let found = text.unicodeScalars.first { scalar in
      scalar.value <= 0x20 || "<>\"{}|^`\\".unicodeScalars.contains(scalar)
    }
    guard let found else { return false }
    let words = found.value <= 0x20 ? "a blank or control character" : "the character “\(found)”"
    reader.report(YARRRMLRules.iriCharacter, at: node, [.plain("character", words)])
    return true
  }

  // A declared prefix goes before a scheme of the same name, unless `//` follows.
  private func expandPrefix(_ template: inout YARRRMLTemplate, at place: SourcePlace) -> Bool {
    guard let prefix = template.prefix else { return true }
    if template.afterPrefix.hasPrefix("//") { return true }
    if let namespace = document.prefixes[prefix] {
      template.expandPrefix(to: namespace)
      return true
    }
    if YARRRMLPrefixes.schemes.contains(prefix.lowercased()) { return true }
    let hint = NearestName.hint(prefix, in: document.prefixes.keys.sorted())
    reader.report(
      Finding(
        YARRRMLRules.unknownPrefix, at: place, [.plain("prefix", prefix), .plain("hint", hint)]))
    return false
  }

  private func isIRI(
    _ template: YARRRMLTemplate, _ role: YARRRMLRole, at node: YAMLNode
  ) -> Bool {
    if template.parts.isEmpty {
      reader.report(YARRRMLRules.emptyTerm, at: node, [.plain("context", role.words)])
      return false
    }
    for case .text(let text) in template.parts where reportForbiddenCharacter(in: text, at: node) {
      return false
    }
    if case .name = role, let text = template.constant, !text.contains(":") {
      reader.report(YARRRMLRules.relativeIRI, at: node, [.plain("text", text)])
    }
    return true
  }

  private func expression(_ template: YARRRMLTemplate, at node: YAMLNode) -> Expression {
    if let constant = template.constant { return .constant(constant) }
    let parts = template.parts.map { part -> TemplatePart in
      switch part {
      case .text(let text): .text(text)
      case .reference(let name, let offset):
        .reference(name, place: node.place(ofCharacterAt: offset))
      }
    }
    if case .reference(let name, let place)? = parts.first, parts.count == 1 {
      return .reference(name, place: place)
    }
    return .template(parts)
  }
}
