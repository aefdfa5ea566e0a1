// SPDX-License-Identifier: Apache-2.0

/// Why a regular expression cannot be used.
package struct PatternFault: Error, Hashable {
  /// What is wrong, a clause without full stop.
  package let reason: String

  /// States a fault.
  package init(reason: String) { self.reason = reason }
}

/// A regular expression as a tree.
indirect enum PatternNode: Sendable {
  case set(CharacterSet)
  case lineStart
  case lineEnd
  case sequence([PatternNode])
  case alternatives([PatternNode])
  case repeated(PatternNode, Int, Int?)
}

/// Reads a regular expression of XPath.
///
/// Reluctant quantifiers match the same texts as greedy ones and are read as such.
/// - Source: XPath and XQuery Functions and Operators 3.1 §5.6.1; XML Schema 1.1 Part 2 appendix G.
/// - Deviation: `\-`, `\/`, `\"`, `\'` and other escaped punctuation stand for themselves, as shapes
///   in use write them; `{` that begins no quantifier stands for itself.
struct PatternParser {
  static let depthLimit = 100

  private let text: [Unicode.Scalar]
  private var index = 0
  private var depth = 0
  private let flags: PatternFlags

  private init(_ text: [Unicode.Scalar], _ flags: PatternFlags) {
    self.text = text
    self.flags = flags
  }

  static func parse(_ pattern: String, _ flags: PatternFlags) throws(PatternFault) -> PatternNode {
    let scalars = Array(pattern.unicodeScalars)
    if flags.isLiteral {
      return .sequence(scalars.map { .set(folded(.one($0), flags)) })
    }
    var parser = PatternParser(flags.ignoresBlanks ? withoutBlanks(scalars) : scalars, flags)
    let node = try parser.parseAlternatives()
    guard parser.index == parser.text.count else {
      throw PatternFault(reason: "it has a ) without (")
    }
    return node
  }

  // Flag `x` removes blanks outside character classes.
  private static func withoutBlanks(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var depth = 0
    var isEscaped = false
    return scalars.filter { scalar in
      defer { isEscaped = !isEscaped && scalar == "\\" }
      if !isEscaped && scalar == "[" { depth += 1 }
      if !isEscaped && scalar == "]" { depth -= 1 }
      return depth > 0 || !CharacterSet.whiteSpace.contains(scalar)
    }
  }

  private static func folded(_ set: CharacterSet, _ flags: PatternFlags) -> CharacterSet {
    flags.ignoresCase ? .anyCase(set) : set
  }

  private var next: Unicode.Scalar? { index < text.count ? text[index] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  private mutating func parseAlternatives() throws(PatternFault) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw PatternFault(reason: "its groups nest deeper than \(Self.depthLimit) levels")
    }
    var branches = [try parseSequence()]
    while take("|") { branches.append(try parseSequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func parseSequence() throws(PatternFault) -> PatternNode {
    var parts: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      let atom = try parseAtom()
      parts.append(try parseQuantifier(atom))
    }
    return .sequence(parts)
  }

  private mutating func parseAtom() throws(PatternFault) -> PatternNode {
    let scalar = text[index]
    index += 1
    switch scalar {
    case "(":
      if take("?") {
        guard take(":") else { throw PatternFault(reason: "it uses look-around or a named group") }
      }
      let group = try parseAlternatives()
      guard take(")") else { throw PatternFault(reason: "it has a ( without )") }
      return group
    case "[": return .set(try parseClass())
    case ".": return .set(flags.dotMatchesLineEnds ? .everything : .notLineEnd)
    case "^": return .lineStart
    case "$": return .lineEnd
    case "\\": return .set(Self.folded(try parseEscape(), flags))
    case "?", "*", "+": throw PatternFault(reason: "it has a \(scalar) that follows nothing")
    default: return .set(Self.folded(.one(scalar), flags))
    }
  }

  private mutating func parseQuantifier(_ atom: PatternNode) throws(PatternFault) -> PatternNode {
    let bounds: (Int, Int?)
    switch next {
    case "?": bounds = (0, 1)
    case "*": bounds = (0, nil)
    case "+": bounds = (1, nil)
    case "{":
      guard let counted = try parseBounds() else { return atom }
      bounds = counted
      index -= 1
    default: return atom
    }
    index += 1
    _ = take("?")
    if let again = next, again == "*" || again == "+" || again == "?" {
      throw PatternFault(reason: "it has two quantifiers in a row")
    }
    return .repeated(atom, bounds.0, bounds.1)
  }

  // Leaves the index behind `}`; without a well-formed bound the brace is an ordinary character.
  private mutating func parseBounds() throws(PatternFault) -> (Int, Int?)? {
    let start = index
    index += 1
    let least = parseNumber()
    let hasComma = take(",")
    let most = hasComma ? parseNumber() : least
    guard take("}"), let least else {
      index = start
      return nil
    }
    guard most ?? least >= least else {
      throw PatternFault(
        reason: "it repeats something at least \(least) and at most \(most ?? 0) times")
    }
    guard max(least, most ?? 0) <= PatternProgram.repeatLimit else {
      throw PatternFault(
        reason: "it repeats something more than \(PatternProgram.repeatLimit) times")
    }
    return (least, most)
  }

  private mutating func parseNumber() -> Int? {
    var number: Int?
    while let scalar = next, ("0"..."9").contains(scalar) {
      // Far beyond every limit already; more digits only have to stay beyond.
      number = min((number ?? 0) * 10 + Int(scalar.value - 48), 1_000_000)
      index += 1
    }
    return number
  }

  // Behind the backslash.
  private mutating func parseEscape() throws(PatternFault) -> CharacterSet {
    guard let scalar = next else { throw PatternFault(reason: "it ends with a \\") }
    index += 1
    switch scalar {
    case "n": return .one("\n")
    case "r": return .one("\r")
    case "t": return .one("\t")
    case "s": return .whiteSpace
    case "S": return .complement(.whiteSpace)
    case "d": return .digits
    case "D": return .complement(.digits)
    case "w": return .word
    case "W": return .complement(.word)
    case "i": return .nameStart
    case "I": return .complement(.nameStart)
    case "c": return .name
    case "C": return .complement(.name)
    case "p", "P": return try parseProperty(isComplement: scalar == "P")
    case "1"..."9": throw PatternFault(reason: "it uses the back-reference \\\(scalar)")
    case "a"..."z", "A"..."Z", "0": throw PatternFault(reason: "\\\(scalar) is no escape of XPath")
    default: return .one(scalar)
    }
  }

  private mutating func parseProperty(isComplement: Bool) throws(PatternFault) -> CharacterSet {
    var name = ""
    guard take("{") else { throw PatternFault(reason: "\\p must be followed by {") }
    while let scalar = next, scalar != "}" {
      name.unicodeScalars.append(scalar)
      index += 1
    }
    guard take("}"), let set = CharacterSet.category(name) else {
      throw PatternFault(reason: "\\p{\(name)} is no known category or block")
    }
    return isComplement ? .complement(set) : set
  }

  // Behind the opening bracket.
  private mutating func parseClass() throws(PatternFault) -> CharacterSet {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw PatternFault(reason: "its classes nest deeper than \(Self.depthLimit) levels")
    }
    let isComplement = take("^")
    var parts: [CharacterSet] = []
    var subtracted: CharacterSet?
    while let scalar = next, scalar != "]" || parts.isEmpty {
      index += 1
      if scalar == "]" { throw PatternFault(reason: "it has an empty class []") }
      if scalar == "-", next == "[", !parts.isEmpty {
        index += 1
        subtracted = try parseClass()
        break
      }
      parts.append(try parseMember(scalar))
    }
    guard take("]") else { throw PatternFault(reason: "it has a [ without ]") }
    let positive = Self.folded(.union(parts), flags)
    let set: CharacterSet = isComplement ? .complement(positive) : positive
    return subtracted.map { .difference(set, $0) } ?? set
  }

  private mutating func parseMember(_ first: Unicode.Scalar) throws(PatternFault) -> CharacterSet {
    let low = first == "\\" ? try parseEscape() : CharacterSet.one(first)
    guard case .ranges(let start) = low, start.count == 1, start[0].count == 1, next == "-",
      index + 1 < text.count, text[index + 1] != "]", text[index + 1] != "["
    else { return low }
    index += 2
    let high = text[index - 1] == "\\" ? try parseEscape() : CharacterSet.one(text[index - 1])
    guard case .ranges(let end) = high, end.count == 1, end[0].count == 1,
      start[0].lowerBound <= end[0].lowerBound
    else { throw PatternFault(reason: "a range in its class runs backwards") }
    return .ranges([start[0].lowerBound...end[0].lowerBound])
  }
}
