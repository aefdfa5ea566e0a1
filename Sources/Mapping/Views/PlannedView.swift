// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// A logical view, compiled: its keys are numbered, and every level of nesting is a source of its own.
///
/// - Source: RML-LV.
struct PlannedView: Sendable {
  /// The index of the source or view that the records come from.
  let source: Int
  /// The names that maps can refer to: fields by their full names, and `#` and `NAME.#` for indexes.
  let keys: [String]
  /// The outermost fields.
  let top: PlannedLevel
  /// The joins, in the order written.
  let joins: [PlannedViewJoin]
}

/// Fields that are read from one kind of record.
struct PlannedLevel: Sendable {
  /// What the records are asked for.
  let references: [PlannedReference]
  let fields: [PlannedField]
}

/// A field, compiled.
struct PlannedField: Sendable {
  /// The number of its key; `nil` for a field that holds records.
  let key: Int?
  /// The number of the key of its index.
  let indexKey: Int?
  let expression: PlannedExpression
  /// What is read from each of its values.
  let iterations: [PlannedIteration]
}

/// Records inside of a value.
struct PlannedIteration: Sendable {
  let formulation: LogicalSource.ReferenceFormulation
  let iterator: String?
  /// What prefixes of paths into XML stand for.
  var namespaces: [String: String] = [:]
  /// The number of the key of the records' index, if they have one of their own.
  let indexKey: Int?
  let level: PlannedLevel
  /// Where its field stands in the mapping.
  let place: SourcePlace
}

/// Rows of another view beside those of this one.
struct PlannedViewJoin: Sendable {
  let keepsUnmatched: Bool
  /// The index of the other view.
  let parent: Int
  /// What this view's rows are asked for.
  let child: PlannedLevel
  /// What the other view's rows are asked for; the fields are those that come with a row.
  let other: PlannedLevel
  let childKeys: [PlannedExpression]
  let parentKeys: [PlannedExpression]
  let place: SourcePlace
}
