// SPDX-License-Identifier: Apache-2.0

/// RDF 1.1 Concepts and Abstract Syntax.
package enum RDF {
  /// The namespace.
  package static let namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  /// `rdf:type`.
  package static let type = namespace + "type"
  /// `rdf:first`.
  package static let first = namespace + "first"
  /// `rdf:rest`.
  package static let rest = namespace + "rest"
  /// `rdf:nil`.
  package static let `nil` = namespace + "nil"
  /// `rdf:Property`.
  package static let property = namespace + "Property"
  /// `rdf:List`.
  package static let list = namespace + "List"
  /// `rdf:value`.
  package static let value = namespace + "value"
  /// `rdf:langString`.
  package static let langString = namespace + "langString"
  /// `rdf:JSON`.
  package static let json = namespace + "JSON"
  /// `rdf:language`.
  package static let language = namespace + "language"
  /// `rdf:direction`.
  package static let direction = namespace + "direction"
}

/// RDF Schema 1.1.
package enum RDFS {
  /// The namespace.
  package static let namespace = "http://www.w3.org/2000/01/rdf-schema#"
  /// `rdfs:label`.
  package static let label = namespace + "label"
  /// `rdfs:comment`.
  package static let comment = namespace + "comment"
  /// `rdfs:seeAlso`.
  package static let seeAlso = namespace + "seeAlso"
  /// `rdfs:isDefinedBy`.
  package static let isDefinedBy = namespace + "isDefinedBy"
  /// `rdfs:domain`.
  package static let domain = namespace + "domain"
  /// `rdfs:range`.
  package static let range = namespace + "range"
  /// `rdfs:Literal`.
  package static let literal = namespace + "Literal"
  /// `rdfs:Resource`.
  package static let resource = namespace + "Resource"
  /// `rdfs:subPropertyOf`.
  package static let subPropertyOf = namespace + "subPropertyOf"
  /// `rdfs:subClassOf`.
  package static let subClassOf = namespace + "subClassOf"
  /// `rdfs:Class`.
  package static let `class` = namespace + "Class"
}

/// XML Schema datatypes.
package enum XSD {
  /// The namespace.
  package static let namespace = "http://www.w3.org/2001/XMLSchema#"
  /// `xsd:string`.
  package static let string = namespace + "string"
  /// `xsd:boolean`.
  package static let boolean = namespace + "boolean"
  /// `xsd:integer`.
  package static let integer = namespace + "integer"
  /// `xsd:nonNegativeInteger`.
  package static let nonNegativeInteger = namespace + "nonNegativeInteger"
  /// `xsd:decimal`.
  package static let decimal = namespace + "decimal"
  /// `xsd:double`.
  package static let double = namespace + "double"
  /// `xsd:date`.
  package static let date = namespace + "date"
  /// `xsd:dateTime`.
  package static let dateTime = namespace + "dateTime"
  /// `xsd:gYear`.
  package static let gYear = namespace + "gYear"
  /// `xsd:gYearMonth`.
  package static let gYearMonth = namespace + "gYearMonth"
  /// `xsd:time`.
  package static let time = namespace + "time"
  /// `xsd:duration`.
  package static let duration = namespace + "duration"
  /// `xsd:float`.
  package static let float = namespace + "float"
  /// `xsd:hexBinary`.
  package static let hexBinary = namespace + "hexBinary"
  /// `xsd:anyURI`.
  package static let anyURI = namespace + "anyURI"
}
