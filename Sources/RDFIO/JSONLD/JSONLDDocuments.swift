// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// The document that is read and the contexts that it refers to, for places and errors.
final class JSONLDDocuments {
  private let contexts: JSONLDContexts
  private var scanners: [DocumentScanner] = []
  private var loaded: [JSONString: JSONValue] = [:]

  /// - Parameter contexts: what may be referred to.
  init(_ contexts: JSONLDContexts) { self.contexts = contexts }

  /// Reads a document.
  ///
  /// - Throws: what is wrong with its JSON.
  func read(_ bytes: [UInt8], file: String) throws(DiagnosedError) -> JSONValue {
    guard bytes.count <= RDFLimits.jsonDocumentBytes else {
      throw DiagnosedError(
        RDFRules.tooLong, at: SourcePlace(file: file),
        [.plain("what", "The document"), .plain("limit", RDFLimits.jsonDocumentBytes)])
    }
    let scanner = try DocumentScanner(bytes, file: file)
    scanners.append(scanner)
    var reader = JSONTreeReader(scanner, source: Int32(scanners.count - 1))
    return try reader.document()
  }

  /// The document of a context.
  ///
  /// - Parameters:
  ///   - iri: its absolute IRI.
  ///   - place: where it is referred to.
  /// - Returns: the whole document, read once.
  /// - Throws: `rdf.remote-context` if it is not allowed, or what is wrong with its JSON.
  func context(_ iri: JSONString, at place: JSONPlace) throws(DiagnosedError) -> JSONValue {
    if let document = loaded[iri] { return document }
    guard let bytes = contexts[iri] else {
      let names = contexts.names
      let allowed = names.isEmpty ? "" : ", or use one of these: \(names.joined(separator: ", "))"
      throw failure(
        RDFRules.remoteContext, at: place,
        [
          .plain("iri", iri.text), .plain("allowed", allowed),
          .plain("code", JSONLDErrorCode.loadingRemoteContextFailed.rawValue),
        ])
    }
    let document = try read(bytes, file: iri.text)
    loaded[iri] = document
    return document
  }

  /// The error of a rule at a place.
  func failure(
    _ rule: FindingRule, at place: JSONPlace, _ arguments: [FindingArgument]
  ) -> DiagnosedError {
    scanners[Int(place.source)].failure(rule, at: Int(place.offset), arguments)
  }

  /// The error that the specification has a name for.
  func failure(_ code: JSONLDErrorCode, at place: JSONPlace) -> DiagnosedError {
    failure(
      RDFRules.jsonLD, at: place, [.plain("code", code.rawValue), .plain("problem", code.problem)])
  }
}
