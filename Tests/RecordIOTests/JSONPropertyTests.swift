// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RecordIO
import TestSupport
import Testing

/// The reader against Foundation on random documents.
struct JSONPropertyTests {
  /// Random JSON text.
  struct Writer {
    var random: SeededGenerator
    static let keys = ["a", "b", "c", "d", "é", "x/y", "\\u0061b", "a b"]
    static let pieces = [
      "t", "é", "漢", "😀", "\\n", "\\\"", "\\\\", "\\/", "\\u00e9", "\\uD83D\\uDE00", "\\u0000",
      " ", "{", "]", "plain text of some length",
    ]
    static let numbers = [
      "0", "-7", "1", "12.50", "-3.25e2", "1E-3", "9007199254740991", "0.1", "100", "1e+2",
    ]

    mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

    mutating func space() -> String { ["", "", "", " ", "\n", "\t", " \r\n "][pick(7)] }

    mutating func string() -> String {
      "\"" + (0..<pick(6)).map { _ in Self.pieces[pick(Self.pieces.count)] }.joined() + "\""
    }

    mutating func value(_ depth: Int) -> String {
      let inner: String
      switch pick(depth > 4 ? 5 : 8) {
      case 0: inner = "null"
      case 1: inner = pick(2) == 0 ? "true" : "false"
      case 2: inner = Self.numbers[pick(Self.numbers.count)]
      case 3, 4: inner = string()
      case 5: inner = list(pick(4), depth)
      default: inner = object(depth)
      }
      return space() + inner + space()
    }

    mutating func list(_ count: Int, _ depth: Int) -> String {
      "[" + (0..<count).map { _ in value(depth + 1) }.joined(separator: ",")
        + (count == 0 ? space() : "") + "]"
    }

    mutating func object(_ depth: Int) -> String {
      let keys = Self.keys.shuffled(using: &random).prefix(pick(Self.keys.count))
      return "{"
        + keys.map { "\(space())\"\($0)\"\(space()):\(value(depth + 1))" }
        .joined(separator: ",") + (keys.isEmpty ? space() : "") + "}"
    }
  }

  static let references: [(text: String, way: [String?])] = [
    ("a", ["a"]), ("b.c", ["b", "c"]), ("['a b']", ["a b"]), ("ab", ["ab"]), ("c[*]", ["c", nil]),
    ("d.*.a", ["d", nil, "a"]), ("é", ["é"]), ("['x/y'][0]", ["x/y", "#0"]), ("$", []),
  ]

  // The values that a way leads to, in any order; objects of Foundation have none.
  static func values(_ value: Any, _ way: ArraySlice<String?>) -> [Any] {
    guard let step = way.first else { return [value] }
    let rest = way.dropFirst()
    if let step, step.hasPrefix("#") {
      guard let list = value as? [Any], let first = list.first else { return [] }
      return values(first, rest)
    }
    if let step { return ((value as? [String: Any])?[step]).map { values($0, rest) } ?? [] }
    if let list = value as? [Any] { return list.flatMap { values($0, rest) } }
    return ((value as? [String: Any])?.values).map { $0.flatMap { values($0, rest) } } ?? []
  }

  // The same words for equal values, whatever the order of keys and the spelling of numbers.
  static func canonical(_ value: Any) -> String {
    if let list = value as? [Any] { return "[\(list.map(canonical).joined(separator: ","))]" }
    if let object = value as? [String: Any] {
      return "{\(object.map { "\($0):\(canonical($1))" }.sorted().joined(separator: ","))}"
    }
    if let text = value as? String { return "s\(Array(text.utf8))" }
    if let number = value as? NSNumber {
      return CFBoolean(number).map { "b\($0)" } ?? "n\(number.doubleValue)"
    }
    return "null"
  }

  private static func CFBoolean(_ number: NSNumber) -> Bool? {
    String(cString: number.objCType) == "c" ? number.boolValue : nil
  }

  static func canonical(_ batch: RecordBatch, _ cell: Cell) throws -> String {
    let text = batch.text(cell)
    switch cell.kind {
    case .text: return "s\(Array(text.utf8))"
    case .number: return "n\(try #require(Double(text)))"
    case .boolean: return "b\(text)"
    case .structure: return canonical(try JSONSerialization.jsonObject(with: Data(text.utf8)))
    }
  }

  @Test func `random documents read the same as by Foundation`() throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed of the JSON documents: \(seed)")
    var writer = Writer(random: SeededGenerator(seed: seed))
    for round in 0..<150 {
      let text = writer.list(writer.pick(6), 0)
      let expected = try #require(
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [Any])
      let chunk = [1, 5, 33, 131_072][writer.pick(4)]
      let batches = try TreeFixture.withFile(text.utf8, suffix: ".json") { path in
        let reader = try JSONReader(
          path: path, displayName: "random", iterator: "$[*]",
          references: Self.references.map(\.text), nullValues: [])
        reader.chunkSize = chunk
        return try TreeFixture.batches(reader)
      }
      #expect(batches.map(\.recordCount).reduce(0, +) == expected.count, "seed \(seed) \(round)")
      guard let batch = batches.first else { continue }
      for record in 0..<batch.recordCount {
        for (column, reference) in Self.references.enumerated() {
          let wanted = Self.values(expected[record], reference.way[...])
          let found = try batch.values(record, column).map { try Self.canonical(batch, $0) }
          let message: Comment = "seed \(seed), \(reference.text) in \(text)"
          #expect(
            found.sorted() == wanted.map(Self.canonical).filter { $0 != "null" }.sorted(), message)
          if found.isEmpty {
            let state: CellState = wanted.isEmpty ? .absent : .null
            #expect(batch.cell(record, column).state == state, message)
          }
        }
      }
    }
  }

  @Test func `what the reader accepts after damage, Foundation accepts as well`() throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed of the damaged JSON documents: \(seed)")
    var writer = Writer(random: SeededGenerator(seed: seed))
    var accepted = 0
    for _ in 0..<400 {
      var bytes = Array(writer.list(3, 0).utf8)
      let index = writer.pick(bytes.count)
      switch writer.pick(3) {
      case 0: bytes.remove(at: index)
      case 1: bytes[index] = UInt8(writer.pick(256))
      default: bytes.insert(UInt8(ascii: "1"), at: index)
      }
      let finding = TreeFixture.finding {
        _ = try TreeFixture.json(bytes: bytes, "$[*]", ["a", "$"], chunk: 3)
      }
      guard finding == nil else { continue }
      accepted += 1
      #expect(
        (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil,
        "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(accepted > 20)
  }
}
