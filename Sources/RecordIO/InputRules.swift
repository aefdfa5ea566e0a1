// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What can be wrong with a file before its format matters.
package enum InputRules {
  /// Nothing has the name given.
  package static let notFound = FindingRule(
    "input.not-found", .violation, .input, title: "File not found",
    message: "There is no {what} “{name}” in {folder}.",
    remedy: "{hint} Correct the path, or put the file there.")

  /// The name given is not that of a regular file.
  package static let notAFile = FindingRule(
    "input.not-a-file", .violation, .input, title: "Not a file",
    message: "{file} is {kind}; only regular files are read as a source.",
    remedy: "Name a file. For a whole folder, name the folder as the source of a mapping.")

  /// The operating system forbids reading.
  package static let noPermission = FindingRule(
    "input.no-permission", .violation, .environment, title: "No permission to read",
    message: "{file} may not be read by this user.",
    remedy: "Give this user the right to read the file and to enter its folder.")

  /// The operating system failed to read.
  package static let readFailed = FindingRule(
    "input.read-failed", .violation, .environment, title: "Reading failed",
    message: "{file} could not be read at byte {byte}: {reason}.",
    remedy: "Check the disk or network drive that holds the file, then run again.")

  /// Size or time of change differ between opening and the last byte.
  package static let changed = FindingRule(
    "input.changed-while-read", .violation, .input, title: "File changed while it was read",
    message: "{file} was changed while it was read, so what was read is not one state of it.",
    remedy: "Wait until the program that writes the file has finished, then run again.")

  /// The gzip data stop early.
  package static let gzipTruncated = FindingRule(
    "input.gzip-truncated", .violation, .input, title: "Compressed file ends early",
    message: "The gzip data end at byte {byte}, before their own end mark.",
    remedy: "Copy or download the file again; what is there is only its beginning.")

  /// The gzip data do not follow RFC 1952, or their check sum differs.
  package static let gzipDamaged = FindingRule(
    "input.gzip-damaged", .violation, .input, title: "Compressed file is damaged",
    message: "The gzip data are damaged at or before byte {byte}: {reason}.",
    remedy: "Copy or download the file again, or compress the original again.")

  /// Something that is not gzip follows the gzip data.
  package static let gzipTrailing = FindingRule(
    "input.gzip-trailing-data", .violation, .input, title: "Data after compressed data",
    message: "After complete gzip data, byte {byte} begins something that is not gzip.",
    remedy: "Remove what was appended, or compress all of it.")

  /// The decompressed data are out of all proportion to the compressed.
  package static let expansion = FindingRule(
    "input.expansion-limit", .violation, .input, title: "Compressed file expands too far",
    message:
      "{file} expands to more than {ratio} times its size beyond {size} MiB; that is the limit.",
    remedy: "If the file is what it should be, decompress it first and name the result.")

  /// An archive that cannot be read.
  package static let archiveDamaged = FindingRule(
    "input.archive-damaged", .violation, .input, title: "Archive cannot be read",
    message: "“{file}” cannot be unpacked at byte {byte}: {reason}.",
    remedy: "Make the archive anew, as zip without a password, tar, tar.gz or tar.xz; or unpack it."
  )
  /// An archive without a file.
  package static let archiveEmpty = FindingRule(
    "input.archive-empty", .violation, .input, title: "Archive without a file",
    message: "“{file}” holds no file.", remedy: "Put the file with the records into it.")
  /// An archive with several files.
  package static let archiveMembers = FindingRule(
    "input.archive-members", .violation, .input, title: "Archive with several files",
    message: "“{file}” holds more than one file; one is read.",
    remedy: "Unpack it into a folder and name the folder, or make an archive for each file.")
  /// A pattern or folder that leads to no file.
  package static let nothingFound = FindingRule(
    "input.nothing-found", .violation, .input, title: "No file found",
    message: "{path} leads to no file; nothing there fits “{wanted}”.",
    remedy: "{hint} Correct the path or pattern, or put the files there.")

  /// More files than a source may have.
  package static let tooManyFiles = FindingRule(
    "input.too-many-files", .violation, .input, title: "Too many files",
    message: "{path} leads to more than {limit} files or folders; that is the limit.",
    remedy: "Name a narrower pattern, or split the source in several.")

  /// Every rule of this file.
  package static let all = [
    notFound, notAFile, noPermission, readFailed, changed, gzipTruncated, gzipDamaged,
    gzipTrailing, expansion, archiveDamaged, archiveEmpty, archiveMembers, nothingFound,
    tooManyFiles,
  ]
}
