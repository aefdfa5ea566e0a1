// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RecordIO
import TestSupport
import Testing

/// The compliance suite of JSONPath, RFC 9535.
struct JSONPathSuiteTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let selector: String
    let isInvalid: Bool
    /// The value that the query is put to, as JSON.
    let document: [UInt8]
    /// The allowed results, each a list of JSON values.
    let results: [[Data]]

    var testDescription: String { name }
  }

  static let cases: [Case] = {
    guard let file = SharedFolder.find("suites/jsonpath/cts.json"),
      let data = try? Data(contentsOf: file),
      let suite = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let tests = suite["tests"] as? [[String: Any]]
    else { return [] }
    return tests.map { test in
      let lists = test["results"] as? [[Any]] ?? (test["result"] as? [Any]).map { [$0] } ?? []
      return Case(
        name: test["name"] as? String ?? "", selector: test["selector"] as? String ?? "",
        isInvalid: test["invalid_selector"] as? Bool ?? false,
        document: test["document"].map { Array(canonical($0)) } ?? [],
        results: lists.map { $0.map(canonical) })
    }
  }()

  private static func canonical(_ value: Any) -> Data {
    (try? JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys]))
      ?? Data()
  }

  @Test func `the suite has the cases it is known to have`() {
    guard SharedFolder.find("suites/jsonpath") != nil else { return }
    #expect(Self.cases.count == 703)
  }

  /// Whether a case ends as the suite says; the reason if not.
  static func failure(of one: Case) -> String? {
    let query: JSONQuery
    do throws(DiagnosedError) {
      query = try JSONQuery(one.selector)
    } catch {
      let hasColumn = error.findings.first?.argument("column") != nil
      return one.isInvalid && hasColumn ? nil : "refused: \(error)"
    }
    if one.isInvalid { return "accepted" }
    do throws(DiagnosedError) {
      guard let selected = try query.select(in: one.document) else { return "no JSON" }
      let values = selected.map { item in
        (try? JSONSerialization.jsonObject(with: Data(item.text), options: .fragmentsAllowed))
          .map(canonical) ?? Data()
      }
      if one.results.contains(values) { return nil }
      return "gave \(values.map { String(decoding: $0, as: UTF8.self) })"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: cases)
  func `a query selects what the suite says, or is refused at a column`(one: Case) {
    if let failure = Self.failure(of: one) {
      Issue.record("\(one.selector) \(failure)")
    }
  }
}
