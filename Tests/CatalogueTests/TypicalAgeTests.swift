// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import RDFModel
import Testing

struct TypicalAgeTests {
  func ages(_ records: Records) throws -> ([MeasuredValue?], [Finding]) {
    let (summary, findings) = try records.summarise(batchSize: 5)
    let values = [Namespace.healthdcatap.minTypicalAge, Namespace.healthdcatap.maxTypicalAge]
      .map { summary.value(of: $0) }
    return (values, findings.filter { $0.rule != SummaryRules.nothingMeasured })
  }

  @Test func `the fifth from either end is published, in whole years`() throws {
    var records = Records()
    records.people(
      ages: ["18", "22.5", "30", "41.9", "44.9", "50", "60.2", "61", "70", "72", "81", "88"])
    let (values, findings) = try ages(records)
    #expect(values == [.years(44), .years(61)])
    #expect(findings == [])
  }

  @Test func `ages above 89 are published as 89`() throws {
    var records = Records()
    records.people(ages: (90..<102).map(String.init))
    #expect(try ages(records).0 == [.years(89), .years(89)])
  }

  @Test(arguments: [1, 5, 9]) func `below ten people both ends are withheld`(count: Int) throws {
    var records = Records()
    records.people(ages: (0..<count).map { String(40 + $0) })
    let (values, findings) = try ages(records)
    #expect(values == [MeasuredValue.none, MeasuredValue.none])
    #expect(
      findings.filter { $0.rule == SummaryRules.tooFewPeople }.map { $0.message() } == [
        "maxTypicalAge is not published: it needs the values of at least 10 people, and the records hold fewer.",
        "minTypicalAge is not published: it needs the values of at least 10 people, and the records hold fewer.",
      ])
  }

  @Test func `a person with many conditions counts once`() throws {
    var records = Records()
    records.people(ages: (0..<10).map { String(50 + $0) })
    for number in 0..<8 {
      records.text("x\(number)", "cancerConditionAgeAtDiagnosis", "20", datatype: XSD.decimal)
      records.link("x\(number)", "patient", "p0")
    }
    #expect(try ages(records).0 == [.years(54), .years(55)])
  }

  @Test func `months are turned into years and other units are left out`() throws {
    var records = Records()
    records.people(ages: (0..<10).map { String(40 + $0) })
    for number in 0..<5 {
      records.text("m\(number)", "cancerConditionAgeAtDiagnosis", "35", datatype: XSD.decimal)
      records.link("m\(number)", "patient", "child\(number)")
      records.link("d\(number)", "patient", "baby\(number)")
      records.code("m\(number)", "cancerConditionAgeUnit", "COM1000154")
      records.text("d\(number)", "cancerConditionAgeAtDiagnosis", "3", datatype: XSD.decimal)
      records.code("d\(number)", "cancerConditionAgeUnit", "COM1000153")
    }
    let (values, findings) = try ages(records)
    #expect(values.first == .years(2))
    #expect(
      findings.first?.message()
        == "maxTypicalAge leaves out 5 of the values of cancerConditionAgeAtDiagnosis, which are not ages from 0 to 130 years in years or months."
    )
  }

  @Test(arguments: ["-1", "1e2", "fifty", "131", ""])
  func `what is no believable age is left out`(age: String) throws {
    var records = Records()
    records.people(ages: (0..<10).map { String(40 + $0) } + [age])
    let (values, findings) = try ages(records)
    #expect(values == [.years(44), .years(45)])
    #expect(Set(findings.map(\.rule)) == [SummaryRules.unreadableValues])
  }
}
