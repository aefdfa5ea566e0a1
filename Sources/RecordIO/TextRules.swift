// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What can be wrong with the encoding of a text.
package enum TextRules {
  /// Bytes that stand for no character in the encoding of the file.
  package static let undecodable = FindingRule(
    "text.undecodable-byte", .violation, .input, title: "Byte that is not text",
    message: "At {position} stands {bytes}, which is not {encoding}: {reason}.",
    remedy: "{likely} Declare the encoding of the source, or save the file as UTF-8.")

  /// A character that no text format allows.
  package static let null = FindingRule(
    "text.null-character", .violation, .input, title: "Null character in a text",
    message: "At {position} stands a null character (U+0000), which a text cannot hold.",
    remedy: "{likely} Otherwise the file is damaged or not a text; export it again.")

  /// The declared encoding and the byte order mark exclude each other.
  package static let contradiction = FindingRule(
    "text.encoding-contradiction", .violation, .input, title: "Two encodings at once",
    message: "The source is declared as {encoding}, but begins with the byte order mark of {mark}.",
    remedy: "Declare {mark}, or leave the encoding out so that the mark decides.")

  /// The text reads as UTF-8, though something else is declared.
  package static let doubtful = FindingRule(
    "text.doubtful-encoding", .warning, .input, title: "Encoding probably declared wrongly",
    message: "The source is declared as {encoding}, but its beginning is faultless UTF-8.",
    remedy: "Look at words with accents; if they come out wrong, declare UTF-8.")

  /// Every rule of this file.
  package static let all = [undecodable, null, contradiction, doubtful]
}
