// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must be well-formed literals of a datatype.
///
/// Literals of datatypes that nobody here knows pass if the datatype is the right one.
/// - Source: SHACL §4.1.2.
package struct DatatypeConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "Datatype", parameters: ["datatype"], cost: 2,
    rule: FindingRule(
      "shacl.datatype", .violation, title: "Wrong datatype or ill-formed value",
      message: "{what} is {value}, which {problem}; {needed} is needed.",
      remedy: "Write the value as {needed}, or correct how the mapping reads it.",
      groupedBy: ["shape", "path"]))

  private let datatype: Term

  /// One constraint for each datatype.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    _ = shape.singleValues("datatype")
    return shape.iris("datatype").map { Self(datatype: $0) }
  }

  /// Resolves the datatype.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    datatype.value == RDF.langString
      ? PreparedTagged() : Prepared(datatype: plan.resolve(datatype))
  }

  /// What is wrong, and the datatype with an example.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    let name = Self.shortName(datatype.value)
    let example = Self.examples[datatype.value].map { ", such as \($0)" } ?? ""
    let needed = Self.word(datatype.value).map { "\($0) (\(name)\(example))" } ?? name
    return [
      .plain("problem", problem(result.value)), .plain("needed", needed),
      .plain("datatype", name),
    ]
  }

  /// `{$datatype}`.
  package var messageParameters: [String: String] { ["datatype": datatype.value] }

  private func problem(_ value: Term?) -> String {
    guard let value else { return "is missing" }
    switch value.kind {
    case .iri: return "is an IRI"
    case .blankNode: return "is a node without IRI"
    case .literal:
      return value.datatype == datatype.value
        ? "is not a well-formed \(Self.shortName(datatype.value))"
        : "has the datatype \(Self.shortName(value.datatype))"
    }
  }

  /// `xsd:date`, or the whole IRI.
  static func shortName(_ iri: String) -> String {
    for (prefix, namespace) in [("xsd:", XSD.namespace), ("rdf:", RDF.namespace)]
    where iri.utf8.starts(with: namespace.utf8) {
      return prefix + iri.dropFirst(namespace.count)
    }
    return "<\(iri)>"
  }

  // What people call the common types; others go by their names.
  private static func word(_ iri: String) -> String? {
    if iri == RDF.langString { return "text with a language tag" }
    switch XSDDatatype(iri: iri) {
    case .string: return "text"
    case .boolean: return "true or false"
    case .decimal: return "a decimal number"
    case .float, .double: return "a number"
    case .date: return "a date"
    case .dateTime: return "a date with time"
    case .time: return "a time of day"
    case .gYear: return "a year"
    case .gYearMonth: return "a year with month"
    case .duration: return "a duration"
    case .anyURI: return "a web address as text"
    case .some(let type) where type.isDecimal: return "a whole number"
    default: return nil
    }
  }

  private static let examples: [String: String] = [
    XSD.integer: "42", XSD.decimal: "1.5", XSD.double: "1.5E0", XSD.date: "2024-05-31",
    XSD.dateTime: "2024-05-31T14:30:00Z", XSD.gYear: "2024", XSD.gYearMonth: "2024-05",
    XSD.nonNegativeInteger: "42", XSD.anyURI: "https://example.org/",
    XSD.namespace + "duration": "P1Y6M", XSD.namespace + "time": "14:30:00",
  ]

  private final class Prepared: PreparedValueConstraint {
    let datatype: TermID

    init(datatype: TermID) {
      self.datatype = datatype
    }

    func accepts(_ value: TermID, _ run: ValidationRun) -> Bool {
      run.terms.kind(value) == .literal && run.terms.datatype(value) == datatype
        && run.literals.isWellFormed(value)
    }
  }

  private final class PreparedTagged: PreparedValueConstraint {
    func accepts(_ value: TermID, _ run: ValidationRun) -> Bool {
      run.terms.kind(value) == .literal && run.terms.datatype(value) == nil
    }
  }
}
