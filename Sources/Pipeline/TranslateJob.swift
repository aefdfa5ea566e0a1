// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation
internal import LocatedYAML
internal import Mapping

/// Writes a mapping as RML in the current vocabulary: what `fairway mapping translate` does.
package struct TranslateJob: Sendable {
  /// What came of a job.
  package struct Outcome: Sendable {
    /// Notes and warnings about the mapping, by rule.
    package let findings: FindingCollector
    /// The triples maps written.
    package let mapCount: Int
  }

  /// The mapping: YARRRML in one or more files, which are read as if they were one, or one file of
  /// RML in either vocabulary.
  package var mappings: [URL]
  /// Values for `$(_name)` in the mapping.
  package var externals: [String: String] = [:]
  /// The file to write; standard output when `nil`.
  package var output: URL?

  /// Describes a job.
  ///
  /// - Parameter mappings: YARRRML files, or one file in Turtle.
  package init(mappings: [URL]) { self.mappings = mappings }

  /// Translates the mapping; its sources are not looked for.
  ///
  /// - Returns: what was noted about the mapping, and the count.
  /// - Throws: every fault of the mapping; an output that cannot be written.
  package func run() throws(DiagnosedError) -> Outcome {
    var notes: [Finding] = []
    let document = try document(&notes)
    let text = try RMLWriter.write(document)
    var target = try JobOutput(output)
    try target.write(text)
    try target.commit()
    var journal = FindingJournal(log: { _ in })
    journal.add(notes)
    return Outcome(findings: journal.collector, mapCount: document.triplesMaps.count)
  }

  private func document(_ notes: inout [Finding]) throws(DiagnosedError) -> MappingDocument {
    if mappings.count == 1, mappings[0].pathExtension.lowercased() == "ttl" {
      let name = ProjectFolder(of: mappings[0], allowed: []).name(of: mappings[0])
      return try RMLReader.readFile(path: mappings[0].path, name: name)
    }
    var roots: [YAMLNode] = []
    for mapping in mappings {
      let name = ProjectFolder(of: mapping, allowed: []).name(of: mapping)
      guard ["yml", "yaml"].contains(mapping.pathExtension.lowercased()) else {
        throw DiagnosedError(
          PipelineRules.mappingLanguage, at: SourcePlace(file: name), [.plain("path", name)])
      }
      roots.append(try LocatedYAML.parseFile(mapping.path, as: name))
    }
    return try YARRRMLCompiler.compile(roots, externals: externals, notes: &notes)
  }
}
