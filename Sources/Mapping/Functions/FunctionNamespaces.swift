// SPDX-License-Identifier: Apache-2.0

/// The namespaces that published functions and ours live in.
package enum FunctionNamespaces {
  /// GREL, the expression language of OpenRefine, as FnO publishes it.
  package static let grel = "http://users.ugent.be/~bjdmeest/function/grel.ttl#"
  /// IDLab's functions, under the IRI that mappings in the field use.
  package static let idlab = "http://example.com/idlab/function/"
  /// IDLab's functions, under the IRI in use since 2024.
  package static let idlab2024 = "https://w3id.org/imec/idlab/function#"
  /// Ours: what cancer-imaging metadata need and the others lack.
  package static let fairway = "https://w3id.org/fairway/function#"
}

extension FunctionParameter {
  /// GREL's first parameter, under both of its names.
  static func grelValue(intake: Intake = .each) -> FunctionParameter {
    FunctionParameter(
      FunctionNamespaces.grel + "valueParameter", FunctionNamespaces.grel + "valueParam",
      intake: intake)
  }

  /// One of our own parameters.
  static func fairway(_ name: String, intake: Intake = .each, isOptional: Bool = false)
    -> FunctionParameter
  {
    FunctionParameter(
      FunctionNamespaces.fairway + name, intake: intake, isOptional: isOptional)
  }
}
