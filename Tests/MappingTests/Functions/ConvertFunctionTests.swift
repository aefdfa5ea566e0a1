// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct ConvertFunctionTests {
  @Test(arguments: [
    ("12.5", "mm", "cm", "1.25 (decimal)"), ("1.25", "cm", "mm", "12.5 (decimal)"),
    ("0.1", "mm", "m", "0.0001 (decimal)"), ("70", "kg", "g", "70000 (decimal)"),
    ("1000", "g", "kg", "1 (decimal)"), ("1", "[lb_av]", "kg", "0.45359237 (decimal)"),
    ("2", "wk", "d", "14 (decimal)"), ("1", "mo", "d", "30.4375 (decimal)"),
    ("1", "a", "mo", "12 (decimal)"), ("1", "d", "a", "0.002737850787 (decimal)"),
    ("5000", "cGy", "Gy", "50 (decimal)"), ("12", "mSv", "Sv", "0.012 (decimal)"),
    ("0.005", "s", "ms", "5 (decimal)"), ("15000", "G", "T", "1.5 (decimal)"),
    ("120", "kV", "V", "120000 (decimal)"), ("120000", "uA.s", "mA.s", "120 (decimal)"),
    ("4", "ng/mL", "ug/L", "4 (decimal)"), ("4", "ug/L", "ng/mL", "4 (decimal)"),
    ("13.2", "g/dL", "g/L", "132 (decimal)"), ("1", "mCi", "MBq", "37 (decimal)"),
    ("20", "cm3", "mL", "20 (decimal)"), ("1", "m2", "mm2", "1000000 (decimal)"),
    ("50", "%", "1", "0.5 (decimal)"), ("5", "10*9/L", "10*6/mL", "5 (decimal)"),
    ("5", "{cells}/uL", "/mL", "5000 (decimal)"), ("760", "mm[Hg]", "kPa", "101.32472 (decimal)"),
    ("300", "mGy.cm", "Gy.m", "0.003 (decimal)"), ("-3", "mm", "cm", "-0.3 (decimal)"),
    ("3.50", "mm", "mm", "3.5 (decimal)"), ("1e3", "mm", "m", "1 (decimal)"),
    ("60", "1/min", "Hz", "1 (decimal)"), ("1", "m.s-1", "m/s", "1 (decimal)"),
  ])
  func `a number is converted exactly`(
    value: String, from: String, to: String, expected: String
  ) throws {
    let arguments = [value, from, to].map { [FunctionValue($0)] }
    #expect(try result("fw:convert", [:], arguments) == expected)
  }

  @Test(arguments: [
    ("x", "mm", "cm", "not a number of at most 36 digits"),
    ("1", "mm", "kg", "not a unit that mm can be converted into"),
    ("1", "Gy", "Sv", "not a unit that Gy can be converted into"),
    ("1", "Bq", "Hz", "not a unit that Bq can be converted into"),
    ("1", "mmm", "m", "not a UCUM code"), ("1", "m", "", "not a UCUM code"),
    ("1", "m", "//", "not a UCUM code"), ("1", "m99", "m99", "not a UCUM code"),
    ("1", "kmin", "s", "not a UCUM code"), ("1", "10*99", "1", "not a UCUM code"),
  ])
  func `what cannot be converted says why`(
    value: String, from: String, to: String, expected: String
  ) throws {
    let arguments = [value, from, to].map { [FunctionValue($0)] }
    #expect(try result("fw:convert", [:], arguments) == expected)
  }

  @Test func `constant units are checked when the mapping is read`() throws {
    #expect(try refusal("fw:convert", ["fw:from": "mm", "fw:to": "cm"]) == nil)
    #expect(
      try refusal("fw:convert", ["fw:from": "mm", "fw:to": "kg"])
        == "fw:to: mm measures something else than kg")
    let unknown = try refusal("fw:convert", ["fw:from": "mins", "fw:to": "s"])
    #expect(unknown == "fw:from: no known UCUM code; Did you mean “min”?", "\(unknown ?? "")")
  }
}
