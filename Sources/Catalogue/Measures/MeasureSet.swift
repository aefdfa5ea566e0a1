// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// The measures of a profile, as `Ontologies/profiles/eucaim-measures.ttl` declares them.
package struct MeasureSet: Sendable, Hashable {
  /// The measures, in the order of their IRIs.
  package let measures: [Measure]
  /// The namespace of the model whose records count as structured data.
  package let model: String
  /// Concepts by their folded names, for what sources call them differently.
  package let aliases: [String: String]
  /// The codes that other coding systems have for a concept, by its IRI, in order.
  package let codes: [String: [CodeValue]]
  /// Where conditions are and who can have them.
  package let conditions: ConditionTable

  /// Collects measures.
  package init(
    _ measures: [Measure], model: String = Namespace.cdm.iri, aliases: [String: String] = [:],
    codes: [String: [CodeValue]] = [:], conditions: ConditionTable = ConditionTable()
  ) {
    self.measures = measures
    self.model = model
    self.aliases = aliases
    self.codes = codes
    self.conditions = conditions
  }

  /// Reads the measures of a graph.
  ///
  /// - Parameters:
  ///   - graph: what the file holds.
  ///   - file: how findings name it.
  /// - Throws: a measure that lacks what its class asks for, a name of two concepts, a code of a
  ///   system that is not declared, or a graph without measures.
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
    self.init(
      measures, model: model, aliases: try Self.aliases(graph, file: file),
      codes: try Self.codes(graph, file: file), conditions: ConditionTable(graph: graph))
  }

  /// A name as it is compared: letters and digits of ASCII in lower case, other characters between
  /// them as one space.
  package static func folded(_ name: some Sequence<UInt8>) -> String {
    var bytes: [UInt8] = []
    for byte in name {
      if IRIForm.isLetter(byte) || IRIForm.isDigit(byte) {
        bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      } else if let last = bytes.last, last != 0x20 {
        bytes.append(0x20)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func aliases(_ graph: Graph, file: String) throws(DiagnosedError)
    -> [String: String]
  {
    var aliases: [String: String] = [:]
    for (subject, alias) in pairs(graph, Namespace.fwm.alias) {
      let name = folded(alias.value.utf8)
      if let other = aliases[name], other != subject.value {
        throw fault(subject, "shares the fwm:alias “\(name)” with \(other)", file)
      }
      aliases[name] = subject.value
    }
    return aliases
  }

  private static func codes(_ graph: Graph, file: String) throws(DiagnosedError)
    -> [String: [CodeValue]]
  {
    var systems: [String: String?] = [:]
    for system in graph.instances(of: .iri(Namespace.fwm.CodingSystem)) {
      for name in graph.objects(of: system, .iri(RDFS.label)) {
        let iri = graph.objects(of: system, .iri(Namespace.fwm.system)).first?.value
        systems.updateValue(iri, forKey: name.value)
      }
    }
    var codes: [String: [CodeValue]] = [:]
    for (subject, code) in pairs(graph, Namespace.fwm.codeValue) {
      guard let colon = code.value.firstIndex(of: ":"),
        let system = systems[String(code.value[..<colon])]
      else { throw fault(subject, "has an fwm:codeValue of no declared fwm:CodingSystem", file) }
      codes[subject.value, default: []].append(CodeValue(code.value, system: system))
    }
    return codes
  }

  private static func pairs(_ graph: Graph, _ property: String) -> [(Term, Term)] {
    graph.statements(predicate: graph.id(.iri(property))).map {
      let triple = graph.triples[$0]
      return (graph.terms.term(triple.subject), graph.terms.term(triple.object))
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
  }

  private static func fault(_ subject: Term, _ problem: String, _ file: String) -> DiagnosedError {
    DiagnosedError(
      CatalogueRules.measureUnreadable, at: SourcePlace(file: file),
      [.plain("measure", subject.value), .plain("problem", problem)])
  }
}
