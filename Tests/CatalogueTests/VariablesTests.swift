// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import RDFModel
import Testing

private let written =
  Samples.mandatory + """
    variables:
      tables:
        follow-up:
          title: Follow-up
          columns:
            weeks:
              name: Weeks since diagnosis
              title: weeks
              description: Weeks from diagnosis to the visit.
              datatype: integer
              property: https://example.org/weeks
            remark:
              title: remark
              description: What was noted.
    """

struct VariablesTests {
  func lines(_ description: DatasetDescription, _ subject: String) -> [String] {
    description.quads.filter { $0.subject == .iri(subject) }
      .map { "\(IRIName.last($0.predicate.value)) \($0.object)" }
  }

  @Test func `a list that people write stands in place of the computed one`() throws {
    let description = DatasetDescription.make(
      summary: Samples.summary, human: try Samples.dataset(yaml: written),
      context: DescriptionContext(date: "2026-07-01"))
    let group = "https://example.org/d#variables"
    #expect(
      lines(description, group) == [
        "type <http://www.w3.org/ns/csvw#TableGroup>", "table <\(group)-table-follow-up>",
      ])
    #expect(
      lines(description, group + "-table-follow-up") == [
        "title \"Follow-up\"@en", "type <http://www.w3.org/ns/csvw#Table>",
        "column <\(group)-table-follow-up-column-remark>",
        "column <\(group)-table-follow-up-column-weeks>",
      ])
    #expect(
      lines(description, group + "-table-follow-up-column-weeks") == [
        "description \"Weeks from diagnosis to the visit.\"@en",
        "type <http://www.w3.org/ns/csvw#Column>",
        "datatype <http://www.w3.org/2001/XMLSchema#integer>", "name \"Weeks since diagnosis\"",
        "propertyUrl \"https://example.org/weeks\"^^<http://www.w3.org/2001/XMLSchema#anyURI>",
        "title \"weeks\"@en",
      ])
    #expect(
      lines(description, group + "-table-follow-up-column-remark").contains("name \"remark\""))
    let structured = lines(description, "https://example.org/d").filter {
      $0.hasPrefix("hasStructuredData")
    }
    #expect(
      structured == ["hasStructuredData \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>"])
  }

  @Test func `every word of CSV on the Web is one of its vocabulary`() throws {
    let official: Set<String> = [
      CSVW.TableGroup, CSVW.Table, CSVW.Schema, CSVW.Column, CSVW.table, CSVW.tableSchema,
      CSVW.column, CSVW.name, CSVW.title, CSVW.datatype, CSVW.primaryKey, CSVW.propertyUrl,
      CSVW.valueUrl,
    ]
    let description = try Samples.description("lung")
    let words = description.quads.flatMap { [$0.predicate.value, $0.object.value] }
      .filter { $0.hasPrefix(CSVW.namespace) }
    #expect(Set(words) == official)
  }

  @Test(arguments: [
    (
      "          datatype: integer", "          datatype: number",
      "23:21 description.unknown-code"
    ),
    (
      "          property: https://example.org/weeks", "          property: weeks",
      "24:21 description.wrong-form"
    ),
    ("    follow-up:\n", "    Follow up:\n", "16:5 description.not-a-name"),
    ("      title: Follow-up\n", "", "17:7 description.missing-key"),
  ]) func `a fault in the list is found where it stands`(
    text: String, fault: String, expected: String
  ) throws {
    let error = try #require(throws: DiagnosedError.self) {
      try Samples.dataset(yaml: written.replacing(text, with: fault))
    }
    #expect(placed(error.findings) == [expected])
  }
}
