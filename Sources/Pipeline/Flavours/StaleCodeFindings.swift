// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
internal import Diagnostics
internal import RDFModel

/// What the repair of a description would change, as findings.
struct StaleCodeFindings {
  private let outcome: FlavourOutcome

  init(_ outcome: FlavourOutcome) { self.outcome = outcome }

  /// A finding for each place of a stale code, in the order of the rewrites.
  func findings(at place: (Quad) -> SourcePlace?) -> [Finding] {
    var findings: [Finding] = []
    for (rewrite, changes) in outcome.byRewrite {
      for change in changes where change.effect == .rewritten {
        guard let (before, new) = Self.code(change) else { continue }
        let reason = [change.note, rewrite.comment, rewrite.label].first { !$0.isEmpty }
        findings.append(
          Finding(
            FlavourRules.staleCode, at: place(before),
            [
              .plain("code", before.object.value), .plain("because", reason ?? ""),
              .plain("node", IRIShortening.short(change.node.value)),
              .plain("replacement", new),
            ]))
      }
    }
    return findings
  }

  // What is said about a stale code itself moves along without a finding of its own.
  private static func code(_ change: FlavourChange) -> (before: Quad, new: String)? {
    guard change.before.count == 1, let before = change.before.first else { return nil }
    let after = change.after.first
    if before.object == after?.object { return nil }
    guard let after else { return (before, "nothing, since there is another value") }
    let property = IRIShortening.short(after.predicate.value)
    return (
      before,
      after.predicate == before.predicate
        ? after.object.value : "\(property) \(after.object.value)"
    )
  }
}
