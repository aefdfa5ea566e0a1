// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFModel
import Shapes
import Testing

/// One faulty input beside the words for each constraint component.
struct ConstraintWordingTests {
  struct Case: CustomTestStringConvertible {
    var rule: String
    /// What the property shape of `ex:value` has besides its path; `@` in front: the node shape.
    var constraint: String
    var data: String
    var sentence: String
    var remedy: String?
    var testDescription: String { rule }
  }

  static let cases: [Case] = [
    Case(
      rule: "shacl.min-count", constraint: "sh:name \"birth sex\" ; sh:minCount 1 ; sh:maxCount 1",
      data: "", sentence: "Patient has no birth sex; exactly one is needed.",
      remedy:
        "Add the value where it comes from: to the data, to the mapping that reads them, or to "
        + "the description."),
    Case(
      rule: "shacl.min-count", constraint: "sh:minCount 3", data: "ex:value 1, 2",
      sentence: "Patient has only 2 values of value; at least 3 are needed."),
    Case(
      rule: "shacl.max-count", constraint: "sh:maxCount 1", data: "ex:value 1, 2",
      sentence: "Patient has 2 values of value; at most one is allowed."),
    Case(
      rule: "shacl.class", constraint: "sh:class ex:Study", data: "ex:value ex:other",
      sentence: "“value” of Patient is <https://example.org/other>, which is not a Study.",
      remedy: "Point to a Study that the data describe, or give the value the type "
        + "<https://example.org/Study>."),
    Case(
      rule: "shacl.datatype", constraint: "sh:datatype xsd:date",
      data: "ex:value \"2021-02-30\"^^xsd:date",
      sentence: "“value” of Patient is “2021-02-30”, which is not a well-formed xsd:date; a date "
        + "(xsd:date, such as 2024-05-31) is needed."),
    Case(
      rule: "shacl.datatype", constraint: "sh:datatype xsd:integer", data: "ex:value \"1\"",
      sentence: "“value” of Patient is “1”, which has the datatype xsd:string; a whole number "
        + "(xsd:integer, such as 42) is needed."),
    Case(
      rule: "shacl.datatype", constraint: "sh:datatype rdf:langString", data: "ex:value \"a\"",
      sentence:
        "“value” of Patient is “a”, which has the datatype xsd:string; text with a language "
        + "tag (rdf:langString) is needed."),
    Case(
      rule: "shacl.node-kind", constraint: "sh:nodeKind sh:BlankNodeOrIRI", data: "ex:value \"a\"",
      sentence: "“value” of Patient is “a”, which is a literal; an IRI or a node without IRI is "
        + "needed."),
    Case(
      rule: "shacl.min-exclusive", constraint: "sh:minExclusive 0", data: "ex:value 0.0",
      sentence: "“value” of Patient is “0.0”, which is not more than 0; more than 0 is needed."),
    Case(
      rule: "shacl.min-inclusive", constraint: "sh:minInclusive 18", data: "ex:value 17",
      sentence: "“value” of Patient is “17”, which is less than 18; 18 or more is needed."),
    Case(
      rule: "shacl.max-exclusive", constraint: "sh:maxExclusive 5", data: "ex:value 5",
      sentence: "“value” of Patient is “5”, which is not less than 5; less than 5 is needed."),
    Case(
      rule: "shacl.max-inclusive", constraint: "sh:maxInclusive 120", data: "ex:value \"sixty\"",
      sentence: "“value” of Patient is “sixty”, which cannot be compared with 120; 120 or less is "
        + "needed."),
    Case(
      rule: "shacl.min-length", constraint: "sh:minLength 3", data: "ex:value \"é\"",
      sentence: "“value” of Patient is “é”, which has 1 character; at least 3 are needed."),
    Case(
      rule: "shacl.max-length", constraint: "sh:maxLength 1", data: "ex:value \"éé\"",
      sentence: "“value” of Patient is “éé”, which has 2 characters; at most 1 is allowed."),
    Case(
      rule: "shacl.pattern", constraint: "sh:pattern \"^[A-Z]+$\" ; sh:flags \"i\"",
      data: "ex:value \"a1\"",
      sentence:
        "“value” of Patient is “a1”, which does not match the pattern “^[A-Z]+$” with flags "
        + "“i”."),
    Case(
      rule: "shacl.language-in", constraint: "sh:languageIn (\"en\" \"de\")",
      data: "ex:value \"a\"@fr, \"b\"@de-CH",
      sentence: "“value” of Patient is “a”, which is tagged “fr”; allowed is “en” or “de”."),
    Case(
      rule: "shacl.unique-lang", constraint: "sh:uniqueLang true",
      data: "ex:value \"a\"@en, \"b\"@EN, \"c\"@de",
      sentence: "Patient has 2 values of value in the language “en”; one is allowed."),
    Case(
      rule: "shacl.equals", constraint: "sh:equals ex:other", data: "ex:value 1",
      sentence:
        "“value” of Patient and “other” must have the same values; only one of them has “1”."
    ),
    Case(
      rule: "shacl.disjoint", constraint: "sh:disjoint ex:other", data: "ex:value 1 ; ex:other 1",
      sentence: "“value” of Patient and “other” must not share values; both have “1”."),
    Case(
      rule: "shacl.less-than", constraint: "sh:lessThan ex:other", data: "ex:value 2 ; ex:other 2",
      sentence: "“value” of Patient is “2”, which is not less than every value of “other”."),
    Case(
      rule: "shacl.less-than-or-equals", constraint: "sh:lessThanOrEquals ex:other",
      data: "ex:value 3 ; ex:other 2",
      sentence: "“value” of Patient is “3”, which is not less than or equal to every value of "
        + "“other”."),
    Case(
      rule: "shacl.not", constraint: "sh:not ex:Positive", data: "ex:value 3",
      sentence: "“value” of Patient is “3”, which conforms to “positive number” and must not."),
    Case(
      rule: "shacl.and", constraint: "sh:and (ex:Positive ex:Even)", data: "ex:value -3",
      sentence:
        "“value” of Patient is “-3”, which does not conform to each of “positive number” and "
        + "“Even”: the value itself is “-3”; allowed is “0”, “2” or “4”; and the value itself is "
        + "“-3”, which is not more than 0; more than 0 is needed."),
    Case(
      rule: "shacl.or", constraint: "sh:or (ex:Positive [ sh:nodeKind sh:IRI ])",
      data: "ex:value -3",
      sentence: "“value” of Patient is “-3”, which conforms to none of “positive number” and "
        + "the node kind IRI; at least one is needed: the value itself is “-3”, which is not "
        + "more than 0; more than 0 is needed; and the value itself is “-3”, which is a literal; "
        + "an IRI is needed."),
    Case(
      rule: "shacl.xone", constraint: "sh:xone (ex:Positive ex:Positive)", data: "ex:value 3",
      sentence: "“value” of Patient is “3”, which conforms to 2 of “positive number” and “positive "
        + "number”; exactly one is needed."),
    Case(
      rule: "shacl.node", constraint: "sh:node ex:Positive", data: "ex:value -3",
      sentence: "“value” of Patient is “-3”, which does not conform to “positive number”: "
        + "the value itself is “-3”, which is not more than 0; more than 0 is needed."),
    Case(
      rule: "shacl.qualified-min-count",
      constraint: "sh:qualifiedValueShape ex:Positive ; sh:qualifiedMinCount 2",
      data: "ex:value -3, 3",
      sentence: "Patient has 1 value of value that conforms to “positive number”; at least 2 are "
        + "needed."),
    Case(
      rule: "shacl.qualified-max-count",
      constraint: "sh:qualifiedValueShape ex:Positive ; sh:qualifiedMaxCount 1",
      data: "ex:value 4, 3",
      sentence: "Patient has 2 values of value that conform to “positive number”; at most one is "
        + "allowed."),
    Case(
      rule: "shacl.closed", constraint: "@sh:closed true ; sh:ignoredProperties (rdf:type)",
      data: "ex:valu 1",
      sentence:
        "Patient has “valu”, which its shape does not allow; allowed is “value” and “type”.",
      remedy: "Remove the property, or use one that is allowed. Did you mean “value”?"),
    Case(
      rule: "shacl.has-value", constraint: "sh:hasValue ex:Positive", data: "",
      sentence: "“value” of Patient must include “positive number” <https://example.org/Positive> "
        + "and does not."),
    Case(
      rule: "shacl.in", constraint: "sh:in (\"female\" \"male\")", data: "ex:value \"femal\"",
      sentence: "“value” of Patient is “femal”; allowed is “female” or “male”.",
      remedy: "Use one of the allowed values, or map this one to one of them. Nearest: “female”."),
    Case(
      rule: "shacl.node-kind", constraint: "@sh:nodeKind sh:BlankNode", data: "",
      sentence:
        "The Patient itself is <https://example.org/p>, which is an IRI; a node without IRI "
        + "is needed."),
  ]

  static func shapes(_ constraint: String) -> String {
    let isNode = constraint.hasPrefix("@")
    return """
      ex:Shape sh:targetClass ex:Patient \(isNode ? "; \(constraint.dropFirst())" : "") ;
        sh:property [ sh:path ex:value \(isNode ? "" : "; \(constraint)") ] .
      ex:Positive a sh:NodeShape ; rdfs:label "positive number"@en ; sh:minExclusive 0 .
      ex:Even a sh:NodeShape ; sh:in (0 2 4) .
      """
  }

  @Test(arguments: cases) func `a violated constraint is told in plain words`(_ entry: Case) throws
  {
    let data = "ex:p a ex:Patient\(entry.data.isEmpty ? "" : " ; ") \(entry.data) ."
    let report = try ShapesFixture.validate(Self.shapes(entry.constraint), data)
    let result = try #require(report.results.first)
    #expect(report.results.count == 1)
    #expect(result.finding().rule.id == entry.rule)
    #expect(result.sentence == entry.sentence)
    if let remedy = entry.remedy { #expect(result.remedy == remedy) }
    #expect(!result.sentence.contains("{") && !result.remedy.contains("{"))
  }

  @Test func `every component but one has a case above`() {
    let told = Set(Self.cases.map(\.rule))
    let all = Set(ConstraintRegistry.components.map { $0.component.rule.id })
    // Property shapes report for themselves.
    #expect(all.subtracting(told) == ["shacl.property"])
  }

  @Test func `rule ids are unique`() {
    #expect(Set(ShapesRules.all.map(\.id)).count == ShapesRules.all.count)
  }
}
