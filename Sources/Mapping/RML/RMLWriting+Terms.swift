// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

extension RMLWriting {
  /// Writes a predicate, object or graph, by its shortcut where it is a plain constant.
  mutating func write(
    _ map: TermMap, of node: Term, _ word: String, condition: FunctionCall? = nil
  ) {
    let isBare =
      map.targets.isEmpty && map.gathering == nil && map.iriForm == .iri && condition == nil
    if isBare, let constant = constant(map) {
      add(node, word, constant)
      return
    }
    let term = self.node(node, word + "Map")
    write(map, as: term, usual: word == "object" ? usual(map) : .iri)
    if let condition { write(condition: condition, of: term) }
  }

  /// Writes what makes a term.
  ///
  /// - Parameters:
  ///   - map: the term map.
  ///   - node: its node.
  ///   - usual: the kind of term that RML takes where none is written.
  mutating func write(_ map: TermMap, as node: Term, usual: TermMap.Kind) {
    if let constant = constant(map) {
      add(node, "constant", constant)
    } else {
      write(map.expression, as: node, constant: { .literal($0) })
      writeKind(map, as: node, usual: usual)
      writeAnnotation(map, as: node)
    }
    if let gathering = map.gathering { write(gathering, as: node) }
    for target in map.targets { add(node, "logicalTarget", targetName(target)) }
  }

  /// Writes an expression.
  mutating func write(_ expression: Expression, as node: Term, constant: (String) -> Term) {
    switch expression {
    case .constant(let text): add(node, "constant", constant(text))
    case .reference(let reference, _): add(node, "reference", .literal(reference))
    case .template(let parts):
      guard !parts.isEmpty else { return }
      add(node, "template", .literal(Self.template(parts)))
    case .function(let call): write(call, as: node)
    }
  }

  /// Writes a condition.
  mutating func write(condition: FunctionCall, of node: Term) {
    write(condition, as: self.node(node, "condition"))
  }

  private mutating func write(_ call: FunctionCall, as node: Term) {
    let execution = self.node(node, "functionExecution")
    add(execution, "function", .iri(call.function))
    for argument in call.arguments {
      let input = self.node(execution, "input")
      add(input, "parameter", .iri(argument.parameter))
      if case .constant(let text) = argument.value {
        add(input, "inputValue", .literal(text))
      } else {
        let value = self.node(input, "inputValueMap")
        write(argument.value, as: value, constant: { .literal($0) })
        // A template would be an IRI, whose references are percent-encoded.
        if case .template = argument.value {
          add(value, "termType", .iri(RMLVocabulary.rml + "Literal"))
        }
      }
    }
    if let output = call.output { add(node, "return", .iri(output)) }
  }

  private mutating func writeKind(_ map: TermMap, as node: Term, usual: TermMap.Kind) {
    let word: String
    switch (map.kind, map.iriForm) {
    case (.blankNode, _): word = "BlankNode"
    case (.literal, _): word = "Literal"
    case (.iri, .iri): word = "IRI"
    case (.iri, .uri): word = "URI"
    case (.iri, .unsafeIRI): word = "UnsafeIRI"
    case (.iri, .unsafeURI): word = "UnsafeURI"
    }
    // The head of a list is a blank node unless something else is said.
    if map.gathering != nil, map.expression == .template([]) { return }
    if map.kind != usual || word.hasPrefix("U") {
      add(node, "termType", .iri(RMLVocabulary.rml + word))
    }
  }

  private mutating func writeAnnotation(_ map: TermMap, as node: Term) {
    switch map.datatype {
    case nil: break
    case .constant(let iri): add(node, "datatype", .iri(iri))
    case .some(let other):
      write(other, as: self.node(node, "datatypeMap"), constant: { .iri($0) })
    }
    switch map.language {
    case nil: break
    case .constant(let tag): add(node, "language", .literal(tag))
    case .some(let other):
      write(other, as: self.node(node, "languageMap"), constant: { .literal($0) })
    }
  }

  private mutating func write(_ gathering: Gathering, as node: Term) {
    var members: [Term] = []
    for member in gathering.members {
      let map = self.node()
      members.append(map)
      if case .term(let term) = member { write(term, as: map, usual: usual(term)) }
    }
    var list = Term.iri(RDF.nil)
    for member in members.reversed() {
      let cell = self.node()
      block.append(Quad(cell, .iri(RDF.first), member))
      block.append(Quad(cell, .iri(RDF.rest), list))
      list = cell
    }
    add(node, "gather", list)
    let form = gathering.form.rawValue
    add(node, "gatherAs", .iri(RDF.namespace + form.prefix(1).uppercased() + form.dropFirst()))
    if gathering.strategy == .cartesianProduct {
      add(node, "strategy", .iri(RMLVocabulary.rml + "cartesianProduct"))
    }
    if gathering.allowsEmpty {
      add(node, "allowEmptyListAndContainer", .literal("true", datatype: XSD.boolean))
    }
  }

  // A literal carries its datatype or language itself, since a constant is a whole term.
  private func constant(_ map: TermMap) -> Term? {
    guard case .constant(let text) = map.expression else { return nil }
    switch map.kind {
    case .iri: return .iri(text)
    case .blankNode: return nil
    case .literal:
      switch (map.datatype, map.language) {
      case (nil, nil): return .literal(text)
      case (.constant(let iri), nil): return .literal(text, datatype: iri)
      case (nil, .constant(let tag)): return .literal(text, language: tag)
      default: return nil
      }
    }
  }

  // RML-Core: an object is a literal if it is a reference, a function, or has datatype or language.
  private func usual(_ map: TermMap) -> TermMap.Kind {
    if map.datatype != nil || map.language != nil { return .literal }
    switch map.expression {
    case .reference, .function: return .literal
    case .template: return .iri
    case .constant: return map.kind == .blankNode ? .iri : map.kind
    }
  }

  /// Template text with references in braces; braces and backslashes that stand for themselves have a
  /// backslash before them.
  static func template(_ parts: [TemplatePart]) -> String {
    func escaped(_ text: String) -> String {
      var result = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        if scalar == "{" || scalar == "}" || scalar == "\\" { result.append("\\") }
        result.append(scalar)
      }
      return String(result)
    }
    return parts.map { part in
      switch part {
      case .text(let text): escaped(text)
      case .reference(let reference, _): "{\(escaped(reference))}"
      }
    }.joined()
  }
}
