// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// The prefixes that a writer may use, and which of them it has used.
struct NamespaceTable {
  /// A prefix with its namespace.
  struct Entry {
    let prefix: String
    let namespace: String
  }

  private let entries: [Entry]
  private var used: Set<Int> = []

  /// Takes the prefixes that `allows` accepts; of two with one name the first counts.
  ///
  /// A prefix that a format cannot write is left out: what it stands for is then written in full.
  init(
    _ prefixes: [(prefix: String, namespace: String)],
    allows: (_ prefix: String, _ namespace: String) -> Bool
  ) {
    var names: Set<String> = []
    var entries: [Entry] = []
    for (prefix, namespace) in prefixes where names.insert(prefix).inserted {
      guard IRISyntax.isAbsolute(namespace), allows(prefix, namespace) else { continue }
      entries.append(Entry(prefix: prefix, namespace: namespace))
    }
    // Longest namespace first, so that the first match is the best.
    self.entries = entries.sorted { left, right in
      let (one, other) = (left.namespace.utf8.count, right.namespace.utf8.count)
      return one != other
        ? one > other : left.prefix.utf8.lexicographicallyPrecedes(right.prefix.utf8)
    }
  }

  /// The used prefixes, sorted.
  var usedEntries: [Entry] {
    used.map { entries[$0] }.sorted {
      $0.prefix.utf8.lexicographicallyPrecedes($1.prefix.utf8)
    }
  }

  /// Splits an IRI into a prefix, which counts as used from now on, and a local name.
  ///
  /// - Parameters:
  ///   - iri: an absolute IRI.
  ///   - allowsLocal: whether the format can write a local name without escapes.
  /// - Returns: `nil` if no prefix fits.
  mutating func shorten(
    _ iri: String, allowsLocal: (Substring.UTF8View) -> Bool
  ) -> (prefix: String, local: Substring)? {
    for (index, entry) in entries.enumerated() where iri.utf8.starts(with: entry.namespace.utf8) {
      let local = iri[iri.utf8.index(iri.startIndex, offsetBy: entry.namespace.utf8.count)...]
      guard allowsLocal(local.utf8) else { continue }
      used.insert(index)
      return (entry.prefix, local)
    }
    return nil
  }

  /// Whether text is a prefix that every format reads: ASCII letters, digits, `_`, `-`, a letter
  /// first.
  static func isSafePrefix(_ prefix: String) -> Bool {
    guard let first = prefix.utf8.first, NameCharacter.isLetter(first) else { return false }
    return prefix.utf8.allSatisfy {
      NameCharacter.isLetter($0) || NameCharacter.isDigit($0) || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: "-")
    }
  }

  /// Whether text is a local name that Turtle and JSON-LD read without escapes: ASCII letters,
  /// digits, `_`, `-` and `.`, but no `-` or `.` first and no `.` last.
  static func isSafeLocal(_ local: Substring.UTF8View) -> Bool {
    guard let first = local.first, let last = local.last else { return true }
    return first != UInt8(ascii: "-") && first != UInt8(ascii: ".") && last != UInt8(ascii: ".")
      && local.allSatisfy {
        NameCharacter.isLetter($0) || NameCharacter.isDigit($0) || $0 == UInt8(ascii: "_")
          || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      }
  }
}
