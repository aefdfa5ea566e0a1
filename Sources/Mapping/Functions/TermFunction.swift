// SPDX-License-Identifier: Apache-2.0

/// Looks the concept for a local value up in the run's term mappings.
///
/// - Source: SSSOM; ``TermResolver``.
struct TermFunction: MappingFunction {
  static let iris = [FunctionNamespaces.fairway + "term"]
  static let listIRI = FunctionNamespaces.fairway + "list"
  static let parameters = [
    FunctionParameter.fairway("value"), FunctionParameter.fairway("list", intake: .constant),
  ]
  static let summary =
    "Looks up the concept for a local value of a code list in the term mappings (SSSOM)."
  static let outputs: [FunctionOutput] = [.any, .text, .list]
  static let details =
    "A value that no term mapping has gives a counted finding and no statement; a value that a term "
    + "mapping declares to have no concept (`sssom:NoTermFound`) gives neither."
  // What a look-up gives depends on the run's term mappings.
  static let examples: [FunctionExample] = []

  private let list: String
  private let terms: any TermResolver

  init(constants: [String: String], services: FunctionServices) throws(FunctionArgumentError) {
    list = constants[Self.listIRI] ?? ""
    guard let terms = services.terms else {
      throw FunctionArgumentError(
        parameter: Self.listIRI, reason: "the run names no term mapping (SSSOM file)")
    }
    guard terms.lists.contains(list) || terms.lists.contains("") else {
      throw FunctionArgumentError(
        parameter: Self.listIRI,
        reason: "no term mapping has that list as subject_source; known are "
          + terms.lists.sorted().joined(separator: ", "))
    }
    self.terms = terms
  }

  func evaluate(_ arguments: [[FunctionValue]]) -> FunctionResult {
    var concepts: [FunctionValue] = []
    for value in arguments[0] {
      switch terms.resolve(value.bytes, list: list) {
      case .concept(let iri): concepts.append(FunctionValue(iri, natural: .iri))
      case .noTerm: continue
      case .ambiguous(let candidates): return .ambiguous(list: list, candidates: candidates)
      case .unmapped: return .unmapped(list: list)
      }
    }
    return concepts.isEmpty ? .nothing : .values(concepts)
  }
}
