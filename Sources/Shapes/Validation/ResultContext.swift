// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// What a constraint may say about one of its results.
package struct ResultContext {
  /// What terms are called.
  package let labels: ShapeLabels
  /// The shape.
  package let shape: Shape
  /// The value at fault, if one is.
  package let value: Term?
  /// A value to point at when none is at fault by itself.
  package let witness: Term?
  /// How many there are, for constraints that count.
  package let count: Int
  /// What the focus node is: `Patient`; `nil` if neither data nor shape tell.
  package let kind: String?
  /// Whether the focus node is a literal.
  package let isFocusLiteral: Bool
  /// What the shape's path leads to: `birth sex`; `nil` in node shapes.
  package let property: String?
  /// The field that holds the focus node, where that is what has to be mended.
  package let field: String?
  /// All shapes, for constraints that name others.
  package let shapes: ShapesGraph

  /// What the focus node is called at the beginning of a sentence: `Patient`.
  var subject: String {
    if let field { return "The value of \(field)" }
    return kind ?? "The \(unnamed)"
  }

  /// What has a value that is at fault: `“birth sex” of Patient`.
  var what: String {
    guard let property else { return field ?? "The \(kind ?? unnamed) itself" }
    if let field { return "“\(property)” of the value of \(field)" }
    return "“\(property)” of \(kind ?? "the \(unnamed)")"
  }

  private var unnamed: String { isFocusLiteral ? "value" : "node" }

  /// What a term of the shapes is called: a name, `<IRI>` or quoted text.
  package func name(_ term: Term) -> String {
    if term.isLiteral { return "“\(term.value)”" }
    if let name = labels.name(term) { return name }
    return term.isIRI ? ShapeLabels.end(of: term.value) : "an unnamed node"
  }

  /// What a shape is called.
  package func name(_ shape: ShapeID) -> String {
    let shape = shapes[shape]
    if let name = labels.name(shape.node) { return "“\(name)”" }
    if shape.node.isIRI { return "“\(ShapeLabels.end(of: shape.node.value))”" }
    return Self.content(shape) ?? shape.name
  }

  // `the datatype xsd:date`: what a shape says when it says nothing else.
  private static func content(_ shape: Shape) -> String? {
    guard shape.path == nil, shape.constraints.count == 1,
      let parameter = shape.constraints.first?.messageParameters.first
    else { return nil }
    let end = ShapeLabels.end(of: parameter.value)
    switch parameter.key {
    case "datatype":
      return "the datatype \(parameter.value.hasPrefix(XSD.namespace) ? "xsd:" : "")\(end)"
    case "class": return "the class \(end)"
    case "nodeKind": return "the node kind \(end)"
    default: return nil
    }
  }

  /// Names as a list for people: `a, b or c`.
  package static func list(_ names: [String], _ word: String, most: Int = 12) -> String {
    if names.count > most {
      return names.prefix(most).joined(separator: ", ") + " \(word) \(names.count - most) more"
    }
    guard let last = names.last, names.count > 1 else { return names.first ?? "nothing" }
    return names.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// The indefinite article before a word.
  package static func article(_ word: String) -> String {
    guard let first = word.lowercased().first else { return "a" }
    return "aeiou".contains(first) ? "an" : "a"
  }
}
