// SPDX-License-Identifier: Apache-2.0

package import Catalogue
package import Diagnostics
internal import Mapping
package import RDFModel
package import RecordIO

/// What a dataset's records came to: the value between mapping and validation.
package struct HarmonisedRecords: Sendable {
  /// The harmonised statements; origins point into ``origins``.
  package let graph: Graph
  /// Where each statement comes from.
  package let origins: OriginTable
  /// What the records say about the dataset as a whole.
  package let summary: DatasetSummary
  /// What was learned about the files on opening them.
  package let facts: [SourceFacts]
  /// The columns of each file that no rule reads, for files with a header.
  package let unusedColumns: [(file: String, columns: [String])]
  /// What became of coded values.
  package let coded: CodedValues
  /// The records read.
  package let recordCount: Int
  /// The records that gave at least one statement.
  package let mappedCount: Int
  /// The records that every mapping left out by its condition.
  package let skippedCount: Int
}

/// Reads and maps a dataset's records, and summarises them on the way.
package struct RecordStage {
  private let prepared: PreparedMapping
  private let measures: MeasureSet
  private let model: RecordModel
  private let hierarchy: ConceptHierarchy
  private let previous: PublishedFigures?
  private let threads: Int
  private let progress: @Sendable (Int) -> Void

  /// Prepares the stage.
  ///
  /// - Parameters:
  ///   - prepared: mapping and files.
  ///   - measures: what the description computes from the records.
  ///   - model: which properties hold concepts.
  ///   - hierarchy: which concepts are broader than others.
  ///   - previous: what was published of the dataset before; `nil` if nothing was.
  ///   - threads: how many batches are mapped at the same time.
  ///   - progress: told the number of records read so far.
  package init(
    _ prepared: PreparedMapping, measures: MeasureSet, model: RecordModel,
    hierarchy: ConceptHierarchy, previous: PublishedFigures?, threads: Int,
    progress: @escaping @Sendable (Int) -> Void
  ) {
    self.hierarchy = hierarchy
    self.previous = previous
    self.threads = threads
    self.prepared = prepared
    self.measures = measures
    self.model = model
    self.progress = progress
  }

  /// Reads everything.
  ///
  /// - Parameter journal: takes what is wrong with single records and values.
  /// - Returns: the harmonised records.
  /// - Throws: what makes a file unreadable.
  package func run(_ journal: inout FindingJournal) throws(DiagnosedError) -> HarmonisedRecords {
    var executor = MappingExecutor(
      plan: prepared.plan, inputs: prepared.inputs, threads: threads)
    executor.notesLookups = true
    var coded = CodedValues(model, plan: prepared.plan)
    var sink = BatchSink()
    var builder = GraphBuilder()
    var origins = OriginTable(plan: prepared.plan)
    var summariser = Summariser(measures: measures)
    var facts: [SourceFacts] = []
    var files: Set<String> = []
    var counts = (read: 0, mapped: 0, skipped: 0)
    try executor.run(into: &sink) { sink, outcome throws(DiagnosedError) in
      // A file that several sources read is one file.
      if facts.last?.file != outcome.facts.file, files.insert(outcome.facts.file).inserted {
        facts.append(outcome.facts)
      }
      journal.add(outcome.findings)
      let first = try origins.add(outcome, sink.statements.lazy.map(\.origin.ofStatement))
      for (index, statement) in sink.statements.enumerated() {
        builder.add(statement.triple, origin: first + UInt32(index))
      }
      coded.add(outcome, sink.statements, first: first, terms: sink.terms)
      summariser.add(sink.statements.map(\.triple), terms: sink.terms)
      sink.statements.removeAll(keepingCapacity: true)
      counts.read += outcome.recordCount + outcome.rejectedRecords
      counts.mapped += outcome.recordCount - outcome.recordsWithoutStatement
      counts.skipped += outcome.recordsSkipped
      progress(counts.read)
    }
    builder.terms = sink.terms
    var findings: [Finding] = []
    let summary = summariser.summary(
      terms: sink.terms, variables: MappedVariables(prepared.plan, model: model).tables,
      previous: previous, broader: hierarchy.broader, findings: &findings)
    journal.add(findings)
    return HarmonisedRecords(
      graph: builder.build(), origins: origins, summary: summary, facts: facts,
      unusedColumns: unusedColumns(facts), coded: coded, recordCount: counts.read,
      mappedCount: counts.mapped, skippedCount: counts.skipped)
  }

  // A file may be read by several sources; a column is unused when none of them reads it.
  private func unusedColumns(_ facts: [SourceFacts]) -> [(file: String, columns: [String])] {
    var unused: [(file: String, columns: [String])] = []
    for fact in facts
    where !fact.header.isEmpty && !unused.contains(where: { $0.file == fact.file }) {
      var read: Set<String> = []
      for (source, input) in zip(prepared.plan.sources, prepared.inputs)
      where input.files.contains(where: { $0.name == fact.file }) {
        read.formUnion(source.references.map(\.text))
      }
      let columns = fact.header.filter { !$0.isEmpty && !read.contains($0) }
      if !columns.isEmpty { unused.append((fact.file, columns)) }
    }
    return unused
  }
}
