// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What the catalogue's database can find.
package enum StoreRules {
  /// The file is no database, or not one of ours.
  package static let notACatalogue = FindingRule(
    "catalogue.not-a-catalogue", .violation, .input, title: "Not a catalogue",
    message: "{path} is not a catalogue that this version can read: {reason}.",
    remedy: "Name a file that fairway run or fairway publish wrote, or a new file.")
  /// The database cannot be written.
  package static let cannotWrite = FindingRule(
    "catalogue.cannot-write", .violation, .environment, title: "Catalogue cannot be written",
    message: "{path} cannot be written: {reason}.",
    remedy: "Check the disk, the permissions, and whether another program holds the file.")

  /// Every rule of this module.
  package static let all: [FindingRule] = [notACatalogue, cannotWrite]
}
