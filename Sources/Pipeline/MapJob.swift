// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation
internal import Mapping
package import RDFIO
internal import RDFModel
internal import Shapes

/// Maps records to RDF without anything around it: what `fairway map` does.
package struct MapJob: Sendable {
  /// What came of a job.
  package struct Outcome: Sendable {
    /// The findings by rule.
    package let findings: FindingCollector
    /// The records read.
    package let recordCount: Int
    /// The statements written.
    package let statementCount: Int
    /// What the shapes say about the usual output, if there are any.
    package let validation: ValidationOutcome?

    /// The severity of the heaviest finding or result, `nil` if there is none.
    package var gravest: Severity? {
      [findings.heaviest, validation?.gravest].compactMap(\.self).max()
    }
  }

  /// The mapping, YARRRML or RML in Turtle.
  package var mapping: URL
  /// The term mappings, SSSOM.
  package var terms: [URL]
  /// The base for relative IRIs.
  package var base: String?
  /// Texts that mean null.
  package var nullValues: [String]
  /// The syntax to write.
  package var format: RDFFormat
  /// The file to write; standard output when `nil`.
  package var output: URL?
  /// Folders outside of the project that may be read.
  package var allowedPaths: [URL]
  /// Values for `$(_name)` in the mapping.
  package var externals: [String: String] = [:]
  /// What a mapping's “current working directory” is.
  package var workingFolder = URL(filePath: FileManager.default.currentDirectoryPath)
  /// Whether the first violation ends the run, so that nothing is written; a reference that is never
  /// found counts as one.
  package var isStrict = false
  /// Shapes that the usual output is held against while it is made.
  package var shapes: [URL] = []
  /// About how many bytes of the output are held against the shapes together.
  package var checkedBlockSize = 1 << 21
  /// How many batches are mapped at the same time; the result is the same for any number.
  package var threads = 1

  /// Describes a job.
  ///
  /// - Parameters:
  ///   - mapping: a YARRRML file, or RML in Turtle.
  ///   - format: the syntax to write.
  package init(mapping: URL, format: RDFFormat) {
    self.mapping = mapping
    self.format = format
    terms = []
    nullValues = []
    allowedPaths = []
  }

  /// Maps everything.
  ///
  /// N-Triples and N-Quads stream, in the order of the records, in the memory of a batch; the other
  /// syntaxes are grouped and sorted, and hold all statements in memory.
  /// - Parameters:
  ///   - progress: told the number of records read and of findings so far.
  ///   - report: gets every finding, in the order found.
  /// - Returns: the counts.
  /// - Throws: a fault of the mapping, an unreadable file, an output that cannot be written; nothing
  ///   is then left under the output's name.
  package func run(
    progress: @escaping @Sendable (Int, Int) -> Void, report: @escaping @Sendable (Finding) -> Void
  ) throws(DiagnosedError) -> Outcome {
    let project = ProjectFolder(of: mapping, allowed: allowedPaths + [workingFolder])
    var defaults = PipelineConfiguration.Source(
      name: "", place: SourcePlace(file: project.name(of: mapping)))
    defaults.nullValues = nullValues
    var preparation = MappingPreparation(project: project, base: base, defaults: defaults)
    preparation.hashesFiles = false
    preparation.externals = externals
    preparation.workingFolder = workingFolder
    let prepared = try preparation.prepare(mapping, terms: terms)
    let targets = try TargetOutputs(
      prepared.plan.document, project: project, mapping: mapping.deletingLastPathComponent(),
      workingFolder: workingFolder)
    var target = try JobOutput(output)
    var journal = FindingJournal(log: { $0.forEach(report) })
    journal.add(prepared.notes)
    let outcome = try map(prepared, &journal, &target, targets, progress)
    for record in prepared.records { try record.checkUnchanged() }
    try targets.finish(prefixes: prepared.plan.document.prefixes)
    try target.commit()
    try targets.commit()
    return outcome
  }

  private func take(
    _ outcome: BatchOutcome, _ journal: inout FindingJournal
  ) throws(DiagnosedError) {
    journal.add(outcome.findings)
    guard isStrict else { return }
    // A subject that is null makes nothing, by the rules of RML; a steward wants to know all the same.
    let first = outcome.findings.first {
      $0.severity == .violation && $0.rule != MappingRules.noSubject
        || $0.rule == MappingRules.unusedReference
    }
    if let first { throw DiagnosedError([first]) }
  }

  // N-Triples and N-Quads go out as they come; other syntaxes are made of what came.
  private func map(
    _ prepared: PreparedMapping, _ journal: inout FindingJournal, _ target: inout JobOutput,
    _ targets: TargetOutputs, _ progress: @escaping @Sendable (Int, Int) -> Void
  ) throws(DiagnosedError) -> Outcome {
    let isLines = format == .nTriples || format == .nQuads
    let check = try check(of: prepared, targets)
    var executor = MappingExecutor(
      plan: prepared.plan, inputs: prepared.inputs, base: base, threads: threads)
    var sink = RoutingSink(
      writesGraphs: format != .nTriples, targets: targets.writesGraphs,
      notesOrigins: check != nil)
    var output = consume target
    var collected: [UInt8] = []
    var records = 0
    var validation: ValidationOutcome?
    do throws(DiagnosedError) {
      try executor.run(into: &sink) { sink, outcome throws(DiagnosedError) in
        try take(outcome, &journal)
        records += outcome.recordCount + outcome.rejectedRecords
        try sink.usual.drain { (bytes) throws(DiagnosedError) in
          if isLines { try output.write(bytes) } else { collected += bytes }
          try check?.take(bytes)
        }
        try check?.take(outcome, sink.usual.takeOrigins())
        try targets.take(&sink)
        progress(records, journal.count)
      }
      if !isLines {
        let quads = try RDFReader.readAll(bytes: collected, format: .nQuads, file: "output")
        let prefixes = prepared.plan.document.prefixes.map { (prefix: $0.key, namespace: $0.value) }
        try output.write(try RDFWriter.write(quads.sorted(), format: format, prefixes: prefixes))
      }
      validation = try conclude(check, sink, &journal)
    } catch {
      target = output
      throw error
    }
    target = output
    let count = sink.usual.statementCount + sink.targets.reduce(0) { $0 + $1.statementCount }
    return Outcome(
      findings: journal.collector, recordCount: records, statementCount: count,
      validation: validation)
  }

  private func check(
    of prepared: PreparedMapping, _ targets: TargetOutputs
  ) throws(DiagnosedError) -> MapCheck? {
    if shapes.isEmpty { return nil }
    return try MapCheck(
      shapes, of: prepared, base: base, threads: threads, hasGraphs: format != .nTriples,
      targets: targets.writesGraphs, blockSize: checkedBlockSize)
  }

  private func conclude(
    _ check: MapCheck?, _ sink: RoutingSink, _ journal: inout FindingJournal
  ) throws(DiagnosedError) -> ValidationOutcome? {
    guard let validation = try check?.finish() else { return nil }
    let count = sink.targets.reduce(0) { $0 + $1.statementCount }
    if count > 0 {
      journal.add(
        Finding(PipelineRules.targetsNotChecked, at: nil, [.plain("count", count)]))
    }
    let worst = validation.report.results.first { $0.severity == .violation }
    if isStrict, let worst { throw DiagnosedError([try validation.finding(worst)]) }
    return validation
  }
}

/// Where a job writes: a file that appears only when it is whole, standard output or standard error.
struct JobOutput: ~Copyable {
  private var file: AtomicFile?
  private let descriptor: CInt

  init(_ target: URL?, orStandardError: Bool = false) throws(DiagnosedError) {
    descriptor = orStandardError ? STDERR_FILENO : STDOUT_FILENO
    if let target { file = try AtomicFile(target) } else { file = nil }
  }

  mutating func write(_ bytes: [UInt8]) throws(DiagnosedError) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(DiagnosedError) in
      try write(UnsafeRawBufferPointer(bytes))
    }
  }

  mutating func write(_ bytes: UnsafeRawBufferPointer) throws(DiagnosedError) {
    if file != nil { try file?.write(bytes) } else { try print(bytes) }
  }

  consuming func commit() throws(DiagnosedError) {
    if let file = file.take() { try file.commit() }
  }

  private func print(_ bytes: UnsafeRawBufferPointer) throws(DiagnosedError) {
    var start = 0
    while start < bytes.count {
      let written = Foundation.write(
        descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      if written < 0 {
        if errno == EINTR { continue }
        throw DiagnosedError(
          PipelineRules.cannotWrite, at: nil,
          [
            .plain("path", descriptor == STDERR_FILENO ? "standard error" : "standard output"),
            .plain("reason", String(cString: strerror(errno))),
          ])
      }
      start += written
    }
  }
}
