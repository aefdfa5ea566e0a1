// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
internal import RDFModel
internal import Shapes

/// What the constraints of a shape ask for, in few words for a table.
struct ConstraintWords {
  private let shapes: Graph

  init(_ shapes: Graph) { self.shapes = shapes }

  /// `exactly one, an IRI, one of 17 codes`.
  func constraints(of shape: TermID) -> String {
    var words = counts(of: shape)
    if let kind = value(shape, "nodeKind") {
      words.append(Self.kinds[ShapeLabels.end(of: kind.value)] ?? ShapeLabels.end(of: kind.value))
    }
    if let datatype = value(shape, "datatype") { words.append("`\(Self.short(datatype.value))`") }
    if let type = value(shape, "class") { words.append("described as `\(Self.short(type.value))`") }
    if value(shape, "minLength") != nil { words.append("not empty") }
    if let pattern = value(shape, "pattern") { words.append("form `\(pattern.value)`") }
    let codes = members(shape, "in")
    if codes.count == 1 { words.append("<\(codes[0].value)>") }
    if codes.count > 1 { words.append("one of \(codes.count) codes") }
    let alternatives = members(shape, "or").map(alternative)
    if !alternatives.isEmpty { words.append(ResultContext.list(alternatives, "or")) }
    return words.joined(separator: ", ")
  }

  private func counts(of shape: TermID) -> [String] {
    switch (number(shape, "minCount"), number(shape, "maxCount")) {
    case (1, 1): ["exactly one"]
    case (let least, let most):
      [least.map { "at least \($0)" }, most.map { "at most \($0)" }].compactMap(\.self)
    }
  }

  private static let kinds = [
    "Literal": "text", "IRI": "an IRI", "BlankNodeOrIRI": "a node",
  ]

  private func alternative(_ node: Term) -> String {
    let id = shapes.id(node)
    if let label = shapes.object(id, shapes.id(.iri(RDFS.label))) {
      return shapes.terms.text(label)
    }
    return value(id, "datatype").map { "`\(Self.short($0.value))`" } ?? "another shape"
  }

  /// `violation` or `warning`.
  func severity(of shape: TermID) -> String {
    value(shape, "severity").map { ShapeLabels.end(of: $0.value).lowercased() } ?? "violation"
  }

  /// The shape author's words.
  func message(of shape: TermID) -> String { value(shape, "message")?.value ?? "" }

  /// A count.
  func number(_ shape: TermID, _ name: String) -> Int? {
    value(shape, name).flatMap { Int($0.value) }
  }

  /// The property that a shape is about, with its prefix; `nil` without a path of one step.
  func path(of shape: TermID) -> String? {
    value(shape, "path").flatMap { $0.isIRI ? Self.short($0.value) : nil }
  }

  private func value(_ shape: TermID, _ name: String) -> Term? {
    shapes.objects(of: shapes.terms.term(shape), .iri(SHACL.iri(name))).first
  }

  private func members(_ shape: TermID, _ name: String) -> [Term] {
    var members: [Term] = []
    var cell = value(shape, name)
    while let node = cell, let first = shapes.objects(of: node, .iri(RDF.first)).first {
      members.append(first)
      cell = shapes.objects(of: node, .iri(RDF.rest)).first
    }
    return members
  }

  /// An IRI with its prefix, where the catalogue has one for it.
  static func short(_ iri: String) -> String {
    for namespace in CataloguePrefixes.namespaces where iri.hasPrefix(namespace.iri) {
      return "\(namespace.prefix):\(iri.dropFirst(namespace.iri.count))"
    }
    return iri
  }
}
