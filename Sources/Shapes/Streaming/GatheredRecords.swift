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

  /// Validates all statements; afterwards none is left.
  ///
  /// - Parameters:
  ///   - shapes: the shapes.
  ///   - hierarchy: background knowledge, as in ``Validator/validate(_:hierarchy:)``.
  /// - Returns: the results of ``Validator`` on the graph as a whole, and the number of different
  ///   statements.
  /// - Throws: ``TemporaryFileRules/failed``.
  package mutating func validate(
    against shapes: ShapesGraph, hierarchy: Graph? = nil
  ) throws(DiagnosedError) -> (report: ValidationReport, statementCount: Int) {
    let validator = StreamingValidator(
      shapes: shapes, hierarchy: hierarchy, gathered: classes.build())
    var block = validator.emptyBlock
    for part in parts.indices {
      try parts[part].forEachBlock(of: .max, &block) { block throws(DiagnosedError) in
        _ = try validator.validate(&block)
      }
      parts[part] = SpilledRecords()
    }
    return (try validator.finish(), validator.statementCount)
  }
}
