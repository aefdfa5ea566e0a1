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

  /// A value held by 1 to 4 records.
  package static let smallGroup = FindingRule(
    "summary.small-group", .note, title: "Value held by few records",
    message:
      "Fewer than {limit} records hold the value {value} of {property}. That it occurs is published; how often any value of {property} occurs is not.",
    remedy:
      "Nothing to mend. If nobody may know that the value occurs at all, leave those records out.",
    groupedBy: ["property"])

  /// Several values where the profile allows one.
  package static let severalValues = FindingRule(
    "summary.several-values", .warning, title: "Several values where one is allowed",
    message:
      "The records hold {count} different values for {property}, of which the profile allows one; the most frequent is published.",
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

  /// More classes than are counted.
  package static let tooManyClasses = FindingRule(
    "summary.too-many-classes", .warning, title: "Classes left out",
    message: "The records have more than {limit} classes; variables of the rest are not listed.",
    remedy: "Split the records into several data sets.")

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
    smallCount, smallGroup, severalValues, tooFewPeople, nothingMeasured, notAConcept,
    unreadableValues, tooManyClasses, datasetTwice, sharedNodeDiffers,
  ]
}
