// SPDX-License-Identifier: Apache-2.0

internal import Crypto
package import Diagnostics
package import Foundation
internal import RDFIO
internal import RDFModel
package import Terminology

/// A vocabulary in a file, with a binary index beside it that is made anew when the file changes.
///
/// The index is `NAME.fwterms` beside the file, or in the user's cache folder where the file's folder
/// may not be written to. An index that cannot be written is no fault: the vocabulary is then read again
/// next time.
package struct VocabularyFile: Sendable {
  /// The extension of an index.
  package static let indexExtension = "fwterms"

  /// The file.
  package let url: URL
  /// How messages name it.
  package let name: String
  /// Where an index goes if it may not stand beside the file.
  package var cache: URL = Self.userCache

  /// Names a vocabulary.
  ///
  /// - Parameter url: SKOS, OWL, OBO or a table of concepts.
  package init(_ url: URL) {
    self.url = url
    name = url.relativePath
  }

  /// The user's cache folder.
  ///
  /// - Source: XDG Base Directory Specification, `XDG_CACHE_HOME`.
  package static var userCache: URL {
    UserFolders.url("XDG_CACHE_HOME", ".cache").appending(path: "fairway/terms")
  }

  /// Where the index is looked for and put, the better place first.
  package var indexes: [URL] {
    let path = url.standardizedFileURL.path
    let key = InputRecord.sha256(Array(path.utf8)).prefix(16)
    return [
      url.appendingPathExtension(Self.indexExtension),
      cache.appending(path: "\(url.lastPathComponent)-\(key).\(Self.indexExtension)"),
    ]
  }

  /// Opens the vocabulary, from its index if that is still true.
  ///
  /// Size and times of the file decide; if they differ and the size is the same, its hash.
  /// - Throws: an unreadable file, a syntax error, or `terms.vocabulary-empty`.
  package func open() throws(DiagnosedError) -> Vocabulary {
    var stamp = try self.stamp()
    let found = indexes.lazy.compactMap { index -> Vocabulary? in
      guard let bytes = try? RDFReader.contents(of: index.path, displayName: name) else {
        return nil
      }
      return Vocabulary(index: bytes, name: name)
    }.first
    if let found, found.stamp.hasSameState(as: stamp) { return found }
    let bytes = try RDFReader.contents(of: url.path, displayName: name)
    stamp.hash = Array(SHA256.hash(data: bytes))
    if let found, found.stamp.size == stamp.size, found.stamp.hash == stamp.hash {
      return try keep(found.restamped(stamp))
    }
    var builder = VocabularyBuilder()
    try Self.read(bytes, url, name, into: &builder)
    return try keep(builder.build(stamp))
  }

  // The second place is tried when the first is not to be written to.
  private func keep(_ index: [UInt8]) throws(DiagnosedError) -> Vocabulary {
    for place in indexes {
      let folder = place.deletingLastPathComponent()
      let isSource = folder.path == url.deletingLastPathComponent().path
      if isSource && access(folder.path, W_OK) != 0 { continue }
      if (try? AtomicFile.write(index, to: place)) != nil { break }
    }
    guard let vocabulary = Vocabulary(index: index, name: name) else {
      throw DiagnosedError(VocabularyRules.empty, at: SourcePlace(file: name))
    }
    return vocabulary
  }

  private func stamp() throws(DiagnosedError) -> VocabularyStamp {
    var status = stat()
    guard stat(url.path, &status) == 0 else {
      throw DiagnosedError(
        PipelineRules.notReadable, at: SourcePlace(file: name),
        [.plain("path", name), .plain("reason", String(cString: strerror(errno)))])
    }
    return VocabularyStamp(
      size: UInt64(status.st_size), modified: Self.nanoseconds(status.st_mtim),
      changed: Self.nanoseconds(status.st_ctim), hash: VocabularyStamp.none.hash)
  }

  private static func nanoseconds(_ time: timespec) -> UInt64 {
    UInt64(truncatingIfNeeded: time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }

  /// Adds the concepts of a file of any kind: told by the extension, and for OWL and OBO by the text.
  static func read(
    _ bytes: [UInt8], _ url: URL, _ name: String, into builder: inout VocabularyBuilder
  ) throws(DiagnosedError) {
    switch url.pathExtension.lowercased() {
    case "csv", "tsv":
      try builder.addTable(bytes, file: name)
      return
    default:
      if url.pathExtension.lowercased() == "obo" || OBODocument.isOBO(bytes) {
        OBODocument.read(bytes, into: &builder)
        builder.hierarchyIsComplete = true
      } else {
        var graph = GraphBuilder()
        try RDFReader.read(
          bytes: bytes, format: format(bytes, url), base: nil, file: name, labelPrefix: "v",
          into: &graph)
        let built = graph.build()
        builder.add(built)
        // An ontology states all superclasses of its classes; a concept scheme may be an excerpt.
        builder.hierarchyIsComplete = !built.instances(of: .iri(Self.ontology)).isEmpty
      }
    }
    if builder.isEmpty {
      throw DiagnosedError(VocabularyRules.empty, at: SourcePlace(file: name))
    }
  }

  private static let ontology = "http://www.w3.org/2002/07/owl#Ontology"

  // `.owl` is RDF/XML by custom and Turtle in practice.
  private static func format(_ bytes: [UInt8], _ url: URL) -> RDFFormat {
    if url.pathExtension.lowercased() != "owl", let format = RDFFormat(path: url.path) {
      return format
    }
    let head = String(decoding: bytes.prefix(256), as: UTF8.self)
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    return head.hasPrefix("<?xml") || head.hasPrefix("<rdf:") || head.hasPrefix("<!--")
      ? .rdfXML : .turtle
  }
}

/// The folders in which a user's own files of programs stand.
///
/// - Source: XDG Base Directory Specification.
enum UserFolders {
  /// The folder that a variable names, or one in the user's home.
  static func url(_ variable: String, _ fallback: String) -> URL {
    if let path = ProcessInfo.processInfo.environment[variable], path.hasPrefix("/") {
      return URL(filePath: path)
    }
    return FileManager.default.homeDirectoryForCurrentUser.appending(path: fallback)
  }
}
