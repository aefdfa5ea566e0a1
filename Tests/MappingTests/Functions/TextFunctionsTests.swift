// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct TextFunctionsTests {
  @Test(arguments: [
    ("0", "5", "Venus"), ("-2", "", "us"), ("3", "2", ""), ("-99", "99", "Venus"),
    ("6", "", "null"),
    ("5", "", ""), ("1", "-1", "enu"), ("0", "x", "not a whole number"),
    ("9223372036854775807", "", "null"), ("-9223372036854775807", "", "Venus"),
  ])
  func `substring counts from both ends`(from: String, to: String, expected: String) throws {
    let end = to.isEmpty ? [] : texts(to)
    #expect(
      try result("grel:string_substring", [:], [texts("Venus"), texts(from), end]) == expected)
  }

  @Test(arguments: [
    ("html", "<a href=\"x\">&'", "&lt;a href=&quot;x&quot;&gt;&amp;'"),
    ("XML", "'<", "&apos;&lt;"), ("csv", "plain", "plain"), ("csv", "a\nb", "\"a\nb\""),
    ("url", "a b/ü~", "a%20b%2F%C3%BC~"),
    ("javascript", "é\t\u{1F600}", "\\u00E9\\t\\uD83D\\uDE00"),
  ])
  func `what is escaped comes back`(mode: String, text: String, escaped: String) throws {
    #expect(try result("grel:escape", [:], [texts(text), texts(mode)]) == escaped)
    #expect(try result("grel:string_unescape", [:], [texts(escaped), texts(mode)]) == text)
  }

  @Test(arguments: [
    ("html", "&unknown; & &#x41; &#99999999;", "&unknown; & A &#99999999;"),
    ("url", "100%", "100%"), ("url", "%zz%41", "%zzA"), ("javascript", "\\u12", "u12"),
    ("csv", "\"", "\""), ("xml", "&amp;lt;", "&lt;"), ("javascript", "a\\", "a\\"),
  ])
  func `what is no escape stays`(mode: String, text: String, expected: String) throws {
    #expect(try result("grel:string_unescape", [:], [texts(text), texts(mode)]) == expected)
  }

  @Test func `a mode that is not known is refused, or unreadable in the data`() throws {
    #expect(
      try refusal("grel:escape", ["grel:modeParameter": "sql"])
        == "grel:modeParameter: the mode is html, xml, csv, url, javascript")
    #expect(
      try result("grel:escape", [:], [texts("a"), texts("sql")])
        == "not one of html, xml, csv, url, javascript")
  }

  @Test(arguments: [
    ("Robert", "soundex", "R163"), ("Rupert", "soundex", "R163"), ("Ashcraft", "soundex", "A261"),
    ("Pfister", "soundex", "P236"), ("", "soundex", ""), ("12", "soundex", ""),
    ("Wikipedia", "cologne", "3412"), ("Breschnew", "cologne", "17863"), ("", "cologne", ""),
  ])
  func `sounds are coded`(text: String, encoding: String, expected: String) throws {
    #expect(try result("grel:string_phonetic", [:], [texts(text), texts(encoding)]) == expected)
  }

  @Test func `Metaphone is refused`() throws {
    #expect(
      try refusal("grel:string_phonetic", ["grel:p_string_encoding": "metaphone"])
        == "grel:p_string_encoding: encodings are soundex, cologne")
  }

  @Test(arguments: [
    ("string_partition", "a", "a | a | "), ("string_rpartition", "a", "a | a | "),
    ("string_chomp", "", "aa"), ("string_diff", "ab", "b"), ("string_indexOf", "", "0 (integer)"),
    ("string_lastIndexOf", "a", "1 (integer)"), ("string_endsWith", "aaa", "false (boolean)"),
    ("string_contains", "", "true (boolean)"), ("string_startsWith", "", "true (boolean)"),
  ])
  func `texts at their edges`(name: String, other: String, expected: String) throws {
    let expected = name == "string_partition" ? " | a | a" : expected
    #expect(try result("grel:\(name)", [:], [texts("aa"), texts(other), []]) == expected)
  }

  @Test func `lengths below zero and too long give what there is`() throws {
    #expect(
      try result(
        "grel:string_splitByLengths", [:],
        [texts("abc"), texts("-1"), texts("2"), texts("9", "9")]) == " | ab | c | ")
    #expect(try result("grel:array_slice", [:], [texts("a", "b"), texts("-1"), []]) == "b")
    #expect(
      try result("grel:array_get", [:], [texts("a"), texts("x"), []]) == "not a whole number")
  }
}
