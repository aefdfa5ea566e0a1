// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct DateFunctionsTests {
  @Test(arguments: [
    ("2000-02-28", 1, "2000-02-29"), ("2000-02-28", 2, "2000-03-01"),
    ("1900-02-28", 1, "1900-03-01"),
    ("2021-12-31", 1, "2022-01-01"), ("2022-01-01", -1, "2021-12-31"),
    ("2021-03-01", -1, "2021-02-28"),
    ("1970-01-01", 20_000, "2024-10-04"), ("2024-10-04", -20_000, "1970-01-01"),
    ("0001-01-01", 3_652_058, "9999-12-31"), ("9999-12-31", -3_652_058, "0001-01-01"),
    ("2021-03-05T23:59:59", 1, "2021-03-06"),
  ])
  func `days are added and counted over the calendar`(
    start: String, days: Int, end: String
  ) throws {
    #expect(try result("fw:dateAfter", [:], [texts(start), texts("\(days)")]) == "\(end) (date)")
    #expect(try result("fw:daysFrom", [:], [texts(start), texts(end)]) == "\(days) (integer)")
    #expect(
      try result("grel:date_inc", [:], [texts(start), texts("\(days)"), texts("days")])
        == "\(end) (date)")
  }

  @Test func `every day of four centuries comes after the one before`() throws {
    let counted = try result("fw:daysFrom", [:], [texts("1600-01-01"), texts("2000-01-01")])
    #expect(counted == "146097 (integer)")
    for days in stride(from: 0, through: 146_097, by: 97) {
      let date = try result("fw:dateAfter", [:], [texts("1600-01-01"), texts("\(days)")])
      let bare = String(date.prefix(10))
      #expect(
        try result("fw:daysFrom", [:], [texts("1600-01-01"), texts(bare)]) == "\(days) (integer)")
    }
  }

  @Test(arguments: [
    "2021-02-29", "2021-13-01", "2021-00-01", "21-01-01", "2021-1-1", "", "0000-01-01",
  ])
  func `what is no day is unreadable`(text: String) throws {
    #expect(
      try result("fw:daysFrom", [:], [texts(text), texts("2021-01-01")])
        == "not a date such as 2021-03-05")
  }

  @Test(arguments: [
    ("9999-12-31", "1"), ("0001-01-01", "-1"), ("2021-01-01", "9223372036854775807"),
  ])
  func `beyond the calendar there are no days`(date: String, days: String) throws {
    #expect(
      try result("fw:dateAfter", [:], [texts(date), texts(days)])
        == "not a number of days within the years 1 to 9999")
    #expect(
      try result("grel:date_inc", [:], [texts(date), texts(days), texts("days")])
        == "not a number of this calendar")
  }

  @Test(arguments: [
    ("2021-03-31", "2021-02-28", "months", "1"), ("2021-03-27", "2021-02-28", "months", "0"),
    ("2021-02-28", "2021-01-31", "months", "1"), ("2021-01-31", "2021-02-28", "months", "-1"),
    ("2024-02-28", "2023-02-28", "years", "1"), ("2024-02-27", "2023-02-28", "years", "0"),
    ("2021-03-05", "2021-02-26", "weeks", "1"),
  ])
  func `differences are in whole units`(
    left: String, right: String, unit: String, expected: String
  ) throws {
    #expect(
      try result("grel:date_diff", [:], [texts(left), texts(right), texts(unit)])
        == "\(expected) (integer)")
  }

  @Test(arguments: [
    ("2021-03-05", "weekday", "Friday"), ("1970-01-01", "weekday", "Thursday"),
    ("2000-01-01", "weekday", "Saturday"), ("2021-03-05", "years", "2021 (integer)"),
    ("2021-03-05T14:05:59", "minutes", "5 (integer)"),
    ("2021-03-05T14:05:59", "seconds", "59 (integer)"),
    ("2021-03-05", "eras", "not one of years, months, days, weekday, hours, minutes, seconds"),
  ])
  func `parts of dates are given`(date: String, part: String, expected: String) throws {
    #expect(try result("grel:date_datePart", [:], [texts(date), texts(part)]) == expected)
  }

  @Test(arguments: [
    ("dd/MM/yyyy", "5/3/2021", "2021-03-05 (date)"), ("yyyyMMdd", "20210305", "2021-03-05 (date)"),
    ("dd-MMM-yy", "05-MAR-21", "2021-03-05 (date)"),
    ("EEE, d MMMM yyyy", "Fri, 5 March 2021", "2021-03-05 (date)"),
    ("yyyy-MM-dd'T'HH:mm:ssX", "2021-03-05T14:05:00Z", "2021-03-05T14:05:00Z (dateTime)"),
    (
      "yyyy-MM-dd'T'HH:mm:ss.SSSX", "2021-03-05T14:05:00.250+0100",
      "2021-03-05T14:05:00.250+01:00 (dateTime)"
    ),
    ("M/d/yyyy h:mm a", "3/5/2021 2:05 PM", "2021-03-05T14:05:00 (dateTime)"),
    ("M/d/yyyy h:mm a", "3/5/2021 12:05 AM", "2021-03-05T00:05:00 (dateTime)"),
    ("dd/MM/yyyy", "05/03/2021 ", "2021-03-05 (date)"),
    ("dd/MM/yyyy", "5/3/21", "not a date (dd/MM/yyyy)"),
    ("dd/MM/yyyy HH:mm", "05/03/2021 24:00", "not a date (dd/MM/yyyy HH:mm)"),
    ("dd/MM/yyyy", "", "not a date (dd/MM/yyyy)"),
    ("dd MMM yyyy", "05 Ma 2021", "not a date (dd MMM yyyy)"),
    ("dd MMM yyyy", "05 Ju 2021", "not a date (dd MMM yyyy)"),
  ])
  func `dates are read by Java's patterns`(
    pattern: String, text: String, expected: String
  ) throws {
    #expect(
      try result("grel:date_toDate", ["grel:p_string_pattern": pattern], of: text) == expected)
  }

  @Test(arguments: ["", "yyyy", "dd/MM", "dd/MM/yyyy Q", "dd/MM/yyyy '"])
  func `a pattern that makes no date is refused`(pattern: String) throws {
    #expect(
      try refusal("grel:date_toDate", ["grel:p_string_pattern": pattern])
        == "grel:p_string_pattern: a pattern has year, month and day of the letters yuMLdHhmsSaEZX")
  }

  @Test func `a language that is not known, and a date-time without hours, are refused`() throws {
    let date = ["idlab:pattern": "d MMMM yyyy", "idlab:lang": "xx"]
    #expect(
      try refusal("idlab:normalizeDateWithLang", date)?.hasSuffix(
        "languages are ca, de, en, es, fr, it, nl, pt") == true)
    #expect(
      try refusal("idlab:normalizeDateTime", ["idlab:pattern": "d MMMM yyyy"])?.hasSuffix(
        "it has no hours (HH)") == true)
  }

  @Test(arguments: [
    ("1 März 2022", "de", "2022-03-01 (date)"), ("1 août 2022", "fr", "2022-08-01 (date)"),
    ("1 MARÇO 2022", "pt", "2022-03-01 (date)"), ("1 oct 2022", "es-ES", "2022-10-01 (date)"),
    ("1 ju 2022", "en", "not a date (d MMM yyyy)"), ("1 mai 2022", "en", "not a date (d MMM yyyy)"),
  ])
  func `names of months are read in their languages`(
    text: String, language: String, expected: String
  ) throws {
    let constants = ["idlab:pattern": "d MMM yyyy", "idlab:lang": language]
    #expect(try result("idlab:normalizeDateWithLang", constants, of: text) == expected)
  }

  @Test(arguments: [
    ("235959", "23:59:59 (time)"), ("235960", "not a DICOM time with seconds (HHMMSS)"),
    ("14:30:05.1", "14:30:05.1 (time)"), ("143005.", "not a DICOM time with seconds (HHMMSS)"),
    ("143005.1234567", "not a DICOM time with seconds (HHMMSS)"), (" 143005 ", "14:30:05 (time)"),
    ("14:30", "not a DICOM time with seconds (HHMMSS)"),
    ("", "not a DICOM time with seconds (HHMMSS)"),
    ("1430-0", "not a DICOM time with seconds (HHMMSS)"),
  ])
  func `a DICOM time is read`(text: String, expected: String) throws {
    #expect(try result("fw:dicomTime", of: text) == expected)
  }

  @Test(arguments: [
    ("20260131143005.250000-0530", "2026-01-31T14:30:05.250000-05:30 (dateTime)"),
    ("2026", "2026 (gYear)"), ("20260231143005", "not a DICOM date-time (YYYYMMDDHHMMSS)"),
    ("20260131+0100", "not a DICOM date-time (YYYYMMDDHHMMSS)"),
    ("20260131143005+01", "not a DICOM date-time (YYYYMMDDHHMMSS)"),
    ("2026010014300500", "not a DICOM date-time (YYYYMMDDHHMMSS)"),
  ])
  func `a DICOM date-time is read`(text: String, expected: String) throws {
    #expect(try result("fw:dicomDateTime", of: text) == expected)
  }
}
