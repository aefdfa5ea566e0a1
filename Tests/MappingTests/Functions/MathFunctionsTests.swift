// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct MathFunctionsTests {
  @Test(arguments: [
    ("math_round", "0.5", "1 (integer)"), ("math_round", "-0.5", "0 (integer)"),
    ("math_round", "-0.51", "-1 (integer)"), ("math_round", "7", "7 (integer)"),
    ("math_round", "1e3", "1000 (integer)"),
    ("math_round", "0.49999999999999999999", "0 (integer)"),
    ("math_floor", "-0.1", "-1 (integer)"), ("math_ceil", "-0.1", "0 (integer)"),
    ("math_floor", "99999999999999999999.9", "99999999999999999999 (integer)"),
    ("math_abs", "+3", "3 (integer)"), ("math_abs", "-.5", "0.5 (decimal)"),
    ("math_even", "-3.5", "-2 (integer)"), ("math_odd", "-3.5", "-3 (integer)"),
    ("math_ln", "0", "not a number with a finite result"),
    ("math_acos", "2", "not a number with a finite result"),
    ("math_sin", "x", "not a number"), ("math_floor", "inf", "not a number of at most 36 digits"),
    ("math_floor", "1.2.3", "not a number of at most 36 digits"),
    ("math_floor", "1234567890123456789012345678901234567", "not a number of at most 36 digits"),
    ("math_floor", "1e99", "not a number of at most 36 digits"),
    ("math_floor", "-", "not a number of at most 36 digits"),
    ("math_floor", "1e", "not a number of at most 36 digits"),
    ("math_exp", "1", "2.718281828459045E0 (double)"),
  ])
  func `functions of one number`(name: String, number: String, expected: String) throws {
    #expect(try result("grel:\(name)", of: number) == expected)
  }

  @Test(arguments: [
    ("math_mod", "-7", "3", "2 (integer)"), ("math_mod", "7", "-3", "-2 (integer)"),
    ("math_mod", "7.5", "2", "1.5 (decimal)"), ("math_mod", "7", "0", "not a number other than 0"),
    ("math_quotient", "7.5", "2.5", "3 (integer)"), ("math_gcd", "0", "0", "0 (integer)"),
    ("math_gcd", "-12", "18", "6 (integer)"), ("math_lcm", "0", "5", "0 (integer)"),
    ("math_lcm", "-4", "6", "12 (integer)"), ("math_combin", "52", "5", "2598960 (integer)"),
    ("math_combin", "60", "30", "118264581564861424 (integer)"),
    ("math_combin", "1000", "500", "not a number with a result of at most 38 digits"),
    ("math_factn", "5", "0", "not a number from 1"), ("math_min", "1", "1.0", "1 (integer)"),
    ("math_max", "0.30000000000000000001", "0.3", "0.30000000000000000001 (decimal)"),
    ("math_pow", "10", "400", "not a number with a finite result"),
    ("math_gcd", "1.5", "3", "not a whole number"),
  ])
  func `functions of two numbers`(
    name: String, left: String, right: String, expected: String
  ) throws {
    #expect(try result("grel:\(name)", [:], [texts(left), texts(right)]) == expected)
  }

  @Test func `sums are exact, and too many digits are a finding`() throws {
    let tenths = Array(repeating: FunctionValue("0.1"), count: 10)
    #expect(try result("grel:array_sum", [:], [tenths]) == "1.0 (decimal)")
    #expect(try result("grel:array_sum", [:], [[]]) == "0 (integer)")
    let digits = String(repeating: "9", count: 36)
    #expect(
      try result("grel:array_sum", [:], [texts(digits, "1e-30")])
        == "not numbers of at most 36 digits")
  }
}
