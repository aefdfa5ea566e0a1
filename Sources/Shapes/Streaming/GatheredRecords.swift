// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// Brings together what data say about a subject in places far apart, through temporary files.
///
/// ```
/// blocks ──by subject──▶ part 1 … part n ──one after the other──▶ blocks of whole subjects
/// ```
/// A part has about 16 MiB and is in memory as a whole when it is read back, so up to 4 GiB of data take
/// the memory of one such part and of the parts' buffers, another 16 MiB; of larger data the parts grow.
package struct GatheredRecords {
  private static let partSize = 1 << 24
  private static let mostParts = 256
  private var parts: [SpilledRecords]
  private var classes = GraphBuilder()

  /// Prepares to gather.
  ///
  /// - Parameter byteCount: the size of the data, about; `nil` if nobody knows.
  package init(byteCount: Int?) {
    let wanted = byteCount.map { $0 / Self.partSize + 1 } ?? Self.mostParts
    parts = Array(repeating: SpilledRecords(), count: min(wanted, Self.mostParts))
  }

  /// Takes a block's statements.
  ///
  /// - Throws: ``TemporaryFileRules/failed``.
  package mutating func add(_ block: StatementBlock) throws(DiagnosedError) {
    let triples = block.triples
    var start = 0
    while start < triples.count {
      let subject = triples[start].subject
      var end = start + 1
      while end < triples.count, triples[end].subject == subject { end += 1 }
      let part = Int(block.terms.fingerprint(subject) >> 32 % UInt64(parts.count))
      try parts[part].add(start..<end, of: triples, origins: block.lines, in: block.terms)
      start = end
    }
    guard let subClassOf = block.terms.id(of: .iri(RDFS.subClassOf)) else { return }
    var copier = TermCopier()
    for (triple, line) in zip(triples, block.lines) where triple.predicate == subClassOf {
      classes.add(copier.copy(triple, of: block.terms, to: &classes.terms), origin: line)
    }
  }

  /// The statements that say of what a class is a subclass.
  package func subclasses() -> Graph { classes.build() }

  /// Brings the statements back, all of one subject in one block.
  ///
  /// - Parameters:
  ///   - block: is filled, one time after the other.
  ///   - body: looks at it.
  /// - Throws: ``TemporaryFileRules/failed``, or what `body` throws.
  package mutating func forEachBlock(
    _ block: inout StatementBlock, _ body: (inout StatementBlock) throws(DiagnosedError) -> Void
  ) throws(DiagnosedError) {
    for part in parts.indices {
      try parts[part].forEachBlock(of: .max, &block, body)
      parts[part] = SpilledRecords()
    }
  }
}
