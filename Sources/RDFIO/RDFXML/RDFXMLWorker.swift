// SPDX-License-Identifier: Apache-2.0

internal import CRaptor2
package import Diagnostics
@preconcurrency internal import Glibc
package import RDFModel

/// Reads RDF/XML in a short-lived process that may do next to nothing.
///
/// ```
/// this process                                        worker
/// guards ─▶ base IRI, line break, document ─ memfd ─▶ limits, libraptor2
/// checks ◀─ N-Quads with the line as the graph ─ pipe ◀─ statements
/// ```
/// What comes back is read like any other document, so that a worker in the hands of its document
/// can give wrong statements, but none that are malformed. Nothing is handed on unless the worker
/// says that it reached the end.
package struct RDFXMLWorker: Sendable {
  /// The hidden argument that makes a program a worker.
  static let argument = "--rdfxml-worker"
  private let program: String
  private let arguments: [String]?
  private let memory: Int
  private let seconds: Int
  private let patience: Int

  /// Describes how workers are started.
  ///
  /// - Parameters:
  ///   - program: the path of a program that begins with ``runIfAsked(_:)``.
  ///   - arguments: what the program is given; what ``runIfAsked(_:)`` expects unless given.
  ///   - memory: the bytes it may take.
  ///   - seconds: the processor time it may take, and one more second for each MiB.
  ///   - patience: how many times as long it may take by the clock.
  package init(
    program: String, arguments: [String]? = nil, memory: Int = RDFLimits.xmlWorkerBytes,
    seconds: Int = RDFLimits.xmlWorkerSeconds, patience: Int = 5
  ) {
    self.program = program
    self.arguments = arguments
    self.memory = memory
    self.seconds = seconds
    self.patience = patience
  }

  /// The statements of a document, with the guards before, whatever ``RDFXMLIsolation`` says.
  ///
  /// - Parameters:
  ///   - bytes: the document, UTF-8 with or without a byte order mark.
  ///   - base: an absolute IRI that relative ones are resolved against, if there is one.
  ///   - file: the name for errors.
  ///   - labelPrefix: what is put before every blank node label.
  /// - Returns: the quads with their lines.
  /// - Throws: the document's first error, `rdf.worker-failed`, `rdf.parser-unavailable`.
  package func readAll(
    bytes: [UInt8], base: String? = nil, file: String, labelPrefix: String = ""
  ) throws(DiagnosedError) -> [(quad: Quad, line: Int)] {
    let document = Document(bytes: bytes, base: base, file: file, labelPrefix: labelPrefix)
    return try RDFXMLReader.read(document, in: .worker(self)).map { ($0.quad, $0.line) }
  }

  /// Reads a document that passed the guards.
  ///
  /// - Parameters:
  ///   - text: the document behind its byte order mark.
  ///   - document: what else is known of it.
  /// - Returns: the quads with their lines.
  /// - Throws: the document's first error, `rdf.worker-failed`, `rdf.parser-unavailable`.
  func read(
    _ text: ArraySlice<UInt8>, of document: Document
  ) throws(DiagnosedError) -> [LocatedQuad] {
    let seconds = seconds + text.count >> 20
    guard let input = Self.request(text, document.base),
      var process = ChildProcess(program, arguments ?? own(seconds), input: input)
    else { throw DiagnosedError(RDFRules.parserUnavailable, at: SourcePlace(file: document.file)) }
    let deadline = ContinuousClock.now + .seconds(seconds * patience)
    var answer = WorkerAnswer(file: document.file, labelPrefix: document.labelPrefix)
    do throws(WorkerFault) {
      while let bytes = try process.read(until: deadline) { try answer.take(bytes) }
      try process.end(by: deadline)
      return try answer.finish()
    } catch {
      switch error {
      case .document(let error): throw error
      case .worker(let problem): throw failure(problem, seconds, document.file)
      }
    }
  }

  private func own(_ seconds: Int) -> [String] { [Self.argument, "\(memory)", "\(seconds)"] }

  private func failure(_ problem: String, _ seconds: Int, _ file: String) -> DiagnosedError {
    DiagnosedError(
      RDFRules.workerFailed, at: SourcePlace(file: file),
      [
        .plain("problem", problem), .plain("seconds", seconds), .plain("memory", memory >> 20),
      ])
  }

  // In memory, since a pipe would have to be fed while the answer is read.
  private static func request(_ text: ArraySlice<UInt8>, _ base: String?) -> CInt? {
    let descriptor = fairway_memory_file("rdfxml")
    guard descriptor >= 0 else { return nil }
    let head = Array((base ?? "").utf8) + [0x0A]
    guard Descriptors.write(head[...], to: descriptor), Descriptors.write(text, to: descriptor),
      lseek(descriptor, 0, SEEK_SET) == 0
    else {
      close(descriptor)
      return nil
    }
    return descriptor
  }
}

/// Why a worker's answer cannot be used.
enum WorkerFault: Error {
  /// The document has an error.
  case document(DiagnosedError)
  /// The worker did something wrong, as the rest of a sentence that begins with it.
  case worker(String)
}
