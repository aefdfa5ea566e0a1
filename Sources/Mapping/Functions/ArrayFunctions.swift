// SPDX-License-Identifier: Apache-2.0

/// GREL's functions of arrays: here of all values that a parameter is given.
///
/// - Source: [OpenRefine, array functions](https://openrefine.org/docs/manual/grelfunctions#array-functions).
enum ArrayFunctions {
  static let all: [FunctionDefinition] = [get, slice, join, length, reverse, sort, sum, uniques]

  private static let get = FunctionDefinition(
    FunctionNamespaces.grel("array_get"), [.list, .from, .to], [.list, .any, .text],
    FunctionText(
      "One value by its position, or those from one position up to another.",
      "Positions count from 0, negative ones from the end. A position outside gives null.",
      [
        FunctionExample(["a", "b", "c"], "1", gives: "b"),
        FunctionExample(["a", "b", "c"], "-1", gives: "c"),
        FunctionExample(["a", "b", "c"], "0", "2", gives: "a | b"),
        FunctionExample(["a"], "5", gives: "null"),
      ])
  ) { arguments throws(UnreadableArgument) in
    let list = arguments.values[0]
    let from = try arguments.integer(1)
    guard !arguments.isNull(2) else {
      let index = from < 0 ? list.count + from : from
      return .values(list.indices.contains(index) ? [list[index]] : [])
    }
    return .values(Array(list[span(list.count, from, try arguments.integer(2))]))
  }

  private static let slice = FunctionDefinition(
    FunctionNamespaces.grel("array_slice"), [.list, .from, .to], [.list, .number],
    FunctionText(
      "The values from one position up to another, or to the end.",
      "Positions count from 0, negative ones from the end.",
      [
        FunctionExample(["a", "b", "c"], "1", gives: "b | c"),
        FunctionExample(["a", "b", "c"], "0", "-1", gives: "a | b"),
        FunctionExample(["a"], "3", gives: "null"),
      ])
  ) { arguments throws(UnreadableArgument) in
    let list = arguments.values[0]
    let to = arguments.isNull(2) ? list.count : try arguments.integer(2)
    return .values(Array(list[span(list.count, try arguments.integer(1), to)]))
  }

  private static let join = FunctionDefinition(
    FunctionNamespaces.grel("array_join"), [.list, .separator], [.text],
    FunctionText(
      "All values in one text, with a separator between them; null without a value.",
      [
        FunctionExample(["a", "b"], "; ", gives: "a; b"),
        FunctionExample(nil, ";", gives: "null"),
      ])
  ) { arguments throws(UnreadableArgument) in
    let list = arguments.values[0]
    if list.isEmpty { return .values([]) }
    return .value(FunctionValue(Array(list.map(\.bytes).joined(separator: arguments.bytes(1)))))
  }

  private static let length = FunctionDefinition(
    FunctionNamespaces.grel("array_length"), [.list], [.number],
    FunctionText(
      "How many values there are.",
      [
        FunctionExample(["a", "b"], gives: "2 (integer)"),
        FunctionExample(nil, gives: "0 (integer)"),
      ]
    )
  ) { arguments throws(UnreadableArgument) in .value(.integer(arguments.values[0].count)) }

  private static let reverse = FunctionDefinition(
    FunctionNamespaces.grel("array_reverse"), [.list], [.list],
    FunctionText("The values in reverse order.", [FunctionExample(["a", "b"], gives: "b | a")])
  ) { arguments throws(UnreadableArgument) in .values(arguments.values[0].reversed()) }

  private static let sort = FunctionDefinition(
    FunctionNamespaces.grel("array_sort"), [.list], [.list],
    FunctionText(
      "The values in ascending order: numbers by size if all are numbers, otherwise by their bytes.",
      [
        FunctionExample(["10", "9", "9.5"], gives: "9 | 9.5 | 10"),
        FunctionExample(["b", "a", "10"], gives: "10 | a | b"),
      ])
  ) { arguments throws(UnreadableArgument) in
    let list = arguments.values[0]
    let numbers = list.compactMap { ExactDecimal($0.bytes) }
    guard numbers.count == list.count else {
      return .values(list.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) })
    }
    let order = list.indices.sorted {
      numbers[$0].isLess(than: numbers[$1])
        || (!numbers[$1].isLess(than: numbers[$0]) && $0 < $1)
    }
    return .values(order.map { list[$0] })
  }

  private static let sum = FunctionDefinition(
    FunctionNamespaces.grel("array_sum"), [.list], [.number],
    FunctionText(
      "The sum of all values, exact.",
      [
        FunctionExample(["0.1", "0.2"], gives: "0.3 (decimal)"),
        FunctionExample(["1", "x"], gives: "not numbers of at most 36 digits"),
      ])
  ) { arguments throws(UnreadableArgument) in
    var sum = ExactDecimal(0)
    for value in arguments.values[0] {
      guard let number = ExactDecimal(value.bytes), let next = sum.adding(number) else {
        throw UnreadableArgument(0, "numbers of at most \(ExactDecimal.digitLimit) digits")
      }
      sum = next
    }
    return .value(sum.value)
  }

  private static let uniques = FunctionDefinition(
    FunctionNamespaces.grel("array_uniques"), [.list], [.list],
    FunctionText(
      "The values without those that come again, in the order of their first appearance.",
      [FunctionExample(["b", "a", "b"], gives: "b | a")])
  ) { arguments throws(UnreadableArgument) in
    var seen: Set<[UInt8]> = []
    return .values(arguments.values[0].filter { seen.insert($0.bytes).inserted })
  }

  /// The positions from one up to another, both counted from the end if negative, cut to `0..<count`.
  static func span(_ count: Int, _ from: Int, _ to: Int) -> Range<Int> {
    let start = min(count, max(0, from < 0 ? count + from : from))
    let end = min(count, max(0, to < 0 ? count + to : to))
    return start..<max(start, end)
  }
}

extension FunctionValue {
  /// A whole number.
  static func integer(_ number: some BinaryInteger) -> FunctionValue {
    FunctionValue(String(number), natural: .integer)
  }
}
