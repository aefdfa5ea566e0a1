// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// The measures of a profile, as `Ontologies/profiles/eucaim-measures.ttl` declares them.
package struct MeasureSet: Sendable, Hashable {
  /// The measures, in the order of their IRIs.
  package let measures: [Measure]
  /// The namespace of the model whose properties count as variables.
  package let model: String

  /// Collects measures.
  package init(_ measures: [Measure], model: String = Namespace.cdm.iri) {
    self.measures = measures
    self.model = model
  }

  /// Reads the measures of a graph.
  ///
  /// - Parameters:
  ///   - graph: what the file holds.
  ///   - file: how findings name it.
  /// - Throws: a measure that lacks what its class asks for, or a graph without measures.
  package init(graph: Graph, file: String) throws(DiagnosedError) {
    var measures: [Measure] = []
    var model = Namespace.cdm.iri
    for subject in graph.instances(of: .iri(Namespace.fwm.Measure)).sorted() {
      let reader = MeasureReader(graph: graph, subject: subject, file: file)
      measures.append(try reader.measure())
      model = reader.iri("model") ?? model
    }
    guard !measures.isEmpty else {
      throw DiagnosedError(CatalogueRules.noMeasures, at: SourcePlace(file: file))
    }
    self.init(measures, model: model)
  }
}

/// Reads one measure.
private struct MeasureReader {
  let graph: Graph
  let subject: Term
  let file: String

  private func objects(_ name: String) -> [Term] {
    graph.objects(of: subject, .iri(Namespace.fwm[name]))
  }

  func iri(_ name: String) -> String? { objects(name).first { $0.isIRI }?.value }

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

  private func fault(_ problem: String) -> DiagnosedError {
    DiagnosedError(
      CatalogueRules.measureUnreadable, at: SourcePlace(file: file),
      [.plain("measure", subject.value), .plain("problem", problem)])
  }

  func measure() throws(DiagnosedError) -> Measure {
    Measure(
      iri: subject.value, property: try required("property"), method: try method(),
      isMandatory: objects("mandatory").contains { $0.value == "true" })
  }

  private func method() throws(DiagnosedError) -> Measure.Method {
    let classes = graph.objects(of: subject, .iri(RDF.type)).map(\.value).sorted()
    for name in classes where name != Namespace.fwm.Measure {
      switch name {
      case Namespace.fwm.InstanceCount: return .instanceCount(class: try required("class"))
      case Namespace.fwm.ValueSet: return .valueSet(source: try required("source"))
      case Namespace.fwm.MostFrequentValue:
        return .mostFrequentValue(source: try required("source"))
      case Namespace.fwm.TypicalMinimum: return .typicalMinimum(try typicalValue())
      case Namespace.fwm.TypicalMaximum: return .typicalMaximum(try typicalValue())
      case Namespace.fwm.YearInterval: return .yearInterval(source: try required("source"))
      case Namespace.fwm.StructuredData: return .structuredData
      case Namespace.fwm.Variables: return .variables
      default: continue
      }
    }
    throw fault("has none of the classes that say what is computed")
  }

  // The rank may be raised in the file, never lowered: below 5 a value could point at one person.
  private func typicalValue() throws(DiagnosedError) -> TypicalValue {
    let rank = try number("rank")
    guard rank >= SmallCounts.smallestPublished else {
      throw fault("has an fwm:rank below \(SmallCounts.smallestPublished)")
    }
    return TypicalValue(
      source: try required("source"), person: iri("person"), unitSource: iri("unitSource"),
      yearUnit: iri("yearUnit"), monthUnit: iri("monthUnit"), rank: rank, cap: try number("cap"),
      largest: try number("largest"))
  }
}
