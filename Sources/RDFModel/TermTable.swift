// SPDX-License-Identifier: Apache-2.0

/// The number of a term in one ``TermTable``.
package struct TermID: Hashable, Sendable, Comparable {
  /// 0 is no term; terms count from 1 in order of first appearance.
  package let rawValue: UInt32

  /// Wraps a number that a table has handed out.
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// No term: the default graph, or "not found".
  package static let none = TermID(rawValue: 0)

  /// Whether both are the same number; inlined into other modules, which compare millions.
  @inlinable
  package static func == (left: TermID, right: TermID) -> Bool { left.rawValue == right.rawValue }

  /// Compares by order of first appearance.
  @inlinable
  package static func < (left: TermID, right: TermID) -> Bool { left.rawValue < right.rawValue }
}

/// RDF terms as small integers, each stored once as bytes.
///
/// ```
/// ends    [0, 27, 31, …]        end of term n in `bytes`
/// details [iri, literal|id, …]  kind, and the number of the datatype or language term
/// slots   open addressing over ids, each with the 32 bits of its hash
/// ```
/// A language-tagged literal refers to its (lower-case) tag, any other literal to its datatype IRI,
/// both interned before it. Capacity: 2³⁰ terms.
package struct TermTable: Sendable {
  // One reference, so that a call on a table that an object holds copies no more than that.
  private var store = TermStore()

  // Two bits of `details` say what the term is, the other thirty name its datatype or language.
  private enum Shape: UInt32 {
    case iri = 0
    case blankNode = 1
    case typedLiteral = 2
    case taggedLiteral = 3
  }

  /// Makes an empty table.
  package init() {}

  private mutating func own() {
    if !isKnownUniquelyReferenced(&store) { store = TermStore(store) }
  }

  /// The number of terms.
  package var count: Int { store.ends.count - 1 }

  /// The bytes that hold the text of all terms.
  package var textByteCount: Int { store.bytes.count }

  /// The number of `term`, given a new one if it is not in the table yet.
  package mutating func intern(_ term: Term) -> TermID {
    var text = term.value
    return text.withUTF8 { buffer in
      switch term.kind {
      case .iri: intern(buffer.span, shape: .iri, extra: 0)
      case .blankNode: intern(buffer.span, shape: .blankNode, extra: 0)
      case .literal:
        if term.language.isEmpty {
          intern(buffer.span, shape: .typedLiteral, extra: internIRI(term.datatype).rawValue)
        } else {
          intern(
            buffer.span, shape: .taggedLiteral,
            extra: internIRI(term.language.lowercased()).rawValue)
        }
      }
    }
  }

  /// The number of an IRI given as bytes of UTF-8.
  package mutating func internIRI(_ value: Span<UInt8>) -> TermID {
    intern(value, shape: .iri, extra: 0)
  }

  /// The number of a blank node given by the bytes of its label.
  package mutating func internBlankNode(_ label: Span<UInt8>) -> TermID {
    intern(label, shape: .blankNode, extra: 0)
  }

  /// The number of a literal whose datatype is interned already.
  package mutating func internLiteral(_ value: Span<UInt8>, datatype: TermID) -> TermID {
    intern(value, shape: .typedLiteral, extra: datatype.rawValue)
  }

  /// The number of a language-tagged literal.
  ///
  /// - Parameters:
  ///   - value: bytes of UTF-8.
  ///   - language: what ``internLanguage(_:)`` returned for the tag.
  /// - Returns: the literal's number, a new one if it is not in the table yet.
  package mutating func internLiteral(_ value: Span<UInt8>, language: TermID) -> TermID {
    intern(value, shape: .taggedLiteral, extra: language.rawValue)
  }

  /// The number of a language tag, for ``internLiteral(_:language:)``.
  package mutating func internLanguage(_ tag: String) -> TermID { internIRI(tag.lowercased()) }

  private mutating func internIRI(_ value: String) -> TermID {
    var value = value
    return value.withUTF8 { intern($0.span, shape: .iri, extra: 0) }
  }

  /// The number of another table's term, given a new one if it is not in this table yet.
  package mutating func intern(_ id: TermID, of other: borrowing TermTable) -> TermID {
    var extra: UInt32 = 0
    let shape = other.shape(id)
    if shape == .typedLiteral || shape == .taggedLiteral {
      extra =
        intern(TermID(rawValue: other.store.details[Int(id.rawValue)] >> 2), of: other).rawValue
    }
    let range = other.byteRange(id)
    return other.store.bytes.withUnsafeBufferPointer {
      intern($0.span.extracting(range), shape: shape, extra: extra)
    }
  }

  /// The number of another table's term, ``TermID/none`` if this table does not have it.
  package func id(_ id: TermID, of other: borrowing TermTable) -> TermID {
    var extra: UInt32 = 0
    let shape = other.shape(id)
    if shape == .typedLiteral || shape == .taggedLiteral {
      let part = self.id(TermID(rawValue: other.store.details[Int(id.rawValue)] >> 2), of: other)
      if part == .none { return .none }
      extra = part.rawValue
    }
    let range = other.byteRange(id)
    return other.store.bytes.withUnsafeBufferPointer {
      find($0.span.extracting(range), shape: shape, extra: extra) ?? .none
    }
  }

  /// A number for a term that is the same in every table; different terms may share one, hardly ever.
  ///
  /// - Parameter id: an IRI or blank node.
  /// - Returns: 64 bits, never 0.
  package func fingerprint(_ id: TermID) -> UInt64 {
    let range = byteRange(id)
    let kind = store.details[Int(id.rawValue)] & 3
    return store.bytes.withUnsafeBytes {
      Self.digest(UnsafeRawBufferPointer(rebasing: $0[range]), kind) | 1
    }
  }

  /// The number of `term` if the table has it.
  package func id(of term: Term) -> TermID? {
    var text = term.value
    return text.withUTF8 { buffer in
      switch term.kind {
      case .iri: find(buffer.span, shape: .iri, extra: 0)
      case .blankNode: find(buffer.span, shape: .blankNode, extra: 0)
      case .literal:
        if term.language.isEmpty {
          id(of: .iri(term.datatype)).flatMap {
            find(buffer.span, shape: .typedLiteral, extra: $0.rawValue)
          }
        } else {
          id(of: .iri(term.language.lowercased())).flatMap {
            find(buffer.span, shape: .taggedLiteral, extra: $0.rawValue)
          }
        }
      }
    }
  }

  /// The term with number `id`; language tags come back in lower case.
  ///
  /// - Precondition: `id` is of this table and not ``TermID/none``.
  package func term(_ id: TermID) -> Term {
    let text = text(id)
    let extra = TermID(rawValue: store.details[Int(id.rawValue)] >> 2)
    switch shape(id) {
    case .iri: return .iri(text)
    case .blankNode: return .blankNode(text)
    case .typedLiteral: return .literal(text, datatype: self.text(extra))
    case .taggedLiteral: return .literal(text, language: self.text(extra))
    }
  }

  /// The kind of the term with number `id`.
  package func kind(_ id: TermID) -> TermKind {
    switch shape(id) {
    case .iri: .iri
    case .blankNode: .blankNode
    case .typedLiteral, .taggedLiteral: .literal
    }
  }

  /// The IRI, label or lexical form of the term with number `id`.
  package func text(_ id: TermID) -> String {
    String(decoding: store.bytes[byteRange(id)], as: UTF8.self)
  }

  /// The bytes of the IRI, label or lexical form of the term with number `id`.
  package func textBytes(_ id: TermID) -> ArraySlice<UInt8> { store.bytes[byteRange(id)] }

  /// The number of a typed literal's datatype, `nil` for anything else.
  package func datatype(_ id: TermID) -> TermID? {
    shape(id) == .typedLiteral ? TermID(rawValue: store.details[Int(id.rawValue)] >> 2) : nil
  }

  /// The lower-case language tag of a literal, `nil` for anything else.
  package func language(_ id: TermID) -> String? {
    shape(id) == .taggedLiteral ? text(TermID(rawValue: store.details[Int(id.rawValue)] >> 2)) : nil
  }

  private func byteRange(_ id: TermID) -> Range<Int> {
    store.ends[Int(id.rawValue) - 1]..<store.ends[Int(id.rawValue)]
  }

  private func shape(_ id: TermID) -> Shape {
    Shape(rawValue: store.details[Int(id.rawValue)] & 3) ?? .iri
  }

  private mutating func intern(_ text: Span<UInt8>, shape: Shape, extra: UInt32) -> TermID {
    own()
    let store = store
    let detail = extra << 2 | shape.rawValue
    let tag = Self.hash(text, detail)
    var slot = Int(tag) & store.mask
    while store.slots[slot] != 0 {
      if UInt32(truncatingIfNeeded: store.slots[slot] >> 32) == tag {
        let candidate = Int(truncatingIfNeeded: store.slots[slot] & 0xFFFF_FFFF)
        if store.details[candidate] == detail && matches(candidate, text) {
          return TermID(rawValue: UInt32(candidate))
        }
      }
      slot = (slot + 1) & store.mask
    }
    let number = store.ends.count
    precondition(number < 1 << 30, "a term table holds at most 2³⁰ terms")
    text.withUnsafeBufferPointer { store.bytes.append(contentsOf: $0) }
    store.ends.append(store.bytes.count)
    store.details.append(detail)
    store.slots[slot] = UInt64(tag) << 32 | UInt64(number)
    if (number + 1) * 4 > store.slots.count * 3 { store.grow() }
    return TermID(rawValue: UInt32(number))
  }

  private func find(_ text: Span<UInt8>, shape: Shape, extra: UInt32) -> TermID? {
    let store = store
    let detail = extra << 2 | shape.rawValue
    let tag = Self.hash(text, detail)
    var slot = Int(tag) & store.mask
    while store.slots[slot] != 0 {
      let candidate = Int(truncatingIfNeeded: store.slots[slot] & 0xFFFF_FFFF)
      if UInt32(truncatingIfNeeded: store.slots[slot] >> 32) == tag,
        store.details[candidate] == detail,
        matches(candidate, text)
      {
        return TermID(rawValue: UInt32(candidate))
      }
      slot = (slot + 1) & store.mask
    }
    return nil
  }

  private func matches(_ candidate: Int, _ text: Span<UInt8>) -> Bool {
    let start = store.ends[candidate - 1]
    let count = text.count
    guard store.ends[candidate] - start == count else { return false }
    return store.bytes.withUnsafeBytes { all in
      text.withUnsafeBytes { Self.areEqual(all, start, $0, count) }
    }
  }

  // Eight bytes at a time; both have `count` bytes, the first from `start` on.
  @inline(__always)
  private static func areEqual(
    _ all: UnsafeRawBufferPointer, _ start: Int, _ text: UnsafeRawBufferPointer, _ count: Int
  ) -> Bool {
    var index = 0
    while index + 8 <= count {
      if all.loadUnaligned(fromByteOffset: start + index, as: UInt64.self)
        != text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      {
        return false
      }
      index += 8
    }
    while index < count {
      if all[start + index] != text[index] { return false }
      index += 1
    }
    return true
  }

  /// Drops the terms after the first `count`, and keeps the room they took.
  ///
  /// - Parameter count: how many to keep, `0...count`; no kept term may name a dropped one.
  /// - Complexity: O(slots), 8 to 22 bytes a term.
  package mutating func truncate(to count: Int) {
    precondition(count <= self.count)
    if count == self.count { return }
    own()
    let store = store
    store.ends.removeSubrange((count + 1)...)
    store.details.removeSubrange((count + 1)...)
    store.bytes.removeSubrange(store.ends[count]...)
    for slot in store.slots.indices { store.slots[slot] = 0 }
    for number in 1..<store.ends.count {
      let range = store.ends[number - 1]..<store.ends[number]
      let detail = store.details[number]
      let tag = store.bytes.withUnsafeBufferPointer {
        Self.hash($0.span.extracting(range), detail)
      }
      var slot = Int(tag) & store.mask
      while store.slots[slot] != 0 { slot = (slot + 1) & store.mask }
      store.slots[slot] = UInt64(tag) << 32 | UInt64(number)
    }
  }

  private static func hash(_ text: Span<UInt8>, _ detail: UInt32) -> UInt32 {
    text.withUnsafeBytes { UInt32(truncatingIfNeeded: digest($0, detail)) }
  }

  // Folds the product of a multiplication over 8 bytes at a time. Not keyed: a table is bounded by the
  // memory that its terms take anyway, and equal inputs must give equal numbers in every run.
  private static func digest(_ bytes: UnsafeRawBufferPointer, _ seed: UInt32) -> UInt64 {
    func folded(_ value: UInt64, _ factor: UInt64) -> UInt64 {
      let (high, low) = value.multipliedFullWidth(by: factor)
      return high ^ low
    }
    var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(seed) &* 0xBF58_476D ^ UInt64(bytes.count) << 40
    var index = 0
    while index + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      hash = folded(hash ^ word, 0x9FB2_1C65_1E98_DF25)
      index += 8
    }
    var word: UInt64 = 0
    while index < bytes.count {
      word = word << 8 | UInt64(bytes[index])
      index += 1
    }
    return folded(hash ^ word ^ 0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB)
  }
}

/// What a ``TermTable`` holds; changed only by a table that holds it alone.
private final class TermStore: @unchecked Sendable {
  @exclusivity(unchecked) var bytes: [UInt8] = []
  @exclusivity(unchecked) var ends: [Int] = [0]
  @exclusivity(unchecked) var details: [UInt32] = [0]
  @exclusivity(unchecked) var slots = [UInt64](repeating: 0, count: 1 << 10)
  @exclusivity(unchecked) var mask = (1 << 10) - 1

  init() {}

  init(_ other: TermStore) {
    bytes = other.bytes
    ends = other.ends
    details = other.details
    slots = other.slots
    mask = other.mask
  }

  // The tag is all of a hash that is kept, so the slots alone say where each entry goes.
  func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    let largerMask = larger.count - 1
    for entry in slots where entry != 0 {
      var slot = Int(entry >> 32) & largerMask
      while larger[slot] != 0 { slot = (slot + 1) & largerMask }
      larger[slot] = entry
    }
    slots = larger
    mask = largerMask
  }
}
