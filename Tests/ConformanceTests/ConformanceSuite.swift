// SPDX-License-Identifier: Apache-2.0

import Foundation
import RDFIO
import TestSupport

/// How a case of a suite ended, as the page and EARL have it.
enum ConformanceOutcome: Equatable, Sendable {
  case passed
  /// What it asks for is no file, and was refused as such.
  case apart
  /// What it asks for is left to the reader.
  case open
  /// It stands among the known issues, for a reason.
  case known(String)
  case failed(String)

  /// The outcome's name in EARL.
  ///
  /// - Source: EARL 1.0 Schema §2.7.
  var earl: String {
    switch self {
    case .passed: "passed"
    case .apart: "inapplicable"
    case .open: "cantTell"
    case .known, .failed: "failed"
    }
  }
}

/// A suite after its run.
struct ConformanceSuite: Sendable {
  /// The folder under `suites`, which names the EARL report too.
  let name: String
  /// The folder under `suites` where the suite came as a part of a larger one.
  var folder: String?
  /// What it tests.
  let title: String
  let results: [(id: String, outcome: ConformanceOutcome)]
  /// Where the comparison passes over something, by case.
  var allowances: [String: String] = [:]

  func count(_ isCounted: (ConformanceOutcome) -> Bool) -> Int {
    results.count { isCounted($0.outcome) }
  }

  /// The repository of the suite and its commit, from the file that comes with it.
  var origin: (repository: String, commit: String) {
    guard let file = SharedFolder.find("suites/\(folder ?? name)/SOURCE"),
      let text = try? String(contentsOf: file, encoding: .utf8)
    else { return ("", "") }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    return words.count < 2 ? ("", "") : (words[0], words[1])
  }
}

extension ConformanceSuite {
  private static let rml: [(title: String, suite: RMLSuite)] = [
    ("RML-Core", RMLCoreSuiteTests.suite),
    ("RML-IO: sources and targets", RMLIOSuiteTests.suite),
    ("RML-IO registry: kinds of sources", RMLIORegistrySuiteTests.suite),
    ("RML-FNML: functions", RMLFNMLSuiteTests.suite),
    ("RML-LV: logical views", RMLLVSuiteTests.suite),
    ("RML-CC: collections and containers", RMLCCSuiteTests.suite),
    ("RML of the older vocabulary", RMLTestCasesSuiteTests.suite),
  ]

  /// Runs every suite that the page counts; `nil` where one of them is not at hand.
  static func runAll() throws -> [ConformanceSuite]? {
    var suites = rml.map { title, suite in
      ConformanceSuite(
        name: suite.name, title: title, results: suite.cases.map { ($0.id, outcome(of: $0)) },
        allowances: allowances(of: suite))
    }
    suites.append(
      ConformanceSuite(
        name: "jsonpath", title: "JSONPath, RFC 9535",
        results: JSONPathSuiteTests.cases.map { one in
          (one.name, JSONPathSuiteTests.failure(of: one).map { .failed($0) } ?? .passed)
        }))
    suites.append(
      ConformanceSuite(
        name: "json", title: "JSONTestSuite",
        results: JSONTestSuiteTests.files.map { ($0.lastPathComponent, outcome(ofJSON: $0)) }))
    suites.append(
      ConformanceSuite(
        name: "rdf-canon", title: "RDF Dataset Canonicalization, RDFC-1.0",
        results: RDFCanonicalizationSuiteTests.cases.map { one in
          (one.id, RDFCanonicalizationSuiteTests.failure(of: one).map { .failed($0) } ?? .passed)
        }))
    suites.append(
      ConformanceSuite(
        name: "json-ld", title: "JSON-LD 1.1 to RDF",
        results: JSONLDSuiteTests.cases.map { ($0.id, outcome(of: $0)) }))
    if SharedFolder.find("suites/csv-spectrum") != nil {
      suites.append(
        ConformanceSuite(
          name: "csv-spectrum", title: "CSV spectrum",
          results: try CSVSpectrumTests.cases.map { name in
            let faults = try CSVSpectrumTests.differences(name: name, size: 1 << 16)
            return (name, faults.isEmpty ? .passed : .failed(faults.joined(separator: "; ")))
          },
          allowances: [
            "location_coordinates": "The suite's JSON has another telephone number than its table."
          ]))
    }
    suites += RDFSuiteTests.suites.map(rdf)
    suites += [try shaclCore(), try shaclSPARQL()]
    return suites.count == 19 && suites.allSatisfy { !$0.results.isEmpty } ? suites : nil
  }

  // What `RMLCase` and `RMLOutput` pass over.
  private static func allowances(of suite: RMLSuite) -> [String: String] {
    var allowances: [String: String] = [:]
    for one in suite.cases {
      if RMLCase.withoutDatatypes.contains(one.id) {
        allowances[one.id] =
          "Integers are compared without their datatype, which the expected file has lost; in "
          + "RMLTTC0004d the same mapping has it."
      } else if RMLOutput.blankCases.contains(one.key) {
        allowances[one.id] =
          "A blank inside of an IRI counts as the same written as it is or by its code."
      } else if !suite.isStrict, !one.isError, one.expectsNothing {
        allowances[one.id] = "Nothing is expected; a finding that ends the run counts as that."
      }
    }
    return allowances
  }

  private static func outcome(of one: RMLCase) -> ConformanceOutcome {
    switch one.run() {
    case .passed: .passed
    case .apart: .apart
    case .failed(let reason): RDFSuite.knownIssues[one.key].map { .known($0) } ?? .failed(reason)
    }
  }

  private static func rdf(_ name: String, title: String, format: RDFFormat) -> ConformanceSuite {
    let results: [(String, ConformanceOutcome)] = RDFSuite.cases(name, format).map { one in
      let outcome: ConformanceOutcome =
        if let reason = one.failure {
          RDFSuite.knownIssues[one.id].map { .known($0) } ?? .failed(reason)
        } else {
          .passed
        }
      return (String(one.id.dropFirst(name.count + 1)), outcome)
    }
    return ConformanceSuite(name: name, folder: "rdf", title: title, results: results)
  }

  private static func shaclCore() throws -> ConformanceSuite {
    ConformanceSuite(
      name: "shacl-core", folder: "shacl", title: "SHACL Core",
      results: try SHACLCoreSuiteTests.entries.map { entry in
        (entry.id, try entry.failure().map { .failed($0) } ?? .passed)
      })
  }

  private static func shaclSPARQL() throws -> ConformanceSuite {
    ConformanceSuite(
      name: "shacl-sparql", folder: "shacl", title: "SHACL-SPARQL, which is not evaluated",
      results: try SHACLSPARQLSuiteTests.entries.map { entry in
        let parts = SHACLSPARQLSuiteTests.partsInSPARQL(try entry.graphs().shapes)
        return (entry.id, parts.isEmpty ? .failed("passed over in silence") : .apart)
      })
  }

  private static func outcome(of one: JSONLDSuiteTests.Case) -> ConformanceOutcome {
    guard let failure = JSONLDSuiteTests.failure(of: one) else { return .passed }
    return RDFSuite.knownIssues["json-ld/\(one.id)"].map { .known($0) } ?? .failed(failure)
  }

  private static func outcome(ofJSON file: URL) -> ConformanceOutcome {
    let name = file.lastPathComponent
    if name.hasPrefix("i_") { return .open }
    let isRefused = JSONTestSuiteTests.finding(file, chunk: 1 << 16) != nil
    return isRefused == name.hasPrefix("n_") ? .passed : .failed(isRefused ? "refused" : "accepted")
  }
}
