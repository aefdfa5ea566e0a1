// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

extension DescriptionWriter {
  /// States what was measured.
  ///
  /// - Parameters:
  ///   - summary: what the records say.
  ///   - written: properties that people wrote in place of the records.
  mutating func write(_ summary: DatasetSummary, without written: Set<String>) {
    for measured in summary.properties where !written.contains(measured.property) {
      write(measured)
    }
  }

  private mutating func write(_ measured: MeasuredProperty) {
    let property = measured.property
    switch measured.value {
    case .none, .count(.withheld): break
    case .count(.rounded(let count)): state(document, property, number(count))
    case .years(let years): state(document, property, number(years))
    case .flag(let flag):
      state(document, property, .literal(flag ? "true" : "false", datatype: XSD.boolean))
    case .concepts(let concepts):
      for concept in concepts {
        state(document, property, .iri(concept))
        if property == Namespace.healthdcatap.hasCodingSystem {
          describe(concept, in: .codingSystem)
        } else {
          describeMeasured(concept)
        }
      }
    case .texts(let texts): for text in texts { state(document, property, .literal(text)) }
    case .length(let nanometres):
      state(document, property, .literal(Self.metres(nanometres), datatype: XSD.decimal))
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

  /// Nanometres as a decimal in metres, without zeros at its end.
  static func metres(_ nanometres: Int) -> String {
    let digits = String(nanometres % 1_000_000_000)
    var fraction = String(repeating: "0", count: 9 - digits.count) + digits
    while fraction.count > 1, fraction.hasSuffix("0") { fraction.removeLast() }
    return "\(nanometres / 1_000_000_000).\(fraction)"
  }

  // CSV on the Web puts columns below a schema, HealthDCAT-AP Release 8 below the table: both ways
  // are stated, since readers of either find the same nodes.
  private mutating func write(_ tables: [VariableTable], _ property: String) {
    let group = Self.child(of: document, "variables")
    state(document, property, .iri(group))
    state(group, types: [Namespace.csvw.TableGroup])
    state(group, Namespace.dct.title, .literal("Variables", language: "en"))
    for table in tables {
      let iri = VariableTable.iri(table.name, of: document)
      let schema = Self.child(of: iri, "schema")
      state(group, Namespace.csvw.table, .iri(iri))
      state(iri, types: [Namespace.csvw.Table])
      for label in labels(table.class) { state(iri, Namespace.dct.title, label) }
      for comment in comments(table.class) { state(iri, Namespace.dct.description, comment) }
      state(iri, Namespace.csvw.tableSchema, .iri(schema))
      state(schema, types: [Namespace.csvw.Schema])
      if let key = table.primaryKey { state(schema, Namespace.csvw.primaryKey, .literal(key)) }
      for column in table.columns {
        let columnIRI = Self.child(of: iri, slug(column.name))
        state(iri, Namespace.csvw.column, .iri(columnIRI))
        state(schema, Namespace.csvw.column, .iri(columnIRI))
        write(column, as: columnIRI)
        if let unit = column.unit {
          state(columnIRI, Namespace.dct.requires, .iri(Self.child(of: iri, slug(unit))))
        }
      }
    }
  }

  private mutating func write(_ column: VariableColumn, as iri: String) {
    state(iri, types: [Namespace.csvw.Column])
    state(iri, Namespace.csvw.name, .literal(column.name))
    let labels = labels(column.property)
    for label in labels { state(iri, Namespace.csvw.title, label) }
    let comments = comments(column.property)
    for comment in comments.isEmpty ? labels : comments {
      state(iri, Namespace.dct.description, comment)
    }
    state(iri, Namespace.csvw.datatype, .iri(column.datatype))
    state(iri, Namespace.csvw.propertyUrl, .literal(column.property, datatype: XSD.anyURI))
    if let template = column.valueURL {
      state(iri, Namespace.csvw.valueUrl, .literal(template))
    }
    if let valueClass = column.valueClass {
      state(iri, Namespace.dct.references, .iri(valueClass))
      describeMeasured(valueClass)
    }
  }

  private func labels(_ iri: String) -> [Term] {
    let known = knownLabels(iri)
    return known.isEmpty ? [.literal(words(IRIForm.localName(iri)), language: "en")] : known
  }

  private func comments(_ iri: String) -> [Term] {
    concepts.objects(of: .iri(iri), .iri(Namespace.rdfs.comment))
  }

  // `patientBirthSex` as `patient birth sex`.
  private func words(_ name: String) -> String { split(name, with: " ") }

  private func slug(_ name: String) -> String { VariableTable.slug(name) }

  private func split(_ name: String, with separator: String) -> String {
    var result = ""
    for character in name {
      if character.isUppercase, let last = result.last, last.isLetter { result += separator }
      result += character.lowercased()
    }
    return result
  }
}

extension VariableTable {
  /// The IRI of a computed table in a description.
  package static func iri(_ name: String, of dataset: String) -> String {
    DescriptionWriter.child(of: DescriptionWriter.child(of: dataset, "variables"), slug(name))
  }

  // `TreatmentIdentifier` and `patient_birth_sex` as `treatment-identifier`, `patient-birth-sex`.
  static func slug(_ name: String) -> String {
    var result = ""
    for character in name {
      if character.isUppercase, let last = result.last, last.isLetter { result += "-" }
      result += character == "_" ? "-" : character.lowercased()
    }
    return result
  }
}

extension DatasetDescription {
  /// Nanometres as descriptions state lengths: a decimal in metres.
  package static func metres(_ nanometres: Int) -> String { DescriptionWriter.metres(nanometres) }
}
