// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Finds the canonical names of the blank nodes of a dataset.
///
/// Nodes are numbered by the ranks of their terms. First they are told apart by the hash of their own
/// statements; those that share one, by the hashes of the paths that lead away from them.
/// - Source: RDF Dataset Canonicalization §4.4.3.
struct DatasetCanonicalizer {
  /// The statements of the dataset.
  let statements: SortedStatements
  /// What nodes are told apart by.
  let hash: CanonicalHash
  /// The names given so far.
  var canonical = IdentifierIssuer(prefix: "c14n")
  /// By node, the rows that name it.
  private(set) var rows: [Int: [SortedStatements.Row]] = [:]
  /// By node, the hash of its own statements.
  private(set) var firstDegree: [Int: [UInt8]] = [:]
  /// How many paths may still be tried.
  var stepsLeft: Int
  private let steps: Int

  /// Takes a dataset.
  ///
  /// - Parameters:
  ///   - statements: its statements.
  ///   - hash: what nodes are told apart by.
  ///   - steps: how many paths may be tried, beside four for each blank node, since nodes may be
  ///     many and each easily told apart.
  init(_ statements: SortedStatements, hash: CanonicalHash, steps: Int) {
    self.statements = statements
    self.hash = hash
    for row in statements.rows {
      for node in Set(row.nodes.filter { statements.terms[$0].isBlankNode }) {
        rows[node, default: []].append(row)
      }
    }
    self.steps = steps + 4 * rows.count
    stepsLeft = self.steps
  }

  /// Names every blank node.
  ///
  /// - Throws: `rdf.too-alike`.
  mutating func issueAll() throws(DiagnosedError) {
    var groups: [[UInt8]: [Int]] = [:]
    for node in rows.keys.sorted() {
      let digits = hashOfStatements(of: node)
      firstDegree[node] = digits
      groups[digits, default: []].append(node)
    }
    let ordered = groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    for group in ordered where group.count == 1 { canonical.issue(group[0]) }
    for group in ordered where group.count > 1 { try issue(alike: group) }
  }

  // §4.4.3 step 5.
  private mutating func issue(alike group: [Int]) throws(DiagnosedError) {
    var results: [PathHash] = []
    for node in group where !canonical.hasName(node) {
      var issuer = IdentifierIssuer(prefix: "b")
      issuer.issue(node)
      results.append(try hashOfPaths(from: node, issuer, depth: 0))
    }
    results.sort { $0.digits.lexicographicallyPrecedes($1.digits) }
    for result in results {
      for node in result.issuer.issued { canonical.issue(node) }
    }
  }

  /// Counts a step.
  ///
  /// - Throws: `rdf.too-alike` when none is left.
  mutating func step() throws(DiagnosedError) {
    stepsLeft -= 1
    if stepsLeft < 0 { throw tooAlike("steps", steps) }
  }

  /// The error for a dataset that takes more than a limit.
  func tooAlike(_ what: String, _ limit: Int) -> DiagnosedError {
    DiagnosedError(RDFRules.tooAlike, at: nil, [.plain("limit", limit), .plain("what", what)])
  }
}

extension SortedStatements.Row {
  /// The terms that may be blank nodes: subject, object and graph.
  var nodes: [Int] { [subject, object, graph] }
}
