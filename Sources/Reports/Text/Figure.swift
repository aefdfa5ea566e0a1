// SPDX-License-Identifier: Apache-2.0

/// Numbers as people read them, the same on every machine.
enum Figure {
  /// A number with a comma between groups of three digits.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var bytes: [UInt8] = number < 0 ? [0x2D] : []
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index).isMultiple(of: 3) { bytes.append(0x2C) }
      bytes.append(digit)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A number and its noun, in the plural unless the number is 1.
  static func counted(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A share in whole per cent; 100 means all and 0 means none, never nearly.
  static func percent(_ part: Int, of whole: Int) -> Int {
    guard whole > 0, part > 0 else { return 0 }
    if part >= whole { return 100 }
    return min(99, max(1, Int((Double(part) / Double(whole) * 100).rounded())))
  }

  /// A size in the unit that suits it.
  static func size(_ bytes: Int) -> String {
    if bytes < 1000 { return counted(bytes, "byte") }
    var value = Double(bytes) / 1000
    var unit = 0
    while value >= 999.95 && unit < 3 {
      value /= 1000
      unit += 1
    }
    let tenths = Int((value * 10).rounded())
    return "\(grouped(tenths / 10)).\(tenths % 10) \(["kB", "MB", "GB", "TB"][unit])"
  }
}
