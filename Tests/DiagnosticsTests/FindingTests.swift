// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@Suite struct FindingTests {
  private func finding(_ message: String, _ arguments: [FindingArgument]) -> Finding {
    Finding(
      FindingRule("test.rule", .warning, title: "Test", message: message, remedy: "Mend {name}."),
      at: nil, arguments)
  }

  @Test(arguments: [
    ("{name} is {value}.", "a is b."), ("{name}{name}", "aa"), ("no braces", "no braces"),
    ("{unknown} stays", "{unknown} stays"), ("open { brace", "open { brace"),
    ("close } brace {name}", "close } brace a"), ("{}", "{}"), ("", ""),
  ])
  func `templates are filled by name`(template: String, expected: String) {
    let finding = finding(template, [.plain("name", "a"), .plain("value", "b")])
    #expect(finding.message() == expected)
    #expect(finding.remedy() == "Mend a.")
  }

  @Test func `a value that holds braces pulls in no other value`() {
    let finding = finding(
      "{name} and {secret}", [.plain("name", "{secret}"), .sensitive("secret", "{name}")])
    #expect(finding.message() == "{secret} and ‹hidden›")
    #expect(finding.message(showValues: true) == "{secret} and {name}")
  }

  @Test func `values out of data are hidden unless asked for, in the remedy too`() {
    let finding = finding("{name} is {count}.", [.sensitive("name", "Ada"), .plain("count", 3)])
    #expect(finding.message() == "‹hidden› is 3.")
    #expect(finding.remedy() == "Mend ‹hidden›.")
    #expect(finding.message(showValues: true) == "Ada is 3.")
    #expect(finding.remedy(showValues: true) == "Mend Ada.")
  }

  @Test func `the first argument of a name counts`() {
    let finding = finding("{name}", [.plain("name", "a"), .plain("name", "b")])
    #expect(finding.message() == "a")
    #expect(finding.argument("name") == .plain("a"))
    #expect(finding.argument("other") == nil)
  }

  @Test func `the severity is the rule's unless another is given`() {
    let rule = FindingRule("a.b", .note, title: "", message: "", remedy: "")
    #expect(Finding(rule, at: nil).severity == .note)
    #expect(Finding(rule, at: nil, severity: .violation).severity == .violation)
    #expect(rule.category == .data)
  }

  @Test func `rules are the same when their ids are`() {
    let one = FindingRule("a.b", .note, title: "one", message: "", remedy: "")
    let other = FindingRule("a.b", .violation, .input, title: "other", message: "x", remedy: "y")
    #expect(one == other)
    #expect(Set([one, other]).count == 1)
  }

  @Test func `severities are ordered by weight`() {
    #expect(Severity.allCases.sorted() == [.note, .warning, .violation])
    #expect(Severity.allCases.map(\.word) == ["note", "warning", "violation"])
  }

  @Test func `an error keeps its findings in order`() {
    let first = finding("first", [])
    let second = finding("second", [])
    #expect(DiagnosedError([first, second]).findings.map { $0.message() } == ["first", "second"])
    #expect(DiagnosedError(first).findings == [first])
    let place = SourcePlace(file: "a.csv")
    let related = [RelatedPlace("rule", SourcePlace(file: "m.yaml", .text(line: 1, column: 2)))]
    let error = DiagnosedError(first.rule, at: place, [.plain("name", "a")], related: related)
    #expect(error.findings[0].place == place)
    #expect(error.findings[0].related == related)
  }

  @Test func `an error without a finding is a mistake of the program`() async {
    await #expect(processExitsWith: .failure) { _ = DiagnosedError([Finding]()) }
  }
}
