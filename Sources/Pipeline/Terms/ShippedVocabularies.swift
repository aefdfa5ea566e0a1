// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
internal import Foundation
internal import RDFModel
package import Terminology

/// The vocabularies that ship with the product, one file for each concern.
///
/// Without the folder `Ontologies`, there are none.
package struct ShippedVocabularies: Sendable {
  private let folder: OntologyFolder?
  private let project: ProjectFolder
  private var files: [URL] { folder?.vocabularies ?? [] }

  /// Finds them.
  package init() {
    project = ProjectFolder(of: URL(filePath: "terms"), allowed: [])
    folder = try? OntologyFolder.find(for: project)
  }

  /// The excerpt of the hyper-ontology, which stands in for the whole until that is imported.
  ///
  /// - Throws: what makes a file unreadable.
  package func hyperOntology() throws(DiagnosedError) -> Vocabulary? { try open("hyper-ontology") }

  /// All others: authority tables, lists of HealthDCAT-AP, DPV, DICOM and units.
  ///
  /// - Throws: what makes a file unreadable.
  package func codeLists() throws(DiagnosedError) -> [Vocabulary] {
    var opened: [Vocabulary] = []
    for file in files where Self.name(file) != "hyper-ontology" {
      opened.append(try VocabularyFile(file).open())
    }
    return opened
  }

  /// What the codes of DICOM and UCUM say.
  ///
  /// - Throws: what makes a file unreadable.
  package func meanings() throws(DiagnosedError) -> CodeMeanings {
    guard let folder else { return CodeMeanings() }
    let flavours = try FlavourLibrary(folder, project: project, labels: Graph())
    var meanings = CodeMeanings(dead: DeadTarget.all(flavours.set))
    for list in CodeMeanings.List.allCases {
      let name = list == .unit ? "ucum-units" : "dicom-\(list.rawValue)"
      if let vocabulary = try open(name) { meanings.add(vocabulary, as: list) }
    }
    return meanings
  }

  private func open(_ name: String) throws(DiagnosedError) -> Vocabulary? {
    guard let file = files.first(where: { Self.name($0) == name }) else { return nil }
    return try VocabularyFile(file).open()
  }

  private static func name(_ file: URL) -> String {
    file.deletingPathExtension().lastPathComponent
  }
}

extension VocabularyShelf {
  /// Suggesters over the vocabularies to work with.
  ///
  /// - Parameter files: vocabularies by file.
  /// - Returns: one for each vocabulary, with the codes that ship.
  /// - Throws: what makes a file unreadable, or `terms.no-vocabulary`.
  func suggesters(over files: [URL]) throws(DiagnosedError) -> [TermSuggester] {
    let meanings = try ShippedVocabularies().meanings()
    return try vocabularies(or: files).map { TermSuggester($0, meanings: meanings) }
  }
}
