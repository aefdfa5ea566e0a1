// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFModel
import Shapes
import TestSupport
import Testing

/// Every row of EUCAIM DCAT-AP 2.0 held against the profile's shapes: one description passes, and
/// others, derived from the row's own columns, fail.
@Suite struct ProfileRowTests {
  @Test func `the complete description fills every row and has no finding`() throws {
    let fixture = try ProfileFixture.shared.get()
    #expect(fixture.results(fixture.complete).map(\.sentence) == [])
    for row in ProfileRow.all {
      let subjects = row.subjects(fixture)
      let predicate = fixture.iri(row.property)
      #expect(
        fixture.complete.contains { subjects.contains($0.subject) && $0.predicate == predicate },
        "\(row.name)")
    }
  }

  @Test func `the tables have 187 rows, and each has a description that fails`() {
    if SharedFolder.url == nil { return }
    #expect(ProfileRow.all.count == 187)
    #expect(Set(ProfileFault.all.map(\.row.name)).count == 187)
    let counts = ProfileFault.Kind.allCases.map { kind in
      ProfileFault.all.count { $0.kind == kind }
    }
    #expect(counts == [97, 60, 187, 53])
  }

  private static let results = Result {
    let fixture = try ProfileFixture.shared.get()
    return fixture.results(
      ofMany: ProfileFault.all.map { ($0.testDescription, $0.quads(fixture)) })
  }

  @Test(arguments: ProfileFault.all)
  func `a description that a row forbids is found at its node, in exact words`(
    fault: ProfileFault
  ) throws {
    let fixture = try ProfileFixture.shared.get()
    let results = try #require(Self.results.get()[fault.testDescription])
    let node = try #require(fault.row.subjects(fixture).first)
    let expected = try fault.expectation(at: node, fixture)
    let found = results.filter { result in
      result.component == SHACL.iri("\(expected.component)ConstraintComponent")
        && result.focusNode == node
        && fixture.sources(of: result.shape).contains(fault.row.source)
        && result.severity == expected.severity
    }
    #expect(
      found.map(\.sentence).contains(expected.sentence),
      "expected \(expected), found \(results.map(\.sentence))")
    for result in found where result.sentence == expected.sentence {
      #expect(result.path == .predicate(fixture.iri(fault.row.property).value))
      let message = fixture.value(result.shape, SHACL.iri("message"))
      #expect(message.map(\.value) == result.remedy)
    }
  }

  @Test(arguments: ProfileRow.all.filter { $0.level == "O" })
  func `an optional row may be absent`(row: ProfileRow) throws {
    let fixture = try ProfileFixture.shared.get()
    let subjects = row.subjects(fixture)
    let predicate = fixture.iri(row.property)
    let left = fixture.complete.filter {
      !(subjects.contains($0.subject) && $0.predicate == predicate)
    }
    let about = fixture.results(left).filter {
      $0.path == .predicate(predicate.value)
        && fixture.sources(of: $0.sourceShape).contains(row.source)
    }
    #expect(about.map(\.sentence) == [])
  }

  @Test(arguments: ProfileRow.all)
  func `a row's shape says what the tables say`(row: ProfileRow) throws {
    let fixture = try ProfileFixture.shared.get()
    let shape = try #require(row.shape(fixture))
    func said(_ name: String) -> [String] {
      fixture.shapes.objects(of: shape, .iri(ProfileFixture.namespace + name)).map(\.value)
    }
    #expect(said("level") == [row.level])
    #expect(Set(said("range")) == Set(row.range.map { fixture.iri($0).value }))
    #expect(said("strength") == (row.vocabulary.isEmpty ? [] : [row.strength]))
    #expect(said("vocabulary").count == row.vocabulary.count)
    for (said, written) in zip(said("vocabulary").sorted(), row.vocabulary.sorted())
    where written.hasPrefix("http") {
      #expect(said == written)
    }
    #expect(fixture.value(shape, SHACL.iri("path")) == fixture.iri(row.property))
    let minimum = fixture.value(shape, SHACL.iri("minCount"))?.value
    #expect(minimum == (row.minimum == 1 && !row.isPending ? "1" : nil))
    #expect(fixture.value(shape, SHACL.iri("maxCount"))?.value == row.maximum.map { "\($0)" })
    let words = said("condition") + said("advice")
    #expect(words.isEmpty == row.condition.isEmpty, "\(row.condition)")
  }
}
