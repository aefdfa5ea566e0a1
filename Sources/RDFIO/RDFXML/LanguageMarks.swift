// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// Carries the languages of values in attributes past libraptor2, which loses them.
///
/// ```
/// <e:Cat xml:lang="fr" e:name="chat"/>   becomes   <e:Cat xml:lang="fr" e:name="◇fr◇chat"/>
/// ```
/// with U+10FFFD for ◇. ``StatementCollector`` takes the literal apart again. ``XMLGuard`` refuses
/// documents that hold this character themselves.
/// - Source: RDF 1.1 XML Syntax §2.7: `xml:lang` holds for property attributes as well.
struct LanguageMarks {
  /// U+10FFFD, the last character that XML allows and that is for private use.
  static let mark: Unicode.Scalar = "\u{10FFFD}"
  private var insertions: [(offset: Int, language: Range<Int>)] = []

  /// Notes that a value has a language.
  ///
  /// - Parameters:
  ///   - value: where the value begins; behind the values noted before.
  ///   - language: where its language tag stands.
  mutating func add(_ value: Int, language: Range<Int>) {
    insertions.append((value, language))
  }

  /// The document from `start` on with its marks.
  func text(of bytes: [UInt8], from start: Int) -> ArraySlice<UInt8> {
    if insertions.isEmpty { return bytes[start...] }
    let mark = Array(String(Self.mark).utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + insertions.count * 16)
    var copied = start
    for (offset, language) in insertions {
      text += bytes[copied..<offset] + mark + bytes[language] + mark
      copied = offset
    }
    text += bytes[copied...]
    return text[...]
  }

  /// The literal that a value with marks stands for, `nil` if it has none.
  static func literal(_ value: String) -> Term? {
    let scalars = value.unicodeScalars
    guard scalars.first == mark else { return nil }
    let rest = scalars.dropFirst()
    guard let end = rest.firstIndex(of: mark) else { return nil }
    return .literal(
      String(scalars[scalars.index(after: end)...]), language: String(rest[..<end]))
  }
}
