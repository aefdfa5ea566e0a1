// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension XMLReader {
  /// Opens a file whose paths may be any expression of XPath 1.0.
  ///
  /// Plain paths stream. Where a reference is more, or the iterator has conditions behind its last step,
  /// each record is kept as a tree while it is read, up
  /// to ``TreeLimits/recordBytes``, with the elements around it and their attributes. Where the
  /// iterator is more, or a reference may lead out of the record, the whole document is kept, up to
  /// ``TreeLimits/xmlDocumentBytes``. Neither has more than ``TreeLimits/xmlTreeNodes``.
  ///
  /// - Parameters:
  ///   - path: a path, or `-` for standard input.
  ///   - displayName: the name that findings show.
  ///   - iterator: where the records are.
  ///   - namespaces: what prefixes of the paths stand for; the empty prefix for names without one.
  ///   - references: one for each column.
  ///   - nullValues: the texts that mean null.
  /// - Returns: a reader that has read the head of the file.
  /// - Throws: what is wrong with a path, before the file is looked for, and what the file throws.
  /// - Source: XPath 1.0.
  package static func open(
    path: String, displayName: String, iterator: String, namespaces: [String: String],
    references: [String], nullValues: [String]
  ) throws(DiagnosedError) -> XMLReader {
    let request = try Self.request(
      iterator: iterator, namespaces: namespaces, references: references, nullValues: nullValues)
    return try XMLReader(ByteInput(path: path, displayName: displayName), request)
  }

  /// Opens a document that is in memory.
  ///
  /// - Parameters:
  ///   - input: the document.
  ///   - iterator: where the records are.
  ///   - namespaces: what prefixes of the paths stand for.
  ///   - references: one for each column.
  /// - Returns: a reader that has read the head of the document.
  /// - Throws: what is wrong with a path or with the document.
  package static func open(
    _ input: ByteInput, iterator: String, namespaces: [String: String], references: [String]
  ) throws(DiagnosedError) -> XMLReader {
    try XMLReader(
      input,
      request(iterator: iterator, namespaces: namespaces, references: references, nullValues: []))
  }

  /// What a reader is to find by paths of every kind.
  ///
  /// - Throws: what is wrong with a path, without a place.
  static func request(
    iterator: String, namespaces: [String: String], references: [String], nullValues: [String]
  ) throws(DiagnosedError) -> Request {
    let plainIterator = try? XMLPath(iterator: iterator)
    let plain = references.map { try? XMLPath(reference: $0) }
    var request = Request(
      iterator: plainIterator, paths: plain.compactMap(\.self), tree: nil,
      namespaces: namespaces, references: references, nullValues: nullValues)
    if plainIterator != nil, request.paths.count == references.count { return request }
    request.paths = []
    let query = try XMLQuery(iterator, namespaces: namespaces)
    var queries: [XMLQuery] = []
    for reference in references { try queries.append(XMLQuery(reference, namespaces: namespaces)) }
    // Faults of syntax are found before the file is.
    _ = try XMLQueryEvaluation([query] + queries, namespaces: namespaces, byLocalName: false)
    let leaves = queries.contains { $0.leavesRecord && !$0.isPlain }
    let filter = leaves ? nil : XMLRecordFilter(iterator, namespaces: namespaces)
    request.iterator = leaves ? nil : plainIterator ?? filter?.path
    request.tree = XMLTree(
      iterator: request.iterator == nil ? query : nil, filter: filter?.query, references: queries,
      namespaces: namespaces)
    return request
  }
}
