// SPDX-License-Identifier: Apache-2.0

/// A concept that people may name in a short way.
package struct Code: Sendable, Hashable {
  /// What people write.
  package let name: String
  /// The concept's IRI.
  package let iri: String
  /// The concept's English label.
  package let label: String
}

/// The concepts that a property may point at, by short name or by IRI.
package struct CodeList: Sendable, Hashable {
  /// What messages call the list.
  package let name: String
  /// The concepts that have a short name, in the order that messages and schemas list them.
  package let codes: [Code]
  /// The schemes that concepts of this list belong to; empty for classes of an ontology.
  package let schemes: [String]
  /// The beginnings of IRIs that are accepted besides those of ``codes``; empty for a closed list.
  package let acceptedBases: [String]
  /// The classes that a description states of a concept, so that range checks hold.
  package let types: [String]
  /// Names that people try and that are no codes, with what to write instead.
  package let notes: [String: String]

  /// Collects a list.
  ///
  /// - Parameters:
  ///   - name: what messages call it.
  ///   - base: the beginning of the IRIs of codes whose second part is not an IRI itself.
  ///   - codes: short name, local name or IRI, English label.
  ///   - schemes: the schemes of the concepts.
  ///   - acceptedBases: the beginnings of further IRIs.
  ///   - types: the classes of the concepts.
  ///   - notes: names that are no codes.
  package init(
    _ name: String, base: String = "", codes: [(String, String, String)], schemes: [String] = [],
    acceptedBases: [String] = [], types: [String], notes: [String: String] = [:]
  ) {
    self.name = name
    self.codes = codes.map { code in
      Code(
        name: code.0, iri: code.1.contains("://") ? code.1 : base + code.1, label: code.2)
    }
    self.schemes = schemes
    self.acceptedBases = acceptedBases
    self.types = types
    self.notes = notes
  }

  /// The concept that people name by `text`, a short name or an IRI; `nil` if there is none.
  package func iri(_ text: String) -> String? {
    if let code = codes.first(where: { $0.name == text || $0.iri == text }) { return code.iri }
    let isBelowBase = acceptedBases.contains { text.hasPrefix($0) && text.count > $0.count }
    return isBelowBase && IRIForm.isAbsolute(text) ? text : nil
  }

  /// The English label of a concept that has a short name.
  package func label(_ iri: String) -> String? { codes.first { $0.iri == iri }?.label }

  /// The scheme of a concept of this list.
  package func scheme(_ iri: String) -> String? { schemes.first { iri.hasPrefix($0) } }

  /// One list of the codes of several.
  package static func joined(_ name: String, _ lists: [CodeList]) -> CodeList {
    CodeList(
      name, codes: lists.flatMap { $0.codes.map { ($0.name, $0.iri, $0.label) } },
      schemes: lists.flatMap(\.schemes), acceptedBases: lists.flatMap(\.acceptedBases),
      types: lists.first?.types ?? [],
      notes: lists.reduce(into: [:]) { notes, list in notes.merge(list.notes) { one, _ in one } })
  }
}
