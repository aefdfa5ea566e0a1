// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation
internal import RDFIO
package import Terminology

/// The vocabularies that a user has imported: one index each, in one folder.
package struct VocabularyShelf: Sendable {
  /// The folder.
  package let folder: URL

  /// Names a shelf.
  ///
  /// - Parameter folder: the folder; the user's own when `nil`: `FAIRWAY_TERMS`, or `fairway/terms` in
  ///   the user's data folder.
  package init(_ folder: URL? = nil) {
    let named = ProcessInfo.processInfo.environment["FAIRWAY_TERMS"].map { URL(filePath: $0) }
    self.folder =
      folder ?? named
      ?? UserFolders.url("XDG_DATA_HOME", ".local/share").appending(path: "fairway/terms")
  }

  /// Imports files as one vocabulary, in place of one of that name.
  ///
  /// - Parameters:
  ///   - files: SKOS, OWL, OBO or tables of concepts; statements about one concept may be spread.
  ///   - name: the name of the vocabulary.
  ///   - isComplete: whether the files state the whole hierarchy; `nil` if they say so themselves.
  /// - Returns: the vocabulary, as it was written.
  /// - Throws: an unreadable file, a syntax error, `terms.vocabulary-empty`, or an index that cannot be
  ///   written.
  package func importFiles(
    _ files: [URL], as name: String, isComplete: Bool? = nil
  ) throws(DiagnosedError) -> Vocabulary {
    var builder = VocabularyBuilder()
    var saysItIsComplete = !files.isEmpty
    for file in files {
      let bytes = try RDFReader.contents(of: file.path, displayName: file.relativePath)
      builder.hierarchyIsComplete = false
      try VocabularyFile.read(bytes, file, file.relativePath, into: &builder)
      saysItIsComplete = saysItIsComplete && builder.hierarchyIsComplete
    }
    builder.hierarchyIsComplete = isComplete ?? saysItIsComplete
    guard !builder.isEmpty, let vocabulary = Vocabulary(index: builder.build(), name: name) else {
      throw DiagnosedError(
        VocabularyRules.empty, at: files.first.map { SourcePlace(file: $0.relativePath) })
    }
    try AtomicFile.write(vocabulary.bytes, to: file(name))
    return vocabulary
  }

  /// Imports files as `importFiles` does, and counts the concepts.
  package func take(
    _ files: [URL], as name: String, isComplete: Bool?
  ) throws(DiagnosedError) -> Int {
    try importFiles(files, as: name, isComplete: isComplete).count
  }

  /// The vocabularies imported, by name; a damaged index is passed over.
  package func vocabularies() -> [Vocabulary] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      let file = folder.appending(path: name)
      guard file.pathExtension == VocabularyFile.indexExtension,
        let bytes = try? RDFReader.contents(of: file.path, displayName: name)
      else { return nil }
      return Vocabulary(index: bytes, name: file.deletingPathExtension().lastPathComponent)
    }
  }

  /// The vocabularies to work with: the files named, else what was imported, else the excerpt of the
  /// hyper-ontology that ships with the product.
  ///
  /// - Parameter files: vocabularies by file.
  /// - Returns: at least one.
  /// - Throws: what makes a file unreadable, or `terms.no-vocabulary`.
  package func vocabularies(or files: [URL]) throws(DiagnosedError) -> [Vocabulary] {
    var opened: [Vocabulary] = []
    for file in files { opened.append(try VocabularyFile(file).open()) }
    if opened.isEmpty { opened = vocabularies() }
    if opened.isEmpty, let excerpt = try ShippedVocabularies().hyperOntology() {
      opened = [excerpt]
    }
    guard !opened.isEmpty else {
      throw DiagnosedError(
        VocabularyRules.noVocabulary, at: nil, [.plain("folder", folder.path)])
    }
    return opened
  }

  private func file(_ name: String) -> URL {
    // A name becomes a file's name, so it must stay one.
    let safe = name.unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-_.".unicodeScalars
          .contains(scalar)
        ? Character(scalar) : "-"
    }
    return folder.appending(path: "\(String(safe)).\(VocabularyFile.indexExtension)")
  }
}
