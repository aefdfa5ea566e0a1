// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Reports
import Testing
import TestSupport

@Suite struct JSONReportTests {
  @Test func `a small report is spelled with keys in declared order`() {
    var report = ReportFixture.small()
    report.datasets = []
    report.waivers = [Waiver(rule: "a.b", reason: "known", count: 2)]
    #expect(
      String(decoding: JSONReport.render(report), as: UTF8.self) == """
        {
          "schemaVersion": 1,
          "product": {
            "name": "Fairway",
            "version": "0.1.0"
          },
          "pipeline": "pilot",
          "verdict": "not accepted",
          "why": "The dataset is not accepted: 1 violation was found.",
          "failOn": "violation",
          "valuesShown": false,
          "counts": {
            "violations": 0,
            "warnings": 0,
            "notes": 0
          },
          "findings": {
            "counts": {
              "violations": 0,
              "warnings": 0,
              "notes": 0
            },
            "groups": []
          },
          "datasets": [],
          "notChecked": [],
          "waivers": [
            {
              "rule": "a.b",
              "reason": "known",
              "until": null,
              "count": 2
            }
          ],
          "inputs": [],
          "outputs": [
            {
              "path": "findings.csv",
              "content": "every finding"
            }
          ],
          "configuration": [],
          "limits": []
        }

        """)
  }

  @Test func `strings keep their exact value`() throws {
    let text = "q\" b\\ <\u{2028}\u{0}\u{7F}\u{E0041} é e\u{301} 😀\t\r\n"
    let report = ReportFixture.filled(with: text)
    let bytes = JSONReport.render(report, showValues: true)
    let root = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let pipeline = try #require(root["pipeline"] as? String)
    #expect(Array(pipeline.utf8) == Array(text.utf8))
    #expect(!bytes.contains(0x3C))
  }

  @Test func `equal reports give equal bytes`() {
    #expect(
      JSONReport.render(ReportFixture.pilots()) == JSONReport.render(ReportFixture.pilots()))
  }

  @Test(arguments: [
    ReportFixture.pilots(), ReportFixture.small(), ReportFixture.filled(with: "0a"),
  ])
  func `reports have the structure that the schema declares`(report: RunReport) throws {
    var report = report
    for index in report.inputs.indices {
      report.inputs[index].sha256 = String(repeating: "0a", count: 32)
    }
    let document = try JSONSerialization.jsonObject(with: Data(JSONReport.render(report)))
    #expect(try SchemaCheck.faults(of: document, schemaAt: Self.schema) == [])
  }

  @Test func `the schema check finds what does not belong`() throws {
    var document = try #require(
      JSONSerialization.jsonObject(with: Data(JSONReport.render(ReportFixture.small())))
        as? [String: Any])
    document["extra"] = 1
    document["verdict"] = "fine"
    document["failOn"] = 3
    document["limits"] = nil
    #expect(
      try SchemaCheck.faults(of: document, schemaAt: Self.schema) == [
        "/: extra is not declared", "/: limits is missing", "/failOn: not a string",
        "/failOn: not among the values", "/verdict: not among the values",
      ])
  }

  private static let schema = SharedFolder.packageRoot
    .appending(path: "Documentation/schemas/report.schema.json")
}

/// Checks a document against the part of JSON Schema that the report's schema uses.
private struct SchemaCheck {
  let definitions: [String: Any]
  var faults: [String] = []

  static func faults(of document: Any, schemaAt url: URL) throws -> [String] {
    let schema = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: Any])
    var check = SchemaCheck(definitions: definitions)
    check.check(document, schema, "")
    return check.faults.sorted()
  }

  private mutating func fault(_ path: String, _ what: String) {
    faults.append("\(path.isEmpty ? "/" : path): \(what)")
  }

  private mutating func check(_ value: Any, _ schema: [String: Any], _ path: String) {
    if let name = (schema["$ref"] as? String)?.components(separatedBy: "/").last {
      guard let target = definitions[name] as? [String: Any] else {
        return fault(path, "unknown reference \(name)")
      }
      return check(value, target, path)
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      let results = choices.map { choice in
        var trial = SchemaCheck(definitions: definitions)
        trial.check(value, choice, path)
        return trial.faults
      }
      if !results.contains([]) { faults += results.first ?? [] }
      return
    }
    checkValue(value, schema, path)
    if let object = value as? [String: Any] { checkMembers(object, schema, path) }
    if let array = value as? [Any], let items = schema["items"] as? [String: Any] {
      for (index, item) in array.enumerated() { check(item, items, "\(path)/\(index)") }
      if let most = schema["maxItems"] as? Int, array.count > most { fault(path, "too long") }
    }
  }

  private mutating func checkValue(_ value: Any, _ schema: [String: Any], _ path: String) {
    let types = schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] } ?? []
    if !types.isEmpty && !types.contains(where: { Self.isOf($0, value) }) {
      fault(path, "not a \(types.joined(separator: " or "))")
    }
    if let values = schema["enum"] as? [String], !values.contains(value as? String ?? "") {
      fault(path, "not among the values")
    }
    if let constant = schema["const"] as? Int, value as? Int != constant {
      fault(path, "not \(constant)")
    }
    if let least = schema["minimum"] as? Int, let number = value as? Int, number < least {
      fault(path, "below \(least)")
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      fault(path, "does not match")
    }
  }

  private mutating func checkMembers(
    _ object: [String: Any], _ schema: [String: Any], _ path: String
  ) {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    for key in schema["required"] as? [String] ?? [] where object[key] == nil {
      fault(path, "\(key) is missing")
    }
    for (key, value) in object {
      guard let property = properties[key] else {
        fault(path, "\(key) is not declared")
        continue
      }
      check(value, property, "\(path)/\(key)")
    }
  }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "integer": value is Int && !isBoolean(value)
    case "boolean": isBoolean(value)
    case "null": value is NSNull
    default: false
    }
  }

  private static func isBoolean(_ value: Any) -> Bool {
    (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
  }
}
