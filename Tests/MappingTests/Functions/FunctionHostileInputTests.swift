// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct FunctionHostileInputTests {
  private static let texts = [
    "", " ", "0", "1", "-1", "2.5", "-9223372036854775808", "9223372036854775807", "1e36", "1e-36",
    String(repeating: "9", count: 36), "-" + String(repeating: "9", count: 36), "0x10", "nan",
    "\u{0}", "é", "e\u{301}", "\u{1F600}", "/(/", "/.*/", "/(a|b)+/", "//", "/", "$1\\", "\\", "%",
    "%C3",
    "&#x110000;", "&", "\"", "\"\"", "2021-02-28", "9999-12-31", "0001-01-01",
    "2021-02-28T23:59:59",
    "20260131143005.25+0100", "235959", "067Y", "days", "months", "years", "weekday", "html", "csv",
    "javascript", "url", "utf-8", "windows-1252", "soundex", "cologne", "mm",
    "m-9223372036854775808",
    "10*-9223372036854775808", "[", "{", "]", "m/s2", "1/min", "%", "a.b.csv", "true", "dd/MM/yyyy",
    "de", ";", String(repeating: "a,", count: 2_000),
  ]

  @Test(arguments: FunctionRegistry.all.map { $0.iris[0] })
  func `no value makes a function crash`(iri: String) throws {
    let function = try #require(FunctionRegistry.find(iri))
    var state: UInt64 = 88_172_645_463_325_252
    func next(_ count: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(count))
    }
    for _ in 0..<400 {
      var constants: [String: String] = [:]
      var arguments: [[FunctionValue]] = []
      for parameter in function.parameters {
        let isSeveral = parameter.intake == .all || parameter.intake == .allOrEmpty
        let mayBeNull = parameter.intake != .each && parameter.intake != .constant
        let count = isSeveral ? next(4) : mayBeNull ? next(2) : 1
        let values = (0..<count).map { _ in Self.texts[next(Self.texts.count)] }
        if parameter.intake == .constant {
          constants[parameter.iris[0]] = values[0]
        } else {
          arguments.append(values.map { FunctionValue($0) })
        }
      }
      guard let body = try? function.prepare(constants, FunctionServices()) else { continue }
      let first = PreparedFunction(body).evaluate(arguments)
      #expect(PreparedFunction(body).evaluate(arguments) == first, "\(arguments)")
    }
  }
}
