// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RDFModel
import Shapes
import Testing

/// A description that a row of the tables forbids, derived from the row, and what is said about it.
struct ProfileFault: CustomTestStringConvertible, Sendable {
  /// What is wrong with the description.
  enum Kind: String, CaseIterable, Sendable {
    case missing, tooMany, wrongKind, outsideVocabulary
  }

  let row: ProfileRow
  let kind: Kind

  var testDescription: String { "\(row.name): \(kind.rawValue)" }

  /// Every fault that the tables' columns can tell.
  static let all: [ProfileFault] = ProfileRow.all.flatMap { row in
    Kind.allCases.map { ProfileFault(row: row, kind: $0) }.filter(\.isTold)
  }

  private var isTold: Bool {
    switch kind {
    case .missing: row.minimum == 1 || row.level == "R"
    case .tooMany: row.maximum == 1
    case .wrongKind: true
    case .outsideVocabulary: ["MUST", "SHOULD"].contains(row.strength) && !isOneAmongOthers
    }
  }

  // A value that must be among others: the table of conditions has its faults.
  private var isOneAmongOthers: Bool { row.property == "dcatap:applicableLegislation" }

  /// What is expected of the finding.
  struct Expectation {
    let component: String
    let severity: Severity
    let sentence: String
  }

  /// The description: the complete one, with the row's values replaced.
  func quads(_ fixture: ProfileFixture) -> [Quad] {
    let predicate = fixture.iri(row.property)
    let subjects = row.subjects(fixture)
    var quads = fixture.complete
    if kind != .tooMany {
      quads.removeAll { subjects.contains($0.subject) && $0.predicate == predicate }
    }
    return quads
      + subjects.flatMap { subject in
        values.map { Quad(subject, predicate, $0) }
      }
  }

  private static let other = Term.iri("https://data.example.org/other")

  // What stands in place of, or beside, the row's values.
  private var values: [Term] {
    switch kind {
    case .missing: []
    case .tooMany: [isLiteral ? .literal("other") : Self.other]
    case .wrongKind: [isText ? Self.other : .literal("wrong")]
    case .outsideVocabulary: [Self.other]
    }
  }

  private var isDate: Bool { row.condition.hasPrefix("typed xsd:date") }
  private var isText: Bool { row.range == ["rdfs:Literal"] && !isDate }
  private var isLiteral: Bool {
    row.range == ["rdfs:Literal"] || row.range.contains { $0.hasPrefix("xsd:") }
  }

  /// What the finding says at a node.
  func expectation(at node: Term, _ fixture: ProfileFixture) throws -> Expectation {
    let shape = try #require(row.shape(fixture))
    let subject = fixture.kind(of: node, in: fixture.complete)
    let what = "“\(row.label)” of \(subject)"
    switch kind {
    case .missing:
      let isAsked = row.level == "R" || row.isPending
      let number = row.maximum == 1 && !isAsked ? "exactly one" : "at least one"
      return Expectation(
        component: "MinCount", severity: isAsked ? .warning : .violation,
        sentence: "\(subject) has no \(row.label); \(number) "
          + (isAsked ? "should be given." : "is needed."))
    case .tooMany:
      return Expectation(
        component: "MaxCount", severity: .violation,
        sentence: "\(subject) has 2 values of \(row.label); at most one is allowed.")
    case .wrongKind: return wrongKind(what, shape, fixture)
    case .outsideVocabulary: return outside(what, shape, fixture)
    }
  }

  private func wrongKind(
    _ what: String, _ shape: Term, _ fixture: ProfileFixture
  ) -> Expectation {
    if isDate {
      return Expectation(
        component: "Or", severity: .violation,
        sentence:
          "\(what) is “wrong”, which conforms to none of the datatype xsd:date, the datatype "
          + "xsd:dateTime, the datatype xsd:gYear and the datatype xsd:gYearMonth; at least one is "
          + "needed.")
    }
    if let needed = Self.datatypes[row.range[0]] {
      return Expectation(
        component: "Datatype", severity: .violation,
        sentence: "\(what) is “wrong”, which has the datatype xsd:string; \(needed) is needed.")
    }
    if isText {
      return Expectation(
        component: "NodeKind", severity: .violation,
        sentence: "\(what) is <\(Self.other.value)>, which is an IRI; a literal is needed.")
    }
    let isNode = fixture.value(shape, SHACL.iri("nodeKind")) == .iri(SHACL.iri("BlankNodeOrIRI"))
    return Expectation(
      component: "NodeKind", severity: .violation,
      sentence: "\(what) is “wrong”, which is a literal; "
        + (isNode ? "an IRI or a node without IRI is needed." : "an IRI is needed."))
  }

  private static let datatypes = [
    "xsd:boolean": "true or false (xsd:boolean)",
    "xsd:nonNegativeInteger": "a whole number (xsd:nonNegativeInteger, such as 42)",
    "xsd:decimal": "a decimal number (xsd:decimal, such as 1.5)",
    "xsd:duration": "a duration (xsd:duration, such as P1Y6M)",
    "xsd:hexBinary": "xsd:hexBinary",
  ]

  // The shape that knows the vocabulary: the row's own with MUST, one of its own with SHOULD.
  private func outside(
    _ what: String, _ shape: Term, _ fixture: ProfileFixture
  ) -> Expectation {
    let severity: Severity = row.strength == "MUST" ? .violation : .warning
    let names = ["": shape.value, "Scheme": shape.value + ".Scheme", "Dpv": shape.value + ".Dpv"]
    let own =
      names.values.map(Term.iri).first {
        fixture.value($0, SHACL.iri("severity"))
          == .iri(SHACL.iri(severity == .violation ? "Violation" : "Warning"))
      } ?? shape
    let found = "\(what) is <\(Self.other.value)>"
    if let pattern = fixture.value(own, SHACL.iri("pattern")) {
      return Expectation(
        component: "Pattern", severity: severity,
        sentence: "\(found), which does not match the pattern “\(pattern.value)”.")
    }
    if fixture.value(own, SHACL.iri("in")) != nil {
      let allowed = fixture.members(own, "in").map { member in
        fixture.value(member, RDFS.label)?.value ?? ShapeLabels.end(of: member.value)
      }
      return Expectation(
        component: "In", severity: severity,
        sentence: "\(found); allowed is \(ResultContext.list(allowed, "or")).")
    }
    let alternatives = fixture.members(own, "or").map { member in
      "“\(fixture.value(member, RDFS.label)?.value ?? "")”"
    }
    return Expectation(
      component: "Or", severity: severity,
      sentence: "\(found), which conforms to none of \(ResultContext.list(alternatives, "and")); "
        + "at least one is needed.")
  }
}

extension ProfileFixture {
  /// The members of a list that a property of a shape holds.
  func members(_ shape: Term, _ property: String) -> [Term] {
    var members: [Term] = []
    var cell = value(shape, SHACL.iri(property))
    while let node = cell, let first = value(node, RDF.first) {
      members.append(first)
      cell = value(node, RDF.rest)
    }
    return members
  }
}
