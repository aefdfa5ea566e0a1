// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pipeline
import Terminology
import TestSupport
import Testing

/// The excerpt of the hyper-ontology holds what the profile's roots, the model and the samples need.
@Suite struct HyperOntologyExcerptTests {
  private let vocabulary: Vocabulary

  init() throws {
    vocabulary = try #require(try ShippedVocabularies().hyperOntology())
  }

  @Test func `every concept that profile, model, mappings and documentation name is there`() throws
  {
    let root = SharedFolder.packageRoot
    var named: Set<String> = []
    for folder in ["Ontologies/profiles", "Ontologies/model", "Mappings", "Documentation/terms"] {
      let files = try FileManager.default.subpathsOfDirectory(
        atPath: root.appending(path: folder).path)
      for file in files where file.hasSuffix(".ttl") || file.hasSuffix(".sssom.tsv") {
        // A broken sample names what is not there; rules between fields list stages by their codes.
        if file.hasPrefix("broken/") || file == "rules.ttl" { continue }
        let text = try String(
          contentsOf: root.appending(path: "\(folder)/\(file)"), encoding: .utf8)
        for match in text.matches(of: /(?:eucaim|EUCAIM)[:#]([A-Z]+[0-9]+)/) {
          named.insert(String(match.output.1))
        }
      }
    }
    #expect(named.count > 100)
    let missing = named.filter { vocabulary.concept("EUCAIM:\($0)") == nil }
    #expect(missing.isEmpty, "\(missing.sorted())")
  }

  @Test func `every member of the profile's roots is there and stands below its root`() throws {
    guard let url = SharedFolder.find("eucaim/hyperontology-members.csv") else { return }
    let rows = DelimitedText(Array(try Data(contentsOf: url))).rows.dropFirst()
    var roots: Set<String> = []
    for row in rows where row[5] == "yes" {
      #expect(
        vocabulary.membership(of: "EUCAIM:\(row[2])", in: "EUCAIM:\(row[0])") == .yes,
        "\(row[2]) \(row[3])")
      roots.insert(row[0])
    }
    #expect(roots.count == 10, "the nine roots, and the access conditions")
  }

  @Test(arguments: [
    "https://cancerimage.eu/ontology/EUCAIM#IMG1000042",
    "https://hyperontology.eucaim.cancerimage.eu/#IMG1000042", "EUCAIM:IMG1000042",
    "EUCAIM_Hyper-Ontology_V1.0.IMG1000042",
  ])
  func `the four spellings are one concept`(_ spelling: String) throws {
    let concept = try #require(vocabulary.concept(spelling))
    #expect(concept == vocabulary.concept("EUCAIM:IMG1000042"))
    #expect(vocabulary.iri(concept) == ConceptSpelling.namespace + "IMG1000042")
    #expect(vocabulary.membership(of: spelling, in: "EUCAIM:IMG1000009") == .yes)
    let answer = try TermMemberJob(
      spelling, in: "EUCAIM_Hyper-Ontology_V1.0.IMG1000009", [],
      VocabularyShelf(URL(filePath: "/nowhere"))
    ).run()
    #expect(answer.word == "yes")
  }

  @Test func `a label that two body structures share is left open, with what stands above them`()
    throws
  {
    guard case .ambiguous(let found) = vocabulary.resolve("Ovary") else {
      Issue.record("decided by chance")
      return
    }
    #expect(
      found.map(vocabulary.description).sorted().first?.hasPrefix("BP1000274 “Ovary” (below ")
        == true)
    #expect(found.count == 2)
  }
}
