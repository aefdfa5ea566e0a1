// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import LocatedYAML
import Mapping
import Testing

/// Every node of every case replaced by something that does not belong there.
struct YARRRMLMutationTests {
  @Test(arguments: MappingSuiteTests.yarrrml)
  func `whatever stands in the place of a node is read or reported`(_ one: MappingCase) throws {
    let root = try? LocatedYAML.parse(bytes: one.bytes("mapping.yarrrml.yaml"), file: "m.yaml")
    guard let root else { return }
    let count = Self.count(root)
    for number in 1..<count {
      var left = number + 1
      let mutant = Self.replaced(&left, root, Self.variants[number % Self.variants.count])
      var notes: [Finding] = []
      do throws(DiagnosedError) {
        let document = try YARRRMLCompiler.compile(mutant, notes: &notes)
        _ = RMLWriter.quads(document)
      } catch {
        notes = error.findings
        #expect(notes.contains { $0.severity == .violation })
      }
      expectFilled(notes)
      #expect(notes.allSatisfy { $0.place != nil })
    }
  }

  @Test
  func `any text in the place of a call, a template, a source or a target is read or reported`()
    throws
  {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "ex:f", "(", ")", "$(", "a", "=", ",", "\\", "\"", "'", " ", "~", ":", "_", "é", "iri",
    ]
    let slots = [
      "po: [{p: ex:p, o: {f: TEXT}}]", "po: [{p: ex:p, o: x, c: TEXT}]", "po: [[ex:p, TEXT]]",
      "po: [[TEXT, x, TEXT]]", "po: [{p: {v: ex:p, t: TEXT}, o: TEXT}]",
      "po: [{p: ex:p, o: {m: person, c: TEXT}}]",
    ]
    for round in 0..<4_000 {
      let text = (0...next(10)).map { _ in pieces[next(pieces.count)] }.joined()
      let quoted = "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
      let slot = slots[round % slots.count].replacing("TEXT", with: quoted)
      _ = yarrrmlFindings(yarrrmlHead + "    " + slot)
    }
  }

  private static let variants: [YAMLNode.Content] = [
    .scalar("", isPlain: true), .scalar("x", isPlain: true), .sequence([]), .mapping([]),
    .scalar("$(", isPlain: false), .scalar("a~b", isPlain: false), .scalar("ex:f(", isPlain: false),
    .sequence([
      YAMLNode(.sequence([]), at: YAMLPosition(line: 9, column: 9), file: "m.yaml"),
      YAMLNode(.mapping([]), at: YAMLPosition(line: 9, column: 9), file: "m.yaml"),
    ]),
  ]

  private static func count(_ node: YAMLNode) -> Int {
    let inner = (node.members ?? []) + (node.entries ?? []).map(\.value)
    return inner.reduce(1) { $0 + count($1) }
  }

  // Numbers count down in the order of the document; the node at which 0 is reached is replaced.
  private static func replaced(
    _ left: inout Int, _ node: YAMLNode, _ content: YAMLNode.Content
  ) -> YAMLNode {
    left -= 1
    if left == 0 { return YAMLNode(content, at: node.position, file: node.file) }
    guard left > 0 else { return node }
    if let members = node.members {
      var inner: [YAMLNode] = []
      for member in members { inner.append(replaced(&left, member, content)) }
      return YAMLNode(.sequence(inner), at: node.position, file: node.file)
    }
    if let entries = node.entries {
      var inner: [YAMLEntry] = []
      for entry in entries {
        inner.append(YAMLEntry(key: entry.key, value: replaced(&left, entry.value, content)))
      }
      return YAMLNode(.mapping(inner), at: node.position, file: node.file)
    }
    return node
  }
}
