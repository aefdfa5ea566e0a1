// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation
internal import RDFIO
internal import Terminology

/// Makes a first mapping and term mapping of a provider's template: what `fairway terms from-template`
/// does.
package struct TemplateJob: Sendable {
  /// What came of a job.
  package struct Outcome: Sendable {
    /// What could not be made out.
    package var findings: [Finding] = []
    /// The files written.
    package var files: [URL] = []
    /// How many variables the template has, and how many found a property.
    package var variables = (all: 0, mapped: 0)
    /// How many value correspondences there are, and how many found a concept for certain.
    package var values = (all: 0, certain: 0)
  }

  /// The template.
  package var template: URL
  /// The folder to write to.
  package var output: URL
  /// The data that the mapping is to read, relative to the folder.
  package var data: String
  /// What the subjects' IRIs begin with.
  package var base = "https://data.example.org/"
  /// Vocabularies by file; those imported when empty.
  package var vocabularies: [URL] = []
  /// Where imported vocabularies stand.
  package var shelf = VocabularyShelf()
  /// Who runs the program; empty for nobody.
  package var author = ""
  /// The day, YYYY-MM-DD.
  package var date = ""

  /// Describes a job.
  ///
  /// - Parameters:
  ///   - template: a provider's template, CSV.
  ///   - output: the folder to write to.
  package init(_ template: URL, output: URL) {
    self.template = template
    self.output = output
    data = template.deletingPathExtension().lastPathComponent + ".data.csv"
  }

  /// Reads the template and writes `NAME.yarrrml.yaml` and `NAME.sssom.tsv`.
  ///
  /// - Throws: a file that is no template, or files that cannot be written.
  package func run() throws(DiagnosedError) -> Outcome {
    var outcome = Outcome()
    let stem = template.deletingPathExtension().lastPathComponent
    let mapping = output.appending(path: "\(stem).yarrrml.yaml")
    let sssom = output.appending(path: "\(stem).sssom.tsv")
    for file in [mapping, sssom] where FileManager.default.fileExists(atPath: file.path) {
      throw DiagnosedError(
        VocabularyRules.outputExists, at: nil, [.plain("path", file.relativePath)])
    }
    let name = template.relativePath
    let read = try ProviderTemplate(
      bytes: try RDFReader.contents(of: template.path, displayName: name), file: name,
      notes: &outcome.findings)
    let plan = TemplatePlan(read, try ModelProperties())
    outcome.findings += plan.findings
    outcome.variables = (read.variables.count, plan.columns.count)
    let terms = try self.terms(plan, &outcome)
    try AtomicFile.write(
      Array(TemplateMapping(plan, data: data, base: base).text.utf8), to: mapping)
    try AtomicFile.write(terms.bytes, to: sssom)
    outcome.files = [mapping, sssom]
    return outcome
  }

  private func terms(
    _ plan: TemplatePlan, _ outcome: inout Outcome
  ) throws(DiagnosedError) -> SSSOMDocument {
    let suggesters = try shelf.suggesters(over: vocabularies)
    var document = SSSOMDocument(
      id: base + "mapping-set/\(template.deletingPathExtension().lastPathComponent)",
      prefixes: SSSOMDocument.usualPrefixes)
    for column in plan.columns where column.property.isCoded {
      let context = SuggestionContext(
        column.property.iri, root: column.property.valueClass)
      for correspondence in column.values {
        outcome.values.all += 1
        let found = suggesters.flatMap { $0.suggest(correspondence.meaning, context) }
          .sorted { ($1.score, $0.iri) < ($0.score, $1.iri) }
        guard let first = found.first else {
          outcome.findings.append(Self.unknown(correspondence, column))
          continue
        }
        if first.isCertain(among: found) { outcome.values.certain += 1 }
        document.append(
          value: correspondence.value, list: column.list, first, author: author, date: date)
      }
    }
    return document
  }

  private static func unknown(
    _ correspondence: ProviderTemplate.Correspondence, _ column: TemplatePlan.Column
  ) -> Finding {
    Finding(
      VocabularyRules.templateCell, at: correspondence.place,
      [
        .plain("problem", "No concept comes near what the value stands for"),
        .plain("column", column.variable.name),
        .plain("remedy", "Name the concept by its label or its code, as M = EUCAIM:COM1001366."),
      ])
  }
}

extension TermSuggestion {
  /// Whether no other proposal is as good.
  fileprivate func isCertain(among found: [TermSuggestion]) -> Bool {
    score >= 0.9 && membership == .yes
      && !found.contains { $0.iri != iri && $0.score > score - 0.02 }
  }
}
