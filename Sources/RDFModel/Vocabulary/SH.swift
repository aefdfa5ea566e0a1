// SPDX-License-Identifier: Apache-2.0

/// Shapes Constraint Language.
package enum SH {
  /// The namespace.
  package static let namespace = "http://www.w3.org/ns/shacl#"
  /// `sh:Shape`.
  package static let Shape = namespace + "Shape"
  /// `sh:NodeShape`.
  package static let NodeShape = namespace + "NodeShape"
  /// `sh:PropertyShape`.
  package static let PropertyShape = namespace + "PropertyShape"
  /// `sh:PropertyGroup`.
  package static let PropertyGroup = namespace + "PropertyGroup"
  /// `sh:targetClass`.
  package static let targetClass = namespace + "targetClass"
  /// `sh:targetNode`.
  package static let targetNode = namespace + "targetNode"
  /// `sh:targetSubjectsOf`.
  package static let targetSubjectsOf = namespace + "targetSubjectsOf"
  /// `sh:targetObjectsOf`.
  package static let targetObjectsOf = namespace + "targetObjectsOf"
  /// `sh:target`.
  package static let target = namespace + "target"
  /// `sh:property`.
  package static let property = namespace + "property"
  /// `sh:path`.
  package static let path = namespace + "path"
  /// `sh:inversePath`.
  package static let inversePath = namespace + "inversePath"
  /// `sh:alternativePath`.
  package static let alternativePath = namespace + "alternativePath"
  /// `sh:zeroOrMorePath`.
  package static let zeroOrMorePath = namespace + "zeroOrMorePath"
  /// `sh:oneOrMorePath`.
  package static let oneOrMorePath = namespace + "oneOrMorePath"
  /// `sh:zeroOrOnePath`.
  package static let zeroOrOnePath = namespace + "zeroOrOnePath"
  /// `sh:name`.
  package static let name = namespace + "name"
  /// `sh:description`.
  package static let description = namespace + "description"
  /// `sh:order`.
  package static let order = namespace + "order"
  /// `sh:group`.
  package static let group = namespace + "group"
  /// `sh:defaultValue`.
  package static let defaultValue = namespace + "defaultValue"
  /// `sh:message`.
  package static let message = namespace + "message"
  /// `sh:severity`.
  package static let severity = namespace + "severity"
  /// `sh:Violation`.
  package static let Violation = namespace + "Violation"
  /// `sh:Warning`.
  package static let Warning = namespace + "Warning"
  /// `sh:Info`.
  package static let Info = namespace + "Info"
  /// `sh:deactivated`.
  package static let deactivated = namespace + "deactivated"
  /// `sh:class`.
  package static let `class` = namespace + "class"
  /// `sh:datatype`.
  package static let datatype = namespace + "datatype"
  /// `sh:nodeKind`.
  package static let nodeKind = namespace + "nodeKind"
  /// `sh:IRI`.
  package static let IRI = namespace + "IRI"
  /// `sh:BlankNode`.
  package static let BlankNode = namespace + "BlankNode"
  /// `sh:Literal`.
  package static let Literal = namespace + "Literal"
  /// `sh:BlankNodeOrIRI`.
  package static let BlankNodeOrIRI = namespace + "BlankNodeOrIRI"
  /// `sh:BlankNodeOrLiteral`.
  package static let BlankNodeOrLiteral = namespace + "BlankNodeOrLiteral"
  /// `sh:IRIOrLiteral`.
  package static let IRIOrLiteral = namespace + "IRIOrLiteral"
  /// `sh:minCount`.
  package static let minCount = namespace + "minCount"
  /// `sh:maxCount`.
  package static let maxCount = namespace + "maxCount"
  /// `sh:minExclusive`.
  package static let minExclusive = namespace + "minExclusive"
  /// `sh:minInclusive`.
  package static let minInclusive = namespace + "minInclusive"
  /// `sh:maxExclusive`.
  package static let maxExclusive = namespace + "maxExclusive"
  /// `sh:maxInclusive`.
  package static let maxInclusive = namespace + "maxInclusive"
  /// `sh:minLength`.
  package static let minLength = namespace + "minLength"
  /// `sh:maxLength`.
  package static let maxLength = namespace + "maxLength"
  /// `sh:pattern`.
  package static let pattern = namespace + "pattern"
  /// `sh:flags`.
  package static let flags = namespace + "flags"
  /// `sh:languageIn`.
  package static let languageIn = namespace + "languageIn"
  /// `sh:uniqueLang`.
  package static let uniqueLang = namespace + "uniqueLang"
  /// `sh:equals`.
  package static let equals = namespace + "equals"
  /// `sh:disjoint`.
  package static let disjoint = namespace + "disjoint"
  /// `sh:lessThan`.
  package static let lessThan = namespace + "lessThan"
  /// `sh:lessThanOrEquals`.
  package static let lessThanOrEquals = namespace + "lessThanOrEquals"
  /// `sh:not`.
  package static let not = namespace + "not"
  /// `sh:and`.
  package static let and = namespace + "and"
  /// `sh:or`.
  package static let or = namespace + "or"
  /// `sh:xone`.
  package static let xone = namespace + "xone"
  /// `sh:node`.
  package static let node = namespace + "node"
  /// `sh:qualifiedValueShape`.
  package static let qualifiedValueShape = namespace + "qualifiedValueShape"
  /// `sh:qualifiedValueShapesDisjoint`.
  package static let qualifiedValueShapesDisjoint = namespace + "qualifiedValueShapesDisjoint"
  /// `sh:qualifiedMinCount`.
  package static let qualifiedMinCount = namespace + "qualifiedMinCount"
  /// `sh:qualifiedMaxCount`.
  package static let qualifiedMaxCount = namespace + "qualifiedMaxCount"
  /// `sh:closed`.
  package static let closed = namespace + "closed"
  /// `sh:ignoredProperties`.
  package static let ignoredProperties = namespace + "ignoredProperties"
  /// `sh:hasValue`.
  package static let hasValue = namespace + "hasValue"
  /// `sh:in`.
  package static let `in` = namespace + "in"
  /// `sh:sparql`.
  package static let sparql = namespace + "sparql"
  /// `sh:select`.
  package static let select = namespace + "select"
  /// `sh:ask`.
  package static let ask = namespace + "ask"
  /// `sh:prefixes`.
  package static let prefixes = namespace + "prefixes"
  /// `sh:declare`.
  package static let declare = namespace + "declare"
  /// `sh:prefix`.
  package static let prefix = namespace + "prefix"
  /// `sh:shapesGraph`.
  package static let shapesGraph = namespace + "shapesGraph"
  /// `sh:entailment`.
  package static let entailment = namespace + "entailment"
  /// `sh:ValidationReport`.
  package static let ValidationReport = namespace + "ValidationReport"
  /// `sh:ValidationResult`.
  package static let ValidationResult = namespace + "ValidationResult"
  /// `sh:conforms`.
  package static let conforms = namespace + "conforms"
  /// `sh:result`.
  package static let result = namespace + "result"
  /// `sh:shapesGraphWellFormed`.
  package static let shapesGraphWellFormed = namespace + "shapesGraphWellFormed"
  /// `sh:focusNode`.
  package static let focusNode = namespace + "focusNode"
  /// `sh:resultPath`.
  package static let resultPath = namespace + "resultPath"
  /// `sh:value`.
  package static let value = namespace + "value"
  /// `sh:resultMessage`.
  package static let resultMessage = namespace + "resultMessage"
  /// `sh:resultSeverity`.
  package static let resultSeverity = namespace + "resultSeverity"
  /// `sh:sourceShape`.
  package static let sourceShape = namespace + "sourceShape"
  /// `sh:sourceConstraint`.
  package static let sourceConstraint = namespace + "sourceConstraint"
  /// `sh:sourceConstraintComponent`.
  package static let sourceConstraintComponent = namespace + "sourceConstraintComponent"
  /// `sh:detail`.
  package static let detail = namespace + "detail"
}
