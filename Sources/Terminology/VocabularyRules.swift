// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What can be wrong with vocabularies, and with term mappings held against them.
package enum VocabularyRules {
  /// A table whose columns mean nothing here.
  package static let table = FindingRule(
    "terms.vocabulary-table", .violation, .input, title: "Not a table of concepts",
    message: "The columns ({columns}) are not those of a table of concepts.",
    remedy:
      "Name the columns code and label, child_code and parent_code, code and alt_label, or code, "
      + "vocabulary and external_code.")

  /// A file without concepts.
  package static let empty = FindingRule(
    "terms.vocabulary-empty", .violation, .input, title: "No concepts",
    message: "The file declares no concepts: no skos:Concept, no owl:Class, no [Term].",
    remedy: "Check that it is the file you meant; import reads SKOS, OWL, OBO and tables.")

  /// There is no vocabulary to work with.
  package static let noVocabulary = FindingRule(
    "terms.no-vocabulary", .violation, .environment, title: "No vocabulary at hand",
    message: "No vocabulary has been imported into {folder}, and none is given.",
    remedy: "Run fairway terms import FILE, or name a file with --vocabulary.")

  /// A target that is known to be dead.
  package static let stale = FindingRule(
    "terms.stale-target", .warning, title: "Target no longer in use",
    message: "{object} is no longer in use: {reason}. Use {replacement}.",
    remedy: "Put {replacement} in the row, or check which concept is meant.", groupedBy: ["object"])

  /// A target that the vocabulary does not have.
  package static let unknownTarget = FindingRule(
    "terms.unknown-target", .warning, title: "Target not in the vocabulary",
    message: "{object} is not a concept of {vocabulary}. {hint}",
    remedy: "Correct the code, or import the vocabulary that has it.", groupedBy: ["object"])

  /// The label of a row is not one of its target's.
  package static let labelDiffers = FindingRule(
    "terms.label-differs", .warning, title: "Code and label disagree",
    message: "{object} is labelled “{label}”, not “{found}” as the row says.",
    remedy: "Check which of the two is meant; a code with one digit wrong looks like this.")

  /// A label that several concepts share.
  package static let ambiguousLabel = FindingRule(
    "terms.ambiguous-label", .warning, title: "Label of several concepts",
    message: "The label “{label}” does not decide between {candidates}.",
    remedy: "Name the concept by its code, or name the class it must belong to with --root.",
    groupedBy: ["label"])

  /// A target outside of the class that it must belong to.
  package static let outsideClass = FindingRule(
    "terms.outside-class", .violation, title: "Target of another class",
    message: "{object} does not stand below {root}, the class that the list “{list}” must be of.",
    remedy: "Choose a concept below {root}; fairway terms suggest names some.",
    groupedBy: ["list"])

  /// A target of which the class cannot be told.
  package static let classNotKnown = FindingRule(
    "terms.class-not-known", .note, title: "Class of the target not known",
    message:
      "Whether {object} stands below {root} is not known: the hierarchy at hand is not complete.",
    remedy: "Import the whole hierarchy (the OWL file) to be sure.", groupedBy: ["list"])

  /// Values that data have and the term mapping has not.
  package static let unmapped = FindingRule(
    "terms.unmapped", .warning, title: "Value without a row",
    message: "“{value}” of the list “{list}” comes {count} times and has no row.",
    remedy: "Run fairway terms suggest, then accept or reject what it proposes.",
    groupedBy: ["list"])

  /// A proposal that nobody has looked at.
  package static let proposed = FindingRule(
    "terms.proposal-open", .note, title: "Proposal not reviewed",
    message: "The row of the list “{list}” is a proposal and is not used until it is accepted.",
    remedy: "Run fairway terms accept or fairway terms reject.", groupedBy: ["list"])

  /// A row to accept or reject that is not there.
  package static let noSuchRow = FindingRule(
    "terms.no-such-row", .violation, .usage, title: "No such proposal",
    message: "The file has no proposal that fits: {what}.",
    remedy: "Name value, list and target as fairway terms suggest wrote them.")

  /// A template that is no template.
  package static let template = FindingRule(
    "terms.template", .violation, .input, title: "Not a provider template",
    message: "The file is not a provider template: {problem}.",
    remedy:
      "Lines 1 to 5 hold source variable, entity, data element, standard and example; value "
      + "correspondences follow from line 6 on.")

  /// A cell of a template that nothing could be made of.
  package static let templateCell = FindingRule(
    "terms.template-cell", .warning, .input, title: "Cell of the template not understood",
    message: "{problem} in the column “{column}”; it is left out.",
    remedy: "{remedy}", groupedBy: ["column"])

  /// A file in the way that may hold a person's decisions.
  package static let outputExists = FindingRule(
    "terms.output-exists", .violation, .usage, title: "File is there already",
    message: "{path} is there already and is not written over, since it may hold reviews.",
    remedy: "Name another folder, or move the file away.")

  /// All rules of vocabularies.
  package static let all: [FindingRule] = [
    table, empty, noVocabulary, stale, unknownTarget, labelDiffers, ambiguousLabel, outsideClass,
    classNotKnown, unmapped, proposed, noSuchRow, template, templateCell, outputExists,
  ]
}
