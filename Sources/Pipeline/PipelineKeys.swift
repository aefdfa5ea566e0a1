// SPDX-License-Identifier: Apache-2.0

internal import LocatedYAML

/// The keys and words of a pipeline file, as the loader reads them and the JSON Schema lists them.
package enum PipelineKeys {
  /// The keys of the file.
  package static let pipeline = ["name", "catalogue", "datasets", "failOn", "publish"]
  /// The keys of `publish`.
  package static let publish = ["flavours"]
  /// The keys of a dataset.
  package static let dataset = [
    "mapping", "terms", "shapes", "description", "sources", "nullValues", "raggedRows",
  ]
  /// The keys of a source.
  package static let source = [
    "access", "nullValues", "raggedRows", "encoding", "delimiter", "rowsBeforeHeader",
    "rowsAfterHeader",
  ]
  /// The words of `failOn`, the heaviest severity first.
  package static let failOn = ["violation", "warning", "never"]
  /// The words of `raggedRows`.
  package static let raggedRows = ["report", "map"]
  /// How many rows may stand before or after a header.
  package static let skippedRows = 0...1_000

  /// Keys as the YAML reader takes them.
  static func keys(_ names: [String]) -> [YAMLKey] { names.map { YAMLKey(stringLiteral: $0) } }
}
