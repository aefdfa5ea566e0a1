// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFModel

/// Puts a result into words: the rule of its component with what was found and what is allowed.
struct ResultWords {
  private let result: ValidationResult
  private let shape: Shape
  private let constraint: any Constraint
  private let context: ResultContext

  init(
    _ result: ValidationResult, shape: Shape, constraint: any Constraint, _ facts: ResultFacts,
    _ shapes: ShapesGraph
  ) {
    self.result = result
    self.shape = shape
    self.constraint = constraint
    context = ResultContext(
      labels: shapes.labels, shape: shape, value: result.value, witness: facts.witness,
      count: facts.count, kind: facts.kind, isFocusLiteral: result.focusNode.isLiteral,
      property: result.path.map { Self.property($0, shape, shapes.labels) }, field: facts.field,
      shapes: shapes)
  }

  // A value that is near an allowed one is told whoever words the advice.
  private func hasNearest(_ arguments: [FindingArgument]) -> Bool {
    arguments.contains { argument in
      guard argument.name == "nearest", case .sensitive = argument.value else { return false }
      return true
    }
  }

  // What is wrong by each of several alternatives is long; an author's own words say what is wanted.
  private var isExplained: Bool {
    let alternatives = [OrConstraint.component.iri, XoneConstraint.component.iri]
    return alternatives.contains(result.component) && !shape.messages.isEmpty
  }

  private static func property(
    _ path: PropertyPath, _ shape: Shape, _ labels: ShapeLabels
  ) -> String {
    if path == shape.path, let name = labels.name(shape.node) { return name }
    return path.text { labels.nameOrEnd($0) }
  }

  /// The finding, without a place.
  var finding: Finding {
    let why = ResultReason(result.details)
    var arguments: [FindingArgument] = [
      .plain("kind", context.subject), .plain("property", context.property ?? "itself"),
      .plain("what", context.what), .plain("shape", shape.name),
      .plain("path", result.path?.description ?? ""), .sensitive("focus", result.focusName),
      isExplained ? .plain("why", "") : why.argument,
    ]
    if let value = result.value {
      arguments.append(.sensitive("value", ShapeLabels.text(value)))
    }
    arguments += constraint.arguments(for: context)
    var rule = constraint.component.rule
    if context.field != nil || why.isAboutScheme { rule = rule.advising(HoldingField.advice) }
    if let message = shape.messages.first {
      arguments.append(.plain("message", message.value))
      // Who wrote the shape knows best what is wanted. Words with parameters would show values that
      // are to be hidden, so they leave our own advice in place.
      if !message.value.contains("{") {
        rule = rule.advising(hasNearest(arguments) ? "{message} Nearest: {nearest}." : "{message}")
      }
    }
    return Finding(
      rule, at: nil, severity: shape.severity, arguments,
      related: shape.place.map { [RelatedPlace("shape", $0)] } ?? [])
  }
}
