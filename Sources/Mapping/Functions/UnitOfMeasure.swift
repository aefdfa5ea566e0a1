// SPDX-License-Identifier: Apache-2.0

/// A unit by its UCUM code: what it measures, and how many base units it is.
///
/// - Source: [UCUM](https://ucum.org/ucum) §2, case-sensitive codes; the atoms of ``atoms``, metric
///   prefixes, exponents, `.`, `/`, `10*n`, whole factors and annotations in braces.
/// - Deviation: Gy, Sv and Bq are quantities of their own, though each is made of metres, kilograms and
///   seconds, since a dose is no equivalent dose and a decay no hertz.
struct UnitOfMeasure: Sendable, Hashable {
  /// Exponents of the base units, without those that are 0.
  private(set) var dimension: [String: Int] = [:]
  /// The factor is `numerator / denominator × 10^exponent`.
  private(set) var numerator: Int128 = 1
  private(set) var denominator: Int128 = 1
  private(set) var exponent = 0

  private init() {}

  private init(
    _ dimension: [String: Int], _ numerator: Int128 = 1, _ denominator: Int128 = 1, e: Int = 0
  ) {
    self.dimension = dimension
    self.numerator = numerator
    self.denominator = denominator
    exponent = e
  }

  /// Reads a code; `nil` if an atom is not known.
  init?(_ code: String) {
    guard !code.isEmpty, code.utf8.count <= 64 else { return nil }
    var unit = UnitOfMeasure()
    var isDivisor = code.hasPrefix("/")
    for part in Self.parts(isDivisor ? String(code.dropFirst()) : code) {
      guard let next = Self.component(part.text) else { return nil }
      isDivisor = isDivisor || part.isDivisor
      guard unit.multiply(by: next, power: isDivisor ? -1 : 1) else { return nil }
      isDivisor = false
    }
    self = unit
  }

  private static func parts(_ code: String) -> [(text: String, isDivisor: Bool)] {
    var parts: [(text: String, isDivisor: Bool)] = [("", false)]
    var depth = 0
    for character in code {
      if character == "{" || character == "[" { depth += 1 }
      if character == "}" || character == "]" { depth -= 1 }
      if depth == 0, character == "." || character == "/" {
        parts.append(("", character == "/"))
      } else {
        parts[parts.count - 1].text.append(character)
      }
    }
    return parts
  }

  private static func component(_ text: String) -> UnitOfMeasure? {
    // An annotation says what is counted and changes nothing.
    let bare = String(text.prefix { $0 != "{" })
    if bare.isEmpty { return text.isEmpty ? nil : UnitOfMeasure() }
    if bare.hasPrefix("10*") || bare.hasPrefix("10^") {
      return Int(bare.dropFirst(3)).flatMap { $0.magnitude <= 30 ? UnitOfMeasure([:], e: $0) : nil }
    }
    if let factor = Int32(bare), factor > 0 { return UnitOfMeasure([:], Int128(factor)) }
    var name = bare
    var digits = ""
    while let last = name.last, last.isNumber || ((last == "-" || last == "+") && !digits.isEmpty) {
      digits = String(last) + digits
      name.removeLast()
    }
    guard digits.isEmpty || Int(digits) != nil, let atom = atom(name) else { return nil }
    var unit = UnitOfMeasure()
    return unit.multiply(by: atom, power: Int(digits) ?? 1) ? unit : nil
  }

  private static func atom(_ name: String) -> UnitOfMeasure? {
    if let whole = atoms[name]?.unit { return whole }
    for (prefix, exponent) in prefixes where name.hasPrefix(prefix) {
      if let atom = atoms[String(name.dropFirst(prefix.count))], atom.isMetric {
        var unit = atom.unit
        unit.exponent += exponent
        return unit
      }
    }
    return nil
  }

  private mutating func multiply(by other: UnitOfMeasure, power: Int) -> Bool {
    guard power.magnitude <= 6 else { return false }
    let isDivisor = power < 0
    for _ in 0..<abs(power) {
      let up = numerator.multipliedReportingOverflow(
        by: isDivisor ? other.denominator : other.numerator)
      let down = denominator.multipliedReportingOverflow(
        by: isDivisor ? other.numerator : other.denominator)
      if up.overflow || down.overflow { return false }
      (numerator, denominator) = (up.partialValue, down.partialValue)
      exponent += isDivisor ? -other.exponent : other.exponent
    }
    for (base, count) in other.dimension {
      let sum = (dimension[base] ?? 0) + count * power
      dimension[base] = sum == 0 ? nil : sum
    }
    return true
  }

  /// The factor from this unit to another of the same dimension, in lowest terms; `nil` if there is none.
  func factor(to other: UnitOfMeasure) -> (numerator: Int128, denominator: Int128)? {
    guard dimension == other.dimension else { return nil }
    var ratio = self
    ratio.dimension = [:]
    var divisor = other
    divisor.dimension = [:]
    guard ratio.multiply(by: divisor, power: -1), ratio.exponent.magnitude <= 30 else { return nil }
    let ten = ExactDecimal.power(abs(ratio.exponent))
    let up = ratio.numerator.multipliedReportingOverflow(by: ratio.exponent > 0 ? ten : 1)
    let down = ratio.denominator.multipliedReportingOverflow(by: ratio.exponent < 0 ? ten : 1)
    if up.overflow || down.overflow { return nil }
    let common = Self.divisor(up.partialValue, down.partialValue)
    return (up.partialValue / common, down.partialValue / common)
  }

  private static func divisor(_ left: Int128, _ right: Int128) -> Int128 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}

// MARK: - Atoms

extension UnitOfMeasure {
  private static let prefixes: [(String, Int)] = [
    ("da", 1), ("h", 2), ("k", 3), ("M", 6), ("G", 9), ("T", 12), ("d", -1), ("c", -2), ("m", -3),
    ("u", -6), ("n", -9), ("p", -12), ("f", -15),
  ]

  /// The atoms that are known, with their codes.
  static var codes: [String] { atoms.keys.sorted() }

  private static let atoms: [String: (unit: UnitOfMeasure, isMetric: Bool)] = {
    var table: [String: (unit: UnitOfMeasure, isMetric: Bool)] = [:]
    // What is measured in itself.
    for base in ["m", "g", "s", "K", "A", "V", "T", "Gy", "Sv", "mol", "rad", "cd", "[iU]", "[HU]"]
    {
      table[base] = (UnitOfMeasure([base: 1]), true)
    }
    // By way of seconds, UCUM's mean month and year being of 30.4375 and 365.25 days.
    table["min"] = (UnitOfMeasure(["s": 1], 60), false)
    table["h"] = (UnitOfMeasure(["s": 1], 3600), false)
    table["d"] = (UnitOfMeasure(["s": 1], 86_400), false)
    table["wk"] = (UnitOfMeasure(["s": 1], 604_800), false)
    table["mo"] = (UnitOfMeasure(["s": 1], 2_629_800), false)
    table["a"] = (UnitOfMeasure(["s": 1], 31_557_600), false)
    for code in ["L", "l"] { table[code] = (UnitOfMeasure(["m": 3], e: -3), true) }
    table["t"] = (UnitOfMeasure(["g": 1], e: 6), true)
    table["[in_i]"] = (UnitOfMeasure(["m": 1], 254, e: -4), false)
    table["[ft_i]"] = (UnitOfMeasure(["m": 1], 3048, e: -4), false)
    table["[lb_av]"] = (UnitOfMeasure(["g": 1], 45_359_237, e: -5), false)
    table["[oz_av]"] = (UnitOfMeasure(["g": 1], 28_349_523_125, e: -9), false)
    table["N"] = (UnitOfMeasure(["g": 1, "m": 1, "s": -2], e: 3), true)
    table["Pa"] = (UnitOfMeasure(["g": 1, "m": -1, "s": -2], e: 3), true)
    table["bar"] = (UnitOfMeasure(["g": 1, "m": -1, "s": -2], e: 8), true)
    table["m[Hg]"] = (UnitOfMeasure(["g": 1, "m": -1, "s": -2], 133_322, e: 3), true)
    table["Hz"] = (UnitOfMeasure(["s": -1]), true)
    table["Bq"] = (UnitOfMeasure(["Bq": 1]), true)
    table["Ci"] = (UnitOfMeasure(["Bq": 1], 37, e: 9), true)
    table["RAD"] = (UnitOfMeasure(["Gy": 1], e: -2), true)
    table["REM"] = (UnitOfMeasure(["Sv": 1], e: -2), true)
    table["G"] = (UnitOfMeasure(["T": 1], e: -4), true)
    table["C"] = (UnitOfMeasure(["A": 1, "s": 1]), true)
    table["U"] = (UnitOfMeasure(["mol": 1, "s": -1], 1, 60, e: -6), true)
    table["1"] = (UnitOfMeasure([:]), false)
    table["%"] = (UnitOfMeasure([:], e: -2), false)
    table["[ppth]"] = (UnitOfMeasure([:], e: -3), false)
    return table
  }()
}
