// SPDX-License-Identifier: Apache-2.0

/// Where a value of JSON stands: a document by its number, and a byte in it.
struct JSONPlace: Hashable, Sendable {
  /// The number that ``JSONLDDocuments`` gave the document.
  let source: Int32
  /// The byte from the start of the document.
  let offset: Int32
}

/// A value of JSON that knows where it stands.
struct JSONValue: Sendable {
  /// What kinds there are.
  enum Kind: Sendable {
    case null
    case bool(Bool)
    /// As spelled.
    case number(String)
    case string(JSONString)
    case array([JSONValue])
    case object(JSONObject)
  }

  let kind: Kind
  let place: JSONPlace

  /// The text of a string.
  var string: JSONString? { if case .string(let text) = kind { text } else { nil } }
  /// The members of an object.
  var object: JSONObject? { if case .object(let object) = kind { object } else { nil } }
  /// The truth value.
  var bool: Bool? { if case .bool(let value) = kind { value } else { nil } }
  /// The items of an array; any other value is its own only item.
  var items: [JSONValue] { if case .array(let items) = kind { items } else { [self] } }
  /// Whether this is `null`.
  var isNull: Bool { if case .null = kind { true } else { false } }
  /// Whether this is an array.
  var isArray: Bool { if case .array = kind { true } else { false } }

  /// Whether this is a string, a number or a truth value.
  var isScalar: Bool {
    switch kind {
    case .bool, .number, .string: true
    case .null, .array, .object: false
    }
  }

  /// Whether two values are the same wherever they stand; members may be in any order.
  func isSame(as other: JSONValue) -> Bool {
    switch (kind, other.kind) {
    case (.null, .null): true
    case (.bool(let one), .bool(let other)): one == other
    case (.number(let one), .number(let other)): one == other
    case (.string(let one), .string(let other)): one == other
    case (.array(let one), .array(let other)):
      one.count == other.count && zip(one, other).allSatisfy { $0.isSame(as: $1) }
    case (.object(let one), .object(let other)):
      one.members.count == other.members.count
        && one.members.allSatisfy { other[$0.key]?.isSame(as: $0.value) == true }
    default: false
    }
  }
}

/// A member of an object.
struct JSONMember: Sendable {
  let key: JSONString
  let keyPlace: JSONPlace
  let value: JSONValue
}

/// An object: members in the order of the document, each key once.
struct JSONObject: Sendable {
  /// Up to this many members are looked through one by one.
  private static let indexedFrom = 9

  private(set) var members: [JSONMember] = []
  private var index: [JSONString: Int] = [:]

  /// The value of a key.
  subscript(key: JSONString) -> JSONValue? { position(of: key).map { members[$0].value } }

  /// Adds a member.
  ///
  /// - Returns: `false` if the object has the key, and then stays as it is.
  mutating func add(_ member: JSONMember) -> Bool {
    guard position(of: member.key) == nil else { return false }
    members.append(member)
    if members.count == Self.indexedFrom {
      for (position, one) in members.enumerated() { index[one.key] = position }
    } else if members.count > Self.indexedFrom {
      index[member.key] = members.count - 1
    }
    return true
  }

  private func position(of key: JSONString) -> Int? {
    members.count < Self.indexedFrom ? members.firstIndex { $0.key == key } : index[key]
  }
}
