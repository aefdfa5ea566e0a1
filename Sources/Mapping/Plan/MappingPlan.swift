// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A mapping compiled for execution: every name resolved, every reference a column number.
package struct MappingPlan: Sendable {
  /// The sources, each with the maps that read it; sources without maps are left out.
  package let sources: [PlannedSource]
  /// The joins, whose parent sides are indexed before the children are read.
  package let joins: [PlannedJoin]
  /// The function calls of all maps.
  let calls: [PlannedCall]
  /// The bytes of all constants, which expressions refer to by range.
  let pool: [UInt8]
  /// The datatypes and language tags that terms are given.
  let annotations: AnnotationTable
  /// Which term map made an object, by origin number minus 1.
  package let origins: [ObjectOrigin]
  /// What the mapping is made of, for places and reports.
  package let document: MappingDocument
}

/// A source with the maps that are made of each of its records.
package struct PlannedSource: Sendable {
  /// What the mapping says about the source.
  package let logical: LogicalSource
  /// The references that the maps read, each once, with the first place that reads it.
  package let references: [PlannedReference]
  /// The maps that make statements, in the order written.
  let maps: [PlannedMap]
  /// The view that makes the records, if they do not come from the files directly.
  let view: PlannedView?
  /// The indexes into ``MappingPlan/joins`` whose parent side is this source.
  package let parentJoins: [Int]
}

/// A reference and where the mapping first uses it.
package struct PlannedReference: Sendable, Hashable {
  /// The reference as the mapping spells it.
  package let text: String
  /// Where it stands.
  package let place: SourcePlace
}

/// Statements made from each record.
struct PlannedMap: Sendable {
  let name: String
  let subject: PlannedTerm
  let graphs: [PlannedTerm]
  let condition: Int?
  let predicateObjects: [PlannedPredicateObject]
  let place: SourcePlace
}

/// Predicates and objects for a subject.
struct PlannedPredicateObject: Sendable {
  let predicates: [PlannedTerm]
  let objects: [PlannedObject]
  let graphs: [PlannedTerm]
  let condition: Int?
}

/// What makes an object.
enum PlannedObject: Sendable {
  /// A term of the record, and the number of its map for origins.
  case term(PlannedTerm, origin: UInt32)
  /// Subjects of another map that the same record makes, unless that map's condition leaves it out.
  case sameRecord(PlannedTerm, condition: Int?, origin: UInt32)
  /// Subjects found in a join index by the values of the child expressions.
  case joined(join: Int, keys: [PlannedExpression], origin: UInt32)
}

/// What makes a term.
struct PlannedTerm: Sendable {
  enum Datatype: Sendable {
    /// That of the value: text, or what a JSON number or a function's result is by itself.
    case natural
    case constant(AnnotationID)
    case expression(PlannedExpression)
  }

  enum Language: Sendable {
    case none
    case constant(AnnotationID)
    case expression(PlannedExpression)
  }

  let expression: PlannedExpression
  let kind: TermMap.Kind
  let datatype: Datatype
  let language: Language
  /// How text out of data becomes part of an IRI.
  let form: TermMap.IRIForm
  /// What a relative IRI is appended to, if the map has a base of its own.
  let base: [UInt8]
  /// The members, if the term is the head of a list or container.
  let gathering: PlannedGathering?
  /// The targets that statements with the term go to, by index.
  let targets: TargetSet
  /// The columns that the term reads, in the order written.
  let columns: [Int]
  let place: SourcePlace

  /// The triples map whose subject this is, which tells the blank nodes of its records from others'.
  var owner = ""

  /// Whether every record has a blank node of its own for the map, which has no expression.
  var isRecordNode: Bool {
    guard kind == .blankNode, case .template(let pieces) = expression else { return false }
    return pieces.isEmpty
  }
}

/// What gives text from a record.
indirect enum PlannedExpression: Sendable {
  case constant(PoolRange)
  case reference(column: Int)
  case template([PlannedPiece])
  case call(Int)

  /// The columns that are read, in order.
  ///
  /// - Parameter calls: the function calls of the plan.
  /// - Returns: a column as often as it is read.
  func columns(_ calls: [PlannedCall]) -> [Int] {
    switch self {
    case .constant: []
    case .reference(let column): [column]
    case .template(let pieces):
      pieces.compactMap { if case .reference(let column) = $0 { column } else { nil } }
    case .call(let index): calls[index].columns
    }
  }
}

/// A piece of a template.
enum PlannedPiece: Sendable {
  case text(PoolRange)
  case reference(column: Int)
}

/// A range of ``MappingPlan/pool``.
struct PoolRange: Sendable, Hashable {
  let start: Int32
  let count: Int32
}

/// A function call with its arguments in the function's own order.
struct PlannedCall: Sendable {
  let function: PreparedFunction
  let arguments: [PlannedArgument]
  let columns: [Int]
  let place: SourcePlace
  /// The code list, if the call looks a term up.
  let list: String?
}

/// The expressions of one parameter (several when the mapping repeats it).
struct PlannedArgument: Sendable {
  let intake: FunctionParameter.Intake
  let expressions: [PlannedExpression]
}

/// A join: subjects of a parent map by the values of its key expressions.
package struct PlannedJoin: Sendable {
  /// The name of the parent mapping.
  package let parentName: String
  /// The parent maps with their sources: a mapping with several sources or subjects has several.
  let parents: [PlannedParent]
}

/// One parent side of a join.
struct PlannedParent: Sendable {
  let source: Int
  let subject: PlannedTerm
  let keys: [PlannedExpression]
  let condition: Int?
}

/// Which term map made a statement's object: where to look for the cell.
package struct ObjectOrigin: Sendable {
  /// Where the term map stands in the mapping.
  package let place: SourcePlace
  /// The columns that it reads.
  package let columns: [Int]
}
