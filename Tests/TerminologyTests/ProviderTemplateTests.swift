// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Terminology
import Testing

/// The template in which providers say what their variables mean.
@Suite struct ProviderTemplateTests {
  private func read(_ text: String) throws -> (ProviderTemplate, [Finding]) {
    var notes: [Finding] = []
    let template = try ProviderTemplate(bytes: Array(text.utf8), file: "t.csv", notes: &notes)
    return (template, notes)
  }

  @Test func `each column is a variable, and line 6 and on hold what values mean`() throws {
    let (template, notes) = try read(
      "id;Sex\nPatient;Patient\nIdentifier;Birth sex\ncustom;DICOM\nP1;M\n;M = Male\n;F -> Female\n"
    )
    #expect(notes.isEmpty)
    #expect(template.variables.map(\.name) == ["id", "Sex"])
    let sex = try #require(template.variables.last)
    #expect(
      [sex.entity, sex.element, sex.standard, sex.example] == [
        "Patient", "Birth sex", "DICOM", "M",
      ])
    #expect(sex.correspondences.map(\.value) == ["M", "F"])
    #expect(sex.correspondences.map(\.meaning) == ["Male", "Female"])
    #expect(
      sex.correspondences.last?.place
        == SourcePlace(file: "t.csv", .cell(row: 7, column: 2, name: "Sex", line: 7)))
  }

  @Test(arguments: [
    ("\"0; male | 1; female\"", [["0", "male"], ["1", "female"]]),
    ("\"0=male\n1=female\"", [["0", "male"], ["1", "female"]]),
    ("1: yes", [["1", "yes"]]),
    ("male", [["male", "male"]]),
  ])
  func `correspondences are read as people write them`(
    _ cell: String, _ expected: [[String]]
  ) throws {
    let (template, _) = try read("a,b\nE,E\nx,y\nc,c\n1,2\n,\(cell)\n")
    let found = template.variables.last?.correspondences.map { [$0.value, $0.meaning] }
    #expect(found == expected)
  }

  @Test func `headings in the first column are no variable`() throws {
    let (template, _) = try read(
      "Variable,Sex\nEntity,Patient\nData element,Birth sex\nStandard,custom\nExample,M\n")
    #expect(template.variables.map(\.name) == ["Sex"])
  }

  @Test func `a blank line for the standard or the example does not shift the others`() throws {
    let (template, _) = try read("a,b\nE,E\nx,y\n\n\n,M = Male\n")
    #expect(template.variables.last?.example == "")
    #expect(template.variables.last?.correspondences.count == 1)
  }

  @Test func `half a correspondence is reported with its cell`() throws {
    let (_, notes) = try read("a\nE\nx\nc\n1\n= Male\n")
    #expect(notes.map(\.rule) == [VocabularyRules.templateCell])
    #expect(notes.first?.place?.description.hasPrefix("t.csv:6:1") == true)
  }

  @Test(arguments: ["", "a,b\n", "a\nE\n", ",\nE,E\nx,y\nc,c\n1,2\n"])
  func `another table is refused`(_ text: String) {
    #expect(throws: DiagnosedError.self) { try read(text) }
  }
}
