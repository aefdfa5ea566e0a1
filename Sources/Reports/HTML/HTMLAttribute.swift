// SPDX-License-Identifier: Apache-2.0

/// An attribute whose value is ours, or can do no harm once it is escaped.
struct HTMLAttribute {
  let name: String
  let value: String

  private init(_ name: StaticString, _ value: String) {
    self.name = "\(name)"
    self.value = value
  }

  /// An attribute with a value from this module's own source.
  static func set(_ name: StaticString, _ value: StaticString) -> Self { Self(name, "\(value)") }

  /// An attribute with a number.
  static func set(_ name: StaticString, _ value: Int) -> Self { Self(name, String(value)) }

  /// An attribute that is on by being there.
  static func on(_ name: StaticString) -> Self { Self(name, "") }

  /// One or more classes.
  static func `class`(_ names: StaticString) -> Self { Self("class", "\(names)") }

  /// The element's anchor.
  static func id(_ anchor: HTMLAnchor) -> Self { Self("id", anchor.text) }

  /// The anchors of what names the element: its heading, or the heading and what sets it apart.
  static func labelled(by anchors: HTMLAnchor...) -> Self {
    Self("aria-labelledby", anchors.map(\.text).joined(separator: " "))
  }

  /// A name for people who do not see the element.
  static func label(_ text: String) -> Self { Self("aria-label", text) }

  /// Where a link leads.
  static func href(_ link: HTMLLink) -> Self { Self("href", link.address) }

  /// Hides an ornament from people who do not see it.
  static let ornament = HTMLAttribute("aria-hidden", "true")
}

/// An anchor inside a page: a word of ours and numbers.
struct HTMLAnchor: Hashable {
  let text: String

  /// Names an anchor.
  init(_ name: StaticString, _ numbers: Int...) {
    text = (["\(name)"] + numbers.map(String.init)).joined(separator: "-")
  }
}

/// An address that may be followed: nothing but the web, mail, an anchor or a file beside the page.
struct HTMLLink: Hashable {
  /// The longest address that becomes a link, in bytes.
  static let lengthLimit = 2_000

  let address: String

  /// An anchor on the same page.
  init(_ anchor: HTMLAnchor) { address = "#" + anchor.text }

  /// An address of the web or of mail; `nil` for anything else, such as `javascript:`.
  init?(web address: String) {
    let scalars = address.unicodeScalars
    guard address.utf8.count <= Self.lengthLimit else { return nil }
    guard !scalars.contains(where: { $0.hidesOrCommands || $0 == " " || $0 == "\\" }) else {
      return nil
    }
    let known = ["http://", "https://", "mailto:"]
    guard
      known.contains(where: { address.utf8.count > $0.utf8.count && address.hasASCIIPrefix($0) })
    else { return nil }
    self.address = address
  }

  /// A file below the folder of the page; `nil` if the path is absolute or leaves that folder.
  ///
  /// - Parameter path: every byte but letters, digits, `-`, `.`, `_` and `/` is percent-encoded, so
  ///   that no path can name a scheme or a host.
  init?(file path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard path.utf8.count <= Self.lengthLimit / 3, parts.allSatisfy({ !$0.isEmpty && $0 != ".." })
    else { return nil }
    address = "./" + PercentEncoding.path(path)
  }
}

extension String {
  /// Whether the text begins with an ASCII prefix, in either case.
  fileprivate func hasASCIIPrefix(_ prefix: String) -> Bool {
    utf8.prefix(prefix.utf8.count).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      .elementsEqual(prefix.utf8)
  }
}

/// Percent-encoding of file paths.
enum PercentEncoding {
  /// A path whose bytes other than unreserved characters and `/` are encoded.
  ///
  /// - Source: RFC 3986 §2.1, §2.3 (`~` is encoded too, which is allowed).
  static func path(_ path: String) -> String {
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D...0x2F, 0x5F: bytes.append(byte)
      default:
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
