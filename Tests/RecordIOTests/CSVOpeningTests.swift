// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RecordIO
import Testing

struct CSVOpeningTests {
  @Test(arguments: [
    ("a,b\n1,2\n", "comma"), ("a;b\n1,5;2,5\n", "semicolon"), ("a\tb\n1\t2\n", "tab"),
    ("a|b\n1|2\n", "vertical bar"),
    // Quoted delimiters do not count.
    ("\"a,b,c,d\";e\n\"1,2,3,4\";5\n", "semicolon"),
    ("\"a\n,\n,\";e\n1;2\n", "semicolon"),
    // Commas in every row, but not as in the header.
    ("size, mm;b;c\n1;2,2,2;3\n1;2;3\n", "semicolon"),
    // The locale-broken table: every row has one more cell than the header.
    ("uid,size,time\n1,15,20 MB,x\n2,1,5 MB,y\n", "comma"),
    ("a,b", "comma"),
  ])
  func `the delimiter is sniffed and named`(text: String, name: String) throws {
    #expect(try readTable(text).facts.sniffed.contains("\(name) between cells"))
  }

  @Test func `a table of one column may hold commas`() throws {
    let table = try readTable("note\nfirst, second\n12,5\n")
    #expect(table.rows == [["first, second"], ["12,5"]])
    #expect(table.findings == [])
  }

  @Test func `what was sniffed is said in words, what was declared is not`() throws {
    let sniffed = try readTable("\u{FEFF}a;b\r\n1;2\r\n").facts
    #expect(
      sniffed.sniffed == [
        "UTF-8 with byte order mark", "semicolon between cells", "rows end with CR LF",
      ])
    #expect(sniffed.encoding == .utf8)
    #expect(sniffed.format == "CSV")
    var dialect = declared("\t")
    dialect.encoding = .latin1
    let declaredFacts = try readTable("a\tb\n1\t2\n", dialect).facts
    #expect(declaredFacts.sniffed == ["rows end with LF"])
    #expect(declaredFacts.format == "TSV")
    let packed = try readTable(gzipped(Array("a\n1\n".utf8))).facts
    #expect(
      packed.sniffed == [
        "compressed with gzip", "UTF-8, by its bytes", "one column, no delimiter found",
        "rows end with LF",
      ])
  }

  @Test func `a first row that names the delimiter is obeyed and counted`() throws {
    let table = try readTable("sep=;\r\na;b,c\r\n1;2\r\n")
    #expect(table.facts.header == ["a", "b,c"])
    #expect(table.rows == [["1", "2"]])
    #expect(table.places[0].number == 3)
    #expect(table.facts.sniffed.contains("semicolon between cells, as the first row says"))
    #expect(try readTable("sep=x\n").facts.header == ["sep=x"])
  }

  @Test func `rows before and after the header are skipped and counted`() throws {
    var dialect = CSVDialect()
    dialect.rowsBeforeHeader = 2
    dialect.rowsAfterHeader = 1
    let table = try readTable("Title, of \"it\"\n\n\nid;age\nhelp;\"years\nor so\"\n1;2\n", dialect)
    #expect(table.facts.header == ["id", "age"])
    #expect(table.rows == [["1", "2"]])
    #expect(table.places.map(\.number) == [6])
    #expect(table.places.map(\.line) == [7])
  }

  @Test(arguments: [
    ("", 0, "The file is empty"), ("\n\n", 0, "The file ends before a header"),
    ("a,b\n", 3, "The file ends within the 3 rows to skip"),
    (",,\n1,2,3\n", 0, "All cells of the header row are empty"),
  ])
  func `a table without header is an error`(text: String, skipped: Int, reason: String) throws {
    var dialect = CSVDialect()
    dialect.rowsBeforeHeader = skipped
    let error = try #require(try errorOfTable(Array(text.utf8), dialect))
    #expect(error.findings[0].rule == CSVRules.noHeader)
    #expect(error.findings[0].message().hasPrefix(reason))
  }

  @Test func `a table with a header alone has no records`() throws {
    let table = try readTable("a,b\n")
    #expect(table.rows == [])
    #expect(table.columns.names == ["a", "b"])
  }

  @Test func `header names and references are compared with blanks made one`() throws {
    let text = "\" Age \r\n (years)\u{A0}\",sex\n1,2\n"
    #expect(try readTable(text).facts.header == ["Age (years)", "sex"])
    let table = try readTable(text, references: ["Age  (years)"])
    #expect(table.rows == [["1"]])
    #expect(table.columns.names == ["Age  (years)"])
    #expect(table.places[0].line == 3)
  }

  @Test func `columns of one name are reported and told apart by number`() throws {
    let text = "id,KVP,x,KVP,KVP\n1,2,3,4,5\n"
    let all = try readTable(text)
    #expect(all.columns.names == ["id", "KVP", "x", "KVP#2", "KVP#3"])
    #expect(
      all.problems == [
        "csv.duplicate-header t.csv:1:4 (KVP)", "csv.duplicate-header t.csv:1:5 (KVP)",
      ])
    #expect(
      all.findings[0].message()
        == "Column 4 is called “KVP” like column 2; names must differ.")
    let some = try readTable(text, references: ["KVP", "KVP#3"])
    #expect(some.rows == [["2", "5"]])
    #expect(some.problems.last == "csv.ambiguous-reference t.csv:1")
    #expect(
      some.findings.last?.message()
        == "“KVP” names 3 columns; column 2, the first of them, is read.")
  }

  @Test func `a column really called with a number sign wins over a numbered reference`() throws {
    let table = try readTable("a,a,a#2\n1,2,3\n", references: ["a#2"])
    #expect(table.rows == [["3"]])
  }

  @Test func `a column without a name is reported at its first value`() throws {
    let table = try readTable(",a\n,1\nr2,2\nr3,3\n", references: ["#1", "a"])
    #expect(table.rows == [["", "1"], ["r2", "2"], ["r3", "3"]])
    #expect(table.facts.header == ["#1", "a"])
    #expect(table.problems == ["csv.unnamed-column t.csv:3:1"])
  }

  @Test func `every unknown column is reported with the nearest name`() throws {
    let error = try #require(
      try errorOfTable(
        Array("Patient ID,Sex\n1,2\n".utf8), references: ["PatientID", "Sex", "Weight", "Sex#2"]))
    #expect(
      error.inShort == [
        "csv.unknown-column t.csv:1", "csv.unknown-column t.csv:1", "csv.unknown-column t.csv:1",
      ])
    #expect(error.findings[0].message() == "No column is called “PatientID”.")
    #expect(error.findings[0].argument("reference") == .plain("PatientID"))
    #expect(error.findings[0].remedy().hasPrefix("Did you mean “Patient ID”?"))
    #expect(error.findings[1].remedy().hasPrefix("Known: Patient ID, Sex."))
  }

  @Test func `faulty quotes in the header are reported there`() throws {
    let table = try readTable("a\"b,\"c\"d,e\n1,2,3\n")
    #expect(table.facts.header == ["a\"b", "c", "e"])
    #expect(
      table.problems == ["csv.stray-quote t.csv:1:1", "csv.text-after-quote t.csv:1:2"])
  }

  @Test(arguments: [(",", ","), ("\n", "\""), ("\r", "\"")] as [(Character, Character)])
  func `a delimiter that cannot be one is an error`(
    delimiter: Character, quote: Character
  ) throws {
    let error = try #require(
      try errorOfTable(Array("a,b\n".utf8), declared(delimiter, quote: quote)))
    #expect(error.findings[0].rule == CSVRules.impossibleDialect)
  }
}
