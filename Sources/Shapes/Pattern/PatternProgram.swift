// SPDX-License-Identifier: Apache-2.0

/// The flags of `sh:flags`.
///
/// - Source: XPath and XQuery Functions and Operators 3.1 §5.6.2.
package struct PatternFlags: Sendable, Hashable {
  /// `i`: letters match in either case.
  package var ignoresCase = false
  /// `m`: `^` and `$` match at each line.
  package var isMultiline = false
  /// `s`: `.` matches line ends.
  package var dotMatchesLineEnds = false
  /// `x`: blanks in the pattern do not count.
  package var ignoresBlanks = false
  /// `q`: every character stands for itself.
  package var isLiteral = false

  /// Reads flags.
  ///
  /// - Throws: a fault if `text` has another letter than i, m, s, x and q.
  package init(_ text: String) throws(PatternFault) {
    for letter in text {
      switch letter {
      case "i": ignoresCase = true
      case "m": isMultiline = true
      case "s": dotMatchesLineEnds = true
      case "x": ignoresBlanks = true
      case "q": isLiteral = true
      default: throw PatternFault(reason: "“\(letter)” is none of the flags i, m, s, x and q")
      }
    }
  }
}

/// A regular expression, compiled for ``PatternMatcher``.
///
/// A nondeterministic automaton, run without backtracking: time grows linearly with the text,
/// whatever the pattern.
package struct PatternProgram: Sendable {
  /// The largest program; larger patterns are refused.
  package static let stepLimit = 10_000
  /// The largest number in `{n,m}`.
  package static let repeatLimit = 1_000

  enum Step: Sendable {
    case set(Int)
    case lineStart
    case lineEnd
    case fork(Int, Int)
    case match
  }

  /// The steps; each but a fork goes on with the next.
  private(set) var steps: [Step] = []
  private(set) var sets: [CharacterSet] = []
  let isMultiline: Bool
  private var setNumbers: [CharacterSet: Int] = [:]

  /// Compiles a pattern.
  ///
  /// - Parameters:
  ///   - pattern: an XPath regular expression, found anywhere in a text unless anchored.
  ///   - flags: letters out of `imsxq`.
  /// - Throws: why the pattern cannot be used.
  package init(_ pattern: String, flags: String = "") throws(PatternFault) {
    let flags = try PatternFlags(flags)
    isMultiline = flags.isMultiline
    try emit(try PatternParser.parse(pattern, flags))
    steps.append(.match)
  }

  private mutating func append(_ step: Step) throws(PatternFault) {
    guard steps.count < Self.stepLimit else {
      throw PatternFault(reason: "it is too large once its repetitions are written out")
    }
    steps.append(step)
  }

  private mutating func emit(_ node: PatternNode) throws(PatternFault) {
    switch node {
    case .set(let set):
      let number = setNumbers[set] ?? sets.count
      if number == sets.count {
        sets.append(set)
        setNumbers[set] = number
      }
      try append(.set(number))
    case .lineStart: try append(.lineStart)
    case .lineEnd: try append(.lineEnd)
    case .sequence(let parts): for part in parts { try emit(part) }
    case .alternatives(let branches): try emitAlternatives(branches[...])
    case .repeated(let inner, let least, let most): try emitRepeated(inner, least, most)
    }
  }

  // fork(a, b) a: … jump end  b: …, where a jump is a fork with one way.
  private mutating func emitAlternatives(_ branches: ArraySlice<PatternNode>) throws(PatternFault) {
    var jumps: [Int] = []
    for (offset, branch) in branches.enumerated() {
      if offset == branches.count - 1 {
        try emit(branch)
        break
      }
      let fork = steps.count
      try append(.fork(fork + 1, 0))
      try emit(branch)
      jumps.append(steps.count)
      try append(.fork(0, 0))
      steps[fork] = .fork(fork + 1, steps.count)
    }
    for jump in jumps { steps[jump] = .fork(steps.count, steps.count) }
  }

  private mutating func emitRepeated(_ inner: PatternNode, _ least: Int, _ most: Int?)
    throws(PatternFault)
  {
    for _ in 0..<least {
      let start = steps.count
      try emit(inner)
      // Nothing repeated is nothing; without this, nested counts would run for ever.
      if steps.count == start { break }
    }
    guard let most else {
      let fork = steps.count
      try append(.fork(fork + 1, 0))
      try emit(inner)
      try append(.fork(fork, fork))
      steps[fork] = .fork(fork + 1, steps.count)
      return
    }
    var forks: [Int] = []
    for _ in least..<most {
      forks.append(steps.count)
      try append(.fork(steps.count + 1, 0))
      try emit(inner)
    }
    for fork in forks { steps[fork] = .fork(fork + 1, steps.count) }
  }
}
