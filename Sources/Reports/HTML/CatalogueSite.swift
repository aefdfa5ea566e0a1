// SPDX-License-Identifier: Apache-2.0

/// The addresses of a catalogue's pages and documents below one base URL.
package struct CatalogueSite: Sendable, Hashable {
  /// The base URL, without a slash at the end.
  package let baseURL: String

  /// Takes a base URL such as `https://catalogue.example.org` or `https://example.org/catalogue/`.
  ///
  /// - Parameter baseURL: absolute, http or https, with a host, and with neither user, query nor
  ///   fragment; `nil` is returned for anything else.
  /// - Source: RFC 3986 §3.
  package init?(baseURL: String) {
    let lower = baseURL.lowercased()
    guard let scheme = ["http://", "https://"].first(where: { lower.hasPrefix($0) }) else {
      return nil
    }
    let trimmed = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
    let parts = trimmed.utf8.dropFirst(scheme.utf8.count)
      .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let host = parts.first, Self.isHost(host),
      parts.dropFirst().allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isUnreserved) }),
      trimmed.utf8.count <= HTMLLink.lengthLimit / 4
    else { return nil }
    self.baseURL = scheme + trimmed.dropFirst(scheme.count)
  }

  /// The page that lists the datasets.
  package var home: String { baseURL + "/" }

  /// The whole catalogue.
  ///
  /// - Parameter ending: a file extension; without one the reader's wish decides.
  /// - Returns: the address.
  package func catalogue(_ ending: String? = nil) -> String {
    baseURL + "/catalog" + Self.dotted(ending)
  }

  /// A dataset.
  ///
  /// - Parameters:
  ///   - key: the dataset's name in the catalogue; what an address cannot hold is percent-encoded.
  ///   - ending: a file extension; without one the reader's wish decides.
  /// - Returns: the address.
  package func dataset(_ key: String, _ ending: String? = nil) -> String {
    let segment = PercentEncoding.path(key).split(separator: "/", omittingEmptySubsequences: false)
    return baseURL + "/datasets/" + segment.joined(separator: "%2F") + Self.dotted(ending)
  }

  private static func dotted(_ ending: String?) -> String { ending.map { "." + $0 } ?? "" }

  // A name, an IPv4 address, or an IPv6 address in brackets, with or without a port.
  private static func isHost(_ bytes: Substring.UTF8View) -> Bool {
    guard let first = bytes.first, first != UInt8(ascii: ":"), first != UInt8(ascii: "%") else {
      return false
    }
    return bytes.allSatisfy { isUnreserved($0) || ":[]".utf8.contains($0) }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }
}
