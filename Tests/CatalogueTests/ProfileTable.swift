// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Foundation
import RDFModel
import TestSupport

/// The profile as a table: `eucaim-dcat-ap-2.0.csv`.
struct ProfileTable {
  struct Row {
    let `class`: String
    let path: [String]
    let minimum: Int
    let maximum: Int?
    let level: String
    let condition: String

    var name: String { "\(self.class) \(path.map(IRIName.last).joined(separator: " / "))" }
  }

  let rows: [Row]

  init?() throws {
    guard let table = SharedFolder.find("eucaim/eucaim-dcat-ap-2.0.csv") else { return nil }
    let prefixes = Dictionary(
      uniqueKeysWithValues: CataloguePrefixes.namespaces.map { ($0.prefix, $0.iri) })
    rows = Self.cells(try String(contentsOf: table, encoding: .utf8)).dropFirst().compactMap {
      row in
      guard row.count >= 13 else { return nil }
      let path = row[3].components(separatedBy: " / ").map { step in
        let parts = step.split(separator: ":", maxSplits: 1).map(String.init)
        return (prefixes[parts[0]] ?? "unknown prefix \(parts[0]) ") + parts[1]
      }
      return Row(
        class: row[0], path: path, minimum: Int(row[5]) ?? 0, maximum: Int(row[6]), level: row[7],
        condition: row[12])
    }
  }

  static func cells(_ text: String) -> [[String]] {
    text.split(whereSeparator: \.isNewline).map { line in
      var cells = [""]
      var isQuoted = false
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == ",", !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
  }

  /// What a node lacks or has too much of, by the rows of its class.
  func faults(of node: Term, class: String, in graph: Graph) -> [String] {
    rows.filter { $0.class == `class` }.flatMap { row in
      parents(of: row, node, graph).compactMap { fault(of: row, $0, graph) }
    }
  }

  private func parents(of row: Row, _ node: Term, _ graph: Graph) -> [Term] {
    row.path.dropLast().reduce([node]) { nodes, step in
      nodes.flatMap { graph.objects(of: $0, .iri(step)) }
    }
  }

  private func fault(of row: Row, _ parent: Term, _ graph: Graph) -> String? {
    let count = graph.objects(of: parent, .iri(row.path.last ?? "")).count
    if let maximum = row.maximum, count > maximum { return "\(row.name) stands \(count) times" }
    if row.level == "M", count < max(1, row.minimum) { return "\(row.name) is missing" }
    guard row.level == "C", count == 0 else { return nil }
    return isRequired(row, parent, graph) ? "\(row.name) is missing and its condition holds" : nil
  }

  // The three kinds of condition that the table has: the parent is there; a sibling is not; a flag.
  private func isRequired(_ row: Row, _ parent: Term, _ graph: Graph) -> Bool {
    func has(_ property: String) -> Bool { !graph.objects(of: parent, .iri(property)).isEmpty }
    if row.condition.hasPrefix("required for each")
      || row.condition.hasPrefix("required when a")
    {
      return true
    }
    if row.condition.contains("hasStructuredData is true") {
      let flag = graph.objects(of: parent, .iri(Namespace.healthdcatap.hasStructuredData))
      return flag.contains { $0.value == "true" }
    }
    let siblings = [
      ["contactPage", "email"].map { Namespace.cv[$0] },
      ["hasURL", "hasEmail"].map { Namespace.vcard[$0] },
      ["permission", "prohibition", "obligation"].map { Namespace.odrl[$0] },
    ].first { $0.contains(row.path.last ?? "") }
    return siblings.map { !$0.contains(where: has) } ?? true
  }
}

/// The last part of an IRI.
enum IRIName {
  static func last(_ iri: String) -> String {
    String(iri.split(whereSeparator: { $0 == "/" || $0 == "#" }).last ?? "")
  }
}
