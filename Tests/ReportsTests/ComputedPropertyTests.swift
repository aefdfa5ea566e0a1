// SPDX-License-Identifier: Apache-2.0

import Foundation
import Reports
import Testing

/// Where figures come from, in each form of the report.
@Suite struct ComputedPropertyTests {
  private static let report: RunReport = {
    var report = ReportFixture.small()
    report.datasets[0].computed = ReportFixture.computed
    return report
  }()

  @Test func `the terminal has a line for each figure that records tell`() {
    let lines = TextReport.render(Self.report, folder: "out").split(separator: "\n")
    let start = lines.firstIndex(of: "  the description computes") ?? lines.startIndex
    #expect(
      lines[start...].prefix(4).map(String.init) == [
        "  the description computes",
        "      birth sex: Female, Male (1,012 records, 1,010 people, fewer than 5 values left out; values of five people or more)",
        "      number of imaging studies: 1018 (1,021 records; count of records, kept from the last publication)",
        "      cancer condition: not published (fewer than 5 records, fewer than 5 people; most frequent value)",
      ])
  }

  @Test func `the page says from which records and columns, and by which rule`() {
    let page = String(decoding: HTMLReport.render(Self.report), as: UTF8.self)
    for text in [
      "Where 4 computed figures come from, and by which rule",
      "From 1,012 records, 1,010 people, fewer than 5 values left out: birth sex.",
      "<code>clinical.csv</code>: <code>Sex</code>, <code>Patient</code>.",
      "By the rule “values of five people or more”: Takes every concept of five people.",
      "Kept from the last publication", "as the dataset file says", "mapping and model",
    ] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test func `programs get numbers, and never a small one`() throws {
    let json = try JSONSerialization.jsonObject(with: Data(JSONReport.render(Self.report)))
    let datasets = (json as? [String: Any])?["datasets"] as? [[String: Any]]
    let computed = try #require(datasets?.first?["computed"] as? [[String: Any]])
    let sex = computed[0]
    #expect((sex["records"] as? [String: Any])?["number"] as? Int == 1_012)
    #expect((sex["leftOut"] as? [String: Any])?["number"] is NSNull)
    #expect((sex["leftOut"] as? [String: Any])?["few"] as? Bool == true)
    #expect(computed[1]["held"] as? Bool == true)
    #expect((computed[2]["people"] as? [String: Any])?["number"] is NSNull)
    #expect(computed[3]["records"] is NSNull)
    #expect(computed[3]["written"] as? Bool == true)
  }
}
