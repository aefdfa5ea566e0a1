// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import RDFModel
import Testing

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

  func summarise(batchSize: Int = .max) throws -> (DatasetSummary, [Finding]) {
    var summariser = Summariser(measures: try Samples.measures())
    var start = 0
    while start < batch.count {
      let end = batchSize == .max ? batch.count : min(batch.count, start + batchSize)
      summariser.add(batch[start..<end], terms: terms)
      start = end
    }
    var findings: [Finding] = []
    return (summariser.summary(terms: terms, findings: &findings), findings)
  }
}

struct SummariserTests {
  func found(_ findings: [Finding], _ rule: FindingRule, _ property: String) -> [Finding] {
    findings.filter {
      $0.rule == rule && $0.argument("property")?.shown(showValues: false) == property
    }
  }

  @Test(arguments: [1, 2, 7, Int.max])
  func `a record counts once, however often and in whatever batch it is stated`(size: Int) throws {
    var records = Records()
    for _ in 0..<3 {
      for number in 0..<6 {
        records.text("p\(number)", "patientId", "x")
        records.type("p\(number)", "Patient")
        records.type("s\(number)", "ImageStudy")
      }
    }
    let (summary, _) = try records.summarise(batchSize: size)
    #expect(
      summary.value(of: Namespace.healthdcatap.numberOfUniqueIndividuals) == .count(.exact(6)))
    #expect(summary.value(of: Namespace.healthdcatap.numberOfRecords) == .count(.exact(6)))
  }

  @Test(arguments: 1...4) func `a count from 1 to 4 is withheld with a finding`(count: Int) throws {
    var records = Records()
    for number in 0..<count { records.type("p\(number)", "Patient") }
    let (summary, findings) = try records.summarise()
    #expect(
      summary.value(of: Namespace.healthdcatap.numberOfUniqueIndividuals) == .count(.withheld))
    let found = found(findings, SummaryRules.smallCount, "numberOfUniqueIndividuals")
    #expect(
      found.map { $0.message() } == [
        "numberOfUniqueIndividuals is not published: the records hold fewer than 5 of Patient, and a small count could point at single people."
      ])
  }

  @Test func `a count of five is published`() throws {
    var records = Records()
    for number in 0..<5 { records.type("p\(number)", "Patient") }
    let (summary, findings) = try records.summarise()
    #expect(
      summary.value(of: Namespace.healthdcatap.numberOfUniqueIndividuals) == .count(.exact(5)))
    #expect(found(findings, SummaryRules.smallCount, "numberOfUniqueIndividuals").isEmpty)
  }

  @Test func `nothing to count is no zero but a finding`() throws {
    var records = Records()
    records.type("t", "Tumor")
    let (summary, findings) = try records.summarise()
    #expect(
      summary.value(of: Namespace.healthdcatap.numberOfUniqueIndividuals) == MeasuredValue.none)
    #expect(
      found(findings, SummaryRules.nothingMeasured, "numberOfUniqueIndividuals").map {
        $0.message()
      } == [
        "numberOfUniqueIndividuals is not published: the records hold nothing of Patient that it could be computed from."
      ])
  }

  @Test func `a set holds each concept once, in order, with counts that nobody can subtract`()
    throws
  {
    var records = Records()
    for number in 0..<10 {
      records.code("s\(number)", "seriesModality", number < 2 ? "IMG1000042" : "IMG1000038")
      records.code("s\(number)", "seriesModality", number < 2 ? "IMG1000042" : "IMG1000038")
      records.code("s\(number)", "seriesManufacturer", number < 5 ? "IMG1000046" : "IMG1000044")
    }
    let (summary, findings) = try records.summarise(batchSize: 3)
    #expect(
      summary.value(of: Namespace.eucaim.hasImageModality)
        == .concepts([
          MeasuredConcept(Namespace.eucaim["IMG1000038"], count: .withheld),
          MeasuredConcept(Namespace.eucaim["IMG1000042"], count: .withheld),
        ]))
    #expect(
      summary.value(of: Namespace.eucaim.hasEquipmentManufacturer)
        == .concepts([
          MeasuredConcept(Namespace.eucaim["IMG1000044"], count: .exact(5)),
          MeasuredConcept(Namespace.eucaim["IMG1000046"], count: .exact(5)),
        ]))
    let small = found(findings, SummaryRules.smallGroup, "hasImageModality")
    #expect(small.map(\.severity) == [.note])
    #expect(
      small.first?.argument("value") == .sensitive(Namespace.eucaim["IMG1000042"]))
    #expect(found(findings, SummaryRules.smallGroup, "hasEquipmentManufacturer").isEmpty)
  }

  @Test func `a value that is no concept is left out and reported without showing it`() throws {
    var records = Records()
    records.text("s", "seriesModality", "Magnetom")
    let (summary, findings) = try records.summarise()
    #expect(summary.value(of: Namespace.eucaim.hasImageModality) == MeasuredValue.none)
    let reported = found(findings, SummaryRules.notAConcept, "hasImageModality")
    #expect(
      reported.map { $0.message() } == [
        "The value ‹hidden› of seriesModality is no concept, so that hasImageModality leaves it out."
      ])
    #expect(found(findings, SummaryRules.nothingMeasured, "hasImageModality").count == 1)
  }

  @Test func `of several conditions the most frequent is taken, among equals the first`() throws {
    var records = Records()
    for number in 0..<6 {
      records.code("c\(number)", "cancerConditionCode", number < 4 ? "CLIN1000084" : "CLIN1000075")
    }
    var (summary, findings) = try records.summarise()
    #expect(
      summary.value(of: Namespace.eucaim.hasCondition) == Samples.concepts(["CLIN1000084"]))
    #expect(
      found(findings, SummaryRules.severalValues, "hasCondition").map { $0.message() } == [
        "The records hold 2 different values for hasCondition, of which the profile allows one; the most frequent is published."
      ])
    for number in 6..<8 { records.code("c\(number)", "cancerConditionCode", "CLIN1000075") }
    (summary, findings) = try records.summarise()
    #expect(
      summary.value(of: Namespace.eucaim.hasCondition) == Samples.concepts(["CLIN1000075"]))
  }

  @Test func `a period is that of the years of all dates, of whatever precision`() throws {
    var records = Records()
    records.text("a", "seriesAcquisitionDate", "2019-03-04", datatype: XSD.date)
    records.text("b", "seriesAcquisitionDate", "2015", datatype: XSD.gYear)
    records.text("c", "seriesAcquisitionDate", "2021-07-01T10:00:00Z", datatype: XSD.dateTime)
    records.text("d", "seriesAcquisitionDate", "03/04/2031")
    let (summary, findings) = try records.summarise()
    #expect(summary.value(of: Namespace.dct.temporal) == .yearInterval(first: 2015, last: 2021))
    #expect(
      found(findings, SummaryRules.unreadableValues, "temporal").map { $0.message() } == [
        "temporal leaves out some of the values of seriesAcquisitionDate, which are not dates that begin with a year of four digits."
      ])
  }

  @Test(arguments: [1, Int.max])
  func `variables are the filled properties of each class with their datatypes`(size: Int) throws {
    var records = Records()
    records.code("p", "patientBirthSex", "COM1001366")
    records.text("p", "patientDeceased", "false", datatype: XSD.boolean)
    records.type("p", "Patient")
    records.type("s", "ImageStudy")
    records.text("s", "studyUid", "1.2.3")
    records.text("s", "imagingTimepoint", "1", datatype: XSD.integer)
    records.text("s", "imagingTimepoint", "first")
    records.text("nobody", "seriesUid", "1.2.3.4")
    records.add("p", RDFS.label, .literal("not of the model"))
    let (summary, _) = try records.summarise(batchSize: size)
    #expect(
      summary.value(of: Namespace.healthdcatap.hasVariables)
        == .variables([
          VariableTable(
            class: Namespace.cdm.ImageStudy,
            columns: [
              VariableColumn(property: Namespace.cdm.imagingTimepoint, datatype: XSD.string),
              VariableColumn(property: Namespace.cdm.studyUid, datatype: XSD.string),
            ]),
          VariableTable(
            class: Namespace.cdm.Patient,
            columns: [
              VariableColumn(property: Namespace.cdm.patientBirthSex, datatype: XSD.anyURI),
              VariableColumn(property: Namespace.cdm.patientDeceased, datatype: XSD.boolean),
            ]),
        ]))
    #expect(summary.value(of: Namespace.healthdcatap.hasStructuredData) == .flag(true))
  }

  @Test func `without records there is no structured data`() throws {
    let (summary, findings) = try Records().summarise()
    #expect(summary.value(of: Namespace.healthdcatap.hasStructuredData) == .flag(false))
    #expect(summary.value(of: Namespace.healthdcatap.hasVariables) == MeasuredValue.none)
    #expect(Set(findings.map(\.rule)) == [SummaryRules.nothingMeasured])
  }

  @Test func `more classes than can be told apart are reported`() throws {
    var records = Records()
    for number in 0...Summariser.classLimit { records.type("r\(number)", "Class\(number)") }
    let (_, findings) = try records.summarise()
    #expect(findings.filter { $0.rule == SummaryRules.tooManyClasses }.count == 1)
  }
}
