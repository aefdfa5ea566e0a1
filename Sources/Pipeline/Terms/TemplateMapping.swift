// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import Terminology

/// The mapping that a template describes, as YARRRML.
struct TemplateMapping {
  private let plan: TemplatePlan
  private let data: String
  private let base: String

  init(_ plan: TemplatePlan, data: String, base: String) {
    self.plan = plan
    self.data = data
    self.base = base
  }

  /// The file.
  var text: String {
    var lines = [
      "# A first mapping, made from a provider's template. Check every line; dates, ages and units",
      "# need functions (see the page on functions).",
      "prefixes:",
      "  cdm: \(RecordModel.namespace)",
      "  data: \(Self.quoted(base))",
      "",
      "sources:",
      "  records: [\(Self.quoted(data + "~csv"))]",
      "",
      "mappings:",
    ]
    var seen: [String] = []
    for column in plan.columns where !seen.contains(column.table) { seen.append(column.table) }
    for table in seen { lines += mapping(table) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func mapping(_ table: String) -> [String] {
    let name = local(plan.classes[table] ?? table)
    let patient = key("patient")
    let key = key(table) ?? patient ?? "record"
    var lines = [
      "  \(table.replacing("_", with: "-")):",
      "    sources: records",
      "    subject: \(Self.quoted("data:\(table.replacing("_", with: "-"))/\(key)"))",
      "    predicateobjects:",
      "      - [a, cdm:\(name)]",
    ]
    if let patient, plan.linksToPatient(table) {
      lines.append("      - [cdm:patient, \(Self.quoted("data:patient/\(patient)~iri"))]")
    }
    for column in plan.columns where column.table == table { lines += object(column) }
    return lines + [""]
  }

  private func key(_ table: String) -> String? {
    plan.identifiers[table].map { "$(\(Self.reference($0.name)))" }
  }

  private func object(_ column: TemplatePlan.Column) -> [String] {
    let reference = "$(\(Self.reference(column.variable.name)))"
    let predicate = "      - predicate: cdm:\(local(column.property.iri))"
    if column.property.isCoded {
      return [
        predicate, "        object:", "          function: fw:term", "          parameters:",
        "            - [fw:value, \(Self.quoted(reference))]",
        "            - [fw:list, \(Self.quoted(column.list))]", "          type: iri",
      ]
    }
    guard let datatype = column.property.datatype, datatype.hasSuffix("#string") == false else {
      return ["      - [cdm:\(local(column.property.iri)), \(Self.quoted(reference))]"]
    }
    return [
      predicate, "        object:", "          value: \(Self.quoted(reference))",
      "          datatype: xsd:\(local(datatype))",
    ]
  }

  private func local(_ iri: String) -> String {
    iri.split(whereSeparator: { $0 == "#" || $0 == "/" }).last.map(String.init) ?? iri
  }

  // In a reference, parentheses and the backslash are escaped.
  private static func reference(_ name: String) -> String {
    name.replacing("\\", with: "\\\\").replacing("(", with: "\\(").replacing(")", with: "\\)")
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
