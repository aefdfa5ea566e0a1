// SPDX-License-Identifier: Apache-2.0

/// The words of a value, and where labels have them.
struct WordQuery {
  /// A word of a label that stands for a word of the value.
  struct Hit {
    /// The position of the value's word.
    var position: Int
    /// The label's word.
    var word: Int
    /// How alike the two are, 0 to 1.
    var likeness: Double
  }

  private let matches: [[(word: Int, likeness: Double)]]
  private let asked: [Double]
  /// What all words of the value weigh together.
  let total: Double

  init(_ text: String, _ suggester: TermSuggester) {
    let words = TermWords.words(text)
    matches = words.map(suggester.matches)
    asked = zip(words, matches).map { word, matches in
      let unknown = TermWords.stopWords.contains(word) ? 0.1 : 1
      return matches.map { suggester.weights[$0.word] }.max() ?? unknown
    }
    total = asked.reduce(0, +)
  }

  /// The labels that have a word of the value; words that say nothing count only if they are all there is.
  func hits(_ suggester: TermSuggester) -> [Int32: [Hit]] {
    var found: [Int32: [Hit]] = [:]
    for (position, matches) in matches.enumerated() {
      for match in matches.prefix(6)
      where suggester.weights[match.word] > 0.1 || asked.count == 1 {
        for label in suggester.postings[match.word] {
          found[label, default: []].append(
            Hit(position: position, word: match.word, likeness: match.likeness))
        }
      }
    }
    return found
  }

  /// How much of the value a label says, 0 to 1.
  func said(_ hits: [Hit]) -> Double {
    var best = Array(repeating: 0.0, count: asked.count)
    for hit in hits { best[hit.position] = max(best[hit.position], hit.likeness) }
    return zip(best, asked).reduce(0) { $0 + $1.0 * $1.1 } / total
  }
}
