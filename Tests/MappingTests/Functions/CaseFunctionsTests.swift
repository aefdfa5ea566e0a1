// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct CaseFunctionsTests {
  @Test(arguments: ["grel:toUpperCase", "grel:string_toUppercase"])
  func `both names of upper case give it`(name: String) throws {
    #expect(try result(name, of: "straße é 7") == "STRASSE É 7")
  }

  @Test(arguments: ["grel:toLowerCase", "grel:string_toLowercase"])
  func `both names of lower case give it`(name: String) throws {
    #expect(try result(name, of: "ÀÉ Ω 7") == "àé ω 7")
  }

  @Test(arguments: ["grel:toUpperCase", "grel:toLowerCase"])
  func `null stays null, the empty text stays empty, a number becomes text`(name: String) throws {
    #expect(try result(name, [:], [[]]) == "null")
    #expect(try result(name, of: "") == "")
    #expect(try result(name, [:], [[FunctionValue("12", natural: .integer)]]) == "12")
  }
}
