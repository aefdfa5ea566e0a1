// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What the pipeline finds in a description besides single results of the profile's shapes.
package enum DescriptionRules {
  /// Properties that the profile recommends and the description has not.
  package static let recommendedMissing = FindingRule(
    "description.recommended-missing", .warning, title: "Recommended and not given",
    message: "The profile recommends what this description does not give: {properties}.",
    remedy: "Give what is known; Documentation/profile.md says what each is. The catalogue takes "
      + "the description without them.")

  /// A period whose bounds have different precision and are the wrong way round.
  package static let periodReversed = FindingRule(
    "description.period-reversed", .violation, title: "Period ends before it starts",
    message: "The period starts {start} and ends {end}.",
    remedy: "Put the start before the end.", groupedBy: ["property"])

  /// All rules of this file.
  package static let all: [FindingRule] = [recommendedMissing, periodReversed]
}
