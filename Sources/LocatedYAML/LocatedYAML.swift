// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
@preconcurrency internal import Glibc

/// Reads YAML into nodes that know where they stand.
///
/// A subset that has one meaning: one document, text keys, each once; no anchors, aliases or tags.
/// - Source: YAML 1.2.2, as libyaml reads it.
package enum LocatedYAML {
  /// The most bytes that a text may have.
  package static let byteLimit = 3 * 1024 * 1024
  /// The most lists and mappings inside each other.
  package static let depthLimit = 50
  /// The most findings that are collected before the reading ends.
  package static let findingLimit = 100

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: where the file is.
  ///   - file: how findings name it; the path itself when `nil`.
  /// - Returns: the root of the document.
  /// - Throws: as ``parse(bytes:file:)``, or that the file cannot be read.
  package static func parseFile(
    _ path: String, as file: String? = nil
  ) throws(DiagnosedError) -> YAMLNode {
    try parse(bytes: readFile(path, as: file ?? path), file: file ?? path)
  }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, or UTF-16 with a byte order mark.
  ///   - file: how findings name it.
  /// - Returns: the root of the document.
  /// - Throws: all that is wrong with the text, up to ``findingLimit``; a break of the grammar ends
  ///   the reading and comes alone or last.
  /// - Complexity: O(`bytes.count`), without recursion.
  package static func parse(bytes: [UInt8], file: String) throws(DiagnosedError) -> YAMLNode {
    guard bytes.count <= byteLimit else {
      throw DiagnosedError(
        YAMLRules.tooLarge, at: SourcePlace(file: file), [.plain("limit", byteLimit)])
    }
    var events = YAMLEvents(bytes, file: file)
    var builder = YAMLTreeBuilder(file: file)
    while !builder.isDone {
      let event: YAMLEvent
      do {
        event = try events.next()
      } catch {
        throw DiagnosedError(builder.findings + error.findings)
      }
      try builder.take(event)
    }
    return try builder.finish()
  }

  private static func readFile(_ path: String, as file: String) throws(DiagnosedError) -> [UInt8] {
    func failure() -> DiagnosedError {
      DiagnosedError(
        YAMLRules.unreadable, at: SourcePlace(file: file),
        [.plain("file", file), .plain("reason", String(cString: strerror(errno)))])
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    // One byte over the limit is enough for `parse` to refuse it.
    while bytes.count <= byteLimit {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure() }
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return bytes
  }
}
