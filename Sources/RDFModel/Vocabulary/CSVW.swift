// SPDX-License-Identifier: Apache-2.0

/// CSV on the Web.
package enum CSVW {
  /// The namespace.
  package static let namespace = "http://www.w3.org/ns/csvw#"
  /// `csvw:TableGroup`.
  package static let TableGroup = namespace + "TableGroup"
  /// `csvw:Table`.
  package static let Table = namespace + "Table"
  /// `csvw:Schema`.
  package static let Schema = namespace + "Schema"
  /// `csvw:Column`.
  package static let Column = namespace + "Column"
  /// `csvw:table`.
  package static let table = namespace + "table"
  /// `csvw:tableSchema`.
  package static let tableSchema = namespace + "tableSchema"
  /// `csvw:column`.
  package static let column = namespace + "column"
  /// `csvw:name`.
  package static let name = namespace + "name"
  /// `csvw:title`.
  package static let title = namespace + "title"
  /// `csvw:datatype`.
  package static let datatype = namespace + "datatype"
  /// `csvw:base`.
  package static let base = namespace + "base"
  /// `csvw:format`.
  package static let format = namespace + "format"
  /// `csvw:minimum`.
  package static let minimum = namespace + "minimum"
  /// `csvw:maximum`.
  package static let maximum = namespace + "maximum"
  /// `csvw:required`.
  package static let required = namespace + "required"
  /// `csvw:null`.
  package static let null = namespace + "null"
  /// `csvw:lang`.
  package static let lang = namespace + "lang"
  /// `csvw:default`.
  package static let `default` = namespace + "default"
  /// `csvw:separator`.
  package static let separator = namespace + "separator"
  /// `csvw:primaryKey`.
  package static let primaryKey = namespace + "primaryKey"
  /// `csvw:propertyUrl`.
  package static let propertyUrl = namespace + "propertyUrl"
  /// `csvw:aboutUrl`.
  package static let aboutUrl = namespace + "aboutUrl"
  /// `csvw:valueUrl`.
  package static let valueUrl = namespace + "valueUrl"
  /// `csvw:url`.
  package static let url = namespace + "url"
  /// `csvw:describes`.
  package static let describes = namespace + "describes"
}
