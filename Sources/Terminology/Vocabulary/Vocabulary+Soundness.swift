// SPDX-License-Identifier: Apache-2.0

extension Vocabulary {
  /// Whether every number of the index leads to something that is there.
  ///
  /// An index may come with somebody else's files: a checksum can be made to fit, and a wrong number
  /// would end the program.
  /// - Complexity: O(words of the index).
  var isSound: Bool {
    concepts.allSatisfy(isSoundConcept)
      && (0..<layout.labelCount).allSatisfy(isSoundLabel)
      && (0..<layout.parentCount).allSatisfy {
        word(layout.parents + $0 * 4) < UInt32(clamping: layout.conceptCount)
      }
      && isSoundOrder(layout.iriOrder, layout.conceptCount)
      && isSoundOrder(layout.labelOrder, layout.labelCount)
  }

  private var concepts: Range<Int> { 0..<layout.conceptCount }

  private func isSoundConcept(_ concept: Int) -> Bool {
    isText(field(concept, 0), field(concept, 1)) && isText(field(concept, 7), field(concept, 8))
      && isText(field(concept, 9), field(concept, 10))
      && field(concept, 2) + field(concept, 3) <= layout.labelCount
      && field(concept, 4) + field(concept, 5) <= layout.parentCount
  }

  private func isSoundLabel(_ label: Int) -> Bool {
    let start = layout.labels + label * VocabularyLayout.labelWords * 4
    return isText(Int(word(start)), Int(word(start + 4)))
      && labelConcept(label) < layout.conceptCount
  }

  private func isSoundOrder(_ table: Int, _ count: Int) -> Bool {
    (0..<count).allSatisfy { Int(word(table + $0 * 8 + 4)) < count }
  }

  private func isText(_ start: Int, _ count: Int) -> Bool { start + count <= layout.textCount }
}
