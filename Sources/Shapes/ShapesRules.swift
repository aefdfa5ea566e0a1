// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What can be found in shapes files and, by their constraints, in data.
///
/// The rules of constraint components stand with their components.
package enum ShapesRules {
  /// A property shape without path.
  package static let pathMissing = FindingRule(
    "shacl.path-missing", .warning, .input, title: "Property shape without path",
    message:
      "There is no sh:path in {shape}, so nothing that it asks for is checked.",
    remedy: "Give it a sh:path, or remove it from sh:property.", groupedBy: ["shape"])

  /// A property shape with several paths.
  package static let pathRepeated = FindingRule(
    "shacl.path-repeated", .warning, .input, title: "Property shape with several paths",
    message:
      "There are several values of sh:path in {shape}; exactly one is allowed, so nothing that it "
      + "asks for is checked.",
    remedy: "Write one property shape for each path, or join them with sh:alternativePath.",
    groupedBy: ["shape"])

  /// A value of `sh:path` that is no path.
  package static let pathIllFormed = FindingRule(
    "shacl.path-ill-formed", .warning, .input, title: "Ill-formed property path",
    message:
      "The sh:path of {shape} cannot be read: {reason}; nothing that it asks for is checked.",
    remedy:
      "Write a predicate, a list of paths, or one of sh:inversePath, sh:alternativePath, "
      + "sh:zeroOrMorePath, sh:oneOrMorePath and sh:zeroOrOnePath.", groupedBy: ["shape"])

  /// A path node that states several paths at once.
  package static let pathAmbiguous = FindingRule(
    "shacl.path-ambiguous", .warning, .input, title: "Path that states two paths",
    message: "The sh:path of {shape} states more than one path at once; only one of them is used.",
    remedy: "Leave one form of path in this node.", groupedBy: ["shape"])

  /// A used shape that no statement describes.
  package static let shapeMissing = FindingRule(
    "shacl.shape-missing", .warning, .input, title: "Shape described nowhere",
    message:
      "{parameter} of {shape} names {missing}, but no statement describes that shape, so it is "
      + "not checked.",
    remedy: "Add the shape, add the file that describes it, or remove the reference.",
    groupedBy: ["shape", "missing"])

  /// A SHACL property that shapes do not have.
  package static let parameterUnknown = FindingRule(
    "shacl.parameter-unknown", .warning, .input, title: "Unknown SHACL property",
    message: "{parameter} of {shape} is not known to SHACL Core, so it is not checked.",
    remedy: "{hint}", groupedBy: ["shape", "parameter"])

  /// A parameter whose value is of the wrong kind.
  package static let parameterIllFormed = FindingRule(
    "shacl.parameter-ill-formed", .warning, .input, title: "Ill-formed parameter",
    message: "{parameter} of {shape} is {value}; allowed is {allowed}. It is not checked.",
    remedy: "Correct the value in the shapes file.", groupedBy: ["shape", "parameter"])

  /// A parameter that may have one value and has more.
  package static let parameterRepeated = FindingRule(
    "shacl.parameter-repeated", .warning, .input, title: "Parameter with several values",
    message: "{parameter} of {shape} has several values; one is allowed. Each of them is checked.",
    remedy: "Leave one value.", groupedBy: ["shape", "parameter"])

  /// A property that can say one thing and is said to say several, as when two files describe a shape.
  package static let valuesConflict = FindingRule(
    "shacl.values-conflict", .warning, .input, title: "Values that exclude each other",
    message:
      "{parameter} of {shape} has several values: {values}; one is allowed, and {used} is used.",
    remedy: "Leave one value; other files may state it as well.", groupedBy: ["shape", "parameter"])

  /// A property of SHACL's drafts.
  package static let draftName = FindingRule(
    "shacl.draft-name", .warning, .input, title: "Property of a SHACL draft",
    message: "{parameter} of {shape} is a property of SHACL's drafts; it is read as sh:node.",
    remedy: "Write sh:node.", groupedBy: ["parameter"])

  /// An import of a document that was not given.
  package static let importMissing = FindingRule(
    "shacl.import-missing", .warning, .input, title: "Import not at hand",
    message:
      "{document} is imported and is not among the files, so its shapes, classes and concepts are "
      + "not known; nothing is fetched.",
    remedy: "Name the file with the others, or remove the import.", groupedBy: ["document"])

  /// A parameter without effect where it stands.
  package static let parameterMisplaced = FindingRule(
    "shacl.parameter-misplaced", .warning, .input, title: "Parameter without path",
    message: "{parameter} stands in {shape}, which has no sh:path, so it is not checked.",
    remedy: "Move it into a property shape.", groupedBy: ["shape", "parameter"])

  /// A count of conforming values without the shape that they should conform to.
  package static let qualifiedShapeMissing = FindingRule(
    "shacl.qualified-shape-missing", .warning, .input, title: "Count without shape",
    message: "{parameter} stands in {shape} without sh:qualifiedValueShape, so it is not checked.",
    remedy: "Add the shape whose values are to be counted, or use sh:minCount and sh:maxCount.",
    groupedBy: ["shape", "parameter"])

  /// A list that is cut off, branches or runs in a circle.
  package static let listBroken = FindingRule(
    "shacl.list-broken", .warning, .input, title: "Broken list",
    message:
      "The list of {parameter} of {shape} is cut off, branches or runs in a circle, so it is "
      + "not checked.",
    remedy: "Write the list in round brackets.", groupedBy: ["shape", "parameter"])

  /// A regular expression that cannot be used.
  package static let patternIllFormed = FindingRule(
    "shacl.pattern-ill-formed", .warning, .input, title: "Unusable pattern",
    message: "The sh:pattern {pattern} of {shape} cannot be used: {reason}; it is not checked.",
    remedy: "Write it as XPath regular expressions are written, without look-around and "
      + "back-references.", groupedBy: ["shape", "pattern"])

  /// A shape that uses itself.
  package static let recursiveShape = FindingRule(
    "shacl.shape-recursive", .warning, .input, title: "Recursive shape",
    message:
      "A circle of shapes leads from {shape} back to itself; SHACL leaves open what that means. A "
      + "node that is reached again is taken to conform.",
    remedy: "Break the circle, or make sure that the data have none.", groupedBy: ["shape"])

  /// Two property shapes that say the same.
  package static let constraintRepeated = FindingRule(
    "shacl.constraint-repeated", .note, .input, title: "Repeated property shape",
    message: "Two property shapes of {shape} say the same, so each result comes twice.",
    remedy: "Remove one of them.", groupedBy: ["shape"])

  /// A part that needs more than SHACL Core.
  package static let notEvaluated = FindingRule(
    "shacl.not-evaluated", .warning, .input, title: "Not evaluated",
    message: "{part} of {shape} is not evaluated: {reason}.",
    remedy: "Express it with SHACL Core, or check it with another tool.",
    groupedBy: ["shape", "part"])

  /// A shapes graph that is about nothing.
  package static let nothingTargeted = FindingRule(
    "shacl.nothing-targeted", .warning, .input, title: "No shape has a target",
    message: "No shape in the shapes files has a target, so no data are checked.",
    remedy: "Add sh:targetClass or another target to a shape, or name another shapes file.")

  /// All rules of this module.
  package static let all: [FindingRule] =
    [
      pathMissing, pathRepeated, pathIllFormed, pathAmbiguous, shapeMissing, parameterUnknown,
      parameterIllFormed, parameterRepeated, valuesConflict, draftName, importMissing,
      parameterMisplaced,
      qualifiedShapeMissing, listBroken, patternIllFormed,
      recursiveShape, constraintRepeated, notEvaluated, nothingTargeted,
    ] + ConstraintRegistry.components.map { $0.component.rule }
}
