// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RecordIO

extension RecordEvaluator {
  /// The blank node that a map without an expression makes of the selected record.
  ///
  /// Its label names the map, the file and the record, so it is the same wherever the map is used
  /// and for any number of threads. The control character in it keeps it apart from labels that are
  /// made of data.
  mutating func recordNode(_ term: PlannedTerm) -> TermValue {
    var label = recordLabel("")
    if case .text(let line, let column) = term.place.locator {
      label += Array("L\(line)C\(column)".utf8)
    }
    label += Array("M".utf8) + Self.digest(Array("\(term.place.file)\n\(term.owner)".utf8))
    return TermValue(
      value: adopt(label[...]), kind: .blankNode, annotation: .init(rawValue: 0))
  }

  /// A blank node's label that names the file, the record and what follows.
  func recordLabel(_ suffix: String) -> [UInt8] {
    let place = batch.places[record]
    let label = [UInt8(1)] + Self.digest(Array(batch.file.utf8) + [0] + Array(place.path.utf8))
    return label + Array("R\(place.number)\(suffix)".utf8)
  }

  // FNV-1a over 64 bits, in hexadecimal digits; it only tells files apart.
  private static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Array(String(hash, radix: 16, uppercase: true).utf8)
  }
}
