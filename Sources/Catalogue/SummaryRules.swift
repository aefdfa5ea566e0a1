// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What can be found while records are summarised, described and collected into a catalogue.
package enum SummaryRules {
  /// A count from 1 to 4.
  package static let smallCount = FindingRule(
    "summary.small-count", .warning, title: "Count withheld",
    message:
      "{property} is not published: the records hold fewer than {limit} of {class}, and a small count could point at single people.",
    remedy: "Join the data with others, or agree with the catalogue on an entry without the count.",
    groupedBy: ["property"])

  /// A value of 1 to 4 people, beside others.
  package static let smallGroup = FindingRule(
    "summary.small-group", .note, title: "Value of few people",
    message:
      "The value {value} of {property} is not published: fewer than {limit} people have it, or have it in addition to those of the last publication.",
    remedy:
      "Nothing to mend. Where records belong to more people, link them: series to studies, studies to patients.",
    groupedBy: ["property"])

  /// A value of 1 to 4 people, as all values of the property are.
  package static let smallGroups = FindingRule(
    "summary.small-groups", .warning, title: "Only values of few people",
    message:
      "{property} is not published: its value {value} and all others are those of fewer than {limit} people.",
    remedy:
      "Join the data with others. Where records belong to more people, link them: series to studies, studies to patients.",
    groupedBy: ["property"])

  /// Records without a person.
  package static let unlinkedRecords = FindingRule(
    "summary.unlinked-records", .warning, title: "Records that lead to no person",
    message:
      "For {property}, {count} values of {source} count together as those of one person: their records do not lead to a patient by {path}.",
    remedy: "Map the links, so that it can be seen how many people the records are of.",
    groupedBy: ["property"])

  /// A figure that stays as it was published.
  package static let figureHeld = FindingRule(
    "summary.figure-held", .note, title: "Figure kept from the last publication",
    message:
      "{property} stays as it was published: the records may differ from those of then by fewer than {limit} people or records, and a change so small could point at them.",
    remedy: "Nothing to mend. The figure moves when more has changed.",
    groupedBy: ["property"])

  /// Several values where the profile allows one.
  package static let severalValues = FindingRule(
    "summary.several-values", .warning, title: "Several values where one is allowed",
    message:
      "The records hold several values for {property}, of which the profile allows one; the most frequent is published.",
    remedy: "Describe the records as several data sets, one for each value.",
    groupedBy: ["property"])

  /// Too few people for a typical value.
  package static let tooFewPeople = FindingRule(
    "summary.too-few-people", .note, title: "Typical value withheld",
    message:
      "{property} is not published: it needs the values of at least {limit} people, and the records hold fewer.",
    remedy: "Fill the ages of more people where they are known.",
    groupedBy: ["property"])

  /// Nothing to compute a property from.
  package static let nothingMeasured = FindingRule(
    "summary.nothing-measured", .warning, title: "Nothing to compute from",
    message:
      "{property} is not published: the records hold nothing of {source} that it could be computed from.",
    remedy: "Map the source's column to {source}; see the findings about unmapped values.",
    groupedBy: ["property"])

  /// A value that is no concept.
  package static let notAConcept = FindingRule(
    "summary.not-a-concept", .warning, title: "Value that is no concept",
    message: "The value {value} of {source} is no concept, so that {property} leaves it out.",
    remedy: "Map the value to a concept of the hyper-ontology.",
    groupedBy: ["property"])

  /// Values that cannot be read.
  package static let unreadableValues = FindingRule(
    "summary.unreadable-values", .warning, title: "Values left out",
    message: "{property} leaves out {count} of the values of {source}, which are not {expected}.",
    remedy: "Correct the values, or the functions that read them in the mapping.",
    groupedBy: ["property"])

  /// A data set that stands in a catalogue twice.
  package static let datasetTwice = FindingRule(
    "catalogue.dataset-twice", .violation, .input, title: "Data set listed twice",
    message: "Two descriptions have the identifier {dataset}.",
    remedy: "Give each data set an IRI of its own.")

  /// A node that descriptions tell apart.
  package static let sharedNodeDiffers = FindingRule(
    "catalogue.shared-node-differs", .warning, title: "Shared node described differently",
    message: "{node} is described in different words by {one} and {other}; both are published.",
    remedy: "Write the same in both files, or give the organisations IRIs of their own.")

  /// The rules, in the order declared.
  package static let all: [FindingRule] = [
    smallCount, smallGroup, smallGroups, unlinkedRecords, figureHeld, severalValues, tooFewPeople,
    nothingMeasured, notAConcept, unreadableValues, datasetTwice, sharedNodeDiffers,
  ]
}
