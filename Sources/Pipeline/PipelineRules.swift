// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What the pipeline itself can find, besides what its stages find.
package enum PipelineRules {
  /// A path leads out of the project.
  package static let outsideProject = FindingRule(
    "path.outside-project", .violation, .input, title: "Path leaves the project",
    message: "{path} lies outside of the project folder {project}.",
    remedy: "Move the file into the project, or allow its folder with --allow-path.")
  /// A file that the pipeline names is not there.
  package static let missingFile = FindingRule(
    "path.missing", .violation, .input, title: "File is missing",
    message: "{path} does not exist. {hint}",
    remedy: "Correct the path in the pipeline, or put the file there.")
  /// A file could not be written.
  package static let cannotWrite = FindingRule(
    "output.cannot-write", .violation, .environment, title: "Output cannot be written",
    message: "{path} cannot be written: {reason}.",
    remedy: "Check that the folder exists, may be written to, and has room.")
  /// Another run holds the output folder.
  package static let locked = FindingRule(
    "output.locked", .violation, .environment, title: "Output is in use",
    message: "{path} is being written by another run: {holder}.",
    remedy: "Wait for that run to end, or give this one another --output.")
  /// A source changed between being hashed and being read to its end.
  package static let sourceChanged = FindingRule(
    "source.changed", .violation, .input, title: "Source changed during the run",
    message: "{path} changed while it was read, so the result mixes two versions of it.",
    remedy: "Run again when nothing writes to the file.")
  /// The ontologies that ship with the product are not to be found.
  package static let noOntologies = FindingRule(
    "ontologies.missing", .violation, .environment, title: "Ontologies are missing",
    message: "The folder Ontologies was found neither in the project nor beside the program.",
    remedy: "Set FAIRWAY_HOME to the folder that holds Ontologies.")
  /// Statements went to files that nobody held against the shapes.
  package static let targetsNotChecked = FindingRule(
    "map.targets-not-checked", .warning, title: "Targets are not checked",
    message: "{count} statements went to targets of the mapping, which --shapes does not look at.",
    remedy: "Check the targets' files with fairway validate.")
  /// A pipeline names a source that its mapping does not have.
  package static let unknownSource = FindingRule(
    "pipeline.unknown-source", .violation, .input, title: "Unknown source",
    message: "The mapping has no source “{source}”. {hint}",
    remedy: "Use the name that the source has in the mapping.")
  /// A value in the pipeline file is not one of those allowed.
  package static let invalidSetting = FindingRule(
    "pipeline.invalid-setting", .violation, .input, title: "Setting out of range",
    message: "“{value}” is not allowed for {key}; allowed are {allowed}.",
    remedy: "Write one of the allowed values.")
  /// A dataset's name cannot be used as a file name.
  package static let invalidName = FindingRule(
    "pipeline.invalid-name", .violation, .input, title: "Name cannot be a file name",
    message:
      "“{name}” is used as a file name and may hold letters, digits, dot, dash and underline.",
    remedy: "Choose a name such as glioma-2026.")
  /// A mapping is in a language that this version does not read.
  package static let mappingLanguage = FindingRule(
    "mapping.language", .violation, .input, title: "Mapping language not read",
    message: "{path} is neither YARRRML (.yarrrml.yaml, .yml or .yaml) nor RML (.ttl).",
    remedy: "Write the mapping in YARRRML, or in RML as Turtle, and name the file so.")
  /// Columns of a table that no rule of the mapping reads.
  package static let unusedColumns = FindingRule(
    "mapping.unused-columns", .note, title: "Columns not mapped",
    message: "{count} of the columns of {file} are read by no rule of the mapping: {columns}.",
    remedy:
      "Map the columns that the common data model has a place for; leave out what must not be shared.",
    groupedBy: ["file"])
  /// A run folder lacks what a command needs.
  package static let notARun = FindingRule(
    "run.not-a-run", .violation, .input, title: "Not a run folder",
    message: "{path} holds no run: {missing} is missing.",
    remedy: "Name the folder that fairway run wrote, such as out/demo.")
  /// A dataset of a run was not accepted, so it cannot be published.
  package static let notAccepted = FindingRule(
    "publish.not-accepted", .violation, title: "Dataset not accepted",
    message: "The dataset “{dataset}” was not accepted and is left out of the catalogue.",
    remedy: "Mend the violations that the report lists, and run again.")
  /// A file is there and cannot be read.
  package static let notReadable = FindingRule(
    "input.unreadable", .violation, .input, title: "File cannot be read",
    message: "{path} cannot be read: {reason}.",
    remedy: "Check the path and the permissions.")

  /// Every rule of this module.
  package static let all: [FindingRule] = [
    outsideProject, missingFile, cannotWrite, locked, sourceChanged, noOntologies,
    targetsNotChecked, unknownSource,
    mappingLanguage, invalidSetting, invalidName, unusedColumns, notARun, notAccepted, notReadable,
  ]
}
