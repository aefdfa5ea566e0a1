// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Reads the records of a JSON file, or of a file with one JSON document on each line.
///
/// Memory does not grow with the file: only the record at hand is kept, and of it only what the
/// references ask for. Values of references with a wildcard carry their pointers; for the others
/// ``JSONPath/pointer`` gives the way from the record.
///
/// - Source: RFC 8259, RFC 6901. Deviation: a key given twice in an
///   object is a finding, and nesting is limited.
/// - Conformance: `JSONTestSuiteTests`.
package final class JSONReader: RecordReader {
  /// What was learned on opening.
  package let facts: SourceFacts
  /// The columns of the batches.
  package let columns: BatchColumns
  private var walker: JSONWalker
  private var batchStart: Int
  private var failure: DiagnosedError?

  /// The bytes read at once; the batches do not depend on it.
  package var chunkSize: Int {
    get { walker.window.chunkSize }
    set { walker.window.chunkSize = newValue }
  }
  /// The bytes of input after which a batch ends with its record.
  package var batchSize = TreeLimits.batchBytes
  /// How many records were read the short way, without which results are the same.
  var plainRecordCount: Int { walker.plainCount }
  /// The largest record in bytes.
  package var recordLimit: Int {
    get { walker.recordLimit }
    set { walker.recordLimit = newValue }
  }

  /// Opens a file.
  ///
  /// A file whose name ends in `.ndjson` or `.jsonl`, also before `.gz`, is taken as a list of the
  /// documents on its lines: `$` and `$[*]` name each of them.
  ///
  /// - Parameters:
  ///   - path: a path, or `-` for standard input.
  ///   - displayName: the name that findings show.
  ///   - iterator: where the records are.
  ///   - references: one for each column.
  ///   - nullValues: the texts that mean null; compared with strings, numbers and booleans.
  /// - Throws: what ``ByteInput`` throws, ``JSONRules/pathUnsupported``,
  ///   ``JSONRules/pathMalformed`` or ``JSONRules/notUTF8File``.
  package convenience init(
    path: String, displayName: String, iterator: String, references: [String],
    nullValues: [String]
  ) throws(DiagnosedError) {
    // A path that cannot be used is told before the file is looked for.
    _ = try JSONPath(iterator: iterator)
    try self.init(
      ByteInput(path: path, displayName: displayName), iterator: iterator,
      references: references, nullValues: nullValues,
      hasLines: Self.hasDocumentOnEachLine(path))
  }

  /// Reads from an input.
  ///
  /// - Parameters:
  ///   - input: the document, at its beginning.
  ///   - iterator: where the records are.
  ///   - references: one for each column.
  ///   - nullValues: the texts that mean null.
  ///   - hasLines: whether every line is a document.
  /// - Throws: as the other initialiser.
  package init(
    _ input: ByteInput, iterator: String, references: [String], nullValues: [String],
    hasLines: Bool = false
  ) throws(DiagnosedError) {
    let displayName = input.displayName
    var iteratorPath = try JSONPath(iterator: iterator)
    var paths: [JSONPath] = []
    for reference in references { try paths.append(JSONPath(reference: reference)) }
    var window = try JSONWindow(input)
    let sniffed = try Self.sniff(&window, displayName)
    if hasLines { iteratorPath = iteratorPath.overLines }
    walker = JSONWalker(
      window, file: displayName, iterator: iteratorPath, references: paths,
      nullTexts: NullTexts(nullValues))
    if hasLines { walker.expectDocumentsOnLines() }
    batchStart = window.offset
    columns = BatchColumns(form: .pointers, names: references)
    facts = SourceFacts(
      file: displayName, format: "JSON", encoding: window.encoding,
      sniffed: sniffed + (hasLines ? ["one JSON document on each line"] : []))
  }

  /// Replaces the content of `batch` by the next records.
  package func read(
    into batch: inout RecordBatch, findings: inout [Finding]
  ) throws(DiagnosedError) -> Bool {
    batch.removeAll()
    batch.file = facts.file
    if let failure { throw failure }
    defer {
      findings += walker.findings
      walker.findings.removeAll()
    }
    walker.batchEnd = batchStart + batchSize
    do throws(DiagnosedError) {
      while let end = try walker.readRecord(into: &batch) {
        if end - batchStart >= batchSize {
          batchStart = end
          return true
        }
      }
    } catch {
      failure = error
      throw error
    }
    return batch.recordCount > 0
  }

  // Tells UTF-16 and UTF-32 by their marks or, as JSON begins with two ASCII characters, by zeros.
  private static func sniff(
    _ window: inout JSONWindow, _ file: String
  ) throws(DiagnosedError) -> [String] {
    let first = Array(try window.peekFirst())
    if window.encoding != .utf8 {
      return ["UTF-16 with byte order mark; offsets count its text as UTF-8"]
    }
    if first.starts(with: [0xEF, 0xBB, 0xBF]) {
      window.cursor = 3
      return ["UTF-8 with byte order mark"]
    }
    var encoding: String?
    if first.starts(with: [0xFE, 0xFF]) { encoding = "UTF-16" }
    if first.starts(with: [0xFF, 0xFE]) { encoding = "UTF-16" }
    let zeros = first.map { $0 == 0 }
    if zeros == [true, true, true, false] || zeros == [false, true, true, true] {
      encoding = "UTF-32"
    } else if zeros.starts(with: [true, false]) || zeros.starts(with: [false, true]) {
      encoding = "UTF-16"
    }
    guard let encoding else { return [] }
    throw DiagnosedError(
      JSONRules.notUTF8File, at: SourcePlace(file: file, .offset(0)),
      [.plain("encoding", encoding)])
  }

  /// Whether a file's name says that every line is a document.
  static func hasDocumentOnEachLine(_ path: String) -> Bool {
    var name = path.lowercased()
    if name.hasSuffix(".gz") { name.removeLast(3) }
    return name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl")
  }
}

extension JSONPath {
  // A path that does not choose among the lines goes on inside each of them.
  fileprivate var overLines: JSONPath {
    switch steps.first {
    case .wildcard, .index: self
    case .name, nil: JSONPath(text: text, steps: [.wildcard] + steps)
    }
  }

  private init(text: String, steps: [JSONStep]) {
    self.text = text
    self.steps = steps
  }
}
