// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RecordIO

/// A file to read and the name it has in findings.
package struct InputFile: Sendable, Hashable {
  /// Where to open it.
  package let path: String
  /// What findings call it.
  package let name: String

  /// Names a file.
  package init(path: String, name: String) {
    self.path = path
    self.name = name
  }
}

/// The files behind a logical source and how to read them.
package struct SourceInput: Sendable {
  /// The files, in the order they are read.
  package var files: [InputFile]
  /// What they hold.
  package var format: RecordFormat
  /// Texts that mean null.
  package var nullValues: [String]

  /// Describes a source.
  package init(files: [InputFile], format: RecordFormat, nullValues: [String] = []) {
    self.files = files
    self.format = format
    self.nullValues = nullValues
  }
}

/// What came of a batch of records.
package struct BatchOutcome: Sendable {
  /// The index of the source in the plan.
  package let source: Int
  /// What was learned on opening the file.
  package let facts: SourceFacts
  /// The batch's columns.
  package let columns: BatchColumns
  /// The places of the batch's records, by index.
  package let places: [RecordPlace]
  /// The paths that origins of the batch refer to.
  package let valuePaths: [String]
  /// How many records were read; none if the places are those of records that came before.
  package let recordCount: Int
  /// How many records of the batch gave no statement, for whatever reason.
  package let recordsWithoutStatement: Int
  /// How many of those every mapping left out by its condition.
  package let recordsSkipped: Int
  /// How many records the reader reported instead of putting them into the batch.
  package let rejectedRecords: Int
  /// What is wrong with records and values.
  package let findings: [Finding]
  /// The look-ups of terms, if they are taken down.
  package var lookups: [TermLookupNote] = []
  /// The records as they were read, if look-ups are taken down; for the time of the call only.
  package var batch: RecordBatch?
}

extension BatchOutcome {
  /// What is wrong with a source beside the records that are mapped.
  fileprivate init(source: Int, of reader: any RecordReader, onlyFindings findings: [Finding]) {
    self.init(
      source: source, facts: reader.facts, columns: reader.columns, places: [], valuePaths: [],
      recordCount: 0, recordsWithoutStatement: 0, recordsSkipped: 0, rejectedRecords: 0,
      findings: findings)
  }
}

/// Runs a plan over its sources, record by record, into a sink.
package struct MappingExecutor {
  private let plan: MappingPlan
  private let inputs: [SourceInput]
  private let base: String?
  private let threads: Int
  private let joinMemory: Int
  private let joinMatches: Int
  /// Whether look-ups of terms are taken down and batches handed on.
  package var notesLookups = false
  private var indexes: [JoinIndex] = []
  private var gathered = GatheredLists()

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - plan: the compiled mapping.
  ///   - inputs: the files of each source of the plan, by index.
  ///   - base: what relative IRIs out of data are appended to.
  ///   - threads: how many batches are mapped at the same time, at least 1.
  ///   - joinMemory: the bytes of a join's index that stay in memory; the others are on disk.
  ///   - joinMatches: how many matches a join may be expected to have.
  package init(
    plan: MappingPlan, inputs: [SourceInput], base: String? = nil, threads: Int = 1,
    joinMemory: Int = RunLimits.joinMemory, joinMatches: Int = RunLimits.joinMatches
  ) {
    precondition(inputs.count == plan.sources.count)
    self.plan = plan
    self.inputs = inputs
    self.base = base
    self.threads = threads
    self.joinMemory = joinMemory
    self.joinMatches = joinMatches
  }

  /// Reads every source and gives all statements to `sink`, batch by batch.
  ///
  /// - Parameters:
  ///   - sink: takes the statements.
  ///   - deliver: called after each batch, once for a file without records, and for findings that
  ///     belong to no batch, such as faulty join keys; may empty the sink.
  /// - Throws: what makes a file unreadable, and what `deliver` throws.
  package mutating func run<Sink: StatementSink>(
    into sink: inout Sink,
    deliver: (inout Sink, BatchOutcome) throws(DiagnosedError) -> Void
  ) throws(DiagnosedError) {
    indexes = []
    gathered = GatheredLists()
    sink.prepare(for: plan)
    for join in plan.joins {
      indexes.append(try index(join, into: &sink, deliver: deliver))
    }
    try checkEstimates()
    for source in plan.sources.indices where !plan.sources[source].maps.isEmpty {
      for file in inputs[source].files {
        try map(file, of: source, into: &sink, deliver: deliver)
      }
    }
    try writeGathered(into: &sink, deliver: deliver)
  }

  // Each list is a delivery of its own, so that its statements have the place of the record that began
  // it.
  private func writeGathered<Sink: StatementSink>(
    into sink: inout Sink,
    deliver: (inout Sink, BatchOutcome) throws(DiagnosedError) -> Void
  ) throws(DiagnosedError) {
    var annotations = plan.annotations
    for list in gathered.lists {
      var twin = sink.emptyTwin()
      let origin = SinkOrigin(
        record: 0, objectMap: 0, column: -1, place: 0, targets: list.targets, path: 0)
      let graph = list.graph?.sinkTerm(&annotations)
      var subject: OwnedTerm?
      list.forEachStatement { cell, predicate, object in
        if subject != cell { twin.begin(subject: cell.sinkTerm(&annotations)) }
        subject = cell
        twin.statement(
          predicate: predicate.sinkTerm(&annotations), object: object.sinkTerm(&annotations),
          graph: graph, origin: origin)
      }
      twin.endMap()
      try sink.absorb(&twin)
      try deliver(
        &sink,
        BatchOutcome(
          source: list.source, facts: list.facts, columns: list.columns, places: [list.place],
          valuePaths: [], recordCount: 0, recordsWithoutStatement: 0, recordsSkipped: 0,
          rejectedRecords: 0,
          findings: []))
    }
  }

  // Batches are read in turn, mapped side by side, and delivered in the order read, so that the
  // statements and findings are the same for any number of lanes.
  private mutating func map<Sink: StatementSink>(
    _ file: InputFile, of source: Int, into sink: inout Sink,
    deliver: (inout Sink, BatchOutcome) throws(DiagnosedError) -> Void
  ) throws(DiagnosedError) {
    let reader = try open(file, of: source)
    var found = [Bool](repeating: false, count: reader.columns.names.count)
    var recordCount = 0
    let (plan, base, indexes, notesLookups) = (plan, base, indexes, notesLookups)
    let lanes = MappingLanes(count: threads > 1 ? 2 * threads : 1) {
      var evaluator = RecordEvaluator(plan: plan, columns: reader.columns, base: base)
      evaluator.notesLookups = notesLookups
      return MappingLane(evaluator, sink: sink.emptyTwin())
    }
    try lanes.run(
      reader, threads: threads,
      map: { $0.run(plan.sources[source], number: source, indexes) },
      deliver: { (lane) throws(DiagnosedError) in
        if let error = lane.failure { throw error }
        lane.note(&found)
        recordCount += lane.evaluator.batch.recordCount
        try gathered.add(
          lane.parts, source: source, facts: reader.facts, lane.evaluator.batch)
        try sink.absorb(&lane.sink)
        try deliver(&sink, lane.outcome(source: source, facts: reader.facts))
      })
    let unused = recordCount == 0 ? [] : unusedReferences(found, source, file)
    if !unused.isEmpty {
      try deliver(&sink, BatchOutcome(source: source, of: reader, onlyFindings: unused))
    }
  }

  // A path that never matched is as likely a spelling mistake as a wrong column name is.
  private func unusedReferences(_ found: [Bool], _ source: Int, _ file: InputFile) -> [Finding] {
    zip(plan.sources[source].references, found).compactMap { reference, wasFound in
      wasFound
        ? nil
        : Finding(
          MappingRules.unusedReference, at: SourcePlace(file: file.name),
          [.plain("file", file.name), .plain("reference", reference.text)],
          related: [RelatedPlace("mapping rule", reference.place)])
    }
  }

  private func open(_ file: InputFile, of source: Int) throws(DiagnosedError) -> any RecordReader {
    try open(file, of: source, references: plan.sources[source].references)
  }

  // A view reads its source with references of its own.
  private func open(
    _ file: InputFile, of source: Int, references: [PlannedReference]
  ) throws(DiagnosedError) -> any RecordReader {
    let input = inputs[source]
    if let view = plan.sources[source].view {
      let base = try open(file, of: view.source, references: view.top.references)
      var joins: [ViewJoinIndex] = []
      for join in view.joins {
        var readers: [any RecordReader] = []
        for other in inputs[join.parent].files {
          readers.append(try open(other, of: join.parent, references: join.other.references))
        }
        joins.append(
          try ViewJoinIndex(join, keyCount: view.keys.count, plan: plan, readers: readers))
      }
      let bytes =
        joins.isEmpty || FileExtent.isCompressed(file.path)
        ? 0 : FileExtent(path: file.path).bytes
      return LogicalViewReader(
        view, base: base, references: references.map(\.text), joins: joins, plan: plan,
        expected: (bytes, joinMatches))
    }
    do throws(DiagnosedError) {
      return try RecordReaders.open(
        file.path, name: file.name, format: input.format,
        references: references.map(\.text), nullValues: input.nullValues)
    } catch {
      throw DiagnosedError(
        error.findings.map { located($0, references, plan.sources[source].logical) })
    }
  }

  // A reference or iterator that the reader refuses is a fault of the mapping: its place is the
  // mapping's line.
  private func located(
    _ finding: Finding, _ references: [PlannedReference], _ source: LogicalSource
  ) -> Finding {
    guard case .plain(let text)? = finding.argument("reference") ?? finding.argument("path") else {
      return finding
    }
    let reference = references.first { $0.text == text }?.place
    let iterator = text == source.iterator ? source.place : nil
    guard let place = reference ?? iterator else { return finding }
    var located = finding
    if let file = finding.place { located.related.insert(RelatedPlace("file", file), at: 0) }
    located.place = place
    return located
  }
}

// MARK: - Joins

extension MappingExecutor {
  private func index<Sink: StatementSink>(
    _ join: PlannedJoin, into sink: inout Sink,
    deliver: (inout Sink, BatchOutcome) throws(DiagnosedError) -> Void
  ) throws(DiagnosedError) -> JoinIndex {
    let index = JoinIndex(memoryLimit: joinMemory)
    for (number, parent) in join.parents.enumerated() {
      // Parents that differ in their subject only have the same keys.
      let isReported = !join.parents[..<number].contains { $0.source == parent.source }
      for file in inputs[parent.source].files {
        let reader = try open(file, of: parent.source)
        var evaluator = RecordEvaluator(plan: plan, columns: reader.columns, base: base)
        var findings: [Finding] = []
        while try reader.read(into: &evaluator.batch, findings: &findings) {
          findings.removeAll()
          for record in 0..<evaluator.batch.recordCount {
            evaluator.select(record)
            findings += try add(parent, to: index, &evaluator)
          }
          if isReported, !findings.isEmpty {
            try deliver(
              &sink, BatchOutcome(source: parent.source, of: reader, onlyFindings: findings))
          }
          findings.removeAll()
          if index.byteCount > JoinIndex.byteLimit {
            throw DiagnosedError(
              MappingRules.joinTooLarge, at: SourcePlace(file: file.name),
              [.plain("mapping", join.parentName), .plain("limit", JoinIndex.byteLimit)])
          }
        }
      }
    }
    return index
  }

  // A join that would make far too much is told before hours of work and a full disk.
  private func checkEstimates() throws(DiagnosedError) {
    if plan.joins.isEmpty { return }
    for (number, source) in plan.sources.enumerated() where canBeReadTwice(number) {
      let extents = inputs[number].files.map { FileExtent(path: $0.path) }
      let bytes = extents.reduce(0) { $0 + $1.bytes }
      let uses = JoinUse.all(in: source, origins: plan.origins).filter { use in
        let longest = indexes[use.join].longestChain
        // A record takes a byte at least; those of a view are made of others.
        let isHarmless = Double(longest) * Double(bytes) <= Double(joinMatches)
        return longest > 1 && (source.view != nil || !isHarmless)
      }
      if uses.isEmpty { continue }
      var sample = JoinSample(uses)
      for (file, extent) in zip(inputs[number].files, extents)
      where !sample.isComplete {
        // What makes a file unreadable is said when its turn comes.
        guard let reader = try? open(file, of: number) else { break }
        let evaluator = RecordEvaluator(plan: plan, columns: reader.columns, base: base)
        guard (try? sample.read(reader, evaluator, (file.path, extent), indexes)) != nil else {
          break
        }
      }
      if let finding = sample.finding(of: bytes, limit: joinMatches, plan) {
        throw DiagnosedError([finding])
      }
    }
  }

  // Whether a sample of a source takes nothing away, be it of a file that a view joins.
  private func canBeReadTwice(_ source: Int) -> Bool {
    let others = plan.sources[source].view.map { [$0.source] + $0.joins.map(\.parent) } ?? []
    return inputs[source].files.allSatisfy { FileExtent(path: $0.path).canBeReadTwice }
      && others.allSatisfy { canBeReadTwice($0) }
  }

  // Returns what is wrong with the keys; all else is reported when the parent itself is mapped.
  private func add(
    _ parent: PlannedParent, to index: JoinIndex, _ evaluator: inout RecordEvaluator
  ) throws(DiagnosedError) -> [Finding] {
    defer { evaluator.findings.removeAll() }
    guard evaluator.isTrue(parent.condition) else { return [] }
    var subjects: [TermValue] = []
    evaluator.terms(parent.subject, into: &subjects)
    evaluator.findings.removeAll()
    for key in evaluator.joinKeys(parent.keys) {
      for subject in subjects {
        try index.add(
          evaluator.bytes(subject.value), isBlankNode: subject.kind == .blankNode, key: key[...])
      }
    }
    return evaluator.findings
  }
}
