// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RecordIO
import Testing

struct CSVFaultTests {
  @Test func `a ragged row is reported where it departs from the header and left out`() throws {
    let table = try readTable("id,age,sex\n1,2,3\n4,5\n6,7,8,9\n\"a\nb\",1,2\n7\n")
    #expect(table.rows == [["1", "2", "3"], ["a\nb", "1", "2"]])
    #expect(
      table.problems == [
        "csv.ragged-row t.csv:3:3 (sex)", "csv.ragged-row t.csv:4:4",
        "csv.ragged-row t.csv:6:2 (age) at line 7",
      ])
    #expect(
      table.findings[0].message() == "The row has 2 cells where the header has 3.")
    #expect(
      table.findings[1].message() == "The row has 4 cells where the header has 3.")
    #expect(table.findings.allSatisfy { $0.severity == .violation })
  }

  @Test func `a reader counts the rows that it reported instead of giving them`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("t.csv", "a,b\n1\n\n1,2\n1,2,3\n\"x\"y,2\n")
    let reader = try CSVReader(
      path: path, displayName: "t.csv", dialect: CSVDialect(), references: nil, nullValues: [])
    var batch = RecordBatch(columns: reader.columns)
    var findings: [Finding] = []
    #expect(try reader.read(into: &batch, findings: &findings))
    #expect(batch.recordCount == 1)
    #expect(reader.rejectedCount == 3)
    #expect(try !reader.read(into: &batch, findings: &findings))
    #expect(reader.rejectedCount == 0)
  }

  @Test func `ragged rows are mapped on request, and still reported`() throws {
    var dialect = CSVDialect()
    dialect.mapsRaggedRows = true
    let table = try readTable("id,age,sex\n1\n6,7,8,9\n", dialect)
    #expect(
      table.rows == [["1", ReadTable.absentMark, ReadTable.absentMark], ["6", "7", "8"]])
    #expect(
      table.problems == ["csv.ragged-row t.csv:2:2 (age)", "csv.ragged-row t.csv:3:4"])
    #expect(table.findings.allSatisfy { $0.severity == .warning })
  }

  @Test func `empty cells beyond the header are ignored and noted once`() throws {
    let table = try readTable("a,b\n1,2,,\n3,4,\n5,6,\"\"\n7,8, \n")
    #expect(table.rows == [["1", "2"], ["3", "4"], ["5", "6"]])
    #expect(
      table.problems == ["csv.empty-extra-cells t.csv:2:3", "csv.ragged-row t.csv:5:3"])
    #expect(table.findings[0].severity == .note)
  }

  @Test func `blank header cells at the end may or may not have cells in the rows`() throws {
    let table = try readTable("a,b,,\n1,2,,\n3,4\n5,6,\n7,8,,,\n9,1,,x\n1,2,y,z\n")
    #expect(table.facts.header == ["a", "b"])
    #expect(
      table.rows == [["1", "2"], ["3", "4"], ["5", "6"], ["7", "8"], ["9", "1"], ["1", "2"]])
    #expect(
      table.problems == [
        "csv.empty-extra-cells t.csv:5:5", "csv.unnamed-column t.csv:6:4",
        "csv.unnamed-column t.csv:7:3",
      ])
    #expect(
      table.findings[1].remedy()
        == "Name the column in the header, or write “#2” to refer to it.")
  }

  @Test func `a quote inside a cell without quotes is kept and reported`() throws {
    let table = try readTable("id,size\n1,37\"8\n2,a\"b\"\n")
    #expect(table.rows == [["1", "37\"8"], ["2", "a\"b\""]])
    #expect(
      table.problems == ["csv.stray-quote t.csv:2:2 (size)", "csv.stray-quote t.csv:3:2 (size)"])
    #expect(table.findings[0].severity == .warning)
  }

  @Test func `blanks after a closing quote are dropped and reported`() throws {
    let table = try readTable("id,size\n\"1\" \t,\"x\"  \n")
    #expect(table.rows == [["1", "x"]])
    #expect(
      table.problems == [
        "csv.blanks-after-quote t.csv:2:1 (id)", "csv.blanks-after-quote t.csv:2:2 (size)",
      ])
  }

  @Test func `text after a closing quote costs the row, and only this row`() throws {
    let table = try readTable("id,note\n1,\"said \"hi\" there\"\n2,\"x\"\n")
    #expect(table.rows == [["2", "x"]])
    #expect(table.problems == ["csv.text-after-quote t.csv:2:2 (note)"])
    #expect(table.findings[0].severity == .violation)
  }

  @Test(arguments: [1, 7, 100_000])
  func `an unterminated quote is reported where it opens`(size: Int) throws {
    let error = try #require(
      try errorOfTable(
        Array("id,note\n\"1\n\",x\n2,\"never\nclosed\n3,y\n".utf8), declared(),
        limits: portions(of: size)))
    #expect(error.inShort == ["csv.unterminated-quote t.csv:3:2 (note) at line 4"])
  }

  @Test func `an unterminated quote in the header is reported where it opens`() throws {
    let error = try #require(try errorOfTable(Array("id,\"note\n1,2\n".utf8), declared()))
    #expect(error.inShort == ["csv.unterminated-quote t.csv:1:2"])
  }

  @Test(arguments: [1, 64, 100_000])
  func `a cell beyond its limit is reported at its place`(size: Int) throws {
    var limits = portions(of: size)
    limits.cellBytes = 10
    let fits = try readTable("a,b\n1,0123456789\n2,\"01234567\"\n", declared(), limits: limits)
    #expect(fits.rows.count == 2)
    for cell in ["0123456789A", "\"012345678\"", "\"0\n23456789A"] {
      let error = try #require(
        try errorOfTable(Array("a,b\n1,2\n3,\(cell)\n".utf8), declared(), limits: limits))
      #expect(error.inShort == ["csv.cell-limit t.csv:3:2 (b)"])
    }
  }

  @Test(arguments: [1, 64, 100_000])
  func `a row beyond its limit is reported`(size: Int) throws {
    var limits = portions(of: size)
    limits.rowBytes = 12
    #expect(try readTable("a,b\n01234,56789\n", declared(), limits: limits).rows.count == 1)
    let error = try #require(
      try errorOfTable(Array("a,b\n012345,67890,\n".utf8), declared(), limits: limits))
    #expect(error.inShort == ["csv.row-limit t.csv:2"])
    #expect(error.findings[0].message() == "The row is larger than 12 bytes; that is the limit.")
  }

  @Test func `more cells than the limit are an error`() throws {
    var limits = CSVLimits()
    limits.columns = 3
    #expect(try readTable("a,b,c\n1,2,3\n", limits: limits).rows.count == 1)
    let error = try #require(try errorOfTable(Array("a,b\n1,2,3,4\n".utf8), limits: limits))
    #expect(error.inShort == ["csv.column-limit t.csv:2"])
    let wide = String(repeating: ",", count: 16_384) + "x\n"
    #expect(
      try errorOfTable(Array(wide.utf8), declared())?.inShort == ["csv.column-limit t.csv:1"])
  }

  @Test func `a null character and a byte outside the encoding end the run at their offset`() throws
  {
    let null = try #require(try errorOfTable(Array("a,b\n1,\0\n".utf8)))
    #expect(null.inShort == ["text.null-character t.csv at byte 6"])
    var utf8 = CSVDialect()
    utf8.encoding = .utf8
    let bad = try #require(try errorOfTable(Array("a,b\n1,".utf8) + [0xE4, 0x0A], utf8))
    #expect(bad.inShort == ["text.undecodable-byte t.csv at byte 6"])
  }

  @Test func `a file of ragged rows alone is read in bounded steps`() throws {
    let text = "a,b\n" + String(repeating: "1\n", count: 5000) + "2,3\n"
    var limits = CSVLimits()
    limits.findingsPerRead = 100
    let folder = try TemporaryFolder()
    let input = try ByteInput(path: folder.write("t.csv", text), displayName: "t.csv")
    let reader = try CSVReader(
      input, dialect: declared(), references: nil, nullValues: [], limits: limits)
    var batch = RecordBatch(columns: reader.columns)
    var (count, records) = (0, 0)
    var findings: [Finding] = []
    while try reader.read(into: &batch, findings: &findings) {
      #expect(findings.count <= 100)
      count += findings.count
      records += batch.recordCount
      findings.removeAll()
    }
    #expect(count + findings.count == 5000)
    #expect(records == 1)
  }

  @Test func `a declared encoding that the text belies is a warning`() throws {
    var dialect = CSVDialect()
    dialect.encoding = .latin1
    let table = try readTable("größe,b\n1,2\n", dialect)
    #expect(table.problems == ["text.doubtful-encoding t.csv"])
  }
}
