// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pipeline
import RDFIO
import RDFModel
import TestSupport
import Testing

/// A vocabulary of the product, as its file states it.
struct ShippedFile {
  static let folder = SharedFolder.packageRoot.appending(path: "Ontologies/vocabularies")

  /// The files, by name.
  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".ttl") }.sorted()

  let graph: Graph

  init(_ name: String) throws {
    graph = try RDFReader.readGraph(
      path: Self.folder.appending(path: name).path, displayName: name)
  }

  var concepts: [Term] { graph.instances(of: .iri(SKOS.namespace + "Concept")) }
  var schemes: [Term] { graph.instances(of: .iri(SKOS.namespace + "ConceptScheme")) }

  /// What a property says of a subject.
  func values(_ subject: Term, _ property: String) -> [String] {
    graph.objects(of: subject, .iri(property)).map(\.value)
  }

  /// The preferred label and the notations of each concept, by IRI.
  var codes: [String: (label: String, notations: [String])] {
    Dictionary(
      uniqueKeysWithValues: concepts.map {
        (
          $0.value,
          (
            values($0, SKOS.namespace + "prefLabel").first ?? "",
            values($0, SKOS.namespace + "notation")
          )
        )
      })
  }
}

/// Every concept that ships has a label, a code, its scheme and its source; one concern a file.
@Suite struct ShippedConceptsTests {
  private static let source = "http://purl.org/dc/terms/source"

  @Test(arguments: ShippedFile.names)
  func `every concept of a file is complete, and the file has one scheme`(_ name: String) throws {
    let file = try ShippedFile(name)
    #expect(file.schemes.count == 1, "one concern a file")
    let scheme = try #require(file.schemes.first)
    #expect(file.values(scheme, SKOS.prefLabel).count == 1)
    #expect(file.values(scheme, Self.source).count == 1)
    #expect(!file.concepts.isEmpty)
    var notations: Set<String> = []
    for concept in file.concepts {
      let labels = file.graph.objects(of: concept, .iri(SKOS.prefLabel))
      #expect(labels.count == 1 && labels[0].language == "en", "\(concept.value)")
      #expect(labels.allSatisfy { !$0.value.isEmpty })
      let codes = file.values(concept, SKOS.namespace + "notation")
      #expect(!codes.isEmpty, "\(concept.value)")
      for code in codes {
        #expect(notations.insert(code).inserted, "\(code) is the code of two concepts")
      }
      #expect(file.values(concept, SKOS.inScheme) == [scheme.value], "\(concept.value)")
      #expect(!file.values(concept, Self.source).isEmpty, "\(concept.value)")
    }
  }

  @Test(arguments: ShippedFile.names)
  func `what a concept stands below is in the same file`(_ name: String) throws {
    let file = try ShippedFile(name)
    let known = Set(file.concepts)
    for concept in file.concepts {
      for parent in file.graph.objects(of: concept, .iri(SKOS.namespace + "broader")) {
        #expect(known.contains(parent), "\(concept.value) below \(parent.value)")
        #expect(parent != concept)
      }
    }
  }

  @Test(arguments: [
    ("eu-access-right", 3), ("eu-continent", 5), ("eu-country", 240), ("eu-data-theme", 14),
    ("eu-dataset-type", 26), ("eu-distribution-status", 5), ("eu-file-type", 57),
    ("eu-frequency", 41), ("eu-language", 33), ("eu-planned-availability", 5),
    ("health-activity", 34), ("health-category", 17), ("health-coding-system", 21),
    ("health-publisher-type", 9), ("health-standard", 10), ("health-theme", 20), ("dpv-data", 6),
    ("dpv-legal-basis", 12), ("dpv-personal-data", 21), ("dpv-purpose", 5),
    ("access-conditions", 3), ("data-use-conditions", 23), ("dicom-body-part", 345),
    ("dicom-laterality", 4), ("dicom-modality", 97), ("dicom-sex", 12), ("ucum-units", 103),
    ("hyper-ontology", 958),
  ])
  func `the lists asked for are there`(_ name: String, _ count: Int) throws {
    #expect(try ShippedFile("\(name).ttl").concepts.count == count)
    #expect(ShippedFile.names.count == 28, "each in this table")
  }

  @Test(arguments: [
    ("LIVER", "10200004"), ("PROSTATE", "41216001"), ("CHEST", "816094009"),
    ("PELVIS", "816092008"), ("ABDOMENPELVIS", "818982008"), ("TESTIS", "40689003"),
    ("WHOLEBODY", "38266002"),
  ])
  func `body parts have the codes of the DICOM subset in use`(
    _ keyword: String, _ code: String
  ) throws {
    let file = try ShippedFile("dicom-body-part.ttl")
    let concept = Term.iri("https://w3id.org/fairway/dicom-body-part#\(keyword)")
    #expect(
      file.values(concept, SKOS.namespace + "exactMatch") == ["http://snomed.info/id/\(code)"])
  }

  @Test func `the keywords of DICOM are all there, with their meanings`() throws {
    guard let url = SharedFolder.find("dicom/CodeSystem-BodyPartExamined.fsh") else { return }
    let codes = try ShippedFile("dicom-body-part.ttl").codes
    let text = try String(contentsOf: url, encoding: .utf8)
    var count = 0
    for match in text.matches(of: /\* #(\S+) "([^"]*)"/) {
      let code = codes["https://w3id.org/fairway/dicom-body-part#\(match.output.1)"]
      #expect(code?.notations == [String(match.output.1)])
      // Two meanings have a letter too much in that table.
      let meaning = String(match.output.2).replacing("vertrebrae", with: "vertebrae")
        .replacing("Stiffle", with: "Stifle")
      #expect(code?.label == meaning)
      count += 1
    }
    #expect(count == 345)
  }

  @Test func `SNOMED CT codes agree with the anatomic regions of DICOM`() throws {
    guard let url = SharedFolder.find("dicom/ValueSet-dicom-cid-4-AnatomicRegion.fsh") else {
      return
    }
    let file = try ShippedFile("dicom-body-part.ttl")
    let text = try String(contentsOf: url, encoding: .utf8)
    var codes: [String: String] = [:]
    for match in text.matches(of: /sct#(\d+) \/\/"([^"]*)"/) {
      codes[match.output.2.lowercased()] = "http://snomed.info/id/\(match.output.1)"
    }
    var compared = 0
    for concept in file.concepts {
      let label = file.values(concept, SKOS.prefLabel).first?.lowercased() ?? ""
      let matches = file.values(concept, SKOS.namespace + "exactMatch")
      guard let code = codes[label], let match = matches.first else { continue }
      #expect(match == code, "\(label)")
      compared += 1
    }
    #expect(compared > 50)
  }

  @Test func `modalities of acquisition are all there`() throws {
    guard let url = SharedFolder.find("dicom/ValueSet-dicom-cid-29-AcquisitionModality.fsh") else {
      return
    }
    let codes = try ShippedFile("dicom-modality.ttl").codes
    let text = try String(contentsOf: url, encoding: .utf8)
    for match in text.matches(of: /#(\S+) \/\/"([^"]*)"/) {
      let code = codes["http://dicom.nema.org/resources/ontology/DCM/\(match.output.1)"]
      #expect(code?.label == String(match.output.2))
    }
  }
}
