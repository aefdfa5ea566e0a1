// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What can be found when the dataset file and the records do not say the same.
///
/// Figures of the records are given as they are published, so that a finding tells no more than the
/// description.
package enum ConsistencyRules {
  /// A condition and body parts that do not go together.
  package static let bodyPart = FindingRule(
    "consistency.body-part", .warning, title: "Body parts that do not show the condition",
    message:
      "The records are of {condition}, and none of the body parts that their images show ({found}) is one to see it in ({expected}).",
    remedy:
      "Correct the mapping of the condition or of the body part; images taken for another reason may stay."
  )

  /// A sex that cannot have the condition.
  package static let sex = FindingRule(
    "consistency.sex", .warning, title: "Sex and condition that do not go together",
    message:
      "The records are of {condition}, which only people of the sex {expected} can have, and the sexes of the records are {found}.",
    remedy: "Correct the mapping of the sex or of the condition, or leave the other records out.")

  /// A keyword or title that names another part of the body or another cancer.
  package static let word = FindingRule(
    "consistency.word", .warning, title: "Word for something that the records are not of",
    message:
      "“{key}” names {concept} (“{text}”), and the records are of {found}.",
    remedy: "Remove the word, or correct the mapping of condition and body part.")

  /// Segmentation labels for parts of the body that the records do not show.
  package static let label = FindingRule(
    "consistency.annotation-label", .warning, title: "Segmentation label that does not fit",
    message: "“{key}” names {concept}, and the records are of {found}.",
    remedy: "Correct the label, or the mapping of condition and body part.")

  /// A written code of another condition.
  package static let code = FindingRule(
    "consistency.code-value", .warning, title: "Code of another condition",
    message: "“{key}” says {written}, and the condition of the records has {found}.",
    remedy: "Correct the code, or the mapping of the condition.")

  /// Years that do not meet.
  package static let period = FindingRule(
    "consistency.period", .warning, title: "Years that do not meet",
    message: "“{key}” says {written}, and the images of the records are from {found}.",
    remedy: "Correct the years, or the mapping of the acquisition date.")

  /// A count that the records contradict.
  package static let number = FindingRule(
    "consistency.number", .warning, title: "Number that the records contradict",
    message: "“{key}” says {written}, and the records give {found} for {property}.",
    remedy: "Correct the number, or see whether records are missing or counted twice.",
    groupedBy: ["property"])

  /// Values that the records contradict.
  package static let values = FindingRule(
    "consistency.values", .warning, title: "Values that the records contradict",
    message: "“{key}” says {written}, and the records give {found} for {property}.",
    remedy: "Correct the values, or the mapping that makes them.", groupedBy: ["property"])

  /// A statement about structured data that the records contradict.
  package static let structuredData = FindingRule(
    "consistency.structured-data", .warning, title: "Structured data contradicted",
    message: "“{key}” says {written}, and by the mapping and the records it is {found}.",
    remedy: "Correct the key, or map the columns.")

  /// The rules, in the order declared.
  package static let all: [FindingRule] = [
    bodyPart, sex, word, label, code, period, number, values, structuredData,
  ]
}
