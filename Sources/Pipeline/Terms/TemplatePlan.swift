// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Foundation
internal import Terminology

/// Which property each variable of a template fills.
struct TemplatePlan {
  /// A variable with its property.
  struct Column {
    let variable: ProviderTemplate.Variable
    let property: ModelProperties.Property
    /// The table that it belongs to, as `patient`.
    let table: String
    /// The name of its local list in the term mapping.
    let list: String

    /// What its values mean; without correspondences, the example is the one value that is known.
    var values: [ProviderTemplate.Correspondence] {
      if !variable.correspondences.isEmpty || variable.example.isEmpty {
        return variable.correspondences
      }
      return [variable.exampleAsCorrespondence]
    }
  }

  private(set) var columns: [Column] = []
  private(set) var findings: [Finding] = []
  /// The classes of the tables used, by table.
  private(set) var classes: [String: String] = [:]
  /// The variable that identifies the records of each table, by table; that of `patient` stands in for
  /// tables that have none of their own.
  private(set) var identifiers: [String: ProviderTemplate.Variable] = [:]

  private let patientTables: Set<String>

  init(_ template: ProviderTemplate, _ model: ModelProperties) {
    classes = model.classes
    let link = model.all.first { $0.iri == RecordModel.namespace + "patient" }
    patientTables = Set(link?.tables ?? [])
    var lists: Set<String> = []
    for variable in template.variables {
      guard let (property, table) = Self.best(variable, model) else {
        findings.append(Self.unmapped(variable))
        continue
      }
      var list = Self.listName(variable.name)
      while !lists.insert(list).inserted { list += "-2" }
      let column = Column(variable: variable, property: property, table: table, list: list)
      if property.isCoded && column.values.isEmpty {
        findings.append(Self.withoutValues(variable))
        continue
      }
      columns.append(column)
      let isKey = ["_id", "_uid", "_identifier"].contains { property.column.hasSuffix($0) }
      if isKey && identifiers[table] == nil { identifiers[table] = variable }
    }
    if identifiers["patient"] == nil {
      findings.append(
        Finding(
          VocabularyRules.template, at: template.variables.first?.place, severity: .warning,
          [.plain("problem", "no variable is the patient's identifier, so subjects have none")]))
    }
  }

  /// Whether records of a table name the patient to whom they belong.
  func linksToPatient(_ table: String) -> Bool { patientTables.contains(table) }

  // Entity and element together must say more than half of table and column.
  private static func best(
    _ variable: ProviderTemplate.Variable, _ model: ModelProperties
  ) -> (ModelProperties.Property, table: String)? {
    let entity = TermNames.words(variable.entity)
    let element = TermNames.words(variable.element)
    var best: (score: Double, property: ModelProperties.Property, table: String)?
    for property in model.all {
      for table in property.tables where model.classes[table] != nil {
        let place = TermNames.words(table)
        let column = TermNames.words(property.column)
        let named = max(
          TermNames.likeness(element, column),
          TermNames.likeness(element, column.subtracting(place)),
          TermNames.likeness(element.union(place), column))
        let score = 0.35 * TermNames.likeness(entity, place) + 0.65 * named
        if score > best?.score ?? 0.55 { best = (score, property, table) }
      }
    }
    return best.map { ($0.property, $0.table) }
  }

  private static func withoutValues(_ variable: ProviderTemplate.Variable) -> Finding {
    Finding(
      VocabularyRules.templateCell, at: variable.place,
      [
        .plain(
          "problem", "The element needs concepts, and neither values nor an example are given"),
        .plain("column", variable.name),
        .plain("remedy", "Write from line 6 on what the values mean, as M = Male."),
      ])
  }

  private static func listName(_ name: String) -> String {
    let letters = name.lowercased().unicodeScalars.map {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) ? Character($0) : "-"
    }
    let parts = String(letters).split(separator: "-")
    return parts.isEmpty ? "list" : parts.joined(separator: "-")
  }

  private static func unmapped(_ variable: ProviderTemplate.Variable) -> Finding {
    Finding(
      VocabularyRules.templateCell, at: variable.place,
      [
        .plain(
          "problem",
          "The model has no element “\(variable.element)” of the entity “\(variable.entity)”"),
        .plain("column", variable.name),
        .plain("remedy", "Name entity and element as the model does, or map the column by hand."),
      ])
  }
}
