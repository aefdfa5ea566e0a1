// SPDX-License-Identifier: Apache-2.0

/// The customary prefixes of the vocabularies in this module.
package enum WellKnownPrefixes {
  /// Prefixes with their namespaces, sorted by prefix.
  package static let all: [(prefix: String, namespace: String)] = [
    ("adms", ADMS.namespace),
    ("csvw", CSVW.namespace),
    ("cv", CV.namespace),
    ("dcat", DCAT.namespace),
    ("dcatap", DCATAP.namespace),
    ("dct", DCT.namespace),
    ("dpv", DPV.namespace),
    ("dqv", DQV.namespace),
    ("eli", ELI.namespace),
    ("foaf", FOAF.namespace),
    ("hydra", HYDRA.namespace),
    ("ldes", LDES.namespace),
    ("locn", LOCN.namespace),
    ("oa", OA.namespace),
    ("odrl", ODRL.namespace),
    ("owl", OWL.namespace),
    ("prov", PROV.namespace),
    ("rdf", RDF.namespace),
    ("rdfs", RDFS.namespace),
    ("sh", SH.namespace),
    ("skos", SKOS.namespace),
    ("spdx", SPDX.namespace),
    ("time", TIME.namespace),
    ("tree", TREE.namespace),
    ("vcard", VCARD.namespace),
    ("xsd", XSD.namespace),
  ]
}
