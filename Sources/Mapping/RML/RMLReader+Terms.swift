// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Where a term map stands, which says what it may make.
enum RMLTermRole {
  case subject
  case predicate
  case object
  case graph

  var words: String {
    switch self {
    case .subject: "subject map"
    case .predicate: "predicate map"
    case .object: "object map"
    case .graph: "graph map"
    }
  }

  var allowed: Set<TermMap.Kind> {
    switch self {
    case .subject: [.iri, .blankNode]
    case .predicate: [.iri]
    case .graph: [.iri, .blankNode]
    case .object: [.iri, .blankNode, .literal]
    }
  }
}

extension RMLReader {
  /// Reads a term map.
  ///
  /// - Parameters:
  ///   - node: the map, or the term itself.
  ///   - role: where it stands.
  ///   - isConstant: whether the node is the term itself, by a shortcut.
  /// - Returns: `nil` after a finding.
  mutating func termMap(_ node: RMLNode, _ role: RMLTermRole, isConstant: Bool) -> TermMap? {
    guard count(node) else { return nil }
    if isConstant { return constantMap(node, node, role) }
    check(node, .termMap(role))
    if let constant = rml.value(node, "constant") { return constantMap(node, constant, role) }
    let gathering = gathering(node)
    // What is wrong with a gathering has been said.
    if gathering == nil, rml.has(node, "gather") { return nil }
    // A gathering without a head of its own has a blank node for each record.
    let hasExpression = rml.has(
      node, "reference", "template", "functionExecution", "functionValue", "column")
    let termType = termType(node, role)
    if !hasExpression, gathering != nil || termType?.kind == .blankNode {
      if let termType, termType.kind != .blankNode { reportHead(node, role) }
      var map = TermMap(
        .template([]), kind: .blankNode, gathering: gathering, place: node.place)
      annotate(&map, node, beside: gathering == nil ? "termType" : "gather", role)
      return finished(map, node)
    }
    let isText = termType.map { $0.kind == .literal } ?? isLiteralByDefault(node, role)
    guard let expression = expression(node, role.words, isText: isText) else { return nil }
    // The older vocabulary's own tests make an IRI of a subject that is said to be a literal.
    let isMistaken = rml.isOlder && role == .subject && termType?.kind == .literal
    let kind =
      (isMistaken ? .iri : termType?.kind)
      ?? (role == .object && isLiteralByDefault(node, role) ? .literal : .iri)
    guard role.allowed.contains(kind) else {
      report(
        RMLRules.termType, at: node.place,
        [
          .plain("found", kind == .literal ? "rml:Literal" : "rml:BlankNode"),
          .plain("owner", role.words),
          .plain("allowed", role == .predicate ? "rml:IRI" : "rml:IRI, rml:BlankNode"),
        ])
      return nil
    }
    var map = TermMap(
      expression, kind: kind, iriForm: termType?.form ?? .iri, gathering: gathering,
      place: node.place)
    annotate(&map, node, beside: "termType", role)
    // In the older vocabulary a literal without a datatype is a plain one, whatever its source says.
    if rml.isOlder, kind == .literal, map.datatype == nil, map.language == nil,
      case .reference = expression
    {
      map.datatype = .constant(XSD.string)
    }
    return finished(map, node)
  }

  private mutating func reportHead(_ node: RMLNode, _ role: RMLTermRole) {
    guard let type = rml.value(node, "termType") else { return }
    report(
      RMLRules.termType, at: type.place,
      [
        .plain("found", type.plainWords), .plain("owner", role.words + " without a head"),
        .plain("allowed", "rml:BlankNode"),
      ])
  }

  private mutating func finished(_ map: TermMap, _ node: RMLNode) -> TermMap {
    var map = map
    map.targets += targets(node)
    return map
  }

  // RML-Core §Term maps: an object is a literal if it comes from a reference or a function, or has a
  // datatype or language.
  private func isLiteralByDefault(_ node: RMLNode, _ role: RMLTermRole) -> Bool {
    role == .object
      && rml.has(
        node, "reference", "column", "functionExecution", "functionValue", "datatype",
        "datatypeMap", "language", "languageMap")
  }

  private mutating func constantMap(
    _ node: RMLNode, _ value: RMLNode, _ role: RMLTermRole
  ) -> TermMap? {
    let kind: TermMap.Kind =
      switch value.term.kind {
      case .iri: .iri
      case .blankNode: .blankNode
      case .literal: .literal
      }
    let declared = node.id == value.id ? nil : termType(node, role)
    guard role.allowed.contains(kind) else {
      report(
        RMLRules.constant, at: value.place,
        [
          .plain("value", value.plainWords), .plain("owner", role.words),
          .plain("found", "a literal"), .plain("allowed", "an IRI"),
        ])
      return nil
    }
    if let declared, declared.kind != kind {
      report(
        RMLRules.constant, at: value.place,
        [
          .plain("value", value.plainWords), .plain("owner", role.words),
          .plain("found", Self.words(kind)), .plain("allowed", Self.words(declared.kind)),
        ])
      return nil
    }
    var map = TermMap(.constant(value.term.value), kind: kind, place: value.place)
    if kind == .literal {
      if !value.term.language.isEmpty {
        map.language = .constant(value.term.language)
      } else if value.term.datatype != XSD.string {
        map.datatype = .constant(value.term.datatype)
      }
    }
    if node.id != value.id { annotate(&map, node, beside: "constant", role) }
    return node.id == value.id ? map : finished(map, node)
  }

  private static func words(_ kind: TermMap.Kind) -> String {
    switch kind {
    case .iri: "an IRI"
    case .blankNode: "a blank node"
    case .literal: "a literal"
    }
  }

  private mutating func termType(
    _ node: RMLNode, _ role: RMLTermRole
  ) -> (kind: TermMap.Kind, form: TermMap.IRIForm)? {
    guard let type = rml.value(node, "termType") else { return nil }
    switch RMLGraph.word(type.term.value) {
    case "IRI": return (.iri, .iri)
    case "URI": return (.iri, .uri)
    case "UnsafeIRI": return (.iri, .unsafeIRI)
    case "UnsafeURI": return (.iri, .unsafeURI)
    case "BlankNode": return (.blankNode, .iri)
    case "Literal": return (.literal, .iri)
    default:
      report(
        RMLRules.termType, at: type.place,
        [
          .plain("found", type.plainWords), .plain("owner", role.words),
          .plain(
            "allowed", "rml:IRI, rml:URI, rml:UnsafeIRI, rml:UnsafeURI, rml:BlankNode, rml:Literal"),
        ])
      return nil
    }
  }

  // Only a literal has a datatype or a language, and a constant that has one says so itself.
  private mutating func annotate(
    _ map: inout TermMap, _ node: RMLNode, beside other: String, _ role: RMLTermRole
  ) {
    guard map.kind == .literal, map.datatype == nil, map.language == nil else {
      let words = ["datatype", "datatypeMap", "language", "languageMap"]
      if role == .object, let word = words.first(where: { rml.has(node, $0) }) {
        reportContradiction(node, .termMap(role), other, word)
      }
      return
    }
    if let datatype = rml.value(node, "datatype") {
      map.datatype = .constant(datatype.term.value)
    } else if let datatype = rml.value(node, "datatypeMap") {
      map.datatype = expressionMap(datatype, "datatype map", isText: false)
      map.targets += targets(datatype)
    }
    if let language = rml.value(node, "language") {
      map.language = text(language, "language").map { .constant($0) }
    } else if let language = rml.value(node, "languageMap") {
      if let constant = rml.value(language, "constant") { _ = text(constant, "constant") }
      map.language = expressionMap(language, "language map", isText: true)
      map.targets += targets(language)
    }
  }

  // MARK: Expressions

  /// Reads a map that gives text and no term.
  ///
  /// - Parameters:
  ///   - node: the map.
  ///   - owner: what it is, in words.
  ///   - isText: whether a constant or template is text, and no IRI.
  /// - Returns: `nil` after a finding.
  mutating func expressionMap(_ node: RMLNode, _ owner: String, isText: Bool) -> Expression? {
    check(node, .expressionMap(owner))
    return expression(node, owner, isText: isText)
  }

  /// Reads what gives the text of a term.
  ///
  /// - Parameters:
  ///   - node: the map.
  ///   - owner: what it is, in words.
  ///   - isText: whether a constant or template is text, and no IRI.
  /// - Returns: `nil` after a finding.
  mutating func expression(_ node: RMLNode, _ owner: String, isText: Bool) -> Expression? {
    guard count(node) else { return nil }
    if let constant = rml.value(node, "constant") { return .constant(constant.term.value) }
    for word in ["reference", "column"] {
      guard let reference = rml.value(node, word) else { continue }
      return text(reference, word).map { .reference($0, place: reference.place) }
    }
    if let template = rml.value(node, "template") {
      return text(template, "template").flatMap { _ in self.template(template) }
    }
    if let execution = rml.value(node, "functionExecution") {
      return functionExecution(execution, return: rml.value(node, "return", "returnMap"))
        .map { .function($0) }
    }
    if let value = rml.value(node, "functionValue") {
      return functionValue(value).map { .function($0) }
    }
    report(RMLRules.noExpression, at: node.place, [.plain("owner", owner)])
    return nil
  }

  private mutating func template(_ node: RMLNode) -> Expression? {
    guard count(node, bytes: node.term.value.utf8.count) else { return nil }
    var parts: [TemplatePart] = []
    var text = ""
    var reference: String?
    var problem: String?
    var isEscaped = false
    for scalar in node.term.value.unicodeScalars {
      if isEscaped {
        if !["{", "}", "\\"].contains(scalar) {
          problem = problem ?? "has a backslash before “\(scalar)”, which needs none"
        }
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
        continue
      } else if scalar == "{" {
        if reference != nil { problem = problem ?? "has a brace inside of a reference" }
        if !text.isEmpty { parts.append(.text(text)) }
        text = ""
        reference = ""
        continue
      } else if scalar == "}" {
        guard let name = reference else {
          problem = problem ?? "closes a brace that it does not open"
          break
        }
        if name.isEmpty { problem = problem ?? "has a reference without a name" }
        parts.append(.reference(name, place: node.place))
        reference = nil
        continue
      }
      if reference != nil {
        reference?.unicodeScalars.append(scalar)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    if isEscaped { problem = problem ?? "ends in a backslash" }
    if reference != nil { problem = problem ?? "opens a brace that it does not close" }
    if !text.isEmpty { parts.append(.text(text)) }
    if let problem {
      report(
        RMLRules.template, at: node.place,
        [.plain("template", node.term.value), .plain("problem", problem)])
      return nil
    }
    return .template(parts)
  }
}
