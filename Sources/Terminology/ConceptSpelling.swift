// SPDX-License-Identifier: Apache-2.0

/// The spellings in which concepts of the EUCAIM hyper-ontology are met, and the one that is
/// written.
package enum ConceptSpelling {
  /// The namespace that is written.
  package static let namespace = "https://cancerimage.eu/ontology/EUCAIM#"
  /// The namespace that documentation links to.
  package static let documentationNamespace = "https://hyperontology.eucaim.cancerimage.eu/#"

  /// The canonical IRI of a concept in any of its four spellings; other text as it is.
  ///
  /// `https://cancerimage.eu/ontology/EUCAIM#CODE` (data),
  /// `https://hyperontology.eucaim.cancerimage.eu/#CODE` (documentation), `EUCAIM:CODE` (Beacon) and
  /// `EUCAIM_Hyper-Ontology_V1.0.CODE` (federated search).
  package static func canonical(_ text: String) -> String {
    if text.hasPrefix(namespace) { return text }
    for prefix in [documentationNamespace, "EUCAIM:"] {
      if let code = code(of: text, after: prefix) { return namespace + code }
    }
    if let rest = code(of: text, after: "EUCAIM_Hyper-Ontology_V", isCode: false) {
      let version = rest.prefix { $0.isNumber || $0 == "." }
      let code = rest.dropFirst(version.count)
      if version.last == ".", isCode(code) { return namespace + code }
    }
    return text
  }

  /// The code of an EUCAIM concept; any other IRI as it is.
  package static func code(_ iri: String) -> String {
    let canonical = canonical(iri)
    return canonical.hasPrefix(namespace)
      ? String(canonical.dropFirst(namespace.count)) : canonical
  }

  private static func code(
    of text: String, after prefix: String, isCode mustBeCode: Bool = true
  ) -> Substring? {
    guard text.hasPrefix(prefix) else { return nil }
    let rest = text.dropFirst(prefix.count)
    return !mustBeCode || isCode(rest) ? rest : nil
  }

  private static func isCode(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || byte == 0x5F || byte == 0x2D
      }
  }
}
