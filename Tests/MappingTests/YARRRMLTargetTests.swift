// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Mapping
import Testing

struct YARRRMLTargetTests {
  private func document(_ targets: String, use: String) -> String {
    """
    targets: \(targets)
    prefixes: {ex: "http://ex.org/"}
    mappings:
      m: {sources: [[p.csv~csv]], s: {v: "ex:$(id)", t: \(use)}, po: [[ex:p, $(x)]]}
    """
  }

  @Test(arguments: [
    (
      "{a: [x~localfile]}", "b",
      [
        "1:11 yarrrml.unused-target: No term goes to the target “a”.",
        "4:53 yarrrml.unknown-target: There is no target “b” in this document. Did you mean “a”?",
      ]
    ),
    (
      "{a: [x, turtle]}", "a",
      [
        "1:14 yarrrml.target-shape: A short target has one to three texts, [path~type, serialization, compression]; here are 2 members."
      ]
    ),
    (
      "{a: [x~ftp]}", "a",
      ["1:15 yaml.unknown-value: “ftp” is not a value of “type”. Known: localfile, void, dcat."]
    ),
    (
      "{a: [x~sparql]}", "a",
      [
        "1:15 yarrrml.not-supported-yet: The type “sparql” in a target is not supported in this version."
      ]
    ),
    (
      "{a: ['~void']}", "a",
      ["1:15 yarrrml.empty-term: The path is empty here."]
    ),
    (
      "{a: {access: x, serialization: n3}}", "a",
      [
        "1:41 yarrrml.not-supported-yet: The serialization “n3” in a target is not supported in this version."
      ]
    ),
    (
      "{a: {access: x, source: q}}", "a",
      [
        "1:34 yarrrml.unknown-source: There is no source “q” in this document. There is nothing to choose from."
      ]
    ),
  ]) func `a fault in a target is reported where it stands`(
    targets: String, use: String, expected: [String]
  ) {
    let found = yarrrmlFindings(document(targets, use: use))
    #expect(found == expected)
  }

  @Test func `a target that several terms name stands in the document once`() throws {
    let document = try compileYARRRML(
      """
      prefixes: {ex: "http://ex.org/"}
      targets: {a: [x.ttl~localfile, turtle, gzip]}
      mappings:
        m:
          sources: [[p.csv~csv]]
          s: {v: "ex:$(id)", targets: a}
          po:
            - p: {v: ex:p, targets: [a, [y.nq~void]]}
              o: {v: $(x), targets: ["x.ttl~dcat", turtle, gzip]}
      """)
    #expect(document.targets.map(\.access) == [.constant("x.ttl"), .constant("y.nq")])
    #expect(document.targets.map(\.serialization) == ["Turtle", "N-Quads"])
    #expect(document.targets.map(\.compression) == [.gzip, nil])
    let map = try #require(document.triplesMaps.first)
    #expect(map.subject.targets == [0])
    #expect(map.predicateObjects[0].predicates[0].targets == [0, 1])
    guard case .term(let object) = map.predicateObjects[0].objects[0] else { return }
    #expect(object.targets == [0])
  }
}
