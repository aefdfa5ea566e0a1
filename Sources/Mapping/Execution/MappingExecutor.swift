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
  /// How many records of the batch gave no statement, for whatever reason.
  package let recordsWithoutStatement: Int
  /// How many of those every mapping left out by its condition.
  package let recordsSkipped: Int
  /// How many records the reader reported instead of putting them into the batch.
  package let rejectedRecords: Int
  /// What is wrong with records and values.
  package let findings: [Finding]
}

extension BatchOutcome {
  /// What is wrong with records that are not mapped here.
  fileprivate init(source: Int, of reader: any RecordReader, onlyFindings findings: [Finding]) {
    self.init(
      source: source, facts: reader.facts, columns: reader.columns, places: [], valuePaths: [],
      recordsWithoutStatement: 0, recordsSkipped: 0, rejectedRecords: 0, findings: findings)
  }
}

/// Runs a plan over its sources, record by record, into a sink.
package struct MappingExecutor {
  private let plan: MappingPlan
  private let inputs: [SourceInput]
  private let base: String?
  private var indexes: [JoinIndex] = []

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - plan: the compiled mapping.
  ///   - inputs: the files of each source of the plan, by index.
  ///   - base: what relative IRIs out of data are appended to.
  package init(plan: MappingPlan, inputs: [SourceInput], base: String? = nil) {
    precondition(inputs.count == plan.sources.count)
    self.plan = plan
    self.inputs = inputs
    self.base = base
  }

  /// Reads every source and gives all statements to `sink`, batch by batch.
  ///
  /// - Parameters:
  ///   - sink: takes the statements.
  ///   - deliver: called after each batch, once for a file without records, and for batches whose join
  ///     keys are faulty; may empty the sink.
  /// - Throws: what makes a file unreadable, and what `deliver` throws.
  package mutating func run<Sink: StatementSink>(
    into sink: inout Sink,
    deliver: (inout Sink, BatchOutcome) throws(DiagnosedError) -> Void
  ) throws(DiagnosedError) {
    indexes = []
    for join in plan.joins {
      indexes.append(try index(join, into: &sink, deliver: deliver))
    }
    for source in plan.sources.indices where !plan.sources[source].maps.isEmpty {
      for file in inputs[source].files {
        try map(file, of: source, into: &sink, deliver: deliver)
      }
    }
  }

  private func map<Sink: StatementSink>(
    _ file: InputFile, of source: Int, into sink: inout Sink,
    deliver: (inout Sink, BatchOutcome) throws(DiagnosedError) -> Void
  ) throws(DiagnosedError) {
    let reader = try open(file, of: source)
    var evaluator = RecordEvaluator(plan: plan, columns: reader.columns, base: base)
    var found = [Bool](repeating: false, count: reader.columns.names.count)
    var recordCount = 0
    var isFirst = true
    var hasMore = true
    while hasMore {
      evaluator.findings.removeAll()
      hasMore = try reader.read(into: &evaluator.batch, findings: &evaluator.findings)
      if !hasMore, recordCount > 0 { evaluator.findings += unusedReferences(found, source, file) }
      guard hasMore || isFirst || !evaluator.findings.isEmpty else { break }
      isFirst = false
      var silent = 0
      var skipped = 0
      for record in 0..<evaluator.batch.recordCount {
        note(record, evaluator.batch, in: &found)
        let count = try statements(of: record, source: source, &evaluator, into: &sink)
        if count ?? 0 == 0 { silent += 1 }
        if count == nil { skipped += 1 }
      }
      recordCount += evaluator.batch.recordCount
      try deliver(
        &sink,
        BatchOutcome(
          source: source, facts: reader.facts, columns: reader.columns,
          places: evaluator.batch.places, valuePaths: evaluator.batch.valuePaths,
          recordsWithoutStatement: silent, recordsSkipped: skipped,
          rejectedRecords: reader.rejectedCount, findings: evaluator.findings))
    }
  }

  private func note(_ record: Int, _ batch: RecordBatch, in found: inout [Bool]) {
    for column in found.indices where !found[column] {
      found[column] = batch.cell(record, column).state != .absent
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
    let input = inputs[source]
    do throws(DiagnosedError) {
      return try RecordReaders.open(
        file.path, name: file.name, format: input.format,
        references: plan.sources[source].references.map(\.text), nullValues: input.nullValues)
    } catch {
      throw DiagnosedError(error.findings.map { located($0, source: source) })
    }
  }

  // A reference or iterator that the reader refuses is a fault of the mapping: its place is the
  // mapping's line.
  private func located(_ finding: Finding, source: Int) -> Finding {
    let source = plan.sources[source]
    guard case .plain(let text)? = finding.argument("reference") ?? finding.argument("path") else {
      return finding
    }
    let reference = source.references.first { $0.text == text }?.place
    let iterator = text == source.logical.iterator ? source.logical.place : nil
    guard let place = reference ?? iterator else { return finding }
    var located = finding
    if let file = finding.place { located.related.insert(RelatedPlace("file", file), at: 0) }
    located.place = place
    return located
  }
}

// MARK: - Statements

extension MappingExecutor {
  // The number of statements made, nil if every map's condition left the record out.
  private func statements<Sink: StatementSink>(
    of record: Int, source: Int, _ evaluator: inout RecordEvaluator, into sink: inout Sink
  ) throws(DiagnosedError) -> Int? {
    evaluator.select(record)
    var count: Int?
    for map in plan.sources[source].maps where evaluator.isTrue(map.condition) {
      count = count ?? 0
      var subjects: [TermValue] = []
      let before = evaluator.findings.count
      evaluator.terms(map.subject, into: &subjects)
      if subjects.isEmpty, evaluator.findings.count == before {
        evaluator.reportNoSubject(map)
      }
      guard !subjects.isEmpty else { continue }
      let graphs = map.graphs.isEmpty ? nil : Self.terms(map.graphs, &evaluator)
      for (index, subject) in subjects.enumerated() {
        let before = evaluator.findings.count
        // What is wrong with the record's values is so for all subjects, and said once.
        defer { if index > 0 { evaluator.findings.removeSubrange(before...) } }
        sink.begin(subject: evaluator.sinkTerm(subject))
        for predicateObject in map.predicateObjects
        where evaluator.isTrue(predicateObject.condition) {
          count? += try statements(
            predicateObject, graphs: graphs, record: record, &evaluator, into: &sink)
        }
      }
    }
    return count
  }

  // Graphs are nil if the owner names none; a graph that is named but null takes the statement along.
  private func statements<Sink: StatementSink>(
    _ map: PlannedPredicateObject, graphs: [TermValue]?, record: Int,
    _ evaluator: inout RecordEvaluator, into sink: inout Sink
  ) throws(DiagnosedError) -> Int {
    let predicates = Self.terms(map.predicates, &evaluator)
    guard !predicates.isEmpty else { return 0 }
    var names: [SinkTerm?] = [nil]
    if graphs != nil || !map.graphs.isEmpty {
      let own = Self.terms(map.graphs, &evaluator)
      names = ((graphs ?? []) + own).map { evaluator.graphName($0) }
    }
    var count = 0
    for object in map.objects {
      let (objects, number) = try terms(of: object, &evaluator)
      for object in objects {
        let origin = SinkOrigin(
          record: record, objectMap: number, column: object.value.column,
          place: object.value.place, path: object.value.path)
        for predicate in predicates {
          for graph in names {
            sink.statement(
              predicate: evaluator.sinkTerm(predicate), object: evaluator.sinkTerm(object),
              graph: graph, origin: origin)
            count += 1
          }
        }
      }
    }
    return count
  }

  private static func terms(
    _ maps: [PlannedTerm], _ evaluator: inout RecordEvaluator
  ) -> [TermValue] {
    var terms: [TermValue] = []
    for map in maps { evaluator.terms(map, into: &terms) }
    return terms
  }

  private func terms(
    of object: PlannedObject, _ evaluator: inout RecordEvaluator
  ) throws(DiagnosedError) -> ([TermValue], UInt32) {
    var terms: [TermValue] = []
    switch object {
    case .term(let map, let origin):
      evaluator.terms(map, into: &terms)
      return (terms, origin)
    case .sameRecord(let map, let condition, let origin):
      if evaluator.isTrue(condition) { evaluator.terms(map, into: &terms) }
      return (terms, origin)
    case .joined(let join, let keys, let origin):
      for key in evaluator.joinKeys(keys) {
        let matches = indexes[join].subjects(for: key[...])
        if matches.count > JoinIndex.fanOutLimit {
          throw DiagnosedError(
            MappingRules.joinFanOut, at: evaluator.batch.place(record: evaluator.record),
            [
              .plain("limit", JoinIndex.fanOutLimit),
              .plain("mapping", plan.joins[join].parentName),
            ])
        }
        for match in matches {
          terms.append(
            TermValue(
              value: evaluator.adopt(match.bytes), kind: match.isBlankNode ? .blankNode : .iri,
              annotation: AnnotationID(rawValue: 0)))
        }
      }
      return (terms, origin)
    }
  }

  private func index<Sink: StatementSink>(
    _ join: PlannedJoin, into sink: inout Sink,
    deliver: (inout Sink, BatchOutcome) throws(DiagnosedError) -> Void
  ) throws(DiagnosedError) -> JoinIndex {
    var index = JoinIndex()
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
            findings += add(parent, to: &index, &evaluator)
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

  // Returns what is wrong with the keys; all else is reported when the parent itself is mapped.
  private func add(
    _ parent: PlannedParent, to index: inout JoinIndex, _ evaluator: inout RecordEvaluator
  ) -> [Finding] {
    defer { evaluator.findings.removeAll() }
    guard evaluator.isTrue(parent.condition) else { return [] }
    var subjects: [TermValue] = []
    evaluator.terms(parent.subject, into: &subjects)
    evaluator.findings.removeAll()
    for key in evaluator.joinKeys(parent.keys) {
      for subject in subjects {
        index.add(
          evaluator.bytes(subject.value), isBlankNode: subject.kind == .blankNode, key: key[...])
      }
    }
    return evaluator.findings
  }
}

extension RecordEvaluator {
  /// A term as sinks take it.
  func sinkTerm(_ term: TermValue) -> SinkTerm {
    SinkTerm(
      kind: term.kind, bytes: bytes(term.value),
      annotation: term.kind == .literal ? annotations[term.annotation] : nil)
  }

  /// The join keys of the selected record: one for each combination of its values; none with a null.
  mutating func joinKeys(_ expressions: [PlannedExpression]) -> [[UInt8]] {
    let choices = expressions.map { expression in
      var values: [Value] = []
      evaluate(expression, isIRI: false, into: &values)
      return values
    }
    guard let combinations = combinations(choices.map(\.count)) else { return [] }
    return (0..<combinations.count).map { number in
      var key: [UInt8] = []
      for (choice, pick) in zip(choices, combinations.picks(number)) {
        withUnsafeBytes(of: choice[pick].count.littleEndian) { key += $0 }
        key += bytes(choice[pick])
      }
      return key
    }
  }

  /// A graph's name as sinks take it; `nil` for the names that stand for the default graph.
  func graphName(_ term: TermValue) -> SinkTerm? {
    let name = sinkTerm(term)
    return Self.defaultGraphs.contains { name.bytes.elementsEqual($0.utf8) } ? nil : name
  }

  // RML-Core §Graph maps; R2RML §7.2.
  private static let defaultGraphs = [
    "http://w3id.org/rml/defaultGraph", "http://www.w3.org/ns/r2rml#defaultGraph",
  ]

  /// Reports that a record gives no subject.
  mutating func reportNoSubject(_ map: PlannedMap) {
    let column = map.subject.columns.first {
      batch.values(record, $0).allSatisfy { $0.length == 0 }
    }
    let place =
      column.map { batch.place(record: record, column: $0, value: batch.cell(record, $0)) }
      ?? batch.place(record: record)
    findings.append(
      Finding(
        MappingRules.noSubject, at: place,
        [
          .plain("column", column.map { batch.columns.names[$0] } ?? "the identifier"),
          .plain("mapping", map.name),
        ],
        related: [RelatedPlace("mapping rule", map.place)]))
  }
}
