// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RecordIO
import Testing

/// A dialect with a delimiter declared, so that nothing is read ahead for sniffing.
func declared(_ delimiter: Character = ",", quote: Character = "\"") -> CSVDialect {
  var dialect = CSVDialect()
  dialect.delimiter = delimiter.asciiValue
  dialect.quote = quote.asciiValue ?? 0x22
  return dialect
}

/// Limits under which every portion of the file has `size` bytes.
func portions(of size: Int) -> CSVLimits {
  var limits = CSVLimits()
  limits.chunkBytes = size
  limits.sampleBytes = size
  return limits
}

struct CSVReaderTests {
  @Test func `values come without quotes and with doubled quotes undone`() throws {
    let table = try readTable("a,b,c\n1,\"x, \"\"y\"\"\nz\",\"\"\n\"\"\"\",,\"p\"\n")
    #expect(table.rows == [["1", "x, \"y\"\nz", ""], ["\"", "", "p"]])
    #expect(table.columns.names == ["a", "b", "c"])
    #expect(table.columns.fileColumns == [1, 2, 3])
    #expect(table.findings == [])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `every kind of line break ends a row, the last one needs none`(end: String) throws {
    for last in [end, ""] {
      let table = try readTable("a,b\(end)1,2\(end)3,\(last)")
      #expect(table.rows == [["1", "2"], ["3", ""]])
      #expect(table.places.map(\.line) == [2, 3])
    }
  }

  @Test func `rows are numbered as in a spreadsheet and lines as in an editor`() throws {
    let table = try readTable("a,b\r\n\r\n1,\"x\r\ny\nz\"\r\n\n2,q\r\n\r\n")
    #expect(table.rows == [["1", "x\r\ny\nz"], ["2", "q"]])
    #expect(table.places.map(\.number) == [3, 5])
    #expect(table.places.map(\.line) == [3, 7])
    #expect(table.places.map(\.offset) == [7, 20])
    #expect(table.cellOffsets == [[7, 9], [20, 22]])
  }

  @Test func `only the columns wanted are in the batch, in the order wanted`() throws {
    let table = try readTable("a,b,c\n1,2,3\n4,5,6\n", references: ["c", "a"])
    #expect(table.rows == [["3", "1"], ["6", "4"]])
    #expect(table.columns.names == ["c", "a"])
    #expect(table.columns.fileColumns == [3, 1])
    #expect(table.facts.header == ["a", "b", "c"])
    #expect(table.cellOffsets[0] == [10, 6])
  }

  @Test func `a column may be wanted twice and none may be wanted`() throws {
    let twice = try readTable("a,b\n1,2\n", references: ["a", "a#1"])
    #expect(twice.rows == [["1", "1"]])
    let none = try readTable("a,b\n1,2\n3,4\n", references: [])
    #expect(none.rows == [[], []])
    #expect(none.places.map(\.number) == [2, 3])
  }

  @Test func `texts declared to mean null are null, quoted or not, and no others`() throws {
    let table = try readTable(
      "a,b,c,d\nNA,\"NA\",NAN,\nna, NA,\"\"\"\",\"\"\n", nullValues: ["NA", "\""])
    #expect(table.rows == [[nil, nil, "NAN", ""], ["na", " NA", nil, ""]])
  }

  @Test func `an empty cell is null only if the empty text is declared so`() throws {
    #expect(try readTable("a,b\n,\"\"\n").rows == [["", ""]])
    #expect(try readTable("a,b\n,\"\"\n", nullValues: [""]).rows == [[nil, nil]])
  }

  @Test func `a row of one quoted empty cell is a record, a blank row is not`() throws {
    let table = try readTable("a\n\"\"\n\nx\n", declared())
    #expect(table.rows == [[""], ["x"]])
    #expect(table.places.map(\.number) == [2, 4])
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func `portions of any size give the same records, places and findings`(size: Int) throws {
    let text =
      "\u{FEFF}näme;\"b \n c\";d;d\r\n1;\"x\"\"y\";3;4\r\n\r\n;\"a;b\r\nc\";;\n5\n6;7;8;9;10\r"
      + "q\"r;\"s\" ;t;😀\r\n\"u\"v;w;x;y\r\n1;2;3;4;\"\"\r\nlast;\"\";\"\"\"\";\"end\""
    let whole = try readTable(text, declared(";"))
    let parts = try readTable(text, declared(";"), limits: portions(of: size))
    #expect(whole.rows.count == 5)
    #expect(whole.findings.count == 7)
    #expect(parts.rows == whole.rows)
    #expect(parts.places.map(\.number) == whole.places.map(\.number))
    #expect(parts.places.map(\.line) == whole.places.map(\.line))
    #expect(parts.places.map(\.offset) == whole.places.map(\.offset))
    #expect(parts.cellOffsets == whole.cellOffsets)
    #expect(parts.problems == whole.problems)
  }

  @Test func `a batch holds about one portion and the last read gives none`() throws {
    let text = "a,b\n" + String(repeating: "0123456,89\n", count: 50_000)
    let folder = try TemporaryFolder()
    let reader = try CSVReader(
      path: folder.write("t.csv", text), displayName: "t.csv", dialect: CSVDialect(),
      references: nil, nullValues: [])
    var batch = RecordBatch(columns: reader.columns)
    var findings: [Finding] = []
    var records = 0
    while try reader.read(into: &batch, findings: &findings) {
      #expect(batch.recordCount > 0)
      #expect(batch.bytes.count <= 192 << 10)
      #expect(batch.file == "t.csv")
      records += batch.recordCount
    }
    #expect(records == 50_000)
    #expect(batch.recordCount == 0)
    #expect(try !reader.read(into: &batch, findings: &findings))
  }

  @Test func `a row larger than many portions is read whole`() throws {
    let long = String(repeating: "x,\"\n", count: 100_000).replacing("\"", with: "\"\"")
    let table = try readTable("a,b\n1,\"\(long)\"\n2,3\n", declared(), limits: portions(of: 512))
    #expect(table.rows.count == 2)
    #expect(table.rows[0][1]?.utf8.count == 400_000)
    #expect(table.places[1].number == 3)
    #expect(table.places[1].line == 100_003)
  }

  @Test func `gzip and other encodings give UTF-8 and offsets in the decoded text`() throws {
    let text = "größe;b\r\nä€;2\r\n"
    let utf16 = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let western: [UInt8] =
      Array("gr".utf8) + [0xF6, 0xDF] + Array("e;b\r\n".utf8) + [0xE4, 0x80]
      + Array(";2\r\n".utf8)
    for bytes in [gzipped(Array(text.utf8)), [0xFF, 0xFE] + utf16, western] {
      let table = try readTable(bytes, references: ["größe"])
      #expect(table.rows == [["ä€"]])
      #expect(table.places[0].offset == 11)
    }
    let marked = try readTable([0xEF, 0xBB, 0xBF] + Array(text.utf8), references: ["größe"])
    #expect(marked.places[0].offset == 14)
  }

  @Test func `another quote can be declared`() throws {
    let table = try readTable("a,b\n'x,''y',\"z\"\n", declared(quote: "'"))
    #expect(table.rows == [["x,'y", "\"z\""]])
    #expect(table.findings == [])
  }
}
