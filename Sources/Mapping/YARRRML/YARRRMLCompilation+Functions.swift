// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import LocatedYAML

/// A call as written, before it is known whether it joins two mappings.
struct YARRRMLCall {
  /// Whose record gives a value.
  enum Side {
    case subject
    case object
  }

  enum Value {
    case expression(Expression)
    case call(YARRRMLCall)
  }

  struct Argument {
    var parameter: String
    var value: Value
    var side: Side?
    var place: SourcePlace
  }

  var function: String
  var written: String
  var arguments: [Argument]
  var place: SourcePlace
}

extension YARRRMLCompilation {
  /// A function by its IRI, and the namespace for parameters without a prefix.
  private struct Function {
    var iri: String
    var namespace: String
    var isEquality: Bool
  }

  /// Reads a condition: a function in long form or in one line.
  func call(condition node: YAMLNode) -> YARRRMLCall? {
    if node.text != nil, !node.isNull { return lineCall(node) }
    guard let mapping = open(node, YARRRMLKeys.condition) else { return nil }
    return call(mapping)
  }

  /// Reads the function and parameters of a mapping.
  ///
  /// - Source: YARRRML 1.3.0 §Functions.
  func call(_ mapping: YAMLMapping) -> YARRRMLCall? {
    guard let name = mapping.required("function", as: .located) else { return nil }
    if YARRRMLFunctionText.isCall(name.text) {
      if let parameters = mapping.entry("parameters") {
        reader.report(
          YARRRMLRules.oneOf, at: parameters.key,
          [
            .plain("context", "a function in one line"),
            .plain("choices", "parameters in parentheses, the key parameters"),
            .plain("found", "both"),
          ])
      }
      return lineCall(name.node)
    }
    guard let function = function(name.text, at: name.node, offset: 0) else { return nil }
    let arguments = mapping.value("parameters").map { self.arguments($0, of: function) } ?? []
    return YARRRMLCall(
      function: function.iri, written: name.text, arguments: arguments, place: name.node.place)
  }

  /// The call in the terms of RML; reports values of another record.
  func functionCall(_ call: YARRRMLCall) -> FunctionCall? {
    var arguments: [FunctionCall.Argument] = []
    for argument in call.arguments {
      if argument.side == .object {
        reader.report(Finding(YARRRMLRules.noOtherRecord, at: argument.place))
        return nil
      }
      let value: Expression
      switch argument.value {
      case .expression(let expression): value = expression
      case .call(let inner):
        guard let inner = functionCall(inner) else { return nil }
        value = .function(inner)
      }
      arguments.append(
        FunctionCall.Argument(
          parameter: argument.parameter, value: value, place: argument.place))
    }
    return FunctionCall(function: call.function, arguments: arguments, place: call.place)
  }

  private func lineCall(_ node: YAMLNode) -> YARRRMLCall? {
    do {
      return call(try YARRRMLFunctionText.parse(node.text ?? ""), at: node)
    } catch {
      reader.report(
        Finding(
          YARRRMLRules.functionSyntax, at: node.place(ofCharacterAt: error.offset),
          [.plain("problem", error.problem)]))
      return nil
    }
  }

  private func call(_ text: YARRRMLFunctionText, at node: YAMLNode) -> YARRRMLCall? {
    guard let function = function(text.name, at: node, offset: text.offset) else { return nil }
    var arguments: [YARRRMLCall.Argument] = []
    for argument in text.arguments {
      let name = parameter(argument.name, of: function, at: node, offset: argument.nameOffset)
      let value: YARRRMLCall.Value?
      switch argument.value {
      case .call(let inner): value = call(inner, at: node).map { .call($0) }
      case .text(let text, let offset, let isQuoted):
        let role = isQuoted ? YARRRMLRole.text("The value") : argumentRole(text)
        value = expression(text, at: node, offset: offset, role: role).map { .expression($0) }
      }
      guard let name, let value else { continue }
      arguments.append(
        YARRRMLCall.Argument(
          parameter: name, value: value, place: node.place(ofCharacterAt: argument.nameOffset)))
    }
    return YARRRMLCall(
      function: function.iri, written: text.name, arguments: arguments,
      place: node.place(ofCharacterAt: text.offset))
  }

  // The reference parser knows “equal” without a prefix, with its parameters str1 and str2.
  private func function(_ text: String, at node: YAMLNode, offset: Int) -> Function? {
    if text == "equal" {
      return Function(
        iri: YARRRMLPrefixes.idlab + "equal", namespace: YARRRMLPrefixes.idlab, isEquality: true)
    }
    guard text.contains(":"), YARRRMLTemplate(text).constant != nil else {
      reader.report(
        Finding(
          YARRRMLRules.functionName, at: node.place(ofCharacterAt: offset),
          [.plain("name", text)]))
      return nil
    }
    guard let iri = constantIRI(text, at: node, offset: offset) else { return nil }
    let prefix = text.prefix { $0 != ":" }
    let cut = iri.lastIndex { $0 == "#" || $0 == "/" }
    let namespace =
      text.contains("://")
      ? cut.map { String(iri[...$0]) } : document.prefixes[String(prefix)]
    let isEquality = ["equal", "notEqual"].contains { name in
      iri == YARRRMLPrefixes.idlab + name || iri == YARRRMLPrefixes.newerIDLab + name
    }
    return Function(iri: iri, namespace: namespace ?? "", isEquality: isEquality)
  }

  private func parameter(
    _ text: String, of function: Function, at node: YAMLNode, offset: Int
  ) -> String? {
    if text.contains(":") { return constantIRI(text, at: node, offset: offset) }
    if function.isEquality, text == "str1" { return YARRRMLPrefixes.grel + "valueParameter" }
    if function.isEquality, text == "str2" { return YARRRMLPrefixes.grel + "valueParameter2" }
    return function.namespace + text
  }

  // Parameters come as a list of pairs or of mappings, as one of these, or as names with values.
  private func arguments(_ node: YAMLNode, of function: Function) -> [YARRRMLCall.Argument] {
    if let entries = node.entries {
      let names = YARRRMLKeys.parameter.keys[0].allNames
      if entries.contains(where: { names.contains($0.key.text ?? "") }) {
        return longArgument(node, of: function).map { [$0] } ?? []
      }
      return entries.compactMap { argument($0.key, $0.value, side: nil, of: function) }
    }
    guard let members = node.members else {
      reader.reportKind(node, what: "“parameters”", allowed: "a list of [name, value]")
      return []
    }
    if members.first?.text != nil {
      return shortArgument(node, members, of: function).map { [$0] } ?? []
    }
    return members.compactMap { member in
      if let parts = member.members { return shortArgument(member, parts, of: function) }
      return longArgument(member, of: function)
    }
  }

  private func shortArgument(
    _ node: YAMLNode, _ parts: [YAMLNode], of function: Function
  ) -> YARRRMLCall.Argument? {
    guard (2...3).contains(parts.count), parts[0].text != nil else {
      reader.report(
        YARRRMLRules.parameterShape, at: node, [.plain("found", countInWords(parts.count))])
      return nil
    }
    let side = parts.count == 3 ? self.side(parts[2]) : nil
    return argument(parts[0], parts[1], side: side, of: function)
  }

  private func longArgument(
    _ node: YAMLNode, of function: Function
  ) -> YARRRMLCall.Argument? {
    guard let mapping = open(node, YARRRMLKeys.parameter) else { return nil }
    let name = mapping.required("parameter", as: .located)
    let value = mapping.required("value", as: .node)
    let side = mapping.value("from").flatMap { self.side($0) }
    let type = mapping.optional("type", as: .oneOf(["iri", "literal"]))
    guard let name, let value else { return nil }
    return argument(name.node, value, side: side, of: function, type: type)
  }

  private func side(_ node: YAMLNode) -> YARRRMLCall.Side? {
    switch reader.value(node, as: .oneOf(["s", "subject", "o", "object"]), of: "from") {
    case "s", "subject": .subject
    case "o", "object": .object
    default: nil
    }
  }

  private func argument(
    _ name: YAMLNode, _ value: YAMLNode, side: YARRRMLCall.Side?, of function: Function,
    type: String? = nil
  ) -> YARRRMLCall.Argument? {
    let parameter = self.parameter(name.text ?? "", of: function, at: name, offset: 0)
    guard let value = argumentValue(value, type: type), let parameter else { return nil }
    return YARRRMLCall.Argument(
      parameter: parameter, value: value, side: side, place: name.place)
  }

  private func argumentValue(_ node: YAMLNode, type: String?) -> YARRRMLCall.Value? {
    if let text = node.text, !node.isNull {
      let role = type == "iri" ? YARRRMLRole.iri("The value") : argumentRole(text)
      return expression(text, at: node, role: role).map { .expression($0) }
    }
    if node.entries != nil {
      guard let mapping = open(node, YARRRMLKeys.argument) else { return nil }
      if mapping.entry("function") != nil && mapping.entry("value") == nil {
        return call(mapping).map { .call($0) }
      }
      let inner = mapping.optional("type", as: .oneOf(["iri", "literal"])) ?? type
      let role = inner == "iri" ? YARRRMLRole.iri("The value") : .argument("The value")
      return term(mapping, role).map { .expression($0) }
    }
    return term(node, .argument("The value")).map { .expression($0) }
  }

  private func argumentRole(_ text: String) -> YARRRMLRole {
    YARRRMLTemplate(text).isMarkedIRI ? .iri("The value") : .argument("The value")
  }
}
