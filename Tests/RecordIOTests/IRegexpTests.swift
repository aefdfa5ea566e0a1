// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import RecordIO

struct IRegexpTests {
  @Test(arguments: [
    "", "a", "a|b", "|", "(a|b)*c+d?", "()", "a{2}", "a{2,}", "a{2,3}", "[a-z]", "[^a-z0-9]",
    "[-a]", "[a-]", "[a-c-]", "[^-]", #"\p{L}"#, #"\P{Lu}"#, #"[\p{Nd}x]"#, #"\."#, #"\n\r\t"#,
    #"[\]\-\[]"#, "a b", "é,:/&#~", "^a$", #"\^"#, "[a^$.*+?(){}|]",
  ])
  func `what the grammar has is kept`(expression: String) {
    #expect(IRegexp.translate(expression) == expression)
  }

  @Test func `a dot stands for all but line breaks, and in a class for itself`() {
    #expect(IRegexp.translate("a.[.]") == #"a[^\n\r][.]"#)
  }

  @Test(arguments: [
    "(?i)a", "(?:a)", "(?=a)", "(?!a)", "(?<n>a)", "a++", "a*?", "a??", "a{2}+", "a**", #"(a)\1"#,
    #"\d"#, #"\w"#, #"\s"#, #"\b"#, #"\A"#, #"\Qa"#, #"\x41"#, #"\u0041"#, #"\$"#, #"\/"#, "a{,3}",
    "a{}", "a{2", "{2}", "a}", "]", "[", "[]", "[^]", "[a", "[[:alpha:]]", "[a-b-c]", "[--a]",
    "[a[b]]", #"[\d]"#, #"[a-\p{L}]"#, #"\p{Lx}"#, #"\p{Greek}"#, #"\pL"#, #"\p{^L}"#, "(", ")",
    "(a", "a)", "*", "+a", "?", "|*", #"\"#, "a{2,3,4}", #"\p{IsGreek}"#,
  ])
  func `what the grammar does not have is refused`(expression: String) {
    #expect(IRegexp.translate(expression) == nil)
  }

  @Test func `groups nested without end are refused`() {
    let deep = String(repeating: "(", count: 100_000) + String(repeating: ")", count: 100_000)
    #expect(IRegexp.translate(deep) == nil)
  }

  @Test(arguments: [
    (#"(?i)a"#, []), ("A|b", ["/1"]), (#"\\d"#, []), ("[0-9]", ["/2"]), ("b++", []), ("b+", ["/1"]),
  ])
  func `a condition with a refused pattern does not hold`(pattern: String, found: [String]) throws {
    for function in ["match", "search"] {
      let records = try JSONQueryReaderTests.records(
        #"["a","b","7"]"#, "$[?\(function)(@, '\(pattern)')]")
      #expect(records == found.map { $0[...] })
    }
  }
}
