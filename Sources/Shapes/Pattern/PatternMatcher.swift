// SPDX-License-Identifier: Apache-2.0

/// Runs a ``PatternProgram`` over texts, building a deterministic automaton as it goes.
///
/// States are made when a text first reaches them. When there are too many, they are dropped and
/// made anew, so memory is bounded and time stays linear.
package struct PatternMatcher {
  private static let stateLimit = 512
  private static let unknown: Int32 = -1

  private struct State {
    /// Steps that wait for a character or a line's end, sorted.
    var steps: [Int]
    var isMatch: Bool
    /// Whether the text may end here; known once asked.
    var isMatchAtEnd: Bool?
  }

  private let program: PatternProgram
  private var states: [State] = []
  private var numbers: [[Int]: Int32] = [:]
  /// Next state by state and ASCII character.
  private var table: [Int32] = []
  private var visited: [Bool]

  /// Prepares to match.
  package init(_ program: PatternProgram) {
    self.program = program
    visited = Array(repeating: false, count: program.steps.count)
    _ = state(at: [0], isLineStart: true)
  }

  /// Whether the pattern occurs in a text.
  ///
  /// - Parameter bytes: well-formed UTF-8.
  /// - Returns: whether any part of the text matches.
  /// - Complexity: O(`bytes.count` × steps), usually O(`bytes.count`).
  package mutating func matches(_ bytes: ArraySlice<UInt8>) -> Bool {
    var current: Int32 = 0
    var index = bytes.startIndex
    while true {
      if states[Int(current)].isMatch { return true }
      guard index < bytes.endIndex else { break }
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        let known = table[Int(current) << 7 | Int(byte)]
        current = known != Self.unknown ? known : follow(current, Unicode.Scalar(byte))
      } else {
        let scalar = Self.scalar(bytes, &index)
        current = follow(current, scalar)
      }
    }
    return isMatchAtEnd(current)
  }

  private mutating func isMatchAtEnd(_ number: Int32) -> Bool {
    if let known = states[Int(number)].isMatchAtEnd { return known }
    let reached = closure(states[Int(number)].steps, isLineStart: false, isLineEnd: true)
    let isMatch = reached.contains { if case .match = program.steps[$0] { true } else { false } }
    states[Int(number)].isMatchAtEnd = isMatch
    return isMatch
  }

  private mutating func follow(_ number: Int32, _ scalar: Unicode.Scalar) -> Int32 {
    var from = states[Int(number)].steps
    let isLineEnd = program.isMultiline && scalar == "\n"
    if isLineEnd {
      from = closure(from, isLineStart: false, isLineEnd: true)
      // An empty last line: `$` stands before this line end.
      if from.contains(where: { if case .match = program.steps[$0] { true } else { false } }) {
        return state(at: [program.steps.count - 1], isLineStart: false)
      }
    }
    var next: [Int] = []
    for step in from {
      if case .set(let set) = program.steps[step], program.sets[set].contains(scalar) {
        next.append(step + 1)
      }
    }
    // A match may begin behind every character.
    next.append(0)
    let generation = states.count
    let found = state(at: next, isLineStart: isLineEnd)
    let wasDropped = states.count < generation
    if scalar.value < 0x80 && !wasDropped {
      table[Int(number) << 7 | Int(scalar.value)] = found
    }
    return found
  }

  private mutating func state(at steps: [Int], isLineStart: Bool) -> Int32 {
    let reached = closure(steps, isLineStart: isLineStart, isLineEnd: false)
    if let known = numbers[reached] { return known }
    if states.count >= Self.stateLimit { dropStates() }
    let number = Int32(states.count)
    let isMatch = reached.contains { if case .match = program.steps[$0] { true } else { false } }
    states.append(State(steps: reached, isMatch: isMatch, isMatchAtEnd: nil))
    table.append(contentsOf: repeatElement(Self.unknown, count: 128))
    numbers[reached] = number
    return number
  }

  // State 0 is where every text begins; it is made again first.
  private mutating func dropStates() {
    states.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    table.removeAll(keepingCapacity: true)
    _ = state(at: [0], isLineStart: true)
  }

  // Follows forks, and line starts and ends where they hold. Line ends that do not hold yet stay.
  private mutating func closure(_ steps: [Int], isLineStart: Bool, isLineEnd: Bool) -> [Int] {
    var stack = steps
    var seen: [Int] = []
    var reached: [Int] = []
    while let step = stack.popLast() {
      if visited[step] { continue }
      visited[step] = true
      seen.append(step)
      switch program.steps[step] {
      case .fork(let one, let other):
        stack.append(one)
        stack.append(other)
      case .lineStart: if isLineStart { stack.append(step + 1) }
      case .lineEnd: if isLineEnd { stack.append(step + 1) } else { reached.append(step) }
      case .set, .match: reached.append(step)
      }
    }
    for step in seen { visited[step] = false }
    return reached.sorted()
  }

  private static func scalar(_ bytes: ArraySlice<UInt8>, _ index: inout Int) -> Unicode.Scalar {
    let lead = bytes[index]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length where index + offset < bytes.endIndex {
      value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    index = min(index + length, bytes.endIndex)
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
