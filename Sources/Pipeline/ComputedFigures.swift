// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
internal import Mapping
internal import RDFModel
internal import Reports

/// The figures of a description with what they come from, as reports show them.
struct ComputedFigures {
  let records: HarmonisedRecords
  let prepared: PreparedMapping
  let knowledge: Knowledge
  let description: DatasetDescription

  /// More files of one source than this are counted instead of named.
  private static let fileLimit = 3

  /// The counts that are published, the most looked at first.
  var counts: [Reports.PublishedCount] {
    [
      ("individuals", Namespace.healthdcatap.numberOfUniqueIndividuals),
      ("imaging studies", Namespace.healthdcatap.numberOfRecords),
    ].map { label, property in
      let value = records.summary.value(of: property)
      if case .count(let count)? = value { return PublishedCount(label, count.value) }
      return PublishedCount(label, nil)
    }
  }

  /// Every computed property.
  var properties: [ComputedProperty] {
    let outline = prepared.plan.outline
    return records.summary.properties.map { property($0, outline) }
  }

  private func property(
    _ measured: MeasuredProperty, _ outline: [MappedSubject]
  ) -> ComputedProperty {
    let measure = measured.measure
    let values = values(measured.value)
    let sources = [measure.countedClass].compactMap(\.self) + measure.properties + measure.person
    return ComputedProperty(
      measure.label, iri: measure.property, values: values,
      records: measured.basis.records.map { .init($0) },
      people: measured.basis.people.map { .init($0) },
      leftOut: measured.basis.leftOut > 0 ? .init(measured.basis.leftOut) : nil,
      sources: unique(sources).map(label), columns: columns(measure, outline),
      rule: measure.rule.name, words: measure.rule.words, isHeld: measured.basis.isHeld,
      isWritten: isWritten(measured, values))
  }

  // The description then says something else than the records.
  private func isWritten(_ measured: MeasuredProperty, _ values: [String]) -> Bool {
    let stated = description.quads.contains {
      $0.subject == .iri(description.iri) && $0.predicate == .iri(measured.property)
    }
    if case .variables(let tables) = measured.value {
      let first = tables.first.map { VariableTable.iri($0.name, of: description.iri) }
      return stated && !description.quads.contains { $0.subject.value == first }
    }
    return stated && values.isEmpty
  }

  private func values(_ value: MeasuredValue) -> [String] {
    switch value {
    case .none, .count(.withheld): []
    case .count(.rounded(let count)): ["\(count)"]
    case .concepts(let concepts): concepts.map(label)
    case .texts(let texts): texts
    case .years(let years): ["\(years)"]
    case .yearInterval(let first, let last): ["\(first) to \(last)"]
    case .length(let nanometres): [DatasetDescription.metres(nanometres)]
    case .flag(let flag): [flag ? "yes" : "no"]
    case .variables(let tables):
      tables.map { table in
        "\(table.name) (\(table.columns.count) \(table.columns.count == 1 ? "column" : "columns"))"
      }
    }
  }

  private func label(_ iri: String) -> String {
    let labels = [Namespace.skos.prefLabel, Namespace.rdfs.label].flatMap {
      knowledge.concepts.objects(of: .iri(iri), .iri($0))
    }
    return (labels.first { $0.language.hasPrefix("en") } ?? labels.first)?.value
      ?? String(iri.split(whereSeparator: { "/#".contains($0) }).last ?? "")
  }

  // The columns that the read properties are made of, and those that name the counted records.
  private func columns(_ measure: Measure, _ outline: [MappedSubject]) -> [SourceColumns] {
    let wanted = Set(measure.properties)
    var columns: [(file: String, references: [String])] = []
    for subject in outline {
      var references = subject.properties.filter { wanted.contains($0.iri) }.flatMap(\.references)
      if let name = measure.countedClass, subject.classes.contains(name) {
        references += subject.references
      }
      guard !references.isEmpty else { continue }
      let file = file(subject.source)
      if let index = columns.firstIndex(where: { $0.file == file }) {
        columns[index].references += references
      } else {
        columns.append((file, references))
      }
    }
    return columns.map { SourceColumns(file: $0.file, columns: unique($0.references)) }
  }

  private func file(_ source: Int) -> String {
    let files = prepared.inputs[source].files.map(\.name)
    guard files.count > Self.fileLimit, let first = files.first else {
      return files.joined(separator: ", ")
    }
    return "\(first) and \(files.count - 1) more"
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
