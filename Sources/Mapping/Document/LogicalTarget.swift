// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Where statements go that are made with a term map that names it.
///
/// - Source: RML-IO §Logical target.
package struct LogicalTarget: Sendable, Hashable {
  /// How a target's file is compressed.
  package enum Compression: String, Sendable, CaseIterable {
    case gzip
    case zip
    case tarGzip
    case tarXz
  }

  /// The name in the document, or its IRI.
  package var name: String
  /// A file, relative to ``root``; an expression, since targets may differ from record to record.
  package var access: Expression
  /// What a relative path begins at.
  package var root: LogicalSource.Root
  /// The syntax, by the local name that `formats:` gives it, such as `N-Quads`.
  package var serialization: String
  /// The compression, if there is one.
  package var compression: Compression?
  /// The encoding's name, if declared; UTF-8 otherwise.
  package var encoding: String?
  /// Where the target stands in the document.
  package var place: SourcePlace

  /// Describes a target.
  package init(
    name: String, access: Expression, root: LogicalSource.Root = .workingFolder,
    serialization: String = "N-Quads", compression: Compression? = nil, encoding: String? = nil,
    place: SourcePlace
  ) {
    self.name = name
    self.access = access
    self.root = root
    self.serialization = serialization
    self.compression = compression
    self.encoding = encoding
    self.place = place
  }
}
