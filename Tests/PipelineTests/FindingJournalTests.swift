// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Mapping
import Pipeline
import RecordIO
import Testing

@Suite struct FindingJournalTests {
  private static func cell(_ row: Int, _ column: Int) -> SourcePlace {
    SourcePlace(file: "a.csv", .cell(row: row, column: column, name: nil, line: row))
  }

  @Test func `a record with findings of several stages counts once`() {
    var journal = FindingJournal()
    for row in [2, 3, 2] {
      journal.add(Finding(MappingRules.unreadableValue, at: Self.cell(row, 1)))
      journal.add(Finding(MappingRules.noSubject, at: Self.cell(row, 2)))
    }
    #expect(journal.recordsWithFindings == 2)
    #expect(journal.count == 6)
  }

  @Test func `a finding about a header is no finding about a record`() {
    var journal = FindingJournal()
    journal.add(Finding(CSVRules.duplicateHeader, at: Self.cell(1, 10)))
    journal.add(Finding(CSVRules.unnamedColumn, at: Self.cell(2, 11)))
    journal.add(Finding(MappingRules.noSubject, at: SourcePlace(file: "a.yaml")))
    #expect(journal.recordsWithFindings == 0)
    #expect(journal.count == 3)
  }

  @Test func `unmapped values are listed once with their number and first place`() {
    var journal = FindingJournal()
    for (row, value) in [(2, "F"), (3, "X"), (4, "F")] {
      journal.add(
        Finding(
          MappingRules.unmappedTerm, at: Self.cell(row, 3),
          [.plain("list", "sex"), .plain("column", "Sex"), .sensitive("value", value)]))
    }
    #expect(journal.unmapped.map(\.value) == ["F", "X"])
    #expect(journal.unmapped.map(\.count) == [2, 1])
    #expect(journal.unmapped.map(\.firstPlace) == [Self.cell(2, 3), Self.cell(3, 3)])
  }
}
