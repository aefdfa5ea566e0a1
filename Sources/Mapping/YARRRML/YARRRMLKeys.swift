// SPDX-License-Identifier: Apache-2.0

package import LocatedYAML

/// The keys of one kind of mapping in a YARRRML document.
package struct YARRRMLKeyTable: Sendable {
  /// The name of the definition in the JSON Schema.
  package let name: String
  /// What such a mapping is, in words with an article.
  package let context: String
  /// The keys that are read.
  package let keys: [YAMLKey]
  /// Keys of the specification and its extensions that this version refuses by name.
  package let notYet: [String]

  /// Every spelling of every key that is read, as the JSON Schema lists them.
  package var allNames: [String] { keys.flatMap(\.allNames) }
}

/// The keys of YARRRML, all spellings.
///
/// - Source: YARRRML 1.3.0 §Shortcuts, and the reference parser where it knows more.
package enum YARRRMLKeys {
  /// The root of a document.
  package static let document = YARRRMLKeyTable(
    name: "document", context: "a YARRRML document",
    keys: [
      "base", "prefixes", YAMLKey("authors", "author", "a"), YAMLKey("sources", "source", "s"),
      YAMLKey("targets", "target", "t"), "external", YAMLKey("mappings", "mapping", "m"),
    ],
    notYet: ["authentications"])

  /// An author in long form.
  package static let author = YARRRMLKeyTable(
    name: "author", context: "an author",
    keys: ["name", "email", "website"], notYet: [])

  /// A source in long form.
  package static let source = YARRRMLKeyTable(
    name: "source", context: "a source",
    keys: ["access", "type", "referenceFormulation", "iterator", "delimiter", "encoding"],
    notYet: [
      "credentials", "queryFormulation", "query", "contentType", "operationType", "security",
    ])

  /// A target in long form.
  package static let target = YARRRMLKeyTable(
    name: "target", context: "a target",
    keys: ["access", "type", "serialization", "compression", "source"],
    notYet: ["ldes", "credentials", "security"])

  /// A mapping.
  package static let mapping = YARRRMLKeyTable(
    name: "mapping", context: "a mapping",
    keys: [
      YAMLKey("sources", "source"), YAMLKey("subjects", "subject", "s"),
      YAMLKey("predicateobjects", "predicateobject", "po"), YAMLKey("graphs", "graph", "g"),
      YAMLKey("conditions", "condition", "c"),
    ],
    notYet: ["changeDetection", "targets", "target", "t"])

  /// Predicates and objects in long form.
  package static let predicateObject = YARRRMLKeyTable(
    name: "predicateobject", context: "a predicate-object",
    keys: [
      YAMLKey("predicates", "predicate", "p"), YAMLKey("objects", "object", "o"),
      YAMLKey("graphs", "graph", "g"), YAMLKey("conditions", "condition", "c"), "type", "datatype",
      YAMLKey("language", "lang"),
      YAMLKey("inversepredicates", "inversepredicate", "iv", "i"),
    ],
    notYet: ["targets", "target", "t"])

  /// A predicate, graph, datatype or language in long form.
  package static let term = YARRRMLKeyTable(
    name: "term", context: "a term",
    keys: [
      YAMLKey("value", "v"), YAMLKey("function", "fn", "f"), YAMLKey("parameters", "pms"),
      YAMLKey("targets", "target", "t"),
    ],
    notYet: [])

  /// A subject in long form.
  package static let typedTerm = YARRRMLKeyTable(
    name: "typedTerm", context: "a term",
    keys: term.keys + ["type"], notYet: [])

  /// The value of a parameter in long form.
  package static let argument = YARRRMLKeyTable(
    name: "argument", context: "the value of a parameter",
    keys: [
      YAMLKey("value", "v"), YAMLKey("function", "fn", "f"), YAMLKey("parameters", "pms"), "type",
    ],
    notYet: [])

  /// An object in long form.
  package static let object = YARRRMLKeyTable(
    name: "object", context: "an object",
    keys: [
      YAMLKey("value", "v"), YAMLKey("function", "fn", "f"), YAMLKey("parameters", "pms"),
      YAMLKey("mapping", "m"), "type", "datatype", YAMLKey("language", "lang"),
      YAMLKey("conditions", "condition", "c"), YAMLKey("graphs", "graph", "g"),
      YAMLKey("targets", "target", "t"),
    ],
    notYet: [])

  /// A function that serves as a condition.
  package static let condition = YARRRMLKeyTable(
    name: "condition", context: "a condition",
    keys: [YAMLKey("function", "fn", "f"), YAMLKey("parameters", "pms")], notYet: [])

  /// A parameter of a function in long form.
  package static let parameter = YARRRMLKeyTable(
    name: "parameter", context: "a parameter",
    keys: [YAMLKey("parameter", "pm"), YAMLKey("value", "v"), "type", "from"], notYet: [])

  /// What to do about keys that this version does not have.
  static let hints = [
    "targets": "Name the targets at a term: the subject, a predicate, an object or a graph.",
    "target": "Name the targets at a term: the subject, a predicate, an object or a graph.",
    "t": "Name the targets at a term: the subject, a predicate, an object or a graph.",
    "changeDetection": "Remove it; every run maps all records of its sources.",
    "ldes": "Remove it; the target is written as a whole.",
    "authentications": "Remove it; sources and targets are local files.",
    "credentials": "Remove it; targets are local files.",
    "security": "Remove it; targets are local files.",
  ]

  /// All tables.
  package static let all = [
    document, author, source, target, mapping, predicateObject, term, typedTerm, argument, object,
    condition, parameter,
  ]
}
