// SPDX-License-Identifier: Apache-2.0

/// Proposes concepts for local values.
///
/// Everything is at hand: labels of the vocabulary, words, and tables of DICOM. Nothing is looked up
/// elsewhere, and the same values give the same proposals.
package struct TermSuggester: Sendable {
  /// A label as it is compared.
  struct Label: Sendable {
    var concept: Int
    var kind: Vocabulary.LabelKind
    var words: [Int]
  }

  /// The concepts to choose from.
  package let vocabulary: Vocabulary
  /// What codes of DICOM and UCUM say.
  let meanings: CodeMeanings

  private(set) var labels: [Label] = []
  /// What each word weighs: rare words say more.
  private(set) var weights: [Double] = []
  private(set) var postings: [[Int32]] = []
  private(set) var acronyms: [String: [Int32]] = [:]
  /// Concepts by their codes in other vocabularies, in capitals and without the vocabularies' names.
  private(set) var codes: [String: [(concept: Int, isIdentifier: Bool)]] = [:]
  private var numbers: [String: Int] = [:]
  private var spelling = WordSpelling()

  /// Indexes the words of a vocabulary.
  ///
  /// - Parameters:
  ///   - vocabulary: the concepts to choose from.
  ///   - meanings: what codes of DICOM and UCUM say; without them such codes are words like others.
  /// - Complexity: O(words of all labels).
  package init(_ vocabulary: Vocabulary, meanings: CodeMeanings = CodeMeanings()) {
    self.vocabulary = vocabulary
    self.meanings = meanings
    for concept in 0..<vocabulary.count where !vocabulary.isDeprecated(concept) {
      for (text, kind) in vocabulary.labels(concept) {
        if kind == .code { addCode(text, concept) } else { add(text, kind, concept) }
      }
    }
    weights = postings.map { max(0.5, 1 - 0.12 * Self.log2(Double($0.count))) }
    for (word, number) in numbers {
      if TermWords.stopWords.contains(word) { weights[number] = 0.1 }
      spelling.add(word, number)
    }
  }

  private mutating func add(_ text: String, _ kind: Vocabulary.LabelKind, _ concept: Int) {
    let words = TermWords.words(text)
    if words.isEmpty { return }
    let label = Int32(labels.count)
    let numbered = words.map { number($0) }
    labels.append(Label(concept: concept, kind: kind, words: numbered))
    for word in Set(numbered) { postings[word].append(label) }
    let initials = words.filter { !TermWords.stopWords.contains($0) }.compactMap(\.first)
    if initials.count > 1 { acronyms[String(initials), default: []].append(label) }
  }

  // The numbers of OMOP's concepts look like those of SNOMED CT, so they come after them.
  private mutating func addCode(_ text: String, _ concept: Int) {
    guard let colon = text.lastIndex(of: ":") else { return }
    let code = text[text.index(after: colon)...].uppercased()
    codes[code, default: []].append((concept, text.hasPrefix("OMOP")))
  }

  private mutating func number(_ word: String) -> Int {
    if let number = numbers[word] { return number }
    numbers[word] = postings.count
    postings.append([])
    return postings.count - 1
  }

  /// The words of the vocabulary that a word may stand for, with how alike they are.
  func matches(_ word: String) -> [(word: Int, likeness: Double)] {
    var found: [(word: Int, likeness: Double)] = []
    if let number = numbers[word] { found.append((number, 1)) }
    for other in TermWords.alike[word] ?? [] {
      if let number = numbers[other] { found.append((number, 0.92)) }
    }
    return found.isEmpty ? spelling.near(word) : found
  }

  /// The numbers of words that the vocabulary has.
  func known(_ words: some Sequence<String>) -> Set<Int> {
    Set(words.flatMap { matches($0).filter { $0.likeness > 0.9 }.map(\.word) })
  }

  // The exponent is enough here: weights need no more, and Foundation stays out.
  private static func log2(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    return Double(value.exponent) + (value.significand - 1)
  }
}
