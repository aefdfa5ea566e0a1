// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import LocatedYAML

/// Puts several documents together into one, as if they had been written in one file.
///
/// Names of mappings, sources and targets stand once among all files. A prefix, the base or an
/// external value may stand in several if it says the same.
/// - Source: the reference parser, which takes several input files.
struct YARRRMLDocuments {
  private let reader: YAMLReader
  private var entries: [YAMLEntry] = []
  private var indexes: [String: Int] = [:]

  /// Merges documents.
  ///
  /// - Parameters:
  ///   - roots: the roots, at least one.
  ///   - reader: receives names that stand twice.
  /// - Returns: a root with the entries of all, each at its own place.
  static func merge(_ roots: [YAMLNode], reporting reader: YAMLReader) -> YAMLNode {
    var merged = YARRRMLDocuments(reader: reader)
    guard roots.count > 1, roots.allSatisfy({ $0.entries != nil }) else {
      for root in roots.dropFirst() where root.entries == nil {
        reader.reportKind(
          root, what: YARRRMLKeys.document.context, allowed: "a mapping of keys and values")
      }
      return roots[0]
    }
    for root in roots { merged.take(root.entries ?? []) }
    return YAMLNode(.mapping(merged.entries), at: roots[0].position, file: roots[0].file)
  }

  private init(reader: YAMLReader) { self.reader = reader }

  private mutating func take(_ own: [YAMLEntry]) {
    let known = indexes
    for entry in own {
      let name = Self.name(of: entry)
      // Two spellings of a key in one file are that file's fault, which is found later.
      if let index = known[name] {
        entries[index] = YAMLEntry(
          key: entries[index].key, value: joined(entries[index].value, entry, name))
      } else {
        indexes[name] = entries.count
        entries.append(entry)
      }
    }
  }

  private static func name(of entry: YAMLEntry) -> String {
    let text = entry.key.text ?? ""
    return YARRRMLKeys.document.keys.first { $0.allNames.contains(text) }?.name ?? text
  }

  private func joined(_ first: YAMLNode, _ entry: YAMLEntry, _ name: String) -> YAMLNode {
    let second = entry.value
    if name == "authors" {
      let members = (first.members ?? [first]) + (second.members ?? [second])
      return YAMLNode(.sequence(members), at: first.position, file: first.file)
    }
    guard let names = first.entries, let more = second.entries else {
      if first.text == nil || first.text != second.text {
        report(entry.key, firstAt: first.place)
      }
      return first
    }
    var all = names
    for entry in more {
      guard let same = names.first(where: { $0.key.text == entry.key.text }) else {
        all.append(entry)
        continue
      }
      let mayRepeat = name == "prefixes" || name == "external"
      if !mayRepeat || same.value.text == nil || same.value.text != entry.value.text {
        report(entry.key, firstAt: same.key.place)
      }
    }
    return YAMLNode(.mapping(all), at: first.position, file: first.file)
  }

  private func report(_ key: YAMLNode, firstAt first: SourcePlace) {
    reader.report(
      Finding(
        YARRRMLRules.nameTwice, at: key.place,
        [.plain("name", key.text ?? ""), .plain("first", first.file)],
        related: [RelatedPlace("first seen", first)]))
  }
}
