// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Reads one measure.
struct MeasureReader {
  let graph: Graph
  let subject: Term
  let file: String

  private func objects(_ name: String) -> [Term] {
    graph.objects(of: subject, .iri(Namespace.fwm[name]))
  }

  func iri(_ name: String) -> String? { objects(name).first { $0.isIRI }?.value }

  private func iris(_ name: String) throws(DiagnosedError) -> [String] {
    let iris = objects(name).filter(\.isIRI).map(\.value).sorted()
    guard !iris.isEmpty else { throw fault("has no fwm:\(name) that is an IRI") }
    return iris
  }

  private func required(_ name: String) throws(DiagnosedError) -> String {
    guard let iri = iri(name) else { throw fault("has no fwm:\(name) that is an IRI") }
    return iri
  }

  private func number(_ name: String) throws(DiagnosedError) -> Int {
    guard let text = objects(name).first?.value, let number = Int(text), number > 0 else {
      throw fault("has no fwm:\(name) that is a whole number from 1")
    }
    return number
  }

  // The rank may be raised in the file, never lowered: below 5 a value could point at one person.
  private func rank() throws(DiagnosedError) -> Int {
    let rank = try number("rank")
    guard rank >= SmallCounts.smallestPublished else {
      throw fault("has an fwm:rank below \(SmallCounts.smallestPublished)")
    }
    return rank
  }

  private func fault(_ problem: String) -> DiagnosedError {
    DiagnosedError(
      CatalogueRules.measureUnreadable, at: SourcePlace(file: file),
      [.plain("measure", subject.value), .plain("problem", problem)])
  }

  private func text(_ subject: Term, _ property: String) -> String? {
    graph.objects(of: subject, .iri(property)).first?.value
  }

  func measure() throws(DiagnosedError) -> Measure {
    let (type, method) = try method()
    return Measure(
      iri: subject.value, label: text(subject, RDFS.label) ?? IRIForm.localName(subject.value),
      property: try required("property"), method: method,
      rule: MeasureRule(
        text(.iri(type), RDFS.label) ?? IRIForm.localName(type),
        words: text(.iri(type), RDFS.comment) ?? ""),
      isMandatory: objects("mandatory").contains { $0.value == "true" })
  }

  private func method() throws(DiagnosedError) -> (type: String, method: Measure.Method) {
    let classes = graph.objects(of: subject, .iri(RDF.type)).map(\.value).sorted()
    for name in classes where name != Namespace.fwm.Measure {
      if let method = try method(name) { return (name, method) }
    }
    throw fault("has none of the classes that say what is computed")
  }

  private func method(_ type: String) throws(DiagnosedError) -> Measure.Method? {
    switch type {
    case Namespace.fwm.InstanceCount: .instanceCount(class: try required("class"))
    case Namespace.fwm.LinkedCount:
      .linkedCount(
        LinkedRecords(
          source: try required("source"), value: try required("value"),
          link: try required("counted")))
    case Namespace.fwm.ValueSet:
      .valueSet(try source(), folds: objects("foldsAliases").contains { $0.value == "true" })
    case Namespace.fwm.MostFrequentValue: .mostFrequentValue(try source())
    case Namespace.fwm.CodeValues: .codeValues(try sources())
    case Namespace.fwm.CodingSystems: .codingSystems(try sources())
    case Namespace.fwm.TypicalMinimum: .typicalMinimum(try typicalValue())
    case Namespace.fwm.TypicalMaximum: .typicalMaximum(try typicalValue())
    case Namespace.fwm.YearInterval:
      .yearInterval(TypicalYears(source: try source(), rank: try rank()))
    case Namespace.fwm.TypicalLength: .typicalLength(try typicalLength())
    case Namespace.fwm.StructuredData: .structuredData
    case Namespace.fwm.Variables: .variables
    default: nil
    }
  }

  private func source() throws(DiagnosedError) -> RecordSource {
    RecordSource(try required("source"), person: path("person", of: subject))
  }

  // Another measure that reads the same property says how to get to the person.
  private func sources() throws(DiagnosedError) -> [RecordSource] {
    var sources: [RecordSource] = []
    for iri in try iris("source") {
      let others = graph.instances(of: .iri(Namespace.fwm.Measure)).sorted().filter {
        graph.objects(of: $0, .iri(Namespace.fwm.source)) == [.iri(iri)]
      }
      guard let other = others.first else {
        throw fault("reads \(iri), for which no measure of a value says whose it is")
      }
      sources.append(RecordSource(iri, person: path("person", of: other)))
    }
    return sources
  }

  /// One link, or a list of links.
  private func path(_ name: String, of subject: Term) -> [String] {
    guard let head = graph.objects(of: subject, .iri(Namespace.fwm[name])).first else { return [] }
    var links: [String] = []
    var cell = head
    // No way to a person has more steps than the model has classes; a ring would have no end.
    while links.count < 24,
      let first = graph.objects(of: cell, .iri(RDF.first)).first
    {
      links.append(first.value)
      guard let rest = graph.objects(of: cell, .iri(RDF.rest)).first else { break }
      cell = rest
    }
    return links.isEmpty ? [head.value] : links
  }

  private func typicalValue() throws(DiagnosedError) -> TypicalValue {
    let rank = try rank()
    return TypicalValue(
      source: try source(), unitSource: iri("unitSource"), yearUnit: iri("yearUnit"),
      monthUnit: iri("monthUnit"), rank: rank, cap: try number("cap"),
      largest: try number("largest"))
  }

  private func typicalLength() throws(DiagnosedError) -> TypicalLength {
    var units: [String: Int] = [:]
    for (name, nanometres) in [
      ("micrometreUnit", 1000), ("millimetreUnit", 1_000_000), ("centimetreUnit", 10_000_000),
    ] {
      if let unit = iri(name) { units[unit] = nanometres }
    }
    return TypicalLength(
      source: try source(), kindSource: try required("kindSource"), kinds: try iris("kind"),
      unitSource: try required("unitSource"), units: units, rank: try rank())
  }
}
