// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

extension DescriptionWriter {
  /// States what was measured.
  mutating func write(_ summary: DatasetSummary) {
    for measured in summary.properties { write(measured) }
  }

  private mutating func write(_ measured: MeasuredProperty) {
    let property = measured.property
    switch measured.value {
    case .none, .count(.withheld): break
    case .count(.exact(let count)): state(document, property, number(count))
    case .years(let years): state(document, property, number(years))
    case .flag(let flag):
      state(document, property, .literal(flag ? "true" : "false", datatype: XSD.boolean))
    case .concepts(let concepts):
      for concept in concepts {
        state(document, property, .iri(concept.iri))
        describeMeasured(concept.iri)
      }
    case .yearInterval(let first, let last):
      let period = Self.child(of: document, "period")
      state(document, property, .iri(period))
      state(period, types: [Namespace.dct.PeriodOfTime])
      state(period, Namespace.dcat.startDate, year(first))
      state(period, Namespace.dcat.endDate, year(last))
    case .variables(let tables): if !tables.isEmpty { write(tables, property) }
    }
  }

  private func number(_ value: Int) -> Term {
    .literal(String(value), datatype: XSD.nonNegativeInteger)
  }

  private func year(_ value: Int) -> Term {
    let digits = String(value)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    return .literal(zeros + digits, datatype: XSD.gYear)
  }

  // CSV on the Web puts columns below a schema, HealthDCAT-AP Release 8 below the table: both ways
  // are stated, since readers of either find the same nodes.
  private mutating func write(_ tables: [VariableTable], _ property: String) {
    let group = Self.child(of: document, "variables")
    state(document, property, .iri(group))
    state(group, types: [Namespace.csvw.TableGroup])
    state(group, Namespace.dct.title, .literal("Variables", language: "en"))
    for table in tables {
      let iri = Self.child(of: group, slug(IRIForm.localName(table.class)))
      let schema = Self.child(of: iri, "schema")
      state(group, Namespace.csvw.table, .iri(iri))
      state(iri, types: [Namespace.csvw.Table])
      for label in labels(table.class) { state(iri, Namespace.dct.title, label) }
      state(iri, Namespace.csvw.tableSchema, .iri(schema))
      state(schema, types: [Namespace.csvw.Schema])
      for column in table.columns {
        let columnIRI = Self.child(of: iri, slug(IRIForm.localName(column.property)))
        state(iri, Namespace.csvw.column, .iri(columnIRI))
        state(schema, Namespace.csvw.column, .iri(columnIRI))
        write(column, as: columnIRI)
      }
    }
  }

  private mutating func write(_ column: VariableColumn, as iri: String) {
    let name = IRIForm.localName(column.property)
    state(iri, types: [Namespace.csvw.Column])
    state(iri, Namespace.csvw.name, .literal(name))
    for label in labels(column.property) { state(iri, Namespace.csvw.title, label) }
    let comments = concepts.objects(of: .iri(column.property), .iri(Namespace.rdfs.comment))
    for comment in comments.isEmpty ? labels(column.property) : comments {
      state(iri, Namespace.dct.description, comment)
    }
    state(iri, Namespace.csvw.datatype, .iri(column.datatype))
    state(
      iri, Namespace.csvw.propertyUrl, .literal(column.property, datatype: XSD.anyURI))
  }

  private func labels(_ iri: String) -> [Term] {
    let known = knownLabels(iri)
    return known.isEmpty ? [.literal(words(IRIForm.localName(iri)), language: "en")] : known
  }

  // `patientBirthSex` as `patient birth sex`.
  private func words(_ name: String) -> String { split(name, with: " ") }

  // `patientBirthSex` as `patient-birth-sex`.
  private func slug(_ name: String) -> String { split(name, with: "-") }

  private func split(_ name: String, with separator: String) -> String {
    var result = ""
    for character in name {
      if character.isUppercase, !result.isEmpty { result += separator }
      result += character.lowercased()
    }
    return result
  }
}
