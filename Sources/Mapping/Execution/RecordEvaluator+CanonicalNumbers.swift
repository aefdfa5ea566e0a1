// SPDX-License-Identifier: Apache-2.0

extension RecordEvaluator {
  /// The value as its own datatype spells it: a JSON number that becomes an `xsd:double` by itself in
  /// canonical form, everything else as it was written.
  ///
  /// - Source: RML-Core §Natural mapping; XML Schema 1.1 Part 2 §E.2 (`double` canonical mapping).
  mutating func canonical(_ value: Value, as term: PlannedTerm) -> Value {
    guard value.natural == .double, value.buffer == .batch, case .natural = term.datatype,
      case .none = term.language,
      let number = Double(String(decoding: bytes(value), as: UTF8.self)), number.isFinite
    else { return value }
    var spelled = adopt(Array(CanonicalDouble.spelling(number).utf8)[...])
    (spelled.column, spelled.place, spelled.path) = (value.column, value.place, value.path)
    spelled.natural = .double
    return spelled
  }
}

/// Spells doubles in canonical form.
enum CanonicalDouble {
  /// The canonical form of a finite number, as `1.5E0`.
  static func spelling(_ number: Double) -> String {
    if number == 0 { return number.sign == .minus ? "-0.0E0" : "0.0E0" }
    // The shortest digits that give the number again, with a point or an exponent somewhere.
    let parts = "\(number.magnitude)".split(separator: "e")
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let halves = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let (whole, fraction) = (halves[0], halves.count > 1 ? halves[1] : "")
    let all = whole + fraction
    let digits = all.drop { $0 == "0" }
    exponent += whole.count - 1 - (all.count - digits.count)
    var rest = digits.dropFirst()
    while rest.last == "0" { rest.removeLast() }
    return (number < 0 ? "-" : "") + "\(digits.prefix(1)).\(rest.isEmpty ? "0" : rest)E\(exponent)"
  }
}
