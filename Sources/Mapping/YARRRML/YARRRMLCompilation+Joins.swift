// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import LocatedYAML

extension YARRRMLCompilation {
  /// Reads an object that is the subject of another mapping.
  ///
  /// - Source: YARRRML 1.3.0 §Referring to other mappings.
  func links(_ mapping: YAMLMapping) -> [ObjectMap] {
    let joins = mapping.list("conditions", as: .node).flatMap { node in
      call(condition: node).map { self.joins($0) } ?? []
    }
    return mapping.requiredList("mapping", as: .located).compactMap { name in
      guard mappingNames.contains(name.text) else {
        reader.report(
          YARRRMLRules.unknownMapping, at: name.node,
          [
            .plain("name", name.text),
            .plain("hint", NearestName.hint(name.text, in: mappingNames)),
          ])
        return nil
      }
      return .subjects(of: name.text, joins: joins, place: name.node.place)
    }
  }

  // The conjunction of equalities is one join condition for each.
  private func joins(_ call: YARRRMLCall) -> [JoinCondition] {
    if Self.equalities.contains(call.function) { return join(call).map { [$0] } ?? [] }
    var conditions: [JoinCondition] = []
    for argument in call.arguments where call.function == YARRRMLPrefixes.grel + "boolean_and" {
      if case .call(let inner) = argument.value { conditions += joins(inner) }
    }
    if conditions.isEmpty {
      reader.report(
        Finding(YARRRMLRules.joinCondition, at: call.place, [.plain("function", call.written)]))
    }
    return conditions
  }

  private func join(_ call: YARRRMLCall) -> JoinCondition? {
    guard call.arguments.count == 2, let sides = Self.sides(call.arguments) else {
      reader.report(Finding(YARRRMLRules.joinSides, at: call.place))
      return nil
    }
    let expressions = call.arguments.compactMap { argument in
      switch argument.value {
      case .expression(let expression): expression
      case .call(let inner): functionCall(inner).map { .function($0) }
      }
    }
    guard expressions.count == 2 else { return nil }
    let child = sides.first == .subject ? 0 : 1
    return JoinCondition(
      child: expressions[child], parent: expressions[1 - child], place: call.place)
  }

  // What is written decides; otherwise the first value is this record's, the second the other's.
  private static func sides(_ arguments: [YARRRMLCall.Argument]) -> [YARRRMLCall.Side]? {
    switch (arguments[0].side, arguments[1].side) {
    case (.subject, .object), (.subject, nil), (nil, .object): return [.subject, .object]
    case (.object, .subject), (.object, nil), (nil, .subject): return [.object, .subject]
    case (.subject, .subject), (.object, .object): return nil
    case (nil, nil):
      let isTurned = secondParameters.contains { arguments[0].parameter.hasSuffix($0) }
      return isTurned ? [.object, .subject] : [.subject, .object]
    }
  }

  private static let secondParameters = ["valueParameter2", "valueParam2", "str2"]

  private static let equalities = [
    YARRRMLPrefixes.idlab + "equal", YARRRMLPrefixes.newerIDLab + "equal",
  ]
}
