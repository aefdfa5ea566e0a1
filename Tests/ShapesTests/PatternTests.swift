// SPDX-License-Identifier: Apache-2.0

import Shapes
import Testing

struct PatternTests {
  struct Case: CustomTestStringConvertible {
    var pattern: String
    var flags = ""
    var matching: [String]
    var other: [String]
    var testDescription: String { "\(pattern) \(flags)" }
  }

  static let cases: [Case] = [
    Case(pattern: "", matching: ["", "a"], other: []),
    Case(pattern: "b", matching: ["abc", "b"], other: ["", "ac"]),
    Case(pattern: "^b", matching: ["bc"], other: ["ab", "a\nb"]),
    Case(pattern: "b$", matching: ["ab"], other: ["ba", "b\n"]),
    Case(pattern: "^$", matching: [""], other: ["a", "\n"]),
    Case(pattern: "^(a|bc)*$", matching: ["", "abcbca"], other: ["ab", "b"]),
    Case(pattern: "^a{2,3}$", matching: ["aa", "aaa"], other: ["a", "aaaa"]),
    Case(pattern: "^a{2}$", matching: ["aa"], other: ["a", "aaa"]),
    Case(pattern: "^a{2,}$", matching: ["aaaa"], other: ["a"]),
    Case(pattern: "^(ab?)+?c$", matching: ["aababc"], other: ["abb", "c"]),
    Case(pattern: "^\\d{4}-\\d{2}$", matching: ["2024-05", "٢٠٢٤-٠٥"], other: ["24-05"]),
    Case(pattern: "^[^a-c]+$", matching: ["xyz", "é"], other: ["xay", ""]),
    Case(pattern: "^[a-z-[aeiou]]+$", matching: ["xyz"], other: ["xaz"]),
    Case(pattern: "^[\\w.-]+@[\\w.-]+$", matching: ["a.b@c-d.eu"], other: ["a b@c"]),
    Case(pattern: "^.$", matching: ["a", "é", "😀"], other: ["", "ab", "\n", "e\u{301}"]),
    Case(pattern: "^.$", flags: "s", matching: ["\n"], other: []),
    Case(pattern: "^b$", flags: "m", matching: ["a\nb\nc", "b", "a\nb"], other: ["ab\nc"]),
    Case(pattern: "^$", flags: "m", matching: ["a\n\nb", ""], other: ["a\nb"]),
    Case(pattern: "joh", flags: "i", matching: ["JOHN", "joh"], other: ["jon"]),
    Case(pattern: "^[a-z]+$", flags: "i", matching: ["aB"], other: ["1"]),
    Case(pattern: "^[^a]$", flags: "i", matching: ["b"], other: ["A", "a"]),
    Case(pattern: "a b [ ]", flags: "x", matching: ["ab "], other: ["a b  "]),
    Case(pattern: "a.b", flags: "q", matching: ["xa.bx"], other: ["aab"]),
    Case(pattern: "^\\p{Lu}\\P{L}\\p{IsGreek}$", matching: ["A1α"], other: ["a1α", "AAα"]),
    Case(pattern: "^\\i\\c*$", matching: ["a-1", "é"], other: ["1a", ""]),
    Case(pattern: "^\\s\\S$", matching: [" a"], other: ["a ", "\u{A0}a"]),
    Case(
      pattern: "^https?:\\/\\/[^\\s/$.?#].[^\\s]*$", matching: ["https://a.eu/"], other: ["ftp://a"]
    ),
    Case(pattern: "^[0-2](\\.(0|[1-9][0-9]*))+$", matching: ["1.2.840"], other: ["1.02", "1"]),
    Case(pattern: "^{a}$", matching: ["{a}"], other: ["a"]),
    Case(pattern: "^(?:a|)b$", matching: ["ab", "b"], other: ["a"]),
  ]

  @Test(arguments: cases) func `a pattern matches what XPath says`(_ entry: Case) throws {
    var matcher = PatternMatcher(try PatternProgram(entry.pattern, flags: entry.flags))
    for text in entry.matching {
      let isMatch = matcher.matches(Array(text.utf8)[...])
      #expect(isMatch, "“\(text)”")
    }
    for text in entry.other {
      let isMatch = matcher.matches(Array(text.utf8)[...])
      #expect(!isMatch, "“\(text)”")
    }
  }

  @Test(arguments: [
    ("(", "it has a ( without )"), (")", "it has a ) without ("), ("[a", "it has a [ without ]"),
    ("[]", "it has an empty class []"), ("*a", "it has a * that follows nothing"),
    ("a**", "it has two quantifiers in a row"), ("a\\", "it ends with a \\"),
    ("(a)\\1", "it uses the back-reference \\1"), ("(?=a)", "it uses look-around or a named group"),
    ("\\bword", "\\b is no escape of XPath"), ("\\p{Xx}", "\\p{Xx} is no known category or block"),
    ("[z-a]", "a range in its class runs backwards"),
    ("a{3,2}", "it repeats something at least 3 and at most 2 times"),
    ("a{1001}", "it repeats something more than 1000 times"),
    ("((a{1000}){1000}){1000}", "it is too large once its repetitions are written out"),
    (String(repeating: "(", count: 200), "its groups nest deeper than 100 levels"),
  ]) func `a pattern that cannot be used says why`(_ pattern: String, _ reason: String) {
    #expect(throws: PatternFault(reason: reason)) { try PatternProgram(pattern) }
  }

  @Test func `unknown flags are refused`() {
    #expect(throws: PatternFault(reason: "“g” is none of the flags i, m, s, x and q")) {
      try PatternProgram("a", flags: "g")
    }
  }

  @Test(arguments: ["^(a+)+$", "^(a|aa)*$", "(x+x+)+y", "^(([a-z])+.)+[A-Z]([a-z])+$"])
  func `patterns that defeat backtracking take linear time`(_ pattern: String) throws {
    var matcher = PatternMatcher(try PatternProgram(pattern))
    let text = Array(String(repeating: "a", count: 200_000).utf8) + Array("!".utf8)
    var isMatch = true
    let duration = ContinuousClock().measure { isMatch = matcher.matches(text[...]) }
    #expect(!isMatch)
    #expect(duration < .seconds(10))
  }

  @Test func `a matcher that runs out of states still answers right`() throws {
    // The automaton of this pattern has about 2¹⁵ states.
    var matcher = PatternMatcher(try PatternProgram("a[ab]{15}$"))
    var random: UInt64 = 42
    for _ in 0..<50 {
      let letters = (0..<60).map { _ -> Character in
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return random >> 63 == 0 ? "a" : "b"
      }
      let isMatch = matcher.matches(Array(String(letters).utf8)[...])
      #expect(isMatch == (letters[letters.count - 16] == "a"), "\(String(letters))")
    }
  }
}
