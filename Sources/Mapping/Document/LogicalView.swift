// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A flat table made of the records of a source: one row for every combination of its fields' values.
///
/// - Source: RML-LV.
package struct LogicalView: Sendable, Hashable {
  /// The index in ``MappingDocument/sources`` of the source or view that it is made of.
  package var source: Int
  /// The fields, in the order written.
  package var fields: [Field]
  /// The joins with other views, in the order written.
  package var joins: [Join]
  /// Where the view stands in the document.
  package var place: SourcePlace

  /// Describes a view.
  package init(source: Int, fields: [Field], joins: [Join] = [], place: SourcePlace) {
    self.source = source
    self.fields = fields
    self.joins = joins
    self.place = place
  }

  /// A named part of a record.
  package struct Field: Sendable, Hashable {
    /// What a field holds.
    package enum Content: Sendable, Hashable {
      /// Values.
      case expression(Expression)
      /// Records inside the record, found by an iterator, read by the formulation if it changes.
      case iterable(iterator: String?, formulation: LogicalSource.ReferenceFormulation?)
    }

    /// The name, without the names of the fields around it.
    package var name: String
    /// What it holds.
    package var content: Content
    /// The fields inside it.
    package var fields: [Field]
    /// What prefixes of its paths stand for, besides those of the document.
    package var namespaces: [String: String] = [:]
    /// Where it stands in the document.
    package var place: SourcePlace

    /// Describes a field.
    package init(name: String, content: Content, fields: [Field] = [], place: SourcePlace) {
      self.name = name
      self.content = content
      self.fields = fields
      self.place = place
    }
  }

  /// Rows of another view put beside those of this one.
  package struct Join: Sendable, Hashable {
    /// Whether rows without a partner are kept.
    package var keepsUnmatched: Bool
    /// The index in ``MappingDocument/sources`` of the other view.
    package var parent: Int
    /// What must be equal: `child` is of this view, `parent` of the other.
    package var conditions: [JoinCondition]
    /// Fields of the other view under names of their own.
    package var fields: [Field]
    /// Where it stands in the document.
    package var place: SourcePlace

    /// Describes a join.
    package init(
      keepsUnmatched: Bool, parent: Int, conditions: [JoinCondition], fields: [Field],
      place: SourcePlace
    ) {
      self.keepsUnmatched = keepsUnmatched
      self.parent = parent
      self.conditions = conditions
      self.fields = fields
      self.place = place
    }
  }
}
