// SPDX-License-Identifier: Apache-2.0

#if Server
  internal import Pipeline

  /// The mark of a response's exact bytes.
  ///
  /// - Source: RFC 9110 §8.8.3.
  struct EntityTag: Hashable {
    /// The tag as headers write it, in quotation marks.
    let text: String

    /// Marks bytes by their SHA-256, cut to half its length.
    init(of bytes: [UInt8]) { text = "\"\(InputRecord.sha256(bytes).prefix(32))\"" }

    /// Whether `If-None-Match` fields name this tag: then the reader has these bytes already.
    ///
    /// - Source: RFC 9110 §13.1.2; tags are compared weakly, so `W/` makes no difference.
    func isNamed(in values: [String]) -> Bool {
      values.contains { value in
        value.split(separator: ",").contains { item in
          var tag = item.drop { $0 == " " || $0 == "\t" }
          while let last = tag.last, last == " " || last == "\t" { tag.removeLast() }
          if tag.hasPrefix("W/") { tag = tag.dropFirst(2) }
          return tag == "*" || tag == text
        }
      }
    }
  }
#endif
