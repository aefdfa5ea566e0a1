// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct DateFunctionTests {
  @Test(arguments: [
    ("dd/MM/yyyy", "05/03/2021", "2021-03-05 (date)"),
    ("dd/MM/yyyy", "5/3/2021", "2021-03-05 (date)"),
    ("dd/MM/yyyy", " 05/03/2021 ", "2021-03-05 (date)"),
    ("dd/MM/yyyy", "29/02/2024", "2024-02-29 (date)"),
    ("dd/MM/yyyy", "29/02/2000", "2000-02-29 (date)"),
    ("dd/MM/yyyy", "31/12/0001", "0001-12-31 (date)"),
    ("yyyyMMdd", "20210305", "2021-03-05 (date)"),
    ("yyyy-MM-dd", "2021-03-05", "2021-03-05 (date)"),
    ("MM-dd-yyyy", "03-05-2021", "2021-03-05 (date)"),
    ("d MMM yyyy", "5 Mar 2021", "2021-03-05 (date)"),
    ("d MMM yyyy", "5 MARCH 2021", "2021-03-05 (date)"),
    ("d MMM yyyy", "5 sept 2021", "2021-09-05 (date)"),
    ("MMM d, yyyy", "May 5, 2021", "2021-05-05 (date)"),
    ("ddMMMyyyy", "05MAR2021", "2021-03-05 (date)"),
    ("ddMMMyyyy", "5MAR2021", "2021-03-05 (date)"),
    ("dd.MM.yyyy", "5.3.2021", "2021-03-05 (date)"),
    ("yyyy年MM月dd日", "2021年3月5日", "2021-03-05 (date)"),
  ])
  func `a whole date is read by its pattern`(
    pattern: String, text: String, expected: String
  ) throws {
    #expect(try result("fw:date", ["fw:pattern": pattern], of: text) == expected)
  }

  @Test(arguments: [
    ("dd/MM/yyyy", "2021", "2021 (gYear)"),
    ("dd/MM/yyyy", "03/2021", "2021-03 (gYearMonth)"),
    ("dd/MM/yyyy", "00/03/2021", "2021-03 (gYearMonth)"),
    ("dd/MM/yyyy", "00/00/2021", "2021 (gYear)"),
    ("dd/MM/yyyy", "00/2021", "2021 (gYear)"),
    ("MM-dd-yyyy", "03-2021", "2021-03 (gYearMonth)"),
    ("MM-dd-yyyy", "2021", "2021 (gYear)"),
    ("d MMM yyyy", "Mar 2021", "2021-03 (gYearMonth)"),
    ("d MMM yyyy", "2021", "2021 (gYear)"),
    ("MMM d, yyyy", "Mar 2021", "2021-03 (gYearMonth)"),
    ("yyyyMMdd", "202103", "2021-03 (gYearMonth)"),
    ("yyyyMMdd", "20210300", "2021-03 (gYearMonth)"),
    ("yyyyMMdd", "2021", "2021 (gYear)"),
    ("yyyy-MM-dd", "2021-03", "2021-03 (gYearMonth)"),
    ("yyyy-MM-dd", "2021-00-00", "2021 (gYear)"),
    ("MM/yyyy", "3/2021", "2021-03 (gYearMonth)"),
    ("yyyy", "2021", "2021 (gYear)"),
  ])
  func `what a date leaves open stays open`(
    pattern: String, text: String, expected: String
  ) throws {
    #expect(try result("fw:date", ["fw:pattern": pattern], of: text) == expected)
  }

  @Test(arguments: [
    ("dd/MM/yyyy", "31/02/2021"), ("dd/MM/yyyy", "29/02/2023"), ("dd/MM/yyyy", "29/02/1900"),
    ("dd/MM/yyyy", "05/13/2021"), ("dd/MM/yyyy", "13/2021"), ("dd/MM/yyyy", "32/01/2021"),
    ("dd/MM/yyyy", "05/00/2021"), ("dd/MM/yyyy", "05/03/21"), ("dd/MM/yyyy", "05/03/20211"),
    ("dd/MM/yyyy", "05-03-2021"), ("dd/MM/yyyy", "05/03/2021 10:30"), ("dd/MM/yyyy", "/03/2021"),
    ("dd/MM/yyyy", "N/A"), ("dd/MM/yyyy", ""), ("dd/MM/yyyy", "00/00/0000"),
    ("yyyyMMdd", "2021031"), ("yyyyMMdd", "20210"), ("yyyyMMdd", "20211301"),
    ("yyyy-MM-dd", "2021-"), ("yyyy-MM-dd", "2021-03-"), ("yyyy-MM-dd", "21-03-05"),
    ("d MMM yyyy", "5 marble 2021"), ("d MMM yyyy", "5 Ma 2021"), ("d MMM yyyy", "5 März 2021"),
    ("d MMM yyyy", "31 Apr 2021"),
  ])
  func `what is no date of the pattern is unreadable`(pattern: String, text: String) throws {
    #expect(
      try result("fw:date", ["fw:pattern": pattern], of: text) == "not a date (\(pattern))")
  }

  @Test(arguments: [
    "", "dd/MM", "dd/MM/yy", "DD/MM/YYYY", "yyyy yyyy", "dd/MM/yyyy dd", "MM/MMM/yyyy",
    "dd yyyy", "MMMM yyyy", "yyyyy",
  ])
  func `a pattern without a whole year, or with a field twice, is refused`(pattern: String) throws {
    #expect(
      try refusal("fw:date", ["fw:pattern": pattern])
        == "fw:pattern: a pattern has yyyy once, MM or MMM at most once, and dd only beside a month"
    )
  }

  @Test func `null stays null and several dates give several`() throws {
    let constants = ["fw:pattern": "dd/MM/yyyy"]
    #expect(try result("fw:date", constants, [[]]) == "null")
    #expect(
      try result("fw:date", constants, [texts("01/02/2021", "2022")])
        == "2021-02-01 (date) | 2022 (gYear)")
  }

  @Test(arguments: [
    ("20260131", "2026-01-31 (date)"), ("202601", "2026-01 (gYearMonth)"), ("2026", "2026 (gYear)"),
    ("1992.11.05", "1992-11-05 (date)"), ("20260131 ", "2026-01-31 (date)"),
    ("20260230", "not a DICOM date (YYYYMMDD)"), ("2026-01-31", "not a DICOM date (YYYYMMDD)"),
    ("", "not a DICOM date (YYYYMMDD)"), ("20260101-20260131", "not a DICOM date (YYYYMMDD)"),
  ])
  func `a DICOM date is read, partial or in the old form`(text: String, expected: String) throws {
    #expect(try result("fw:dicomDate", of: text) == expected)
    #expect(try result("fw:dicomDate", [:], [[]]) == "null")
  }
}
