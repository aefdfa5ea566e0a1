// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
internal import RDFIO

/// Writes statements straight out as N-Triples or N-Quads, one a line, in canonical form, each once.
///
/// What plain maps make comes from the ``kernel``; the rest comes through the protocol. Both lie in one
/// buffer, in the order made, with a note for the ledger of every run of statements about one subject.
/// - Source: RDF Dataset Canonicalization §5 (canonical N-Quads), RDF 1.1 N-Triples.
package struct ByteSink: StatementSink {
  /// The number of statements written, each counted once.
  package private(set) var statementCount = 0
  private let writesGraphs: Bool
  private let usesKernel: Bool
  private let notesOrigins: Bool
  private let ledgerEntries: Int
  private var writer: RecordKernel
  private var ledger: StatementLedger?
  private var subject: [UInt8] = []
  private var line: [UInt8] = []
  // The run at hand, if its map is checked at all.
  private var map: MapRepetition?
  private var run: (start: Int, hashes: Int, lines: Int, firstLine: Int, key: UInt64)?

  /// Starts a sink.
  ///
  /// - Parameters:
  ///   - writesGraphs: whether graph names are written; without, they are left out.
  ///   - usesKernel: whether plain maps take the short way; the result is the same.
  ///   - notesOrigins: whether it is noted where each statement comes from.
  ///   - ledgerEntries: how many subjects, and how many lines, are remembered in memory, at 24 to 48
  ///     bytes each; the others are on disk.
  package init(
    writesGraphs: Bool, usesKernel: Bool = true, notesOrigins: Bool = false,
    ledgerEntries: Int = RunLimits.ledgerEntries
  ) {
    self.writesGraphs = writesGraphs
    self.notesOrigins = notesOrigins
    self.usesKernel = usesKernel
    self.ledgerEntries = ledgerEntries
    writer = RecordKernel(programs: [], repetitions: [], hash: .random())
  }

  private init(twinOf other: ByteSink) {
    writesGraphs = other.writesGraphs
    usesKernel = other.usesKernel
    notesOrigins = other.notesOrigins
    ledgerEntries = other.ledgerEntries
    writer = RecordKernel(
      programs: other.writer.programs, repetitions: other.writer.repetitions,
      hash: other.writer.hash)
    writer.state.pointee.origins.areNoted = notesOrigins
  }

  /// The kernel.
  package var kernel: RecordKernel? { usesKernel ? writer : nil }

  /// What was written since the caller last emptied the sink.
  package var output: [UInt8] { Array(writer.state.pointee.output.bytes) }

  /// Hands out what was written since the last call, without copying it.
  ///
  /// - Parameter body: takes the bytes, which hold for the call.
  /// - Throws: what `body` throws.
  package mutating func drain<Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    try body(UnsafeRawBufferPointer(writer.state.pointee.output.bytes))
    writer.state.pointee.output.count = 0
  }

  /// Hands out where each statement written since the last call comes from, in their order.
  ///
  /// - Returns: nothing unless origins are noted.
  package mutating func takeOrigins() -> [StatementOrigin] {
    writer.state.pointee.origins.take()
  }

  /// Compiles the plain maps, and finds out which statements can be made twice.
  package mutating func prepare(for plan: MappingPlan) {
    let hash = writer.hash
    writer = RecordKernel(
      programs: plan.sources.map {
        KernelCompiler.compile(plan, $0, writesGraphs: writesGraphs)
      },
      repetitions: RepetitionPlan(plan).repetitions, hash: hash)
    writer.state.pointee.origins.areNoted = notesOrigins
    ledger = StatementLedger(hash: hash, memoryLimit: ledgerEntries)
  }

  /// An empty sink that writes the same syntax.
  package func emptyTwin() -> ByteSink { ByteSink(twinOf: self) }

  /// Takes the lines of a twin that were not written before.
  package mutating func absorb(_ twin: inout ByteSink) throws(DiagnosedError) {
    let (own, theirs) = (writer.state, twin.writer.state)
    let removed =
      try ledger?.admit(
        &theirs.pointee.output, theirs.pointee.runs, theirs.pointee.lineHashes,
        &theirs.pointee.origins) ?? 0
    own.pointee.origins.absorb(&theirs.pointee.origins)
    statementCount += theirs.pointee.statementCount - removed
    if own.pointee.output.count == 0 {
      swap(&own.pointee.output, &theirs.pointee.output)
    } else {
      own.pointee.output.append(theirs.pointee.output.bytes)
    }
    theirs.pointee.output.count = 0
    theirs.pointee.runs.removeAll(keepingCapacity: true)
    theirs.pointee.lineHashes.removeAll(keepingCapacity: true)
    theirs.pointee.statementCount = 0
  }

  /// Looks up how the map is held against what was made before.
  package mutating func begin(source: Int, map: Int) {
    self.map = source < writer.repetitions.count ? writer.repetitions[source][map] : nil
  }

  /// Ends the run about the last subject.
  package mutating func endMap() { closeRun() }

  /// Renders the subject once for all its statements.
  package mutating func begin(subject: SinkTerm) {
    closeRun()
    self.subject.removeAll(keepingCapacity: true)
    Self.append(subject, to: &self.subject)
    self.subject.append(0x20)
    guard let map else { return }
    let hash = self.subject.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { writer.hash.hash($0, bytes.count) } ?? 0
    }
    let state = writer.state
    run = (
      state.pointee.output.count, state.pointee.lineHashes.count,
      state.pointee.statementCount, state.pointee.origins.count, map.key(hash)
    )
  }

  /// Writes a line.
  package mutating func statement(
    predicate: SinkTerm, object: SinkTerm, graph: SinkTerm?, origin: SinkOrigin
  ) {
    line.removeAll(keepingCapacity: true)
    line += subject
    Self.append(predicate, to: &line)
    line.append(0x20)
    Self.append(object, to: &line)
    if let graph, writesGraphs {
      line.append(0x20)
      Self.append(graph, to: &line)
    }
    line += [0x20, 0x2E, 0x0A]
    let state = writer.state
    line.withUnsafeBufferPointer { line in
      state.pointee.output.append(line)
      guard run != nil, let base = line.baseAddress else { return }
      state.pointee.lineHashes.append(writer.hash.hash(base, line.count))
    }
    state.pointee.statementCount += 1
    if notesOrigins { state.pointee.origins.add(origin.ofStatement) }
  }

  // What is made the general way may have repeated values, so a line may come twice in one run.
  private mutating func closeRun() {
    defer { run = nil }
    let state = writer.state
    guard let run, let map, state.pointee.output.count > run.start else { return }
    let (start, end) = (run.start, state.pointee.output.count)
    state.pointee.runs.append(
      StatementRun(
        start: start, end: end, lines: state.pointee.statementCount - run.lines,
        firstLine: run.firstLine, firstHash: run.hashes, key: run.key,
        content: writer.hash.hash(state.pointee.output.base + start, end - start),
        repetition: map.generally))
  }

  private static func append(_ term: SinkTerm, to output: inout [UInt8]) {
    switch term.kind {
    case .iri:
      if term.isUnsafe {
        NTriplesSyntax.appendIRI(String(decoding: term.bytes, as: UTF8.self), to: &output)
        return
      }
      output.append(UInt8(ascii: "<"))
      output += term.bytes
      output.append(UInt8(ascii: ">"))
    case .blankNode:
      output += [UInt8(ascii: "_"), UInt8(ascii: ":")]
      BlankNodeLabel.append(term.bytes, to: &output)
    case .literal:
      output.append(UInt8(ascii: "\""))
      appendEscaped(term.bytes, to: &output)
      output.append(UInt8(ascii: "\""))
      if let suffix = term.annotation?.suffix { output += suffix }
    }
  }

  // Most texts are plain ASCII and copied whole.
  private static func appendEscaped(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    if text.allSatisfy({ (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }) {
      output += text
    } else {
      NTriplesSyntax.appendEscapedLiteral(text.span, to: &output)
    }
  }
}

/// Blank node labels out of data.
enum BlankNodeLabel {
  /// Appends a label made of letters and digits only, different for different bytes.
  ///
  /// Letters and digits but `z` stand for themselves; any other byte is `z` and two hex digits.
  static func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "b"))
    for byte in bytes {
      let isLetter = (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80
      if (isLetter && byte != UInt8(ascii: "z")) || (0x30...0x39).contains(byte) {
        output.append(byte)
      } else {
        output.append(UInt8(ascii: "z"))
        for digit in [byte >> 4, byte & 15] {
          output.append(digit < 10 ? 0x30 + digit : 0x41 - 10 + digit)
        }
      }
    }
  }
}
