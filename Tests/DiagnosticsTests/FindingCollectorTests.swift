// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@Suite struct FindingCollectorTests {
  private let note = FindingRule("a.note", .note, title: "", message: "{column}", remedy: "")
  private let byColumn = FindingRule(
    "a.by-column", .warning, title: "", message: "{column} {value}", remedy: "",
    groupedBy: ["column"])
  private let violation = FindingRule("a.violation", .violation, title: "", message: "", remedy: "")

  private func found(_ rule: FindingRule, _ column: String, row: Int = 1) -> Finding {
    Finding(
      rule, at: SourcePlace(file: "a.csv", .text(line: row, column: 1)),
      [.plain("column", column), .sensitive("value", "v\(row)")])
  }

  private func summary(_ collector: FindingCollector) -> [String] {
    collector.sortedGroups.map {
      "\($0.rule.id) \($0.first[0].message()) \($0.severity.word) \($0.count)"
    }
  }

  @Test func `groups are apart by rule and by the arguments that the rule names`() {
    var collector = FindingCollector()
    collector.add([
      found(byColumn, "sex", row: 1), found(byColumn, "age", row: 2),
      found(byColumn, "sex", row: 3),
      found(note, "sex"), found(note, "age"),
    ])
    #expect(
      summary(collector) == [
        "a.by-column sex ‹hidden› warning 2", "a.by-column age ‹hidden› warning 1",
        "a.note sex note 2",
      ])
  }

  @Test func `groups come by severity, then count, then order of finding`() {
    var collector = FindingCollector()
    collector.add([
      found(note, "n"), found(note, "n"), found(note, "n"), found(byColumn, "b"),
      found(byColumn, "a"), found(byColumn, "c"), found(byColumn, "c"), found(violation, "v"),
    ])
    #expect(
      summary(collector) == [
        "a.violation  violation 1", "a.by-column c ‹hidden› warning 2",
        "a.by-column b ‹hidden› warning 1", "a.by-column a ‹hidden› warning 1", "a.note n note 3",
      ])
  }

  @Test func `the first ten of a group keep their places, all are counted`() {
    var collector = FindingCollector()
    for row in 1...25 { collector.add(found(byColumn, "sex", row: row)) }
    let group = collector.sortedGroups[0]
    #expect(group.count == 25)
    #expect(group.first.map { $0.place } == (1...10).map { found(byColumn, "", row: $0).place })
  }

  @Test func `findings are counted by their own severity, groups by the heaviest`() {
    var collector = FindingCollector()
    #expect(collector.heaviest == nil)
    collector.add(found(note, "n"))
    #expect(collector.heaviest == .note)
    collector.add(Finding(note, at: nil, severity: .violation, [.plain("column", "n")]))
    collector.add(found(byColumn, "b"))
    #expect(Severity.allCases.map { collector.count($0) } == [1, 1, 1])
    #expect(collector.heaviest == .violation)
    #expect(
      summary(collector) == ["a.note n violation 2", "a.by-column b ‹hidden› warning 1"])
  }

  @Test func `values that only look alike when joined are groups of their own`() {
    let two = FindingRule(
      "a.two", .note, title: "", message: "", remedy: "", groupedBy: ["column", "value"])
    var collector = FindingCollector()
    collector.add(Finding(two, at: nil, [.plain("column", "ab"), .plain("value", "c")]))
    collector.add(Finding(two, at: nil, [.plain("column", "a"), .plain("value", "bc")]))
    #expect(collector.sortedGroups.count == 2)
  }
}
