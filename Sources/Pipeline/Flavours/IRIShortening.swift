// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
internal import RDFModel

/// Writes IRIs and terms as people read them: with a prefix where one is known.
enum IRIShortening {
  // A longer namespace first, should one be the beginning of another.
  private static let namespaces: [(prefix: String, iri: String)] =
    (CataloguePrefixes.namespaces + [
      Namespace("sct", "http://purl.bioontology.org/ontology/SNOMEDCT/"),
      Namespace("health", "http://healthdataportal.eu/ns/health#"),
      Namespace("fwf", Namespace.fwf.iri), Namespace("time", "http://www.w3.org/2006/time#"),
      Namespace("locn", "http://www.w3.org/ns/locn#"), Namespace("sh", SH.namespace),
    ]).map { ($0.prefix, $0.iri) }.sorted { $0.iri.utf8.count > $1.iri.utf8.count }

  /// `dct:title`, or the IRI as it is.
  static func short(_ iri: String) -> String {
    for namespace in namespaces where iri.hasPrefix(namespace.iri) {
      let name = iri.dropFirst(namespace.iri.utf8.count)
      let isName = name.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || $0 == 0x5F || $0 == 0x2D
      }
      if isName, !name.isEmpty { return namespace.prefix + ":" + name }
    }
    return iri
  }

  /// A term for people; long texts are cut.
  static func short(_ term: Term) -> String {
    guard term.isLiteral else { return short(term.value) }
    let text = term.value.count > 60 ? term.value.prefix(57) + "…" : term.value[...]
    let tail =
      !term.language.isEmpty
      ? "@\(term.language)" : term.datatype == XSD.string ? "" : "^^\(short(term.datatype))"
    return "“\(text)”\(tail)"
  }
}

extension IRIShortening {
  /// What follows the last `#` or `/`.
  static func local(_ iri: String) -> String {
    String(
      iri[(iri.lastIndex { $0 == "#" || $0 == "/" }.map(iri.index(after:)) ?? iri.startIndex)...])
  }
}
