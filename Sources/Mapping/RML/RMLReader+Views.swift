// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

extension RMLReader {
  private static let viewWords: Set = [
    "type", "viewOn", "field", "leftJoin", "innerJoin", "structuralAnnotation",
  ]

  /// Reads a logical view as a source.
  ///
  /// - Source: RML-LV.
  mutating func view(_ node: RMLNode) -> LogicalSource? {
    checkWords(node, Self.viewWords, "logical view")
    guard openViews.insert(node.id).inserted else {
      reportCycle(node, "logical view")
      return nil
    }
    defer { openViews.remove(node.id) }
    guard let base = one(node, "viewOn", "logical view"), let source = member(base, of: node) else {
      return nil
    }
    var view = LogicalView(source: source, fields: [], place: node.place)
    view.fields = rml.values(node, "field").compactMap { field($0, open: []) }
    for (word, keepsUnmatched) in [("leftJoin", true), ("innerJoin", false)] {
      for join in rml.values(node, word) {
        if let join = self.join(join, of: node, keepsUnmatched: keepsUnmatched) {
          view.joins.append(join)
        }
      }
    }
    var result = LogicalSource(
      name: node.term.value, access: node.term.value,
      formulation: document.sources[source].formulation, place: node.place)
    result.view = view
    result.key = key(node)
    return result
  }

  // A source or view that a view is made of; a view that is still being read is a circle.
  private mutating func member(_ node: RMLNode, of view: RMLNode) -> Int? {
    if openViews.contains(node.id) {
      reportCycle(node, "logical view")
      return nil
    }
    return logicalSource(node)
  }

  private mutating func reportCycle(_ node: RMLNode, _ kind: String) {
    report(
      RMLRules.cycle, at: node.place, [.plain("kind", kind), .plain("name", node.term.value)])
  }

  private static let fieldWords: Set = [
    "type", "fieldName", "field", "iterator", "referenceFormulation", "reference", "template",
    "constant", "functionExecution", "functionValue", "return", "returnMap",
  ]

  private mutating func field(_ node: RMLNode, open: Set<TermID>) -> LogicalView.Field? {
    checkWords(node, Self.fieldWords, "field")
    guard !open.contains(node.id) else {
      reportCycle(node, "field")
      return nil
    }
    guard let name = one(node, "fieldName", "field") else { return nil }
    let fields = rml.values(node, "field").compactMap { field($0, open: open.union([node.id])) }
    let isExpression = rml.has(
      node, "reference", "template", "constant", "functionExecution", "functionValue")
    var namespaces: [String: String] = [:]
    let content: LogicalView.Field.Content
    if isExpression {
      guard let expression = expression(node, "field", isText: true) else { return nil }
      content = .expression(expression)
    } else {
      var formulation: LogicalSource.ReferenceFormulation?
      if let written = rml.value(node, "referenceFormulation") {
        namespaces = self.namespaces(of: written)
        let isXPath = rml.types(written).contains("XPathReferenceFormulation")
        switch isXPath ? "XPath" : RMLGraph.word(written.term.value) {
        case "CSV": formulation = .csv
        case "JSONPath": formulation = .jsonpath
        case "XPath": formulation = .xpath
        default:
          report(RMLRules.formulation, at: written.place, [.plain("name", written.term.value)])
          return nil
        }
      }
      guard rml.has(node, "iterator") || formulation == .csv else {
        report(RMLRules.noExpression, at: node.place, [.plain("owner", "field")])
        return nil
      }
      content = .iterable(
        iterator: rml.value(node, "iterator")?.term.value, formulation: formulation)
    }
    var made = LogicalView.Field(
      name: name.term.value, content: content, fields: fields, place: node.place)
    made.namespaces = namespaces
    return made
  }

  private mutating func join(
    _ node: RMLNode, of view: RMLNode, keepsUnmatched: Bool
  ) -> LogicalView.Join? {
    guard let parent = one(node, "parentLogicalView", "join") else { return nil }
    guard let source = member(parent, of: view) else { return nil }
    let conditions = rml.values(node, "joinCondition").compactMap { joinCondition($0) }
    if conditions.isEmpty {
      report(
        RMLRules.missing, at: node.place,
        owner(node, "join") + [.plain("part", "rml:joinCondition")])
      return nil
    }
    let fields = rml.values(node, "field").compactMap { field($0, open: []) }
    return LogicalView.Join(
      keepsUnmatched: keepsUnmatched, parent: source, conditions: conditions, fields: fields,
      place: node.place)
  }

  // Fields that a structural annotation says never to repeat together. Other annotations say nothing
  // about the output.
  private func key(_ node: RMLNode) -> [String] {
    for annotation in rml.values(node, "structuralAnnotation") {
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
