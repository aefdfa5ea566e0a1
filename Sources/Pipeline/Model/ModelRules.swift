// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What can be found when records become tables of the common data model, and about the tier.
package enum ModelRules {
  /// Values that the column's SQL type cannot hold.
  package static let beyondColumn = FindingRule(
    "cdm.beyond-column", .note, title: "Values do not fit their column",
    message:
      "{count} of the values of {column} do not fit {type}; they are kept as they are in the tables.",
    remedy: "Widen the column when you load the tables, or give the values in a larger unit.",
    groupedBy: ["column"])
  /// Records with several values where the table has room for one.
  package static let severalValues = FindingRule(
    "cdm.several-values", .note, title: "Several values in one cell",
    message:
      "{count} of the records have several values for {column}; they stand in one cell, separated by “ | ”.",
    remedy: "Map one value, or records of their own, if a program reads the tables.",
    groupedBy: ["column"])
  /// More look-ups than the audit table takes.
  package static let auditCut = FindingRule(
    "cdm.audit-cut", .note, title: "Audit table is cut",
    message: "The mapping audit table holds the first {limit} different values; there are more.",
    remedy: "Look for a column with free text or identifiers that is looked up as a term.")
  /// The dataset file claims a higher tier than the records reach.
  package static let tierTooHigh = FindingRule(
    "tier.claimed-too-high", .warning, title: "Tier is higher than the records allow",
    message: "The dataset file claims {claimed}; the records reach {reached}. Missing: {missing}.",
    remedy: "Add what is missing, or write the tier that is reached.")

  /// All rules.
  package static let all: [FindingRule] = [beyondColumn, severalValues, auditCut, tierTooHigh]
}
