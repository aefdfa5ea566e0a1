// SPDX-License-Identifier: Apache-2.0

/// Gathers concepts and writes them as a binary index.
package struct VocabularyBuilder: Sendable {
  struct Entry: Sendable {
    var iri: String
    var labels: [(text: String, kind: Vocabulary.LabelKind)] = []
    var parents: [Int] = []
    var isDeprecated = false
    var isTop = false
    var isDeclared = false
    var group = ""
    var replacement = ""
  }

  /// Whether every concept's broader concepts are among those added.
  package var hierarchyIsComplete = false

  private var entries: [Entry] = []
  private var numbers: [String: Int] = [:]

  /// Starts without concepts.
  package init() {}

  /// Whether a concept was declared, not only named as a broader one.
  package var isEmpty: Bool { !entries.contains(where: \.isDeclared) }

  /// Declares a concept.
  package mutating func declare(_ iri: String) { update(iri) { $0.isDeclared = true } }

  /// Adds a label to a concept; blank ones and repetitions are left out.
  package mutating func addLabel(_ text: String, _ kind: Vocabulary.LabelKind, to iri: String) {
    let text = String(
      decoding: TermText.trimmed(Array(text.utf8)[...]), as: UTF8.self)
    guard !text.isEmpty else { return }
    update(iri) { entry in
      if !entry.labels.contains(where: { $0.text == text }) { entry.labels.append((text, kind)) }
    }
  }

  /// States that one concept stands right below another.
  package mutating func addParent(_ parent: String, to iri: String) {
    let above = number(parent)
    update(iri) { if !$0.parents.contains(above) { $0.parents.append(above) } }
  }

  /// States that nothing stands above a concept.
  package mutating func markTop(_ iri: String) { update(iri) { $0.isTop = true } }

  /// States that a concept is no longer to be used, and what to use instead if that is known.
  package mutating func deprecate(_ iri: String, replacement: String? = nil) {
    update(iri) { entry in
      entry.isDeprecated = true
      if let replacement { entry.replacement = ConceptSpelling.canonical(replacement) }
    }
  }

  /// Names the group that the source puts a concept in.
  package mutating func setGroup(_ group: String, of iri: String) {
    update(iri) { $0.group = group }
  }

  /// Writes the index.
  ///
  /// The order is that of the IRIs, so the same statements in any order make the same bytes.
  package func build(_ stamp: VocabularyStamp = .none) -> [UInt8] {
    var writing = VocabularyWriting(stamp: stamp, isComplete: hierarchyIsComplete)
    return writing.write(sortedEntries())
  }

  private func sortedEntries() -> [Entry] {
    let order = entries.indices.sorted { entries[$0].iri < entries[$1].iri }
    var position = Array(repeating: 0, count: entries.count)
    for (new, old) in order.enumerated() { position[old] = new }
    return order.map { old in
      var entry = entries[old]
      entry.parents = entry.parents.map { position[$0] }.sorted()
      entry.labels.sort { ($0.kind.rawValue, $0.text) < ($1.kind.rawValue, $1.text) }
      return entry
    }
  }

  private mutating func number(_ iri: String) -> Int {
    let iri = ConceptSpelling.canonical(iri)
    if let number = numbers[iri] { return number }
    numbers[iri] = entries.count
    entries.append(Entry(iri: iri))
    return entries.count - 1
  }

  private mutating func update(_ iri: String, _ change: (inout Entry) -> Void) {
    change(&entries[number(iri)])
  }
}

/// The state of writing an index.
struct VocabularyWriting {
  private let stamp: VocabularyStamp
  private let isComplete: Bool
  private var text: [UInt8] = []

  init(stamp: VocabularyStamp, isComplete: Bool) {
    self.stamp = stamp
    self.isComplete = isComplete
  }

  mutating func write(_ entries: [VocabularyBuilder.Entry]) -> [UInt8] {
    var concepts: [UInt32] = []
    var labels: [UInt32] = []
    var parents: [UInt32] = []
    var iriOrder: [UInt64] = []
    var labelOrder: [UInt64] = []
    for (number, entry) in entries.enumerated() {
      iriOrder.append(UInt64(VocabularyLayout.hash(entry.iri)) << 32 | UInt64(number))
      concepts += place(entry.iri)
      concepts += [UInt32(labels.count / VocabularyLayout.labelWords), UInt32(entry.labels.count)]
      concepts += [UInt32(parents.count), UInt32(entry.parents.count)]
      concepts.append((entry.isDeprecated ? 1 : 0) | (entry.isTop ? 2 : 0))
      concepts += place(entry.group) + place(entry.replacement)
      parents += entry.parents.map { UInt32($0) }
      for label in entry.labels {
        let hash = VocabularyLayout.hash(TermText.folded(Array(label.text.utf8)[...]))
        labelOrder.append(
          UInt64(hash) << 32 | UInt64(labels.count / VocabularyLayout.labelWords))
        labels += place(label.text) + [label.kind.rawValue, UInt32(number)]
      }
    }
    let words =
      concepts + labels + parents + Self.words(iriOrder.sorted()) + Self.words(labelOrder.sorted())
    let body = Self.bytes(words) + text
    let counts = [
      entries.count, labels.count / VocabularyLayout.labelWords, parents.count, text.count,
    ]
    return header(counts, body) + body
  }

  // The stamp stands outside of what the checksum covers.
  static func restamped(_ index: [UInt8], _ stamp: VocabularyStamp) -> [UInt8] {
    let numbers = [stamp.size, stamp.modified, stamp.changed].flatMap { Self.bytes($0) }
    return Array(index[..<8]) + numbers + stamp.hash + index[64...]
  }

  private mutating func place(_ text: String) -> [UInt32] {
    let start = self.text.count
    self.text += text.utf8
    return [UInt32(start), UInt32(self.text.count - start)]
  }

  private func header(_ counts: [Int], _ body: [UInt8]) -> [UInt8] {
    var header = VocabularyLayout.magic
    for number in [stamp.size, stamp.modified, stamp.changed] { header += Self.bytes(number) }
    header += stamp.hash
    header += Self.bytes(counts.map { UInt32($0) } + [isComplete ? 1 : 0, 0])
    return header + Self.bytes(VocabularyLayout.checksum(body.span, from: 0))
  }

  private static func words(_ pairs: [UInt64]) -> [UInt32] {
    pairs.flatMap { [UInt32($0 >> 32), UInt32(truncatingIfNeeded: $0)] }
  }

  private static func bytes(_ words: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(words.count * 4)
    for word in words {
      bytes.append(UInt8(truncatingIfNeeded: word))
      bytes.append(UInt8(truncatingIfNeeded: word >> 8))
      bytes.append(UInt8(truncatingIfNeeded: word >> 16))
      bytes.append(UInt8(truncatingIfNeeded: word >> 24))
    }
    return bytes
  }

  private static func bytes(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64($0 * 8)) }
  }
}
