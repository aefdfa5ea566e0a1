// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Reports
import Testing

@Suite struct SARIFReportTests {
  @Test func `a finding is a result with a region and a rule`() {
    #expect(
      String(decoding: SARIFReport.render(ReportFixture.small()), as: UTF8.self) == """
        {
          "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "Fairway",
                  "version": "0.1.0",
                  "rules": [
                    {
                      "id": "terms.unmapped-value",
                      "shortDescription": {
                        "text": "Value without a term"
                      },
                      "help": {
                        "text": "Add it to “{list}”."
                      },
                      "defaultConfiguration": {
                        "level": "error"
                      }
                    }
                  ]
                }
              },
              "invocations": [
                {
                  "executionSuccessful": true,
                  "toolExecutionNotifications": []
                }
              ],
              "results": [
                {
                  "ruleId": "terms.unmapped-value",
                  "ruleIndex": 0,
                  "level": "error",
                  "message": {
                    "text": "“‹hidden›” is not in the list “birth sex”. Add it to “birth sex”."
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "clinical.csv"
                        },
                        "region": {
                          "startLine": 412
                        }
                      },
                      "logicalLocations": [
                        {
                          "fullyQualifiedName": "row 412, column sex (7)"
                        }
                      ]
                    }
                  ],
                  "relatedLocations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "map.yaml"
                        },
                        "region": {
                          "startLine": 41,
                          "startColumn": 9
                        }
                      },
                      "message": {
                        "text": "mapping rule"
                      }
                    }
                  ],
                  "properties": {
                    "dataset": "lung"
                  }
                }
              ]
            }
          ]
        }

        """)
  }

  @Test func `a notification says when findings are left out`() throws {
    let bytes = SARIFReport.render(ReportFixture.pilots())
    #expect(
      String(decoding: bytes, as: UTF8.self).contains(
        "\"text\": \"Showing 56 of 1,540 findings; findings.csv holds them all.\""))
  }

  @Test func `results end at the limit`() throws {
    var collector = FindingCollector()
    for kind in 0..<600 {
      let rule = FindingRule("a.k\(kind)", .warning, title: "t", message: "m", remedy: "r")
      for _ in 0..<10 { collector.add(Finding(rule, at: nil)) }
    }
    var report = ReportFixture.small()
    report.datasets = []
    report.findings = FindingSummary(collector)
    let root = try JSONSerialization.jsonObject(with: Data(SARIFReport.render(report)))
    let run = try #require(((root as? [String: Any])?["runs"] as? [[String: Any]])?.first)
    #expect((run["results"] as? [Any])?.count == SARIFReport.resultLimit)
    #expect(
      String(decoding: SARIFReport.render(report), as: UTF8.self)
        .contains("Showing 5,000 of 6,000 findings"))
  }

  @Test(arguments: [
    ("/data/a b.csv", "file:///data/a%20b.csv"), ("a/é:1.csv", "a/%C3%A9%3A1.csv"),
  ])
  func `files are named by percent-encoded references`(file: String, uri: String) {
    let rule = FindingRule("a.b", .note, title: "t", message: "m", remedy: "r")
    var collector = FindingCollector()
    collector.add(Finding(rule, at: SourcePlace(file: file, .pointer("/a", offset: 7))))
    var report = ReportFixture.small()
    report.datasets[0].recordFindings = FindingSummary(collector)
    let text = String(decoding: SARIFReport.render(report), as: UTF8.self)
    #expect(text.contains("\"uri\": \"\(uri)\""))
    #expect(text.contains("\"byteOffset\": 7"))
    #expect(text.contains("\"level\": \"note\""))
  }
}
