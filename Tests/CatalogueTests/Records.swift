// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import RDFModel

/// Statements about records, over one table of terms.
struct Records {
  var terms = TermTable()
  var batch: [Triple] = []

  mutating func add(_ subject: String, _ property: String, _ object: Term) {
    let subject = terms.intern(.iri("https://example.org/r/" + subject))
    let predicate = terms.intern(.iri(property))
    batch.append(Triple(subject: subject, predicate: predicate, object: terms.intern(object)))
  }

  mutating func type(_ subject: String, _ name: String) {
    add(subject, RDF.type, .iri(Namespace.cdm[name]))
  }

  mutating func link(_ subject: String, _ property: String, _ object: String) {
    add(subject, Namespace.cdm[property], .iri("https://example.org/r/" + object))
  }

  mutating func code(_ subject: String, _ property: String, _ code: String) {
    add(subject, Namespace.cdm[property], .iri(Namespace.eucaim[code]))
  }

  mutating func text(
    _ subject: String, _ property: String, _ value: String, datatype: String = XSD.string
  ) {
    add(subject, Namespace.cdm[property], .literal(value, datatype: datatype))
  }

  /// People with a condition each, diagnosed at these ages.
  mutating func people(ages: [String]) {
    for (number, age) in ages.enumerated() {
      type("p\(number)", "Patient")
      type("c\(number)", "CancerCondition")
      link("c\(number)", "patient", "p\(number)")
      text("c\(number)", "cancerConditionAgeAtDiagnosis", age, datatype: XSD.decimal)
    }
  }

  /// A series of a study of a person; the study and the series are named after each other.
  mutating func series(_ name: String, of person: String) {
    type(name, "ImageSeries")
    link(name, "study", "study-" + name)
    type("study-" + name, "ImageStudy")
    link("study-" + name, "patient", person)
    type(person, "Patient")
  }

  /// Some people with a series each that has a code.
  mutating func series(_ count: Int, from first: Int = 0, _ property: String, _ code: String) {
    for number in first..<first + count {
      series("s\(number)", of: "p\(number)")
      self.code("s\(number)", property, code)
    }
  }

  func summarise(
    batchSize: Int = .max, variables: [VariableTable] = [], previous: DatasetSummary? = nil
  ) throws -> (DatasetSummary, [Finding]) {
    var summariser = Summariser(measures: try Samples.measures())
    var start = 0
    while start < batch.count {
      let end = batchSize == .max ? batch.count : min(batch.count, start + batchSize)
      summariser.add(batch[start..<end], terms: terms)
      start = end
    }
    let published = try previous.map { PublishedFigures(try Records.description(of: $0)) }
    var findings: [Finding] = []
    let summary = summariser.summary(
      terms: terms, variables: variables, previous: published,
      broader: { Self.broader[$0] ?? [] }, findings: &findings)
    return (summary, findings)
  }

  // Lung below bronchus and lung, as in the hyper-ontology.
  private static let broader = [
    Namespace.eucaim.CLIN1000065: [Namespace.eucaim.CLIN1000084],
    Namespace.eucaim.CLIN1051722: [Namespace.eucaim.CLIN1000065],
  ]

  /// What a summary looks like to everybody.
  static func description(of summary: DatasetSummary) throws -> DatasetDescription {
    DatasetDescription.make(
      summary: summary, human: try Samples.dataset("broken"),
      context: DescriptionContext(date: "2026-07-01"))
  }
}
