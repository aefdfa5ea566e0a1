// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// Reads the parameters of one shape and notes what is wrong with them.
package struct ShapeReader {
  /// All statements about shapes.
  package let source: ShapesSource
  /// The node that describes the shape.
  package let node: TermID
  /// Whether the shape has a path.
  package let isPropertyShape: Bool
  /// What was wrong with the shape.
  package var findings: [Finding] = []
  /// What cannot be evaluated.
  package var notEvaluated: [NotEvaluated] = []
  private let numbers: ShapeNumbers

  /// Prepares to read a shape.
  ///
  /// - Parameters:
  ///   - source: all statements.
  ///   - node: the shape.
  ///   - isPropertyShape: whether it has a path.
  ///   - numbers: gives the number of the shape that a node describes.
  init(_ source: ShapesSource, node: TermID, isPropertyShape: Bool, numbers: ShapeNumbers) {
    self.source = source
    self.node = node
    self.isPropertyShape = isPropertyShape
    self.numbers = numbers
  }

  /// The shape's node as a term.
  package var term: Term { source.graph.terms.term(node) }

  /// What people call the shape.
  package var name: String { source.name(of: node) }

  /// The statements of a SHACL property.
  package func statements(_ name: String) -> Range<Int> {
    source.graph.statements(subject: node, predicate: source.graph.id(.iri(SHACL.iri(name))))
  }

  /// The values of a SHACL property, in the order of the shapes graph.
  package func values(_ name: String) -> [Term] {
    statements(name).map { source.graph.terms.term(source.graph.triples[$0].object) }
  }

  /// The values of a property that should have one value at most.
  ///
  /// All values are returned: evaluating each is never laxer than the author meant.
  package mutating func singleValues(_ name: String) -> [Term] {
    let statements = statements(name)
    if statements.count > 1 { noteRepeated(ShapesRules.parameterRepeated, name, statements) }
    return values(name)
  }

  /// The values of a property that must be IRIs.
  package mutating func iris(_ name: String) -> [Term] {
    statements(name).compactMap { statement in
      let value = source.graph.terms.term(source.graph.triples[statement].object)
      if value.isIRI { return value }
      illFormed(name, value, allowed: "an IRI", statement)
      return nil
    }
  }

  /// The values of a property that must be counts.
  package mutating func counts(_ name: String) -> [Int] {
    singleValues(name).compactMap { value in
      if let datatype = XSDDatatype(iri: value.datatype), datatype.isDecimal,
        XSDLexical.isValid(value.value, .integer), let count = Int(value.value), count >= 0
      {
        return count
      }
      illFormed(name, value, allowed: "a whole number from 0 up", nil)
      return nil
    }
  }

  /// Whether a property says `true`.
  ///
  /// Only `"true"^^xsd:boolean` counts; any other value but `false` is noted.
  package mutating func flag(_ name: String) -> Bool {
    let values = values(name)
    for value in values
    where value.datatype != XSD.boolean || (value.value != "true" && value.value != "false") {
      illFormed(name, value, allowed: "true or false", nil)
    }
    let isTrue = values.contains(.literal("true", datatype: XSD.boolean))
    if values.count > 1 {
      noteConflict(name, used: .literal(isTrue ? "true" : "false", datatype: XSD.boolean))
    }
    return isTrue
  }

  /// The lists that are values of a property; broken ones are noted.
  package mutating func lists(_ name: String) -> [[TermID]] {
    let reader = ListReader(source.graph)
    return statements(name).compactMap { statement in
      let list = source.graph.triples[statement].object
      if let members = reader.members(list) { return members }
      note(ShapesRules.listBroken, name, statement)
      leaveOut(name, "its list is broken")
      return nil
    }
  }

  /// The lists of terms that are values of a property.
  package mutating func termLists(_ name: String) -> [[Term]] {
    lists(name).map { $0.map { source.graph.terms.term($0) } }
  }

  /// The shapes that are values of a property; those described nowhere are noted.
  package mutating func shapes(_ name: String) -> [ShapeID] {
    statements(name).compactMap { statement in
      shape(source.graph.triples[statement].object, name, statement)
    }
  }

  /// The lists of shapes that are values of a property.
  ///
  /// A list with a member that is described nowhere is left out as a whole: without it `sh:or` would
  /// be stricter and `sh:and` laxer than their author meant.
  package mutating func shapeLists(_ name: String) -> [[ShapeID]] {
    lists(name).compactMap { members in
      let shapes = members.compactMap { shape($0, name, statements(name).first) }
      return shapes.count == members.count ? shapes : nil
    }
  }

  /// The shape that a node describes, to be read after this one; `nil` and a note if it is described
  /// nowhere.
  package mutating func shape(_ shape: TermID, _ name: String, _ statement: Int?) -> ShapeID? {
    // A blank node that says nothing is a shape that everything conforms to.
    let kind = source.graph.terms.kind(shape)
    if kind == .blankNode || !source.graph.statements(subject: shape).isEmpty {
      return numbers.number(of: shape)
    }
    let text = ShapeLabels.text(source.graph.terms.term(shape))
    findings.append(
      Finding(
        ShapesRules.shapeMissing, at: statement.flatMap { source.place(statement: $0) },
        [
          .plain("shape", self.name), .plain("parameter", "sh:" + name),
          .plain("missing", text),
        ]))
    leaveOut(name, "\(text) is described nowhere in the shapes")
    return nil
  }

  /// Notes that a parameter's value is not of the kind that SHACL asks for.
  package mutating func illFormed(_ name: String, _ value: Term, allowed: String, _ statement: Int?)
  {
    let place = statement ?? statements(name).first
    findings.append(
      Finding(
        ShapesRules.parameterIllFormed, at: place.flatMap { source.place(statement: $0) },
        [
          .plain("shape", self.name), .plain("parameter", "sh:" + name),
          .plain("value", ShapeLabels.text(value)), .plain("allowed", allowed),
        ]))
    leaveOut(name, "its value \(ShapeLabels.text(value)) is not \(allowed)")
  }

  /// Notes something about a parameter.
  package mutating func note(_ rule: FindingRule, _ name: String, _ statement: Int?) {
    findings.append(
      Finding(
        rule, at: statement.flatMap { source.place(statement: $0) },
        [.plain("shape", self.name), .plain("parameter", "sh:" + name)]))
  }

  /// Notes at the last of several statements that there should be one, with the places of the others.
  package mutating func noteRepeated(
    _ rule: FindingRule, _ parameter: String, _ statements: Range<Int>,
    _ arguments: [FindingArgument] = []
  ) {
    let last = source.last(of: statements)
    let others = statements.filter { $0 != last }.compactMap { source.place(statement: $0) }
    findings.append(
      Finding(
        rule, at: last.flatMap { source.place(statement: $0) },
        [.plain("shape", name), .plain("parameter", "sh:" + parameter)] + arguments,
        related: others.map { RelatedPlace("also stated", $0) }))
  }

  /// Notes that of several values of a parameter only one is used.
  package mutating func noteConflict(_ parameter: String, used: Term) {
    let values = values(parameter).map { ShapeLabels.text($0) }
    noteRepeated(
      ShapesRules.valuesConflict, parameter, statements(parameter),
      [
        .plain("values", ResultContext.list(values, "and")),
        .plain("used", ShapeLabels.text(used)),
      ])
  }

  /// Records a part that no validation will evaluate.
  package mutating func leaveOut(_ name: String, _ reason: String) {
    notEvaluated.append(
      NotEvaluated(
        shape: term, shapeName: self.name, part: "sh:" + name, reason: reason,
        place: source.place(node: node)))
  }
}

/// Gives numbers to the nodes that describe shapes, in the order in which they are met.
final class ShapeNumbers {
  private(set) var nodes: [TermID] = []
  private var byNode: [TermID: ShapeID] = [:]

  func number(of node: TermID) -> ShapeID {
    if let known = byNode[node] { return known }
    let number = ShapeID(index: nodes.count)
    nodes.append(node)
    byNode[node] = number
    return number
  }
}
