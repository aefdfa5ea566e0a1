// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFModel

/// Turns results of numbers into results of terms and words.
struct ResultRenderer {
  private let shapes: ShapesGraph
  private let run: ValidationRun
  private let source: ResultSource
  private let walk: PathWalk

  init(_ source: ResultSource, _ run: ValidationRun) {
    self.source = source
    shapes = source.shapes
    self.run = run
    walk = PathWalk(run.data)
  }

  /// A result with words.
  func result(_ raw: RawResult) -> ValidationResult {
    let shape = shapes.shapes[raw.site.shape]
    let constraint = shape.constraints[raw.site.constraint]
    let focus = run.terms.term(raw.site.focus)
    let value = raw.value == .none ? nil : run.terms.term(raw.value)
    let path = path(raw, shape)
    let field = HoldingField(raw.site.focus, shape, path, run)
    let messages = MessageTemplate.filled(
      shape.messages, focus: focus, value: value, path: path,
      parameters: { constraint.messageParameters })
    return ValidationResult(
      focusNode: focus, focusName: focusName(raw.site.focus, focus), path: path, value: value,
      messages: messages, details: ResultOrder.sorted(raw.details.map(result)),
      origin: (field?.statement ?? statement(raw)).map(run.data.origin) ?? 0, source: source,
      facts: ResultFacts(
        shape: Int32(raw.site.shape), constraint: Int32(raw.site.constraint), count: raw.count,
        witness: raw.witness == .none ? nil : run.terms.term(raw.witness),
        kind: kind(raw.site.focus, shape), field: field.map { name(of: $0) }))
  }

  /// Shapes that were cut short, as parts not evaluated.
  func tooDeep() -> [NotEvaluated] {
    run.tooDeep.sorted().map { index in
      NotEvaluated(
        shape: shapes.shapes[index].node, shapeName: shapes.shapes[index].name, part: "recursion",
        reason: "shapes nest deeper than \(ValidationRun.depthLimit) levels for some nodes",
        place: shapes.shapes[index].place)
    }
  }

  private func path(_ raw: RawResult, _ shape: Shape) -> PropertyPath? {
    if raw.statement >= 0 {
      return .predicate(run.terms.term(run.data.triples[raw.statement].predicate).value)
    }
    return shape.path
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

  // `“theme” of Dataset`, and how many other fields hold the same value.
  private func name(of field: HoldingField) -> String {
    let triple = run.data.triples[field.statement]
    let property = shapes.labels.nameOrEnd(run.terms.term(triple.predicate).value)
    let type = run.data.first(run.data.statements(triple.subject, run.type))
    let kind = type.map {
      shapes.labels.nameOrEnd(run.terms.term(run.data.triples[$0].object).value)
    }
    let others = field.count - 1
    let more = others == 0 ? "" : " (and of \(others) more field\(others == 1 ? "" : "s"))"
    return "“\(property)” of \(kind ?? "a node")\(more)"
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
  private func focusName(_ focus: TermID, _ term: Term) -> String {
    if term.isIRI { return ShapeLabels.text(term) }
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
