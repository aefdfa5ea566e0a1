// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("nmae", "name"), ("naem", "name"), ("name", "name"), ("NAME", "name"), ("nam", "name"),
    ("birth date", "birth_date"), ("birthDate", "birth_date"), ("brith-date", "birth_date"),
    ("patientId", "patient_id"), ("ptientid", "patient_id"), ("größe", "grösse"),
  ])
  func `a slip, a swap and another spelling lead to the name meant`(
    written: String, meant: String
  ) {
    #expect(
      NearestName.find(written, in: ["name", "birth_date", "patient_id", "grösse"]) == meant)
  }

  @Test(arguments: ["xyz", "", "diagnosis", "nxyz"])
  func `what is far from every name leads to none`(written: String) {
    #expect(NearestName.find(written, in: ["name", "birth_date", "patient_id"]) == nil)
  }

  @Test func `names beyond 256 bytes are not compared`() {
    let long = String(repeating: "a", count: 256)
    #expect(NearestName.find(long, in: [long + "b"]) == long + "b")
    #expect(NearestName.find(long + "a", in: [long]) == nil)
    #expect(NearestName.find(long, in: [String(repeating: "a", count: 513)]) == nil)
  }

  @Test func `the first of two equally near names is taken`() {
    #expect(NearestName.find("cat", in: ["car", "cap"]) == "car")
    #expect(NearestName.find("cat", in: [String]()) == nil)
  }

  @Test func `two letters swapped are one slip, two slips are too many for a short name`() {
    #expect(NearestName.find("ab", in: ["ba"]) == "ba")
    #expect(NearestName.find("abc", in: ["cab"]) == nil)
    #expect(NearestName.find("abcdef", in: ["badcef"]) == "badcef")
  }

  @Test func `hints name the nearest, or what there is`() {
    #expect(NearestName.hint("nmae", in: ["id", "name"]) == "Did you mean “name”?")
    #expect(NearestName.hint("quux", in: ["id", "name"]) == "Known: id, name.")
    #expect(NearestName.hint("quux", in: []) == "There is nothing to choose from.")
    let many = (10..<24).map { "column\($0)" }
    #expect(
      NearestName.hint("quux", in: many)
        == "Known: \(many.prefix(12).joined(separator: ", ")), and 2 more.")
    #expect(NearestName.hint("quux", in: Array(many.prefix(12))).hasSuffix("column21."))
  }
}
