// SPDX-License-Identifier: Apache-2.0

/// Finds words that are spelled nearly alike.
struct WordSpelling: Sendable {
  private struct Word: Sendable {
    var letters: [UInt8]
    /// One bit for each letter, so that most words are passed over at once.
    var mask: UInt32
    var number: Int
  }

  private var words: [Int: [Word]] = [:]

  /// Adds a word.
  mutating func add(_ word: String, _ number: Int) {
    let letters = Array(word.utf8)
    words[letters.count, default: []].append(
      Word(letters: letters, mask: Self.mask(letters), number: number))
  }

  /// The words within one or two changes, the nearest first; short words and numbers have none.
  func near(_ word: String) -> [(word: Int, likeness: Double)] {
    let letters = Array(word.utf8)
    guard letters.count > 3, !letters.contains(where: { (0x30...0x39).contains($0) }) else {
      return []
    }
    let allowed = letters.count > 7 ? 2 : 1
    let mask = Self.mask(letters)
    var found: [(word: Int, likeness: Double)] = []
    for count in letters.count - allowed...letters.count + allowed {
      for other in words[count] ?? [] where (other.mask ^ mask).nonzeroBitCount <= allowed * 2 {
        let distance = Self.distance(letters, other.letters, limit: allowed)
        if distance <= allowed {
          found.append((other.number, min(0.9, 1 - Double(distance) * 1.5 / Double(letters.count))))
        }
      }
    }
    return found.sorted { ($1.likeness, $0.word) < ($0.likeness, $1.word) }
  }

  // Insertions, deletions and changes; stops when a row is beyond the limit.
  private static func distance(_ one: [UInt8], _ other: [UInt8], limit: Int) -> Int {
    var row = Array(0...other.count)
    for (index, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      var best = row[0]
      for column in other.indices {
        let change = diagonal + (letter == other[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, diagonal + 1, row[column] + 1)
        best = min(best, row[column + 1])
      }
      if best > limit { return best }
    }
    return row[other.count]
  }

  private static func mask(_ letters: [UInt8]) -> UInt32 {
    letters.reduce(0) { $0 | 1 << UInt32($1 & 31) }
  }
}
