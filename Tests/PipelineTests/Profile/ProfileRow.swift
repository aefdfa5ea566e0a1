// SPDX-License-Identifier: Apache-2.0

import Foundation
import RDFModel
import TestSupport
import Testing

/// A row of the specification's tables: `eucaim-dcat-ap-2.0.csv` of the shared folder.
struct ProfileRow: CustomTestStringConvertible, Sendable {
  let type: String
  let section: String
  let label: String
  let path: [String]
  let range: [String]
  let minimum: Int
  let maximum: Int?
  let level: String
  let vocabulary: [String]
  let strength: String
  let condition: String

  /// Every row; none without the shared folder.
  static let all: [ProfileRow] = {
    guard let file = SharedFolder.find("eucaim/eucaim-dcat-ap-2.0.csv"),
      let cells = try? table(text(file))
    else { return [] }
    return cells.dropFirst().filter { $0.count >= 13 }.map(ProfileRow.init)
  }()

  init(_ cells: [String]) {
    func list(_ cell: String) -> [String] {
      cell.components(separatedBy: " | ").filter { !$0.isEmpty }
    }
    type = cells[0]
    section = cells[1]
    label = cells[2]
    path = cells[3].components(separatedBy: " / ")
    range = list(cells[4])
    minimum = Int(cells[5]) ?? 0
    maximum = Int(cells[6])
    level = cells[7]
    vocabulary = list(cells[9])
    strength = cells[11]
    condition = cells[12]
  }

  var testDescription: String { name }
  var name: String { "\(type) | \(section) | \(label)" }
  /// How shapes name the row in `dct:source`.
  var source: String { "EUCAIM DCAT-AP 2.0 | \(name)" }
  /// No body is designated yet, so that its absence is a warning until then.
  var isPending: Bool { label == "Health Data Access Body" }
  var property: String { path.last ?? "" }

  /// The nodes of a description that the row's last step begins at, sorted.
  func subjects(_ fixture: ProfileFixture) -> [Term] {
    var nodes = Set(
      fixture.complete.filter {
        $0.predicate == .iri(RDF.type) && $0.object == fixture.iri("dcat:\(type)")
      }.map(\.subject))
    for step in path.dropLast() {
      let predicate = fixture.iri(step)
      nodes = Set(
        fixture.complete.filter { nodes.contains($0.subject) && $0.predicate == predicate }
          .map(\.object))
    }
    return nodes.sorted()
  }

  /// The shape that has the row's cardinality and kind of value.
  func shape(_ fixture: ProfileFixture) -> Term? {
    let level = fixture.iri("<\(ProfileFixture.namespace)level>").value
    let sources = fixture.shapes.statements(
      predicate: fixture.shapes.id(.iri(DCT.namespace + "source")))
    return sources.map { fixture.shapes.quad($0) }
      .first { $0.object == .literal(source) && fixture.value($0.subject, level) != nil }?.subject
  }
}
