// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Foundation
internal import Mapping

/// What a mapping asks of the term mappings when it runs over its sources.
struct TermUse {
  /// The values without a row, the most frequent first.
  let unmapped: [UnmappedTerm]
  /// Notes on rows that no value needed.
  let unusedRows: [Finding]
  /// What was noted about mapping and terms.
  let notes: [Finding]
  /// The property whose values each list gives, by the list's name.
  let properties: [String: String]

  /// Runs a mapping and keeps only what it looked up.
  ///
  /// - Parameters:
  ///   - mapping: a YARRRML file, or RML in Turtle.
  ///   - terms: SSSOM files.
  ///   - allowedPaths: folders outside of the project that may be read.
  ///   - externals: values for `$(_name)` in the mapping.
  /// - Throws: what ends a run of the mapping.
  init(
    _ mapping: URL, terms: [URL], allowedPaths: [URL], externals: [String: String]
  ) throws(DiagnosedError) {
    let project = ProjectFolder(of: mapping, allowed: allowedPaths)
    var preparation = MappingPreparation(
      project: project,
      defaults: PipelineConfiguration.Source(
        name: "", place: SourcePlace(file: project.name(of: mapping))))
    preparation.hashesFiles = false
    preparation.takesEveryList = true
    preparation.externals = externals
    let prepared = try preparation.prepare(mapping, terms: terms)
    let document = prepared.plan.document
    var executor = MappingExecutor(plan: prepared.plan, inputs: prepared.inputs, base: nil)
    var sink = RoutingSink(writesGraphs: true, targets: document.targets.map { _ in true })
    var journal = FindingJournal()
    try executor.run(into: &sink) { sink, outcome throws(DiagnosedError) in
      journal.add(outcome.findings)
      // The statements themselves are not asked for.
      sink.usual.drain { _ in }
      for index in sink.targets.indices { sink.targets[index].drain { _ in } }
    }
    for record in prepared.records { try record.checkUnchanged() }
    unmapped = journal.unmapped.sorted {
      ($1.count, $0.list, $0.value) < ($0.count, $1.list, $1.value)
    }
    unusedRows = prepared.terms.unusedRows
    notes = prepared.notes
    properties = Self.properties(document)
  }

  private static func properties(_ document: MappingDocument) -> [String: String] {
    var properties: [String: String] = [:]
    for map in document.triplesMaps {
      for pair in map.predicateObjects {
        guard case .constant(let property)? = pair.predicates.first?.expression else { continue }
        for case .term(let object) in pair.objects {
          for list in lists(object.expression) where properties[list] == nil {
            properties[list] = property
          }
        }
      }
    }
    return properties
  }

  // A look-up may stand inside other functions.
  private static func lists(_ expression: Mapping.Expression) -> [String] {
    guard case .function(let call) = expression else { return [] }
    if call.function == FunctionNamespaces.fairway + "term" {
      return call.arguments.compactMap { argument in
        guard argument.parameter == FunctionNamespaces.fairway + "list",
          case .constant(let list) = argument.value
        else { return nil }
        return list
      }
    }
    return call.arguments.flatMap { lists($0.value) }
  }
}
