// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// The prefixes that a YARRRML document need not declare, and the schemes that are no prefixes.
///
/// - Source: RDFa 1.1 initial context, the reference parser for the function prefixes.
package enum YARRRMLPrefixes {
  /// The namespace of Fairway's own functions.
  package static let fairwayFunctions = "https://w3id.org/fairway/function#"
  /// The namespace of the GREL functions, and of parameters that others use.
  package static let grel = "http://users.ugent.be/~bjdmeest/function/grel.ttl#"
  /// The older namespace of the IDLab functions, which mapping files use.
  package static let idlab = "http://example.com/idlab/function/"
  /// The newer namespace of the IDLab functions.
  package static let newerIDLab = "https://w3id.org/imec/idlab/function#"

  /// Prefixes in scope in every document; a document may declare them otherwise.
  package static let predeclared: [String: String] = [
    "adms": "http://www.w3.org/ns/adms#",
    "cc": "http://creativecommons.org/ns#",
    "csvw": "http://www.w3.org/ns/csvw#",
    "dc": "http://purl.org/dc/terms/",
    "dc11": "http://purl.org/dc/elements/1.1/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "dcterms": "http://purl.org/dc/terms/",
    "dqv": "http://www.w3.org/ns/dqv#",
    "fno": "https://w3id.org/function/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "fw": fairwayFunctions,
    "grel": grel,
    "idlab-fn": idlab,
    "oa": "http://www.w3.org/ns/oa#",
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": RDF.namespace,
    "rdfs": RDFS.namespace,
    "schema": "http://schema.org/",
    "sioc": "http://rdfs.org/sioc/ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sosa": "http://www.w3.org/ns/sosa/",
    "ssn": "http://www.w3.org/ns/ssn/",
    "time": "http://www.w3.org/2006/time#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "void": "http://rdfs.org/ns/void#",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "xsd": XSD.namespace,
  ]

  /// Schemes that begin an IRI even without `//`.
  package static let schemes: Set<String> = [
    "http", "https", "urn", "mailto", "tel", "ftp", "ftps", "file", "data", "tag", "info", "doi",
    "did", "geo", "ldap", "ldaps", "news", "ws", "wss", "sip", "jdbc", "cid", "mid", "about",
  ]
}
