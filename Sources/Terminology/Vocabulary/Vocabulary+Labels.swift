// SPDX-License-Identifier: Apache-2.0

/// What a label says alone, or with the class that it must belong to.
package enum LabelResolution: Sendable, Hashable {
  /// One concept.
  case concept(Int)
  /// Several concepts have the label, and nothing decides between them.
  case ambiguous([Int])
  /// No concept has the label.
  case unknown
}

extension Vocabulary {
  /// The concepts that have a label, preferred labels before others, each once.
  ///
  /// Case, composition of letters and length of blanks do not matter.
  /// - Complexity: O(log labels).
  package func concepts(labelled text: String) -> [Int] {
    let folded = TermText.folded(TermText.trimmed(Array(text.utf8)[...]))
    let hash = VocabularyLayout.hash(folded)
    var index = firstEntry(of: hash, in: layout.labelOrder, count: layout.labelCount)
    var found: [(kind: UInt32, concept: Int)] = []
    while index < layout.labelCount, word(layout.labelOrder + index * 8) == hash {
      let label = Int(word(layout.labelOrder + index * 8 + 4))
      if TermText.folded(Array(labelText(label).utf8)[...]) == folded {
        found.append((labelKind(label).rawValue, labelConcept(label)))
      }
      index += 1
    }
    var seen: Set<Int> = []
    return found.sorted { $0 < $1 }.map(\.concept).filter { seen.insert($0).inserted }
  }

  /// Resolves a label; one that several concepts share is decided by a class, never by chance.
  ///
  /// - Parameters:
  ///   - label: the label.
  ///   - root: the class that the concept must be of, if there is one.
  /// - Returns: the only concept whose membership is sure, or all candidates not known to be wrong.
  package func resolve(_ label: String, root: String? = nil) -> LabelResolution {
    let all = concepts(labelled: label)
    let inUse = all.filter { !isDeprecated($0) }
    let found = inUse.isEmpty ? all : inUse
    // A preferred label that is one concept's alone goes before other concepts' second names.
    let named = found.filter { concept in
      labels(concept).contains { $0.kind == .preferred && Self.isSame($0.text, label) }
    }
    let candidates = named.isEmpty ? found : named
    guard let root = root.flatMap({ concept($0) }) else { return Self.resolution(candidates) }
    let members = found.map { ($0, membership(of: $0, in: root)) }
    let sure = members.filter { $0.1 == .yes }.map(\.0)
    if sure.count == 1 { return .concept(sure[0]) }
    if !sure.isEmpty { return .ambiguous(sure) }
    return Self.resolution(members.filter { $0.1 == .notKnown }.map(\.0))
  }

  /// A concept as a message shows it: code, label and the labels right above.
  package func description(_ concept: Int) -> String {
    let above = parents(concept).map(label)
    let place = above.isEmpty ? "parents not known" : "below \(above.joined(separator: ", "))"
    return "\(ConceptSpelling.code(iri(concept))) “\(label(concept))” (\(place))"
  }

  private static func resolution(_ candidates: [Int]) -> LabelResolution {
    switch candidates.count {
    case 0: .unknown
    case 1: .concept(candidates[0])
    default: .ambiguous(candidates)
    }
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    TermText.folded(Array(one.utf8)[...])
      == TermText.folded(TermText.trimmed(Array(other.utf8)[...]))
  }
}
