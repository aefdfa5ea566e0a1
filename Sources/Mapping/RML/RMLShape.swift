// SPDX-License-Identifier: Apache-2.0

/// What a kind of node of a mapping may have, as the modules of RML say it.
struct RMLShape {
  /// The kind, in words.
  let kind: String
  /// The properties that it may have.
  let words: Set<String>
  /// Those of which it may have one value.
  var single: [String] = []
  /// Groups of which it may have one property.
  var exclusive: [[String]] = []
  /// Properties that mean nothing without another one.
  var companions: [(word: String, of: String)] = []
  /// Whether a misspelt property is one of CSV on the Web.
  var isTable = false
}

extension RMLShape {
  static let triplesMap = RMLShape(
    kind: "triples map",
    words: [
      "type", "logicalSource", "logicalTable", "subjectMap", "subject", "predicateObjectMap",
      "baseIRI", "condition",
    ], single: ["baseIRI", "condition"], exclusive: [["logicalSource", "logicalTable"]])

  static let predicateObjectMap = RMLShape(
    kind: "predicate-object map",
    words: [
      "type", "predicate", "predicateMap", "object", "objectMap", "graph", "graphMap", "condition",
    ], single: ["condition"])

  // MARK: Terms

  /// The properties that say where a value comes from.
  static let expressions = [
    "constant", "reference", "column", "template", "functionExecution", "functionValue",
  ]
  private static let outputs = ["return", "returnMap"]
  private static let annotations = ["datatype", "datatypeMap", "language", "languageMap"]
  private static let gathering = ["gather", "gatherAs", "strategy", "allowEmptyListAndContainer"]
  private static let needsFunction = outputs.map { (word: $0, of: "functionExecution") }
  private static let needsGather = gathering.dropFirst().map { (word: $0, of: "gather") }

  /// A map that makes terms in a place.
  static func termMap(_ role: RMLTermRole) -> RMLShape {
    var own: [String] = []
    switch role {
    case .subject: own = ["class", "graph", "graphMap", "condition"]
    case .predicate: own = ["condition"]
    case .graph: break
    case .object: own = annotations + ["condition", "parentTriplesMap", "joinCondition"]
    }
    let single =
      expressions + outputs + gathering + ["termType", "inverseExpression"]
      + (role == .object ? annotations : [])
    var shape = RMLShape(
      kind: role.words, words: Set(single + own + ["type", "logicalTarget"]),
      single: single + (own.contains("condition") ? ["condition"] : []),
      exclusive: [expressions, outputs, ["constant", "gather"]],
      companions: needsFunction + needsGather)
    if role == .object {
      shape.exclusive.append(annotations)
      shape.companions.append((word: "joinCondition", of: "parentTriplesMap"))
    }
    return shape
  }

  /// An object map that names another triples map.
  static let reference = RMLShape(
    kind: "object map",
    words: Set(
      ["type", "parentTriplesMap", "joinCondition", "condition", "termType"] + expressions
        + annotations + gathering),
    single: ["parentTriplesMap", "condition"],
    exclusive: (expressions + annotations + ["gather", "termType"]).map {
      ["parentTriplesMap", $0]
    })

  /// A map that gives text; a term type does no harm there and is often written.
  static func expressionMap(_ kind: String) -> RMLShape {
    RMLShape(
      kind: kind, words: Set(expressions + outputs + ["type", "logicalTarget", "termType"]),
      single: expressions + outputs + ["termType"], exclusive: [expressions, outputs],
      companions: needsFunction)
  }

  // MARK: Functions and joins

  static let functionExecution = RMLShape(
    kind: "function execution", words: ["type", "function", "functionMap", "input"],
    single: ["function", "functionMap"], exclusive: [["function", "functionMap"]])

  static let input = RMLShape(
    kind: "input", words: ["type", "parameter", "parameterMap", "inputValue", "inputValueMap"],
    single: ["parameter", "parameterMap", "inputValue", "inputValueMap"],
    exclusive: [["parameter", "parameterMap"], ["inputValue", "inputValueMap"]])

  static let functionValue = RMLShape(
    kind: "function value",
    words: ["type", "predicateObjectMap", "logicalSource", "logicalTable"])

  static let functionParameter = RMLShape(
    kind: "parameter of a function value",
    words: ["type", "predicate", "predicateMap", "object", "objectMap"],
    single: ["predicate", "predicateMap"], exclusive: [["predicate", "predicateMap"]])

  static let joinCondition = RMLShape(
    kind: "join condition", words: ["type", "child", "childMap", "parent", "parentMap"],
    single: ["child", "childMap", "parent", "parentMap"],
    exclusive: [["child", "childMap"], ["parent", "parentMap"]])

  // MARK: Views

  static let view = RMLShape(
    kind: "logical view",
    words: ["type", "viewOn", "field", "leftJoin", "innerJoin", "structuralAnnotation"])

  static let field = RMLShape(
    kind: "field",
    words: Set(
      ["type", "fieldName", "field", "iterator", "referenceFormulation"] + expressions + outputs),
    single: ["iterator", "referenceFormulation"] + expressions + outputs,
    exclusive: [expressions + ["iterator"], outputs], companions: needsFunction)

  static let viewJoin = RMLShape(
    kind: "join", words: ["type", "parentLogicalView", "joinCondition", "field"])

  static let annotation = RMLShape(
    kind: "structural annotation", words: ["type", "onFields", "targetView", "targetFields"],
    single: ["onFields", "targetView", "targetFields"])

  // MARK: Sources and targets

  static let logicalSource = RMLShape(
    kind: "logical source",
    words: [
      "type", "source", "referenceFormulation", "iterator", "null", "encoding", "compression",
      "query", "sqlVersion", "tableName", "subjectMap",
    ], single: ["referenceFormulation", "iterator", "encoding", "compression"])

  static let formulation = RMLShape(
    kind: "reference formulation", words: ["type", "namespace"])

  static let namespace = RMLShape(
    kind: "namespace", words: ["type", "namespacePrefix", "namespaceURL"],
    single: ["namespacePrefix", "namespaceURL"])

  static let source = RMLShape(
    kind: "source", words: ["type", "root", "path", "null", "encoding", "compression", "url"],
    single: ["root", "path", "encoding", "compression", "url"], exclusive: [["path", "url"]])

  static let table = RMLShape(
    kind: "table",
    words: [
      "type", "root", "path", "null", "encoding", "compression", "url", "dialect", "tableSchema",
    ], single: ["root", "path", "encoding", "compression", "url", "dialect", "tableSchema"],
    exclusive: [["path", "url"]], isTable: true)

  static let dialect = RMLShape(
    kind: "dialect",
    words: [
      "type", "delimiter", "encoding", "quoteChar", "commentPrefix", "header", "headerRowCount",
      "trim", "skipRows", "skipColumns", "doubleQuote", "lineTerminators", "skipBlankRows",
      "skipInitialSpace",
    ],
    single: [
      "delimiter", "encoding", "quoteChar", "commentPrefix", "header", "headerRowCount", "trim",
      "skipRows", "skipColumns", "doubleQuote", "skipBlankRows", "skipInitialSpace",
    ], isTable: true)

  /// What columns have in common, and what a schema may say for all of them.
  private static let inherited = [
    "null", "datatype", "separator", "default", "lang", "required", "ordered", "textDirection",
    "aboutUrl", "propertyUrl", "valueUrl",
  ]

  static let tableSchema = RMLShape(
    kind: "table schema",
    words: Set(["type", "column", "primaryKey", "foreignKey", "rowTitle", "note"] + inherited),
    isTable: true)

  static let tableColumn = RMLShape(
    kind: "column",
    words: Set(
      ["type", "name", "title", "titles", "note", "virtual", "suppressOutput"] + inherited),
    single: ["name"] + inherited, isTable: true)

  static let logicalTarget = RMLShape(
    kind: "logical target", words: ["type", "target", "serialization", "encoding", "compression"],
    single: ["serialization", "encoding", "compression"])

  static let target = RMLShape(
    kind: "target", words: ["type", "root", "path", "pathMap", "encoding", "compression"],
    single: ["root", "path", "pathMap", "encoding", "compression"],
    exclusive: [["path", "pathMap"]])
}
