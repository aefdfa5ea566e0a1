// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import RDFModel
import Testing

struct TypicalValueTests {
  func period(_ years: [[String]]) throws -> (MeasuredValue?, [Finding]) {
    var records = Records()
    for (person, dates) in years.enumerated() {
      for (number, date) in dates.enumerated() {
        records.series("s\(person)-\(number)", of: "p\(person)")
        records.text("s\(person)-\(number)", "seriesAcquisitionDate", date, datatype: XSD.date)
      }
    }
    let (summary, findings) = try records.summarise(batchSize: 7)
    return (summary.value(of: Namespace.dct.temporal), findings)
  }

  @Test func `a period goes from the fifth first year to the fifth last, of whatever precision`()
    throws
  {
    let years = [
      ["2010-03-04"], ["2012"], ["2013-01"], ["2014-02-02"], ["2015-05-05"], ["2016-01-01"],
      ["2016-02-02", "2021-07-01T10:00:00Z"], ["2017-01-01", "2022-02-02"], ["2018", "2024-01-01"],
      ["2019-01-01", "2030-12-31"], ["2019-05-05"],
    ]
    let (value, findings) = try period(years)
    #expect(value == .yearInterval(first: 2015, last: 2019))
    #expect(found(findings, SummaryRules.unreadableValues, "temporal").isEmpty)
  }

  @Test func `what is no date is left out and told`() throws {
    let (value, findings) = try period(
      Array(repeating: ["2019-01-01"], count: 10) + [["03/04/2031"]])
    #expect(value == .yearInterval(first: 2019, last: 2019))
    #expect(
      found(findings, SummaryRules.unreadableValues, "temporal").map { $0.message() } == [
        "temporal leaves out some of the values of seriesAcquisitionDate, which are not dates that begin with a year of four digits."
      ])
  }

  @Test func `below ten people no period is published`() throws {
    let (value, findings) = try period(Array(repeating: ["2019-01-01"], count: 9))
    #expect(value == MeasuredValue.none)
    #expect(found(findings, SummaryRules.tooFewPeople, "temporal").count == 1)
  }

  func resolution(
    _ spacings: [String], kind: String = "111026", unit: String? = nil
  ) throws -> (MeasuredValue?, [Finding]) {
    var records = Records()
    for (number, spacing) in spacings.enumerated() {
      records.series("s\(number)", of: "p\(number)")
      records.link("a\(number)", "series", "s\(number)")
      records.add(
        "a\(number)", Namespace.cdm.acquisitionParameterCode,
        .iri("http://dicom.nema.org/resources/ontology/DCM/" + kind))
      records.text(
        "a\(number)", "acquisitionParameterValueAsNumber", spacing, datatype: XSD.decimal)
      if let unit { records.code("a\(number)", "acquisitionParameterValueUnit", unit) }
    }
    let (summary, findings) = try records.summarise()
    return (summary.value(of: Namespace.dcat.spatialResolutionInMeters), findings)
  }

  @Test(arguments: [
    (nil, "0.48828125", 490_000, "0.00049"), ("COM1000152", "0.5", 500_000, "0.0005"),
    ("COM1001954", "0.1", 1_000_000, "0.001"), (nil, "1.25", 1_300_000, "0.0013"),
  ]) func `a spacing becomes metres with two significant digits`(
    unit: String?, spacing: String, nanometres: Int, metres: String
  ) throws {
    let (value, findings) = try resolution(
      Array(repeating: spacing, count: 10), unit: unit)
    #expect(value == .length(nanometres))
    #expect(DatasetDescription.metres(nanometres) == metres)
    #expect(found(findings, SummaryRules.unreadableValues, "spatialResolutionInMeters").isEmpty)
  }

  @Test func `the fifth smallest spacing is published, never the smallest`() throws {
    let spacings = (1...12).map { "0.\($0 + 20)" }
    #expect(try resolution(spacings).0 == .length(250_000))
  }

  @Test func `other acquisition parameters and unknown units are no spacing`() throws {
    let spacings = Array(repeating: "0.5", count: 10)
    #expect(try resolution(spacings, kind: "111").0 == MeasuredValue.none)
    let (value, findings) = try resolution(spacings, unit: "COM1000151")
    #expect(value == MeasuredValue.none)
    #expect(
      found(findings, SummaryRules.unreadableValues, "spatialResolutionInMeters").map {
        $0.message()
      } == [
        "spatialResolutionInMeters leaves out 10 of the values of acquisitionParameterValueAsNumber, which are not lengths above 0 in a known unit."
      ])
  }
}
