// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFModel

/// Turns results of numbers into results of terms and words.
struct ResultRenderer {
  private let shapes: ShapesGraph
  private let run: ValidationRun
  private let order: ResultOrder
  private let walk: PathWalk

  init(_ shapes: ShapesGraph, _ run: ValidationRun, order: ResultOrder) {
    self.shapes = shapes
    self.run = run
    self.order = order
    walk = PathWalk(run.data)
  }

  /// Results with words, in the order of reports.
  func forEachResult(_ raw: [RawResult], _ body: (ValidationResult) -> Void) {
    for raw in order.sorted(raw) { body(result(raw)) }
  }

  private func result(_ raw: RawResult) -> ValidationResult {
    let shape = shapes.shapes[raw.site.shape]
    let constraint = shape.constraints[raw.site.constraint]
    let focus = run.terms.term(raw.site.focus)
    let value = raw.value == .none ? nil : run.terms.term(raw.value)
    let path = path(raw, shape)
    let focusName = focusName(raw.site.focus)
    let context = ResultContext(
      labels: shapes.labels, shape: shape, value: value,
      witness: raw.witness == .none ? nil : run.terms.term(raw.witness), count: raw.count,
      kind: kind(raw.site.focus, shape), isFocusLiteral: focus.isLiteral,
      property: path.map { property($0, shape) },
      shapes: shapes)
    let messages = MessageTemplate.filled(
      shape.messages, focus: focus, value: value, path: path,
      parameters: constraint.messageParameters)
    return ValidationResult(
      focusNode: focus, focusName: focusName, path: path, value: value,
      component: constraint.component.iri, sourceShape: shape.node,
      shapePlace: shape.place, severity: shape.severity, severityTerm: shape.severityTerm,
      messages: messages, messageTemplates: shape.messages,
      details: order.sorted(raw.details).map { result($0) },
      origin: statement(raw).map(run.data.origin) ?? 0,
      wording: wording(constraint, context, focusName: focusName, path: path))
  }

  /// Shapes that were cut short, as parts not evaluated.
  func tooDeep() -> [NotEvaluated] {
    run.tooDeep.sorted().map { index in
      NotEvaluated(
        shape: shapes.shapes[index].node, part: "recursion",
        reason: "shapes nest deeper than \(ValidationRun.depthLimit) levels for some nodes",
        place: shapes.shapes[index].place)
    }
  }

  private func wording(
    _ constraint: any Constraint, _ context: ResultContext, focusName: String, path: PropertyPath?
  ) -> Finding {
    let property = context.property
    let unnamed = context.isFocusLiteral ? "value" : "node"
    let itself = "The \(context.kind ?? unnamed) itself"
    var arguments: [FindingArgument] = [
      .plain("kind", context.kind ?? "The \(unnamed)"), .plain("property", property ?? "itself"),
      .plain(
        "what", property.map { "“\($0)” of \(context.kind ?? "the \(unnamed)")" } ?? itself),
      .plain("shape", ShapeLabels.text(context.shape.node)),
      .plain("path", path?.description ?? ""), .sensitive("focus", focusName),
    ]
    if let value = context.value {
      arguments.append(.sensitive("value", ShapeLabels.text(value)))
    }
    arguments += constraint.arguments(for: context)
    var rule = constraint.component.rule
    if let message = context.shape.messages.first {
      arguments.append(.plain("message", message.value))
      // Who wrote the shape knows best what is wanted. Words with parameters would show values that
      // are to be hidden, so they leave our own advice in place.
      if !message.value.contains("{") { rule = rule.advising("{message}") }
    }
    return Finding(
      rule, at: nil, severity: context.shape.severity, arguments,
      related: context.shape.place.map { [RelatedPlace("shape", $0)] } ?? [])
  }

  private func path(_ raw: RawResult, _ shape: Shape) -> PropertyPath? {
    if raw.statement >= 0 {
      return .predicate(run.terms.term(run.data.triples[raw.statement].predicate).value)
    }
    return shape.path
  }

  private func property(_ path: PropertyPath, _ shape: Shape) -> String {
    if path == shape.path, let name = shapes.labels.name(shape.node) { return name }
    return path.text { shapes.labels.nameOrEnd($0) }
  }

  // The node's own type says most; then what the shape is about.
  private func kind(_ focus: TermID, _ shape: Shape) -> String? {
    if let statement = run.data.first(run.data.statements(focus, run.type)) {
      return shapes.labels.nameOrEnd(run.terms.term(run.data.triples[statement].object).value)
    }
    if case .instances(let type) = shape.targets.first {
      return shapes.labels.nameOrEnd(type.value)
    }
    return nil
  }

  // The statement that leads to the value; without one what makes the node a focus node.
  private func statement(_ raw: RawResult) -> Int? {
    let site = raw.site
    if raw.statement >= 0 { return raw.statement }
    let value = raw.value == .none ? raw.witness : raw.value
    if value != .none, let path = run.compiled.shapes[site.shape].path,
      let found = walk.statement(path, from: site.focus, to: value)
    {
      return found
    }
    return run.data.first(run.data.statements(site.focus, run.type))
      ?? run.data.first(run.data.statements(site.focus))
      ?? run.data.statement(leadingTo: site.focus)
  }

  // `distribution of <https://…>`: blank nodes have no name of their own.
  private func focusName(_ focus: TermID) -> String {
    var steps: [String] = []
    var node = focus
    while run.terms.isData(node), run.terms.kind(node) == .blankNode, steps.count < 8,
      let statement = run.data.statement(leadingTo: node)
    {
      let triple = run.data.triples[statement]
      steps.append(shapes.labels.nameOrEnd(run.terms.term(triple.predicate).value))
      node = triple.subject
    }
    let isUnnamed = run.terms.kind(node) == .blankNode
    let end = isUnnamed ? unnamed(node) : ShapeLabels.text(run.terms.term(node))
    return (steps + [end]).joined(separator: " of ")
  }

  private func unnamed(_ node: TermID) -> String {
    guard let type = run.data.first(run.data.statements(node, run.type)) else {
      return "an unnamed node"
    }
    let name = shapes.labels.nameOrEnd(run.terms.term(run.data.triples[type].object).value)
    return "an unnamed \(name)"
  }
}
