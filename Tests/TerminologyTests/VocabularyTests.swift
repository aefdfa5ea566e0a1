// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFModel
import Terminology
import Testing

/// Vocabularies from graphs, tables and OBO, and what they answer.
@Suite struct VocabularyTests {
  private static let eucaim = ConceptSpelling.namespace

  /// A small vocabulary out of tables.
  static func tables(_ texts: String..., isComplete: Bool = false) throws -> Vocabulary {
    var builder = VocabularyBuilder()
    for text in texts { try builder.addTable(Array(text.utf8), file: "table.csv") }
    builder.hierarchyIsComplete = isComplete
    return try #require(Vocabulary(index: builder.build(), name: "small"))
  }

  private static let concepts = """
    code,label,omop_domain
    IMG1,Imaging modality,Observation
    IMG2,Computed tomography,Observation
    IMG3,Computed tomography,Procedure
    IMG4,Imaging procedure,Procedure
    IMG5,Low-dose CT,Observation
    IMG6,Loner,

    """
  private static let parents = """
    child_code,parent_code
    IMG2,IMG1
    IMG5,IMG2
    IMG3,IMG4

    """

  @Test(arguments: [
    "https://cancerimage.eu/ontology/EUCAIM#IMG2",
    "https://hyperontology.eucaim.cancerimage.eu/#IMG2", "EUCAIM:IMG2",
    "EUCAIM_Hyper-Ontology_V1.0.IMG2",
  ])
  func `four spellings are one concept`(_ spelling: String) throws {
    let vocabulary = try Self.tables(Self.concepts)
    let concept = try #require(vocabulary.concept(spelling))
    #expect(vocabulary.iri(concept) == Self.eucaim + "IMG2")
    #expect(vocabulary.label(concept) == "Computed tomography")
    #expect(vocabulary.group(concept) == "Observation")
  }

  @Test func `membership is yes, no or not known, and says which`() throws {
    let partial = try Self.tables(Self.concepts, Self.parents)
    #expect(partial.membership(of: "EUCAIM:IMG5", in: "EUCAIM:IMG1") == .yes)
    #expect(partial.membership(of: "EUCAIM:IMG1", in: "EUCAIM:IMG1") == .yes)
    #expect(partial.membership(of: "EUCAIM:IMG3", in: "EUCAIM:IMG1") == .notKnown)
    #expect(partial.membership(of: "EUCAIM:IMG6", in: "EUCAIM:IMG1") == .notKnown)
    #expect(partial.membership(of: "EUCAIM:ABSENT", in: "EUCAIM:IMG1") == .notKnown)
    #expect(
      partial.membership(of: "EUCAIM:IMG1", in: "EUCAIM:IMG5") == .no,
      "what stands above a class is not below it")
    let whole = try Self.tables(Self.concepts, Self.parents, isComplete: true)
    #expect(whole.membership(of: "EUCAIM:IMG3", in: "EUCAIM:IMG1") == .no)
    #expect(whole.membership(of: "EUCAIM:IMG6", in: "EUCAIM:IMG1") == .no)
  }

  @Test func `a circle of superclasses is walked once`() throws {
    let vocabulary = try Self.tables(
      Self.concepts, "child_code,parent_code\nIMG2,IMG5\nIMG5,IMG2\n")
    #expect(vocabulary.membership(of: "EUCAIM:IMG2", in: "EUCAIM:IMG5") == .yes)
    #expect(vocabulary.membership(of: "EUCAIM:IMG2", in: "EUCAIM:IMG1") == .no)
  }

  @Test func `a shared label is decided by a class and never by chance`() throws {
    let vocabulary = try Self.tables(Self.concepts, Self.parents)
    let observation = try #require(vocabulary.concept("EUCAIM:IMG2"))
    let procedure = try #require(vocabulary.concept("EUCAIM:IMG3"))
    #expect(vocabulary.resolve("computed  TOMOGRAPHY") == .ambiguous([observation, procedure]))
    #expect(
      vocabulary.resolve("Computed tomography", root: "EUCAIM:IMG1") == .concept(observation))
    #expect(vocabulary.resolve("Computed tomography", root: "EUCAIM:IMG4") == .concept(procedure))
    #expect(vocabulary.resolve("nothing") == .unknown)
    #expect(
      vocabulary.description(procedure)
        == "IMG3 “Computed tomography” (below Imaging procedure)")
  }

  @Test func `letters may be composed or not`() throws {
    let vocabulary = try Self.tables("code,label\nX1,Caf\u{E9}\n")
    #expect(vocabulary.concepts(labelled: "cafe\u{301}").count == 1)
  }

  @Test func `a graph of classes gives labels, superclasses and replacements`() throws {
    let owl = "http://www.w3.org/2002/07/owl#"
    let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
    let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    let type = Term.iri(rdf + "type")
    var builder = GraphBuilder()
    for name in ["A", "B", "C", "Old"] {
      builder.add(.iri("urn:\(name)"), type, .iri(owl + "Class"))
      builder.add(.iri("urn:\(name)"), .iri(rdfs + "label"), .literal("label of \(name)"))
    }
    builder.add(.iri("urn:B"), .iri(rdfs + "subClassOf"), .iri("urn:A"))
    // C is A and something more.
    builder.add(.iri("urn:C"), .iri(owl + "equivalentClass"), .blankNode("e"))
    builder.add(.blankNode("e"), .iri(owl + "intersectionOf"), .blankNode("l1"))
    builder.add(.blankNode("l1"), .iri(rdf + "first"), .blankNode("restriction"))
    builder.add(.blankNode("l1"), .iri(rdf + "rest"), .blankNode("l2"))
    builder.add(.blankNode("l2"), .iri(rdf + "first"), .iri("urn:A"))
    builder.add(.blankNode("l2"), .iri(rdf + "rest"), .iri(rdf + "nil"))
    builder.add(.iri("urn:Old"), .iri(owl + "deprecated"), .literal("true"))
    builder.add(
      .iri("urn:Old"), .iri("http://purl.obolibrary.org/obo/IAO_0100001"), .iri("urn:B"))
    var vocabularies = VocabularyBuilder()
    vocabularies.add(builder.build())
    let vocabulary = try #require(Vocabulary(index: vocabularies.build(), name: "owl"))
    #expect(vocabulary.count == 4)
    #expect(vocabulary.membership(of: "urn:B", in: "urn:A") == .yes)
    #expect(vocabulary.membership(of: "urn:C", in: "urn:A") == .yes)
    let old = try #require(vocabulary.concept("urn:Old"))
    #expect(vocabulary.isDeprecated(old))
    #expect(vocabulary.replacement(old) == "urn:B")
  }

  @Test func `an OBO file gives terms, synonyms and what replaces them`() throws {
    let text = """
      format-version: 1.4

      [Term]
      id: DUO:0000001
      name: data use permission ! not a comment's end

      [Term]
      id: DUO:0000006
      name: health research
      synonym: "HMB \\"quoted\\"" EXACT [] {source="x"}
      is_a: DUO:0000001 ! data use permission
      xref: GA4GH:hmb

      [Term]
      id: DUO:0000002
      name: old
      is_obsolete: true
      replaced_by: DUO:0000006

      [Typedef]
      id: part_of

      """
    #expect(OBODocument.isOBO(Array(text.utf8)))
    var builder = VocabularyBuilder()
    OBODocument.read(Array(text.utf8), into: &builder)
    let vocabulary = try #require(Vocabulary(index: builder.build(), name: "duo"))
    #expect(vocabulary.count == 3)
    let obo = "http://purl.obolibrary.org/obo/"
    #expect(
      vocabulary.membership(of: obo + "DUO_0000006", in: obo + "DUO_0000001") == .yes)
    let health = try #require(vocabulary.concept(obo + "DUO_0000006"))
    #expect(vocabulary.concepts(labelled: "HMB \"quoted\"") == [health])
    #expect(vocabulary.concepts(labelled: "GA4GH:hmb") == [health])
    let old = try #require(vocabulary.concept(obo + "DUO_0000002"))
    #expect(vocabulary.replacement(old) == obo + "DUO_0000006")
  }

  @Test func `a table of other columns is refused`() {
    var builder = VocabularyBuilder()
    #expect {
      try builder.addTable(Array("a,b\n1,2\n".utf8), file: "x.csv")
    } throws: { error in
      (error as? DiagnosedError)?.findings.first?.rule == VocabularyRules.table
    }
  }

  @Test func `a damaged index is noticed at every byte`() throws {
    let index = try Self.tables(Self.concepts, Self.parents).bytes
    for position in stride(from: 0, to: index.count, by: 7) where !(8..<64).contains(position) {
      var damaged = index
      damaged[position] ^= 0x40
      // The reserved word at the end of the counts says nothing.
      if (84..<88).contains(position) { continue }
      #expect(Vocabulary(index: damaged, name: "x") == nil, "byte \(position)")
    }
    #expect(Vocabulary(index: Array(index.dropLast()), name: "x") == nil)
    #expect(Vocabulary(index: [], name: "x") == nil)
  }

  @Test func `an index whose numbers lead nowhere is refused, even with a checksum that fits`()
    throws
  {
    let good = try Self.tables(Self.concepts, Self.parents).bytes
    var refused = 0
    for position in stride(from: 96, to: good.count, by: 4) {
      var forged = good
      forged[position + (position + 3 < good.count ? 3 : 0)] = 0xFF
      let sum = Self.checksum(forged)
      for index in 0..<8 {
        forged[88 + index] = UInt8(truncatingIfNeeded: sum >> UInt64(index * 8))
      }
      guard let opened = Vocabulary(index: forged, name: "x") else {
        refused += 1
        continue
      }
      // What is opened can be read to its end.
      for concept in 0..<opened.count {
        _ = opened.label(concept) + opened.group(concept) + opened.replacement(concept)
        _ = opened.parents(concept)
      }
      _ = opened.concepts(labelled: "Computed tomography")
    }
    #expect(refused > 50)
  }

  // As the index has it, so that a test can forge one.
  private static func checksum(_ bytes: [UInt8]) -> UInt64 {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    var index = 96
    while index + 8 <= bytes.count {
      var word: UInt64 = 0
      for offset in 0..<8 { word |= UInt64(bytes[index + offset]) << UInt64(offset * 8) }
      sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
      sum ^= sum >> 29
      index += 8
    }
    for byte in bytes[index...] { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return sum
  }

  @Test func `the order of statements does not change the index`() throws {
    let one = try Self.tables(Self.concepts, Self.parents)
    let other = try Self.tables(Self.parents, Self.concepts)
    #expect(one.bytes == other.bytes)
  }
}
