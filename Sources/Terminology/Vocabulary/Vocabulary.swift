// SPDX-License-Identifier: Apache-2.0

/// A vocabulary: concepts with labels and broader concepts, read in place from a binary index.
///
/// Opening checks the index and copies nothing; a concept is a number, and its texts are decoded when
/// asked for. The spellings of one EUCAIM concept are one concept.
package struct Vocabulary: Sendable {
  /// What kind of text a label is.
  package enum LabelKind: UInt32, Sendable {
    case preferred
    case alternative
    /// A code: notation, or the concept's code in another vocabulary, as `SNOMEDCT:123`.
    case code
  }

  /// The name for messages.
  package let name: String
  /// The index itself, as it is kept in a file.
  package let bytes: [UInt8]
  /// Whether every concept's broader concepts are known, so that “no” can be told from “not known”.
  package let hierarchyIsComplete: Bool
  /// What the index was made from.
  package let stamp: VocabularyStamp

  let layout: VocabularyLayout

  /// Opens an index; `nil` if it is of another version, cut short or damaged.
  ///
  /// - Parameters:
  ///   - bytes: the index.
  ///   - name: how messages name the vocabulary.
  /// - Complexity: O(`bytes.count`), by one pass over words.
  package init?(index bytes: [UInt8], name: String) {
    guard bytes.count >= VocabularyLayout.headerSize, bytes.starts(with: VocabularyLayout.magic)
    else { return nil }
    let span = bytes.span
    func number(_ index: Int) -> Int { Int(Self.word(bytes, 64 + index * 4)) }
    layout = VocabularyLayout(
      conceptCount: number(0), labelCount: number(1), parentCount: number(2), textCount: number(3))
    guard layout.end == bytes.count,
      VocabularyLayout.word64(span, 88)
        == VocabularyLayout.checksum(span, from: VocabularyLayout.headerSize)
    else { return nil }
    hierarchyIsComplete = number(4) & 1 != 0
    stamp = VocabularyStamp(
      size: VocabularyLayout.word64(span, 8), modified: VocabularyLayout.word64(span, 16),
      changed: VocabularyLayout.word64(span, 24), hash: Array(bytes[32..<64]))
    self.bytes = bytes
    self.name = name
    if !isSound { return nil }
  }

  /// The index with another stamp, for a source that was touched but says the same.
  package func restamped(_ stamp: VocabularyStamp) -> [UInt8] {
    VocabularyWriting.restamped(bytes, stamp)
  }

  /// How many concepts there are.
  package var count: Int { layout.conceptCount }

  /// The number of a concept, in any spelling of its IRI.
  ///
  /// - Complexity: O(log ``count``).
  package func concept(_ iri: String) -> Int? {
    let iri = ConceptSpelling.canonical(iri)
    let hash = VocabularyLayout.hash(iri)
    var index = firstEntry(of: hash, in: layout.iriOrder, count: layout.conceptCount)
    while index < layout.conceptCount, word(layout.iriOrder + index * 8) == hash {
      let concept = Int(word(layout.iriOrder + index * 8 + 4))
      if self.iri(concept) == iri { return concept }
      index += 1
    }
    return nil
  }

  /// The canonical IRI of a concept.
  package func iri(_ concept: Int) -> String { text(field(concept, 0), field(concept, 1)) }

  /// The preferred label, or the first there is, or the IRI.
  package func label(_ concept: Int) -> String {
    let labels = labels(concept)
    return labels.first { $0.kind == .preferred }?.text ?? labels.first?.text ?? iri(concept)
  }

  /// All texts of a concept, preferred labels first.
  package func labels(_ concept: Int) -> [(text: String, kind: LabelKind)] {
    let first = field(concept, 2)
    return (first..<first + field(concept, 3)).map { (labelText($0), labelKind($0)) }
  }

  /// The concepts right above, in the order of the source.
  package func parents(_ concept: Int) -> [Int] {
    let first = field(concept, 4)
    return (first..<first + field(concept, 5)).map { Int(word(layout.parents + $0 * 4)) }
  }

  /// Whether the source says that the concept is no longer to be used.
  package func isDeprecated(_ concept: Int) -> Bool { field(concept, 6) & 1 != 0 }

  /// Whether the source says that nothing stands above the concept.
  package func isTop(_ concept: Int) -> Bool { field(concept, 6) & 2 != 0 }

  /// The source's own grouping of a concept, such as its OMOP domain; empty if there is none.
  package func group(_ concept: Int) -> String { text(field(concept, 7), field(concept, 8)) }

  /// The IRI to use instead of a deprecated concept; empty if none is named.
  package func replacement(_ concept: Int) -> String { text(field(concept, 9), field(concept, 10)) }

  // MARK: Words

  func field(_ concept: Int, _ number: Int) -> Int {
    Int(word(layout.concepts + (concept * VocabularyLayout.conceptWords + number) * 4))
  }

  func labelText(_ label: Int) -> String {
    let start = layout.labels + label * VocabularyLayout.labelWords * 4
    return text(Int(word(start)), Int(word(start + 4)))
  }

  func labelKind(_ label: Int) -> LabelKind {
    LabelKind(rawValue: word(layout.labels + label * VocabularyLayout.labelWords * 4 + 8))
      ?? .alternative
  }

  func labelConcept(_ label: Int) -> Int {
    Int(word(layout.labels + label * VocabularyLayout.labelWords * 4 + 12))
  }

  func text(_ start: Int, _ count: Int) -> String {
    let start = layout.text + start
    return String(decoding: bytes[start..<start + count], as: UTF8.self)
  }

  func word(_ index: Int) -> UInt32 { Self.word(bytes, index) }

  /// The first entry of a sorted table whose hash is not less.
  func firstEntry(of hash: UInt32, in table: Int, count: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if word(table + middle * 8) < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func word(_ bytes: [UInt8], _ index: Int) -> UInt32 {
    UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]) << 16
      | UInt32(bytes[index + 3]) << 24
  }
}
