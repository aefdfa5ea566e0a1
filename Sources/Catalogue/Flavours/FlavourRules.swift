// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What can be found in files of flavours, and what flavours find in descriptions.
package enum FlavourRules {
  /// A flavour or rewrite that cannot be read.
  package static let unreadable = FindingRule(
    "flavour.unreadable", .violation, .input, title: "Unreadable rewrite",
    message: "{node} {problem}.",
    remedy: "Correct the file, or use the flavours that ship with the product.")

  /// A name that no flavour has.
  package static let unknown = FindingRule(
    "flavour.unknown", .violation, .usage, title: "Unknown flavour",
    message: "No flavour is called “{name}”. {hint}",
    remedy: "Use the name of a flavour; Documentation/flavours.md lists them.")

  /// What a reader demands and a description lacks.
  package static let refused = FindingRule(
    "flavour.refused", .warning, title: "A reader asks for more",
    message: "{flavour}: {node}: {because}.",
    remedy: "Add what is asked for, or do without this reader.", groupedBy: ["flavour", "because"])

  /// A code or IRI that is no longer in use.
  package static let staleCode = FindingRule(
    "description.stale-code", .warning, title: "Stale code",
    message: "{code} is stale: {because}. It stands in {node}.",
    remedy: "Write {replacement} instead; --repair does so.", groupedBy: ["code"])

  /// A file of descriptions that is too large to be looked through for stale codes.
  package static let staleCodesNotChecked = FindingRule(
    "description.stale-codes-not-checked", .note, title: "Stale codes not looked for",
    message:
      "The file holds descriptions and is larger than {limit} MiB, so stale codes were not looked for.",
    remedy: "Check it in parts, such as one file for each dataset.")

  /// The rules, in the order declared.
  package static let all: [FindingRule] = [
    unreadable, unknown, refused, staleCode, staleCodesNotChecked,
  ]
}
