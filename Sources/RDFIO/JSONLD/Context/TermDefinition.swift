// SPDX-License-Identifier: Apache-2.0

/// The kinds of containers of a term.
struct Container: OptionSet {
  let rawValue: UInt8

  static let graph = Container(rawValue: 1)
  static let id = Container(rawValue: 2)
  static let index = Container(rawValue: 4)
  static let language = Container(rawValue: 8)
  static let list = Container(rawValue: 16)
  static let set = Container(rawValue: 32)
  static let type = Container(rawValue: 64)

  /// The container that a keyword names.
  init?(keyword: JSONString) {
    switch keyword {
    case "@graph": self = .graph
    case "@id": self = .id
    case "@index": self = .index
    case "@language": self = .language
    case "@list": self = .list
    case "@set": self = .set
    case "@type": self = .type
    default: return nil
    }
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Whether these may stand together in one definition.
  var isAllowed: Bool {
    let others = subtracting(.set)
    if contains(.graph) {
      return others == .graph || others == [.graph, .id] || others == [.graph, .index]
    }
    return others.rawValue.nonzeroBitCount <= 1 && self != [.list, .set]
  }
}

/// Something a term may set, or explicitly have not.
enum TermSetting: Equatable {
  /// Not spoken of; what holds for the context holds.
  case unset
  /// `null`, or the value.
  case set(JSONString?)

  /// What holds, where `inherited` does unless the term says otherwise.
  func value(otherwise inherited: JSONString?) -> JSONString? {
    switch self {
    case .unset: inherited
    case .set(let value): value
    }
  }
}

/// A context that holds below a term, or for nodes of a type.
struct ScopedContext {
  let value: JSONValue
  /// What its relative references are resolved against.
  let base: BaseIRI?
}

/// What a term means.
///
/// - Source: JSON-LD 1.1 API §4.1 “term definition”.
final class TermDefinition {
  /// `nil` if the term stands for nothing.
  var iri: JSONString?
  var isPrefix = false
  var isProtected = false
  var isReverse = false
  var container: Container = []
  var type: JSONString?
  var language = TermSetting.unset
  var direction = TermSetting.unset
  /// The property that keys of an index map are values of, `@index` if `nil`.
  var index: JSONString?
  var nest: JSONString?
  var context: ScopedContext?

  /// Whether another definition says the same, protection aside.
  func isSame(as other: TermDefinition) -> Bool {
    let sameContext =
      switch (context, other.context) {
      case (nil, nil): true
      case (let one?, let other?): one.value.isSame(as: other.value)
      default: false
      }
    return sameContext && iri == other.iri && isPrefix == other.isPrefix
      && isReverse == other.isReverse && container == other.container && type == other.type
      && language == other.language && direction == other.direction && index == other.index
      && nest == other.nest
  }
}
