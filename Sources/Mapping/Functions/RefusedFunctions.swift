// SPDX-License-Identifier: Apache-2.0

/// Published functions that are known and not offered, since a run must give the same output each time
/// and reads nothing but its inputs.
package enum RefusedFunctions {
  /// Why a function is not offered, and what to do instead.
  package struct Refusal: Sendable, Hashable {
    /// The reason, to follow a colon.
    package let reason: String
    /// What to do instead, a sentence.
    package let remedy: String
  }

  /// The refusal of a function by its IRI.
  package static func find(_ iri: String) -> Refusal? { all[iri] }

  /// Every refusal by IRI.
  package static let all: [String: Refusal] = {
    var table: [String: Refusal] = [:]
    for name in ["date_now"] { table[FunctionNamespaces.grel + name] = now }
    table[FunctionNamespaces.grel + "math_randomNumber"] = chance
    let idlab: [(names: [String], refusal: Refusal)] = [
      (["random"], chance), (["readFile"], file), (["dbpediaSpotlight"], network),
      (
        [
          "generateUniqueIRI", "createUniqueIRI", "updateUniqueIRI", "implicitCreate",
          "implicitUpdate", "implicitDelete", "explicitCreate", "explicitUpdate", "explicitDelete",
        ], state
      ),
    ]
    for (names, refusal) in idlab {
      for iri in names.flatMap(FunctionNamespaces.idlab) { table[iri] = refusal }
    }
    return table
  }()

  private static let now = Refusal(
    reason: "its result is another one in each run",
    remedy: "Give the date as a value from outside, $(_today), or take it from the data.")
  private static let chance = Refusal(
    reason: "its result is another one in each run",
    remedy: "Build identifiers from keys of the record, or from a checksum of them.")
  private static let file = Refusal(
    reason: "it reads any file of the machine",
    remedy: "Make the file a source of the mapping, or use idlab-fn:lookup for a code table.")
  private static let network = Refusal(
    reason: "it sends values to a service on the network",
    remedy: "Write the concepts into a term mapping and use fw:term.")
  private static let state = Refusal(
    reason: "it remembers earlier runs in a file",
    remedy: "Compare the outputs of two runs instead.")
}
