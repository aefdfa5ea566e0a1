// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Terminology
import TestSupport
import Testing

/// Labels that several concepts of the hyper-ontology share are never decided by chance.
@Suite struct SharedLabelTests {
  static let hyperOntology: Vocabulary? = {
    var builder = VocabularyBuilder()
    for name in ["concepts", "subclasses", "altlabels"] {
      guard let url = SharedFolder.find("eucaim/hyperontology-\(name).csv"),
        let data = try? Data(contentsOf: url),
        (try? builder.addTable(Array(data), file: name)) != nil
      else { return nil }
    }
    return Vocabulary(index: builder.build(), name: "hyper-ontology")
  }()

  static func shared(_ vocabulary: Vocabulary) -> [String: Set<Int>] {
    var concepts: [String: Set<Int>] = [:]
    for concept in 0..<vocabulary.count where !vocabulary.isDeprecated(concept) {
      concepts[vocabulary.label(concept), default: []].insert(concept)
    }
    return concepts.filter { $0.value.count > 1 }
  }

  @Test func `every shared label is left open without a class`() throws {
    guard let vocabulary = Self.hyperOntology else { return }
    let shared = Self.shared(vocabulary)
    #expect(shared.count == 38, "as the tables count them")
    for (label, expected) in shared {
      guard case .ambiguous(let found) = vocabulary.resolve(label) else {
        Issue.record("\(label) was decided by chance")
        continue
      }
      #expect(expected.isSubset(of: found))
    }
  }

  @Test func `a target with a shared label is a finding with every candidate and its parents`()
    throws
  {
    guard let vocabulary = Self.hyperOntology else { return }
    let check = TermMappingCheck([vocabulary])
    for (label, candidates) in Self.shared(vocabulary) {
      let target = try #require(candidates.first)
      let row = [
        "x", "list", "skos:exactMatch", vocabulary.iri(target), label,
        "semapv:ManualMappingCuration",
      ].joined(separator: "\t")
      var notes: [Finding] = []
      let set = try SSSOM.parse(
        bytes: Array(
          ("subject_label\tsubject_source\tpredicate_id\tobject_id\tobject_label\t"
            + "mapping_justification\n" + row + "\n").utf8), file: "m.tsv", notes: &notes)
      let findings = check.findings(set)
      #expect(findings.map(\.rule) == [VocabularyRules.ambiguousLabel], "\(label)")
      #expect(findings.first?.place?.description == "m.tsv:2")
      let message = findings.first?.message() ?? ""
      for candidate in candidates {
        #expect(message.contains(vocabulary.description(candidate)), "\(label)")
        for parent in vocabulary.parents(candidate) {
          #expect(message.contains(vocabulary.label(parent)), "\(label)")
        }
      }
    }
  }

  @Test(arguments: [
    ("Computed tomography", "IMG1000042", "IMG1000026"),
    ("Magnetic resonance imaging", "IMG1000038", "IMG1000022"),
    ("Mammography", "IMG1004455", "IMG1000030"), ("Ultrasound", "IMG1000035", "IMG1000040"),
    ("Positron emission tomography", "IMG1000062", "IMG1000037"),
  ])
  func `the profile's class for modalities decides between the twins`(
    _ label: String, _ modality: String, _ procedure: String
  ) throws {
    guard let vocabulary = Self.hyperOntology else { return }
    let wanted = try #require(vocabulary.concept("EUCAIM:\(modality)"))
    let twin = try #require(vocabulary.concept("EUCAIM:\(procedure)"))
    #expect(
      vocabulary.resolve(label, root: "EUCAIM:IMG1000009") == .concept(wanted))
    guard case .ambiguous(let found) = vocabulary.resolve(label) else {
      Issue.record("decided by chance")
      return
    }
    #expect(Set(found) == [wanted, twin])
  }
}
