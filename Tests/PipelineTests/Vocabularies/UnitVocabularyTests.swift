// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

/// The units that ship and the units that mappings convert are the same.
@Suite struct UnitVocabularyTests {
  private static let convert = FunctionNamespaces.fairway + "convert"

  private static func codes() throws -> [String] {
    try ShippedFile("ucum-units.ttl").codes.values.flatMap(\.notations).sorted()
  }

  @Test func `every unit that ships can be converted`() throws {
    let function = try #require(FunctionRegistry.find(Self.convert))
    for code in try Self.codes() {
      #expect(throws: Never.self, "\(code)") {
        try function.prepare(
          [
            FunctionNamespaces.fairway + "from": code, FunctionNamespaces.fairway + "to": code,
          ], FunctionServices())
      }
    }
  }

  @Test func `every unit that can be converted ships`() throws {
    let function = try #require(FunctionRegistry.find(Self.convert))
    // The page of the function lists its atoms between backquotes, then what can be made of them.
    let listed = try #require(
      function.details.firstMatch(of: /Known atoms, [^:]*: ([^;]*);/)?.output.1)
    let atoms = listed.matches(of: /`([^`]+)`/).map { String($0.output.1) }
    #expect(atoms.count > 35)
    let missing = Set(atoms).subtracting(try Self.codes())
    #expect(missing.isEmpty, "\(missing.sorted())")
  }
}
