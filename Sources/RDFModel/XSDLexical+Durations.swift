// SPDX-License-Identifier: Apache-2.0

extension XSDLexical {
  // `-PnYnMnDTnHnMn.nS`: parts in this order, each at most once, at least one, and one after `T`.
  static func isDuration(_ bytes: Span<UInt8>, years: Bool, days: Bool) -> Bool {
    var index = 0
    _ = XSDMoment.take("-", bytes, &index)
    guard XSDMoment.take("P", bytes, &index) else { return false }
    let start = index
    if years {
      takePart("Y", bytes, &index)
      takePart("M", bytes, &index)
    }
    if days {
      takePart("D", bytes, &index)
      if XSDMoment.take("T", bytes, &index) {
        let timeStart = index
        takePart("H", bytes, &index)
        takePart("M", bytes, &index)
        takeSeconds(bytes, &index)
        if index == timeStart { return false }
      }
    }
    return index > start && index == bytes.count
  }

  // Moves on only if digits and the unit are there.
  private static func takePart(
    _ unit: Unicode.Scalar, _ bytes: Span<UInt8>, _ index: inout Int
  ) {
    var end = index
    if skipDigits(bytes, &end) > 0, XSDMoment.take(unit, bytes, &end) { index = end }
  }

  private static func takeSeconds(_ bytes: Span<UInt8>, _ index: inout Int) {
    var end = index
    guard skipDigits(bytes, &end) > 0 else { return }
    if XSDMoment.take(".", bytes, &end), skipDigits(bytes, &end) == 0 { return }
    if XSDMoment.take("S", bytes, &end) { index = end }
  }
}
