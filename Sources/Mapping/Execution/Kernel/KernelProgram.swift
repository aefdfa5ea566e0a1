// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// The maps of one source as flat programs of small plain operations, for records whose cells have one
/// value each.
///
/// What a program cannot say (functions, conditions, repeated values, blank nodes) is left to the
/// general way through ``RecordEvaluator``, which does the same more slowly; a test holds one against
/// the other. A program neither allocates nor reports: when a value does not fit, the record goes the
/// general way, which says so.
final class KernelProgram: Sendable {
  /// More columns than these do not fit into the masks; sources with more go the general way.
  static let columnLimit = 64

  // Written once in the initialiser and freed with the program. Plain pointers, since an array costs
  // a retain for every record.
  /// The programs by the index of the map in the source.
  nonisolated(unsafe) let maps: UnsafeMutableBufferPointer<KernelMap>
  nonisolated(unsafe) let statements: UnsafeMutableBufferPointer<KernelStatement>
  nonisolated(unsafe) let operations: UnsafeMutableBufferPointer<KernelOperation>
  /// The bytes of all constants, with ``OutputBuffer/slack`` bytes behind them.
  nonisolated(unsafe) let pool: UnsafeMutableBufferPointer<UInt8>

  init(
    maps: [KernelMap], statements: [KernelStatement], operations: [KernelOperation], pool: [UInt8]
  ) {
    self.maps = Self.copy(maps)
    self.statements = Self.copy(statements)
    self.operations = Self.copy(operations)
    self.pool = Self.copy(pool + [UInt8](repeating: 0, count: OutputBuffer.slack))
  }

  deinit {
    Self.free(maps)
    Self.free(statements)
    Self.free(operations)
    Self.free(pool)
  }

  private static func copy<Element>(
    _ elements: [Element]
  ) -> UnsafeMutableBufferPointer<Element> {
    let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = copy.initialize(from: elements)
    return copy
  }

  private static func free<Element>(_ elements: UnsafeMutableBufferPointer<Element>) {
    elements.deinitialize()
    elements.deallocate()
  }
}

/// A range of a program's constants.
struct KernelRange: Sendable {
  var start: UInt32 = 0
  var count: UInt32 = 0
}

/// How one map is run.
struct KernelMap: Sendable {
  /// Whether the map is plain; otherwise it goes the general way.
  var isPlain = true
  /// Columns that the subject needs a text in.
  var subjectColumns: UInt64 = 0
  /// All columns that the map reads.
  var columns: UInt64 = 0
  /// What renders the subject with its brackets and the blank behind them.
  var subject = 0..<0
  var statements = 0..<0
}

/// What renders one statement behind its subject.
struct KernelStatement: Sendable {
  enum Form: UInt8, Sendable {
    /// `before` is all there is.
    case constant
    /// `before`, the column's text escaped, `after`.
    case literal
    /// As ``literal``, if the value is text; otherwise it brings its own datatype.
    case natural
    /// `before`, the column's text percent-encoded, `after`.
    case encoded
    /// `before`, the column's text if it is an absolute IRI, `after`.
    case iri
    /// A list of operations; a check or ``isNatural`` is about `column`.
    case operations
    /// `before`, each subject that the join finds for the column's text, `after`.
    case joined
  }

  var form: Form
  var check = KernelCheck.none
  var column: Int32 = -1
  /// Whether the column's value must be text, since another brings a datatype of its own.
  var isNatural = false
  /// Columns that must have a value, possibly an empty one.
  var needed: UInt64 = 0
  /// Columns that must have a text.
  var filled: UInt64 = 0
  var before = KernelRange()
  var after = KernelRange()
  var operations = 0..<0
  /// The index of the join.
  var join: Int32 = -1
  /// The number of the object's term map.
  var objectMap: UInt32 = 0
  /// The column that the object's text begins with, -1 for none.
  var originColumn: Int32 = -1
}

/// A step of rendering.
struct KernelOperation: Sendable {
  enum Kind: UInt8, Sendable {
    case constant
    case literal
    case encoded
  }

  var kind: Kind
  var column: Int32 = -1
  var constant = KernelRange()
}

/// How a value is held against its datatype.
enum KernelCheck: Sendable, Equatable {
  case none
  case integer
  case decimal
  case date
  case other(XSDDatatype)

  init(_ datatype: XSDDatatype?) {
    switch datatype {
    case nil: self = .none
    case .integer: self = .integer
    case .decimal: self = .decimal
    case .date: self = .date
    case .some(let other): self = .other(other)
    }
  }
}
