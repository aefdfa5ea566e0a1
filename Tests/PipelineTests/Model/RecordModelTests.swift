// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pipeline
import RDFModel
import Shapes
import TestSupport
import Testing

/// The model against the tables that it is made of.
@Suite struct RecordModelTests {
  /// The rows of the published list of columns; empty, with one line, where it is not at hand.
  static func published() throws -> [[String]] {
    guard let file = SharedFolder.find("eucaim/eucaim-cdm.csv") else { return [] }
    return Array(try table(text(file)).dropFirst())
  }

  @Test func `every table has its class, and every column its property in the order published`()
    throws
  {
    let rows = try Self.published()
    guard !rows.isEmpty else { return }
    let model = try ModelFixture.shared.get().model
    let tables = Dictionary(grouping: rows, by: { $0[0] })
    #expect(model.tables.count == 24)
    #expect(model.tables.reduce(0) { $0 + $1.columns.count } == 205)
    #expect(Set(model.tables.map(\.name)) == Set(tables.keys))
    for table in model.tables {
      let expected = tables[table.name] ?? []
      #expect(table.columns.map(\.name) == expected.map { $0[1] }, "\(table.name)")
      #expect(table.columns.map(\.type.sql) == expected.map { $0[2] }, "\(table.name)")
      #expect(table.primaryKey == expected.first { $0[3] == "yes" }?[1], "\(table.name)")
    }
  }

  @Test func `a key of another table is a link to its class, or the record is of both classes`()
    throws
  {
    let fixture = try ModelFixture.shared.get()
    for row in try Self.published() where !row[4].isEmpty {
      let table = try #require(fixture.model.tables.first { $0.name == row[0] })
      let column = try #require(table.columns.first { $0.name == row[1] })
      let other = try #require(
        fixture.model.tables.first { $0.name == String(row[4].split(separator: ".")[0]) })
      let isLink =
        column.content == .link(other.classIRI)
        || row[4] == "dataset.dataset_id" && column.content == .link(DCAT.Dataset)
      #expect(isLink || table.superclass == other.classIRI, "\(row)")
    }
  }

  @Test func `every column has a range that its type allows`() throws {
    for table in try ModelFixture.shared.get().model.tables {
      for column in table.columns {
        switch (column.type, column.content) {
        case (.date, .date), (.boolean, .literal(XSD.boolean)), (.decimal, .literal(XSD.decimal)),
          (.integer, .literal(XSD.integer)), (.integer, .link), (.text, .link), (.text, .concept),
          (.text, .literal(XSD.string)):
          break
        default: Issue.record("\(table.name).\(column.name): \(column.type) \(column.content)")
        }
      }
    }
  }

  @Test func `every column has a label, and every class and property its own`() throws {
    let fixture = try ModelFixture.shared.get()
    for table in fixture.model.tables {
      #expect(!table.label.isEmpty, "\(table.name)")
      #expect(Set(table.columns.map(\.property)).count == table.columns.count, "\(table.name)")
      for column in table.columns { #expect(!column.label.isEmpty, "\(column.name)") }
    }
  }

  @Test func `every column has a shape in that of its table`() throws {
    let fixture = try ModelFixture.shared.get()
    let graph = fixture.shapesGraph
    func own(_ name: String) -> TermID { graph.id(.iri(SHACL.iri(name))) }
    for table in fixture.model.tables {
      let shapes = graph.subjects(own("targetClass"), graph.id(.iri(table.classIRI)))
      let paths = shapes.flatMap { graph.objects($0, own("property")) }
        .compactMap { graph.object($0, own("path")) }.map { graph.terms.text($0) }
      for column in table.columns {
        #expect(paths.contains(column.property), "\(table.name).\(column.name)")
      }
    }
  }

  @Test func `a number with a unit beside it names the property of the unit`() throws {
    for table in try ModelFixture.shared.get().model.tables {
      for column in table.columns {
        guard let unit = column.unit else { continue }
        #expect(table.columns.contains { $0.property == unit }, "\(table.name).\(column.name)")
      }
    }
  }

  @Test func `the shapes are read without a finding`() throws {
    #expect(try ModelFixture.shared.get().findings.isEmpty)
  }

  @Test(arguments: [
    ("DECIMAL(5,2)", "999.99", true), ("DECIMAL(5,2)", "1450", false),
    ("DECIMAL(5,2)", "12.345", false), ("DECIMAL(5,2)", "12.3400", true),
    ("DECIMAL(5,2)", "-0001.5", true), ("DECIMAL(4,1)", "61.5", true),
    ("DECIMAL(4,1)", "61.55", false), ("INTEGER", "2147483647", true),
    ("INTEGER", "2147483648", false), ("INTEGER", "1.5", false), ("VARCHAR(3)", "abc", true),
    ("VARCHAR(3)", "abcd", false), ("DATE", "2021-03-09", true), ("DATE", "2021-03", true),
    ("BOOLEAN", "true", true),
  ])
  func `a column holds a value as it is, or it does not`(type: String, value: String, fits: Bool) {
    #expect(ColumnType(type).fits(value) == fits)
    #expect(ColumnType(type).sql == type)
  }
}
