// SPDX-License-Identifier: Apache-2.0

/// Reads the terms of an OBO file into a vocabulary.
///
/// - Source: OBO Flat File Format 1.4, §3 term frames. Only `id`, `name`, `synonym`, `is_a`,
///   `intersection_of` (genus), `is_obsolete`, `replaced_by`, `alt_id` and `xref` matter here; other
///   frames and tags are passed over, as the format asks.
package enum OBODocument {
  /// Whether a text looks like OBO: its first tag is the version, or it opens a frame.
  package static func isOBO(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    return head.hasPrefix("format-version:") || head.contains("\n[Term]")
      || head.hasPrefix("[Term]")
  }

  /// Adds the terms of a file.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - builder: takes the terms.
  package static func read(_ bytes: [UInt8], into builder: inout VocabularyBuilder) {
    var frame: [(tag: Substring, value: String)]?
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      if line.hasPrefix("[") {
        if let frame { add(frame, to: &builder) }
        frame = line.hasPrefix("[Term]") ? [] : nil
      } else if frame != nil, let colon = line.firstIndex(of: ":") {
        frame?.append((line[..<colon], value(line[line.index(after: colon)...])))
      }
    }
    if let frame { add(frame, to: &builder) }
  }

  /// The IRI of an identifier such as `DUO:0000042`.
  static func iri(_ id: String) -> String {
    if id.contains("://") { return id }
    if ConceptSpelling.canonical(id) != id { return ConceptSpelling.canonical(id) }
    let parts = id.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return id }
    return "http://purl.obolibrary.org/obo/\(parts[0])_\(parts[1])"
  }

  private static func add(
    _ frame: [(tag: Substring, value: String)], to builder: inout VocabularyBuilder
  ) {
    guard let id = frame.first(where: { $0.tag == "id" })?.value else { return }
    let concept = iri(id)
    builder.declare(concept)
    builder.addLabel(id, .code, to: concept)
    let isObsolete = frame.contains { $0.tag == "is_obsolete" && $0.value == "true" }
    if isObsolete {
      let replacement = frame.first { $0.tag == "replaced_by" }?.value
      builder.deprecate(concept, replacement: replacement.map(iri))
    }
    for (tag, value) in frame {
      switch tag {
      case "name": builder.addLabel(value, .preferred, to: concept)
      case "synonym": builder.addLabel(quoted(value), .alternative, to: concept)
      case "xref", "alt_id": builder.addLabel(value, .code, to: concept)
      case "is_a": builder.addParent(iri(value), to: concept)
      case "intersection_of" where !value.contains(" "):
        builder.addParent(iri(value), to: concept)
      default: break
      }
    }
  }

  // Comments begin with ` !`, qualifiers with ` {`; inside quotes neither counts.
  private static func value(_ text: Substring) -> String {
    var value = ""
    var isQuoted = false
    var isEscaped = false
    for letter in text.drop(while: { $0 == " " }) {
      if !isEscaped && letter == "\"" { isQuoted.toggle() }
      if !isQuoted, letter == "!" || letter == "{", value.last == " " { break }
      isEscaped = !isEscaped && letter == "\\"
      value.append(letter)
    }
    while value.last == " " { value.removeLast() }
    return value
  }

  private static func quoted(_ text: String) -> String {
    var value = ""
    var isEscaped = false
    for letter in text.dropFirst() {
      if !isEscaped && letter == "\"" { break }
      isEscaped = !isEscaped && letter == "\\"
      if !isEscaped { value.append(letter) }
    }
    return value
  }
}
