// SPDX-License-Identifier: Apache-2.0

/// An output that a mapping may name with `rml:return`.
///
/// - Source: FnO `fno:Output`; each has an IRI of its own and one of its predicate.
package enum FunctionOutput: Sendable, Hashable, CaseIterable {
  case text
  case truth
  case number
  case list
  case moment
  case any

  /// The published IRIs that mean the output.
  package var iris: [String] {
    switch self {
    case .text:
      Self.grel("stringOut", "stringOutput") + Self.idlab("_stringOut", "stringOut") + [Self.own]
    case .truth:
      Self.grel("output_bool", "o_bool") + Self.idlab("_boolOut", "o_boolOut", "boolOut")
        + [Self.own]
    case .number:
      Self.grel("output_number", "o_number", "output_decimal", "o_decimal") + [Self.own]
    case .list:
      Self.grel("output_array", "o_array") + Self.idlab("_listOut", "listOut") + [Self.own]
    case .moment:
      Self.grel("output_date", "o_date", "output_datetime", "o_datetime") + [Self.own]
    case .any: Self.grel("output_any", "o_any") + [Self.own]
    }
  }

  /// Every kind, for functions that return what they are given.
  static let all = [any, text, truth, number, list, moment]

  // The one output of our own functions, which every function may be asked for.
  private static let own = FunctionNamespaces.fairway + "result"

  private static func grel(_ names: String...) -> [String] {
    names.map { FunctionNamespaces.grel + $0 }
  }

  private static func idlab(_ names: String...) -> [String] {
    names.flatMap { [FunctionNamespaces.idlab + $0, FunctionNamespaces.idlab2024 + $0] }
  }
}

extension FunctionDefinition {
  /// Whether a mapping may name an output.
  package func hasOutput(_ iri: String) -> Bool { outputs.contains { $0.iris.contains(iri) } }

  /// The outputs that a mapping may name.
  package var outputIRIs: [String] {
    var seen: Set<String> = []
    return outputs.flatMap(\.iris).filter { seen.insert($0).inserted }
  }
}
