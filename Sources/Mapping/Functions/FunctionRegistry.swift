// SPDX-License-Identifier: Apache-2.0

/// The functions that mappings can call, by IRI.
package enum FunctionRegistry {
  /// Every function, one line each.
  package static let all: [any MappingFunction.Type] = [
    AfterFunction.self,
    BeforeFunction.self,
    BooleanAndFunction.self,
    BooleanNotFunction.self,
    BooleanOrFunction.self,
    ControlsIfFunction.self,
    DateFunction.self,
    DecimalFunction.self,
    DicomAgeFunction.self,
    DicomDateFunction.self,
    EqualFunction.self,
    IsNullFunction.self,
    LowerCaseFunction.self,
    NotEqualFunction.self,
    StringReplaceFunction.self,
    StringSplitFunction.self,
    StringTrimFunction.self,
    TermFunction.self,
    UpperCaseFunction.self,
  ]

  private static let byIRI: [String: any MappingFunction.Type] = {
    var table: [String: any MappingFunction.Type] = [:]
    for function in all { for iri in function.iris { table[iri] = function } }
    return table
  }()

  /// The function with an IRI, under any name it is known by.
  package static func find(_ iri: String) -> (any MappingFunction.Type)? { byIRI[iri] }

  /// All IRIs, for hints.
  package static var knownIRIs: [String] { byIRI.keys.sorted() }
}
