// SPDX-License-Identifier: Apache-2.0

/// An absolute IRI that relative ones are resolved against.
///
/// - Source: RFC 3986 §5.2, strict.
package struct BaseIRI: Sendable {
  private let bytes: [UInt8]
  private let scheme: Range<Int>
  private let authority: Range<Int>?
  private let path: Range<Int>
  private let query: Range<Int>?

  /// Takes an absolute IRI; a fragment in it is ignored.
  ///
  /// - Returns: `nil` if `bytes` has no proper scheme or holds what no IRI may hold.
  package init?(_ bytes: [UInt8]) {
    guard let colon = IRISyntax.schemeLength(bytes.span), bytes.allSatisfy(IRISyntax.allows) else {
      return nil
    }
    self.bytes = bytes
    scheme = 0..<colon
    let parts = Parts(bytes, from: colon + 1)
    authority = parts.authority
    path = parts.path
    query = parts.query
  }

  /// Resolves a reference.
  ///
  /// An absolute reference comes back as it is, dots in its path included.
  /// - Parameters:
  ///   - reference: the reference's bytes.
  ///   - result: replaced by the absolute IRI.
  package func resolve(_ reference: [UInt8], into result: inout [UInt8]) {
    result.removeAll(keepingCapacity: true)
    if IRISyntax.schemeLength(reference.span) != nil {
      result.append(contentsOf: reference)
      return
    }
    let parts = Parts(reference, from: 0)
    result.append(contentsOf: bytes[scheme])
    result.append(UInt8(ascii: ":"))
    if let named = parts.authority ?? nil {
      Self.append(authority: reference[named], to: &result)
      Self.appendWithoutDots(Array(reference[parts.path]), to: &result)
      Self.append(query: parts.query.map { reference[$0] }, to: &result)
    } else {
      if let authority { Self.append(authority: bytes[authority], to: &result) }
      appendPath(of: reference, parts, to: &result)
      let kept = parts.path.isEmpty && parts.query == nil ? query.map { bytes[$0] } : nil
      Self.append(query: parts.query.map { reference[$0] } ?? kept, to: &result)
    }
    if let fragment = parts.fragment {
      result.append(UInt8(ascii: "#"))
      result.append(contentsOf: reference[fragment])
    }
  }

  private func appendPath(of reference: [UInt8], _ parts: Parts, to result: inout [UInt8]) {
    if parts.path.isEmpty {
      result.append(contentsOf: bytes[path])
    } else if reference[parts.path.lowerBound] == UInt8(ascii: "/") {
      Self.appendWithoutDots(Array(reference[parts.path]), to: &result)
    } else {
      Self.appendWithoutDots(merged(reference[parts.path]), to: &result)
    }
  }

  // RFC 3986 §5.2.3.
  private func merged(_ relative: ArraySlice<UInt8>) -> [UInt8] {
    if authority != nil && path.isEmpty { return [UInt8(ascii: "/")] + relative }
    guard let slash = bytes[path].lastIndex(of: UInt8(ascii: "/")) else { return Array(relative) }
    return Array(bytes[path.lowerBound...slash]) + relative
  }

  private static func append(authority: ArraySlice<UInt8>, to result: inout [UInt8]) {
    result.append(contentsOf: [UInt8(ascii: "/"), UInt8(ascii: "/")])
    result.append(contentsOf: authority)
  }

  private static func append(query: ArraySlice<UInt8>?, to result: inout [UInt8]) {
    guard let query else { return }
    result.append(UInt8(ascii: "?"))
    result.append(contentsOf: query)
  }

  // RFC 3986 §5.2.4, one segment of the input at a time.
  private static func appendWithoutDots(_ path: [UInt8], to result: inout [UInt8]) {
    let start = result.count
    let slash = UInt8(ascii: "/")
    var index = 0
    while index < path.count {
      let hasSlash = path[index] == slash
      let segmentStart = hasSlash ? index + 1 : index
      let segmentEnd = path[segmentStart...].firstIndex(of: slash) ?? path.count
      switch dots(path[segmentStart..<segmentEnd]) {
      case 0: result.append(contentsOf: path[index..<segmentEnd])
      case 2 where hasSlash:
        let cut = result[start...].lastIndex(of: slash) ?? start
        result.removeSubrange(cut...)
        fallthrough
      default:
        // A dot segment with a slash before it leaves that slash when the path ends there; one
        // without takes the slash that follows along.
        if hasSlash {
          if segmentEnd == path.count { result.append(slash) }
        } else if segmentEnd < path.count {
          index = segmentEnd + 1
          continue
        }
      }
      index = segmentEnd
    }
  }

  private static func dots(_ segment: ArraySlice<UInt8>) -> Int {
    guard segment.count == 1 || segment.count == 2 else { return 0 }
    return segment.allSatisfy { $0 == UInt8(ascii: ".") } ? segment.count : 0
  }

  /// The parts of a reference after its scheme (RFC 3986, appendix B).
  private struct Parts {
    var authority: Range<Int>?
    var path: Range<Int>
    var query: Range<Int>?
    var fragment: Range<Int>?

    init(_ bytes: [UInt8], from start: Int) {
      let hash = bytes[start...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
      if hash < bytes.count { fragment = hash + 1..<bytes.count }
      let mark = bytes[start..<hash].firstIndex(of: UInt8(ascii: "?")) ?? hash
      if mark < hash { query = mark + 1..<hash }
      var pathStart = start
      if mark - start >= 2, bytes[start] == UInt8(ascii: "/"),
        bytes[start + 1] == UInt8(ascii: "/")
      {
        let end = bytes[(start + 2)..<mark].firstIndex(of: UInt8(ascii: "/")) ?? mark
        authority = start + 2..<end
        pathStart = end
      }
      path = pathStart..<mark
    }
  }
}
