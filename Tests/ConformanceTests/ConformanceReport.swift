// SPDX-License-Identifier: Apache-2.0

/// Writes what a run of the suites came to, for people and as EARL.
///
/// Nothing in it depends on the day or the machine, so that a run that ends the same writes the same.
enum ConformanceReport {
  /// The page with the table of suites.
  static func page(_ suites: [ConformanceSuite]) -> String {
    var lines = [
      "# Conformance", "",
      "What the suites of others say of this version. `Scripts/generate` runs them and writes this "
        + "page and a report in EARL for each suite; the test command fails when a run ends "
        + "differently. The suites themselves are not part of this repository.", "",
      "| Suite | What | Cases | Passed | Apart | Left open | Known issues | Failed |",
      "|---|---|---:|---:|---:|---:|---:|---:|",
    ]
    lines += suites.map(row)
    lines += [
      "",
      "Apart are cases whose source or target is no file (databases, SPARQL endpoints, message "
        + "brokers, addresses on the web); they end in `source.unsupported`, and nothing is written. "
        + "So are the cases of SHACL-SPARQL: `shacl.not-evaluated` and every report name the part "
        + "that needs SPARQL. "
        + "Left open are cases that a reader may accept or refuse. A case that is to fail passes "
        + "when it ends in a finding and without output.",
    ]
    lines += section("Known issues", suites) {
      if case .known(let reason) = $0 { reason } else { nil }
    }
    lines += section("Failed", suites) {
      if case .failed = $0 { "" } else { nil }
    }
    lines += allowances(suites)
    lines += ["", "## Suites", ""]
    for suite in suites {
      let origin = suite.origin
      lines.append(
        "- `\(suite.name)`: [\(origin.repository)](https://github.com/\(origin.repository)) at "
          + "`\(origin.commit.prefix(12))`, [EARL](conformance/\(suite.name).ttl)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ suite: ConformanceSuite) -> String {
    let counts = [
      suite.results.count, suite.count { $0 == .passed }, suite.count { $0 == .apart },
      suite.count { $0 == .open },
      suite.count { if case .known = $0 { true } else { false } },
      suite.count { if case .failed = $0 { true } else { false } },
    ]
    let cells = counts.map(String.init).joined(separator: " | ")
    return "| [\(suite.name)](conformance/\(suite.name).ttl) | \(suite.title) | \(cells) |"
  }

  private static func section(
    _ title: String, _ suites: [ConformanceSuite], reason: (ConformanceOutcome) -> String?
  ) -> [String] {
    let items = suites.flatMap { suite in
      suite.results.compactMap { id, outcome in
        reason(outcome).map {
          $0.isEmpty ? "- `\(suite.name)/\(id)`" : "- `\(suite.name)/\(id)`: \($0)"
        }
      }
    }
    return items.isEmpty ? [] : ["", "## \(title)", ""] + items
  }

  private static func allowances(_ suites: [ConformanceSuite]) -> [String] {
    let items = suites.flatMap { suite in
      suite.results.compactMap { id, _ in
        suite.allowances[id].map { "- `\(suite.name)/\(id)`: \($0)" }
      }
    }
    return items.isEmpty ? [] : ["", "## Passed with an allowance", ""] + items
  }

  /// The results of a suite as EARL in Turtle.
  ///
  /// A case is known by its name and the commit of its suite; why a case failed stays on the page,
  /// since it may hold what the case is made of.
  /// - Source: EARL 1.0 Schema.
  static func earl(_ suite: ConformanceSuite) -> String {
    let origin = suite.origin
    let source = "https://github.com/\(origin.repository)/tree/\(origin.commit)"
    var lines = [
      "@prefix dcterms: <http://purl.org/dc/terms/> .",
      "@prefix doap: <http://usefulinc.com/ns/doap#> .",
      "@prefix earl: <http://www.w3.org/ns/earl#> .", "",
      "<#fairway> a doap:Project, earl:TestSubject, earl:Software ; doap:name \"Fairway\" .",
    ]
    for (id, outcome) in suite.results {
      lines += [
        "",
        "[] a earl:Assertion ;",
        "  earl:assertedBy <#fairway> ; earl:subject <#fairway> ; earl:mode earl:automatic ;",
        "  earl:test [ a earl:TestCase ; dcterms:identifier \(literal(id)) ; dcterms:isPartOf "
          + "<\(source)> ] ;",
        "  earl:result [ a earl:TestResult ; earl:outcome earl:\(outcome.earl)"
          + (suite.allowances[id].map { " ; earl:info \(literal($0))" } ?? "") + " ] .",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
