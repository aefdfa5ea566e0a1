// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

extension RMLReader {
  /// Reads a logical view as a source.
  ///
  /// - Source: RML-LV.
  mutating func view(_ node: RMLNode) -> LogicalSource? {
    nested(node, "logical view") { $0.openView(node) }
  }

  private mutating func openView(_ node: RMLNode) -> LogicalSource? {
    check(node, .view)
    guard let base = one(node, "viewOn", "logical view"), let source = member(base) else {
      return nil
    }
    var view = LogicalView(source: source, fields: [], place: node.place)
    view.fields = rml.values(node, "field").compactMap { field($0) }
    for (word, keepsUnmatched) in [("leftJoin", true), ("innerJoin", false)] {
      for join in rml.values(node, word) {
        if let join = self.join(join, keepsUnmatched: keepsUnmatched) {
          view.joins.append(join)
        }
      }
    }
    var result = LogicalSource(
      name: node.term.isIRI ? node.term.value : "view \(node.words)", access: node.term.value,
      formulation: document.sources[source].formulation, place: node.place)
    result.view = view
    result.key = key(node)
    return result
  }

  // A source or view that a view is made of; a view that is still being read is a circle.
  private mutating func member(_ node: RMLNode) -> Int? {
    guard reading.open.contains(node.id) else { return logicalSource(node) }
    report(RMLRules.cycle, at: node.place, owner(node, "logical view"))
    return nil
  }

  private mutating func field(_ node: RMLNode) -> LogicalView.Field? {
    nested(node, "field") { $0.openField(node) }
  }

  private mutating func openField(_ node: RMLNode) -> LogicalView.Field? {
    check(node, .field)
    guard let name = one(node, "fieldName", "field"),
      count(name, bytes: name.term.value.utf8.count)
    else { return nil }
    let fields = rml.values(node, "field").compactMap { field($0) }
    let isExpression = rml.has(
      node, "reference", "column", "template", "constant", "functionExecution", "functionValue")
    var namespaces: [String: String] = [:]
    let content: LogicalView.Field.Content
    if isExpression {
      guard let expression = expression(node, "field", isText: true) else { return nil }
      content = .expression(expression)
    } else {
      var formulation: LogicalSource.ReferenceFormulation?
      if let written = rml.value(node, "referenceFormulation") {
        guard let bound = self.namespaces(of: written) else { return nil }
        namespaces = bound
        let isXPath = rml.types(written).contains("XPathReferenceFormulation")
        switch isXPath ? "XPath" : RMLGraph.word(written.term.value) {
        case "CSV": formulation = .csv
        case "JSONPath": formulation = .jsonpath
        case "XPath": formulation = .xpath
        default:
          report(RMLRules.formulation, at: written.place, [.plain("name", written.plainWords)])
          return nil
        }
      }
      guard rml.has(node, "iterator") || formulation == .csv else {
        report(RMLRules.noExpression, at: node.place, [.plain("owner", "field")])
        return nil
      }
      content = .iterable(
        iterator: rml.value(node, "iterator").flatMap { text($0, "iterator") },
        formulation: formulation)
    }
    var made = LogicalView.Field(
      name: name.term.value, content: content, fields: fields, place: node.place)
    made.namespaces = namespaces
    return made
  }

  private mutating func join(
    _ node: RMLNode, keepsUnmatched: Bool
  ) -> LogicalView.Join? {
    guard count(node) else { return nil }
    check(node, .viewJoin)
    guard let parent = one(node, "parentLogicalView", "join") else { return nil }
    guard let source = member(parent) else { return nil }
    let conditions = rml.values(node, "joinCondition").compactMap { joinCondition($0) }
    if conditions.isEmpty {
      report(
        RMLRules.missing, at: node.place,
        owner(node, "join") + [.plain("part", "rml:joinCondition")])
      return nil
    }
    let fields = rml.values(node, "field").compactMap { field($0) }
    return LogicalView.Join(
      keepsUnmatched: keepsUnmatched, parent: source, conditions: conditions, fields: fields,
      place: node.place)
  }

  // Fields that a structural annotation says never to repeat together. Other annotations say nothing
  // about the output.
  private mutating func key(_ node: RMLNode) -> [String] {
    let annotations = rml.values(node, "structuralAnnotation")
    for annotation in annotations { check(annotation, .annotation) }
    for annotation in annotations {
      let types = rml.types(annotation)
      guard types.contains("PrimaryKeyAnnotation") || types.contains("UniqueAnnotation") else {
        continue
      }
      let fields = rml.values(annotation, "onFields").flatMap { rml.list($0) ?? [$0] }
      if !fields.isEmpty {
        return fields.map { rml.value($0, "fieldName")?.term.value ?? $0.term.value }
      }
    }
    return []
  }
}
