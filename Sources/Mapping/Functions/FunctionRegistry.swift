// SPDX-License-Identifier: Apache-2.0

/// The functions that mappings can call, by IRI.
package enum FunctionRegistry {
  /// Every function, one line each, or one for those of a family.
  package static let all: [FunctionDefinition] =
    [
      FunctionDefinition(AfterFunction.self),
      FunctionDefinition(BeforeFunction.self),
      FunctionDefinition(BooleanAndFunction.self),
      FunctionDefinition(BooleanNotFunction.self),
      FunctionDefinition(BooleanOrFunction.self),
      FunctionDefinition(ControlsIfFunction.self),
      FunctionDefinition(DateFunction.self),
      FunctionDefinition(DecimalFunction.self),
      FunctionDefinition(DicomAgeFunction.self),
      FunctionDefinition(DicomDateFunction.self),
      FunctionDefinition(EqualFunction.self),
      FunctionDefinition(IsNullFunction.self),
      FunctionDefinition(LowerCaseFunction.self),
      FunctionDefinition(NotEqualFunction.self),
      FunctionDefinition(SplitFunction.self),
      FunctionDefinition(StringTrimFunction.self),
      FunctionDefinition(TermFunction.self),
      FunctionDefinition(UpperCaseFunction.self),
      ConvertFunction.definition,
      PhoneticFunction.definition,
      ReinterpretFunction.definition,
      TitleCaseFunction.definition,
    ] + families.flatMap { $0 }

  private static let families: [[FunctionDefinition]] = [
    ArrayFunctions.all,
    BaselineFunctions.all,
    ConcatFunctions.all,
    ConditionFunctions.all,
    ConversionFunctions.all,
    DateArithmeticFunctions.all,
    DicomTimeFunctions.all,
    EscapeFunctions.all,
    HashFunctions.all,
    LookupFunctions.all,
    MathExactFunctions.all,
    MathRealFunctions.all,
    MathWholeFunctions.all,
    NormalizeDateFunctions.all,
    StringPartFunctions.all,
    StringReplaceFunctions.all,
    StringSplitFunctions.all,
    StringTestFunctions.all,
    URLFunctions.all,
  ]

  private static let byIRI: [String: FunctionDefinition] = {
    var table: [String: FunctionDefinition] = [:]
    for function in all { for iri in function.iris { table[iri] = function } }
    return table
  }()

  /// The function with an IRI, under any name it is known by.
  package static func find(_ iri: String) -> FunctionDefinition? { byIRI[iri] }

  /// All IRIs, for hints.
  package static var knownIRIs: [String] { byIRI.keys.sorted() }
}
