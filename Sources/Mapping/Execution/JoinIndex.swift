// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Glibc

/// The subjects of a parent mapping by the values of its join key, in memory up to a bound and on disk
/// beyond it.
///
/// Each key heads a chain of entries; an entry is the position of the one before it, the lengths of
/// key and subject, and both. A subject is kept once per key. Built by one thread, then read by any.
final class JoinIndex {
  /// An index beyond this many bytes ends the run.
  static let byteLimit = 16 << 30
  /// A record that matches more subjects than this ends the run.
  static let fanOutLimit = 100_000

  /// A join that is expected to match more often than this ends the run before anything is mapped.
  static let matchLimit = 1_000_000_000

  /// A subject found in the index.
  struct Subject {
    let bytes: ArraySlice<UInt8>
    let isBlankNode: Bool
  }

  private struct Header: BitwiseCopyable {
    var previous: Int
    var key: Int32
    var subject: Int32
    var isBlankNode: Int
  }

  /// What is kept under a key's hash, in 64 bits: where its chain begins, and how long it is.
  private struct Head {
    private static let positionBits: UInt64 = 40
    private static let countLimit = (1 << 24) - 1
    let position: Int
    let count: Int

    init(position: Int, count: Int) {
      self.position = position
      self.count = min(count, Self.countLimit)
    }

    @inline(__always)
    init(_ bits: UInt64) {
      position = Int(truncatingIfNeeded: bits & (1 << Self.positionBits &- 1))
      count = Int(truncatingIfNeeded: bits >> Self.positionBits)
    }

    var bits: UInt64 { UInt64(count) << Self.positionBits | UInt64(position) }
  }

  private static let none = -1
  private let hash = ByteHash.random()
  private var heads: SpillingTable
  private var pairs: SpillingTable
  private let entries: SpillingBytes
  /// How many different keys there are.
  private(set) var keyCount = 0
  /// How many subjects there are under all keys.
  private(set) var subjectCount = 0
  /// How many subjects there are under the key that has most.
  private(set) var longestChain = 0

  init(memoryLimit: Int) {
    // Of the bound a third is for the table of heads, a third for that of pairs, a third for entries.
    let entryLimit = max(16, memoryLimit / 3 / 48)
    heads = SpillingTable(memoryLimit: entryLimit)
    pairs = SpillingTable(memoryLimit: entryLimit)
    entries = SpillingBytes(memoryLimit: memoryLimit / 3)
  }

  /// The bytes of all entries, in memory and on disk.
  var byteCount: Int { entries.count }

  /// Whether part of the index is on disk.
  var hasSpilled: Bool { entries.hasSpilled || heads.hasSpilled }

  /// Adds a subject under a key, unless it is there already.
  ///
  /// - Throws: `temporary-file.failed`.
  func add(
    _ subject: ArraySlice<UInt8>, isBlankNode: Bool, key: ArraySlice<UInt8>
  ) throws(DiagnosedError) {
    let keyHash = hash(key)
    let pair = ByteHash.mix(keyHash, hash(subject) ^ (isBlankNode ? 1 : 0)) | 1
    if try pairs.find(pair, first: keyHash) != nil { return }
    try pairs.insert(SpillingTable.Entry(key: pair, first: keyHash, second: 0))
    let head = try heads.find(keyHash).map { Head($0.second) }
    let new = Head(position: entries.count, count: (head?.count ?? 0) + 1)
    let header = Header(
      previous: head?.position ?? Self.none, key: Int32(key.count),
      subject: Int32(subject.count), isBlankNode: isBlankNode ? 1 : 0)
    var entry: [UInt8] = []
    entry.reserveCapacity(MemoryLayout<Header>.size + key.count + subject.count)
    withUnsafeBytes(of: header) { entry += $0 }
    entry += key
    entry += subject
    try entries.append(entry)
    let newHead = SpillingTable.Entry(key: keyHash, first: 0, second: new.bits)
    if head == nil {
      keyCount += 1
      try heads.insert(newHead)
    } else {
      try heads.update(newHead)
    }
    subjectCount += 1
    longestChain = max(longestChain, new.count)
  }

  /// How many subjects there are under a key, two keys of one hash taken for one.
  ///
  /// - Throws: `temporary-file.failed`.
  /// - Complexity: O(1).
  func count(for key: ArraySlice<UInt8>) throws(DiagnosedError) -> Int {
    try heads.find(hash(key)).map { Head($0.second).count } ?? 0
  }

  /// The subjects under a key, in the order added.
  ///
  /// - Throws: `temporary-file.failed`.
  func subjects(for key: ArraySlice<UInt8>) throws(DiagnosedError) -> [Subject] {
    var found: [Subject] = []
    try key.withUnsafeBufferPointer { (key) throws(DiagnosedError) in
      guard let base = key.baseAddress else { return }
      try forEachSubject(of: base, key.count) { bytes, isBlankNode in
        found.append(Subject(bytes: Array(bytes)[...], isBlankNode: isBlankNode))
        return true
      }
    }
    return found.reversed()
  }

  /// Calls `body` with each subject under a key, the last one added first, while it returns `true`.
  ///
  /// - Throws: `temporary-file.failed`.
  @inline(__always)
  func forEachSubject(
    of key: UnsafePointer<UInt8>, _ count: Int,
    _ body: (UnsafeRawBufferPointer, _ isBlankNode: Bool) -> Bool
  ) throws(DiagnosedError) {
    guard let head = try heads.find(hash.hash(key, count) | 1) else { return }
    var position = Head(head.second).position
    while position != Self.none {
      let header = try entries.withBytes(at: position, count: MemoryLayout<Header>.size) {
        $0.loadUnaligned(as: Header.self)
      }
      let start = position + MemoryLayout<Header>.size
      let size = Int(header.key) + Int(header.subject)
      let goesOn = try entries.withBytes(at: start, count: size) { bytes in
        // Two keys may have one hash.
        guard Int(header.key) == count, let base = bytes.baseAddress, memcmp(base, key, count) == 0
        else { return true }
        return body(
          UnsafeRawBufferPointer(rebasing: bytes[count...]), header.isBlankNode == 1)
      }
      if !goesOn { return }
      position = header.previous
    }
  }

  /// The subject under a key if there is one at most, and it is an IRI in memory.
  ///
  /// - Returns: its bytes, which hold while the index is not added to; none if the key has no
  ///   subject; `nil` if it has several, or one that has to be fetched or rendered.
  func onlySubject(
    for key: UnsafePointer<UInt8>, _ count: Int
  ) -> (start: UnsafePointer<UInt8>, count: Int)? {
    if hasSpilled { return nil }
    guard let head = heads.inMemory(hash.hash(key, count) | 1) else { return (key, 0) }
    let position = Head(head.second).position
    guard let start = entries.inMemory(position) else { return nil }
    let header = UnsafeRawPointer(start).loadUnaligned(as: Header.self)
    let text = start + MemoryLayout<Header>.size
    guard header.previous == Self.none, header.isBlankNode == 0, Int(header.key) == count,
      memcmp(text, key, count) == 0
    else { return nil }
    return (text + count, Int(header.subject))
  }

  private func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { hash.hash($0, buffer.count) } ?? 0
    } | 1
  }
}
