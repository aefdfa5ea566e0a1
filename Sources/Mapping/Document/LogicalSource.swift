// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Where records come from.
///
/// - Source: RML-IO §Logical source; RML-LV for ``view``.
package struct LogicalSource: Sendable, Hashable {
  /// How the references of a source are read.
  package enum ReferenceFormulation: String, Sendable, CaseIterable {
    case csv
    case jsonpath
    case xpath
  }

  /// What a relative path begins at.
  package enum Root: Sendable, Hashable {
    /// The folder of the mapping file.
    case mappingFolder
    /// The folder that the program was started in.
    case workingFolder
    /// Another folder, by its path.
    case folder(String)
  }

  /// The name in the document; a made-up one (`mapping name#1`) for an inline source.
  package var name: String
  /// A file, a glob or a folder, relative to ``root``; the view's name for a view.
  package var access: String
  /// What a relative path begins at.
  package var root: Root
  /// How references are read; those of a view are names of fields whatever stands here.
  package var formulation: ReferenceFormulation
  /// Where the records are; `nil` for CSV.
  package var iterator: String?
  /// The delimiter, one character, if declared.
  package var delimiter: String?
  /// The encoding's name, if declared.
  package var encoding: String?
  /// What else is declared about a table.
  package var table: TableDialect
  /// What prefixes in the source's paths stand for, besides those of the document.
  package var namespaces: [String: String]
  /// The texts that mean null, if declared; `[]` says that none does.
  package var nullValues: [String]?
  /// Columns or paths whose values together never repeat, if declared: the source's key.
  package var key: [String]
  /// The view that makes the records, if they do not come from files.
  package var view: LogicalView?
  /// Where the source stands in the document.
  package var place: SourcePlace

  /// Describes a source.
  package init(
    name: String, access: String, formulation: ReferenceFormulation, iterator: String? = nil,
    delimiter: String? = nil, encoding: String? = nil, place: SourcePlace
  ) {
    self.name = name
    self.access = access
    self.formulation = formulation
    self.iterator = iterator
    self.delimiter = delimiter
    self.encoding = encoding
    self.place = place
    root = .mappingFolder
    table = TableDialect()
    namespaces = [:]
    key = []
  }
}

/// What a mapping declares about a table besides delimiter and encoding.
///
/// - Source: CSV on the Web, Metadata Vocabulary §5.9 (dialect descriptions).
package struct TableDialect: Sendable, Hashable {
  /// The character around cells, if declared.
  package var quote: String?
  /// What begins a line that is a comment, if declared.
  package var commentPrefix: String?
  /// Whether the first row names the columns; `nil` if not said.
  package var hasHeader: Bool?
  /// The names of the columns, if declared.
  package var columnNames: [String] = []
  /// How many rows are skipped before the header, if declared.
  package var rowsBeforeHeader: Int?
  /// Whether blanks around cells are left out; `nil` if not said.
  package var trims: Bool?

  /// Declares nothing.
  package init() {}
}
