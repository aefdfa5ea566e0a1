// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFIO

extension PlanCompiler {
  /// Compiles the view of a source.
  mutating func view(_ view: LogicalView, of source: LogicalSource) -> PlannedView {
    var keys = ViewKeys(view: words(source))
    _ = keys.add("#")
    let formulation = formulation(of: view.source)
    let top = level(view.fields, prefix: "", formulation, &keys)
    let own = keys.names
    var joins: [PlannedViewJoin] = []
    for join in view.joins { joins.append(self.join(join, own: own, &keys)) }
    findings += keys.findings
    return PlannedView(source: view.source, keys: keys.names, top: top, joins: joins)
  }

  // Fields of a view refer to the names of another one's.
  private func formulation(of source: Int) -> LogicalSource.ReferenceFormulation? {
    let source = document.sources[source]
    return source.view == nil ? source.formulation : nil
  }

  // The columns of a level are those of a source that no map reads.
  private mutating func level(
    _ fields: [LogicalView.Field], prefix: String,
    _ formulation: LogicalSource.ReferenceFormulation?, _ keys: inout ViewKeys
  ) -> PlannedLevel {
    let source = newSource()
    var planned: [PlannedField] = []
    for field in fields {
      planned.append(self.field(field, prefix: prefix, source: source, formulation, &keys))
    }
    return PlannedLevel(references: references(of: source), fields: planned)
  }

  private mutating func field(
    _ field: LogicalView.Field, prefix: String, source: Int,
    _ formulation: LogicalSource.ReferenceFormulation?, _ keys: inout ViewKeys
  ) -> PlannedField {
    let name = prefix + field.name
    let indexKey = keys.add(name + ".#")
    switch field.content {
    case .expression(let expression):
      let key = keys.add(name, at: field.place)
      let iterations = iterations(of: field, name: name, formulation, &keys)
      return PlannedField(
        key: key, indexKey: indexKey, expression: self.expression(expression, source: source),
        iterations: iterations)
    case .iterable(let iterator, let own):
      keys.reserve(name, at: field.place)
      guard own == nil || own == formulation, formulation == .jsonpath, let iterator else {
        findings.append(
          Finding(MappingRules.iterableField, at: field.place, [.plain("field", name)]))
        return PlannedField(
          key: nil, indexKey: indexKey, expression: .template([]), iterations: [])
      }
      // The records of this field are values of the record around it.
      let level = level(field.fields, prefix: name + ".", formulation, &keys)
      return PlannedField(
        key: nil, indexKey: indexKey,
        expression: self.expression(
          .reference(iterator, place: field.place), source: source),
        iterations: [
          PlannedIteration(
            formulation: .jsonpath, iterator: "$", indexKey: nil, level: level, place: field.place)
        ])
    }
  }

  // What is inside of a value that is text of its own: JSON or XML in a cell, a table in a string.
  private mutating func iterations(
    of field: LogicalView.Field, name: String,
    _ formulation: LogicalSource.ReferenceFormulation?, _ keys: inout ViewKeys
  ) -> [PlannedIteration] {
    var iterations: [PlannedIteration] = []
    let plain = field.fields.filter { if case .expression = $0.content { true } else { false } }
    if !plain.isEmpty {
      let level = level(plain, prefix: name + ".", formulation, &keys)
      iterations.append(
        PlannedIteration(
          formulation: formulation ?? .jsonpath, iterator: nil, namespaces: document.prefixes,
          indexKey: nil, level: level, place: field.place))
    }
    for inner in field.fields {
      guard case .iterable(let iterator, let own) = inner.content else { continue }
      let innerName = name + "." + inner.name
      keys.reserve(innerName, at: inner.place)
      let indexKey = keys.add(innerName + ".#")
      let kind = own ?? formulation ?? .jsonpath
      let level = level(inner.fields, prefix: innerName + ".", kind, &keys)
      iterations.append(
        PlannedIteration(
          formulation: kind, iterator: iterator,
          namespaces: document.prefixes.merging(inner.namespaces) { _, own in own },
          indexKey: indexKey, level: level, place: inner.place))
    }
    return iterations
  }

  private mutating func join(
    _ join: LogicalView.Join, own: [String], _ keys: inout ViewKeys
  ) -> PlannedViewJoin {
    let (child, other) = (newSource(), newSource())
    let childKeys = join.conditions.map { expression($0.child, source: child) }
    let parentKeys = join.conditions.map { expression($0.parent, source: other) }
    var fields: [PlannedField] = []
    for field in join.fields {
      guard case .expression(let expression) = field.content else {
        findings.append(
          Finding(MappingRules.iterableField, at: field.place, [.plain("field", field.name)]))
        continue
      }
      fields.append(
        PlannedField(
          key: keys.add(field.name, at: field.place), indexKey: keys.add(field.name + ".#"),
          expression: self.expression(expression, source: other), iterations: []))
    }
    return PlannedViewJoin(
      keepsUnmatched: join.keepsUnmatched, parent: join.parent,
      child: PlannedLevel(references: references(of: child), fields: []),
      other: PlannedLevel(references: references(of: other), fields: fields),
      childKeys: childKeys, parentKeys: parentKeys, place: join.place)
  }

  /// Reports references to names that a view does not have.
  mutating func checkFields(
    _ references: [PlannedReference], of view: PlannedView, numbered number: Int
  ) {
    let names = Set(view.keys)
    for reference in references where !names.contains(reference.text) {
      // The run ends in any case, and a nearest name is dear.
      guard findings.count < RMLLimits.unknownFields else { return }
      let known = view.keys.lazy.filter { !$0.isEmpty }.prefix(RMLLimits.hintCandidates)
      findings.append(
        Finding(
          MappingRules.unknownField, at: reference.place,
          [
            .plain("field", reference.text), .plain("view", words(document.sources[number])),
            .plain("hint", NearestName.hint(reference.text, in: Array(known))),
          ]))
    }
  }

  /// Reports names that a view asks of the views it is made of and they do not have.
  mutating func checkFields(
    of view: PlannedView, numbered number: Int, in views: [PlannedView?]
  ) {
    if let base = views[view.source] {
      checkFields(view.top.references, of: base, numbered: view.source)
    }
    for join in view.joins {
      checkFields(join.child.references, of: view, numbered: number)
      if let parent = views[join.parent] {
        checkFields(join.other.references, of: parent, numbered: join.parent)
      }
    }
  }

  // What a message calls a view: by its IRI, or by the line that it stands on.
  private func words(_ source: LogicalSource) -> String {
    if IRISyntax.isAbsolute(source.name) { return "<\(source.name)>" }
    if case .text(let line, _) = source.place.locator { return "at line \(line)" }
    return "“\(source.name)”"
  }
}

/// The names of a view, numbered.
struct ViewKeys {
  let view: String
  private(set) var names: [String] = []
  private(set) var findings: [Finding] = []
  private var taken: Set<String> = []

  init(view: String) { self.view = view }

  /// Adds a name that nobody can have chosen.
  mutating func add(_ name: String) -> Int {
    names.append(name)
    return names.count - 1
  }

  /// Adds the name of a field.
  mutating func add(_ name: String, at place: SourcePlace) -> Int {
    reserve(name, at: place)
    return add(name)
  }

  /// Takes a name that stands for records, to which no map can refer.
  mutating func reserve(_ name: String, at place: SourcePlace) {
    if taken.insert(name).inserted { return }
    findings.append(
      Finding(
        RMLRules.fieldName, at: place, [.plain("view", view), .plain("name", name)]))
  }
}
