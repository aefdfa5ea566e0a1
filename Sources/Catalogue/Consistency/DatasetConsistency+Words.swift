// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

extension DatasetConsistency {
  /// Titles and keywords in English that name a body part or a cancer of which the records are not.
  ///
  /// A text that also names something of which they are is right: “from heart to prostate”.
  func words() -> [Finding] {
    guard !subject.isEmpty else { return [] }
    return ["title", "keyword"].flatMap { key in
      human.node.literals(key).filter { $0.language.isEmpty || $0.language.hasPrefix("en") }
        .compactMap { text in
          let named = named(in: text.value)
          guard let first = named.first, !named.contains(where: fits) else { return nil }
          return Finding(
            ConsistencyRules.word, at: place(key),
            [
              .plain("key", key), .plain("concept", hierarchy.label(first)),
              .plain("text", text.value), .plain("found", subject),
            ])
        }
    }
  }

  // The conditions and body parts that the table knows, if a text has one of their names as words.
  private func named(in text: String) -> [String] {
    let words = " \(MeasureSet.folded(text.utf8)) "
    let known = measures.conditions.sites
    let concepts = Set(known.keys).union(known.values.joined()).union(Self.organs)
    return concepts.sorted().filter { concept in
      hierarchy.names(concept).contains { $0.utf8.count > 3 && words.contains(" \($0) ") }
    }
  }

  // Organs of which data sets are, and which no condition of the table is in.
  private static let organs = ["BP1000075", "BP1000298", "BP1000301", "BP1000302", "BP1000303"]
    .map { Namespace.eucaim[$0] }

  /// Segmentation labels of which none is a part of what the records are of.
  func labels() -> [Finding] {
    let key = "annotationLabel"
    let labels = (human.node.values[key] ?? []).compactMap { value in
      if case .concept(let iri, _) = value { iri } else { nil }
    }
    // What is no part of the body, such as a lesion, is not judged.
    let parts = labels.filter { $0.hasPrefix(Namespace.eucaim["BP"]) }
    guard !parts.isEmpty, parts.count == labels.count, !subject.isEmpty,
      !parts.contains(where: fits)
    else { return [] }
    return [
      Finding(
        ConsistencyRules.label, at: place(key),
        [
          .plain("key", key), .plain("concept", names(parts)), .plain("found", subject),
        ])
    ]
  }

  /// Written codes of a system in which the condition has another one.
  func codes() -> [Finding] {
    let key = "codeValue"
    guard let condition,
      let own = hierarchy.lineage(condition).lazy.compactMap({ measures.codes[$0] }).first
    else { return [] }
    let written = human.node.literals(key).map(\.value)
    return own.compactMap { code in
      let system = code.text.prefix { $0 != ":" } + ":"
      let others = written.filter { $0.hasPrefix(system) }
      // A narrower code of ICD-10 goes on behind a dot.
      guard !others.isEmpty,
        !others.contains(where: { $0.hasPrefix(code.text) || code.text.hasPrefix($0) })
      else { return nil }
      return Finding(
        ConsistencyRules.code, at: place(key),
        [
          .plain("key", key), .plain("written", others.joined(separator: ", ")),
          .plain("found", code.text),
        ])
    }
  }

  /// Dates that cannot be right with the years of the images.
  func years() -> [Finding] {
    guard case .yearInterval(let first, let last)? = summary.value(of: Namespace.dct.temporal)
    else { return [] }
    let found = "\(first) to \(last)"
    var findings: [Finding] = []
    if let issued = human.node.literals("issued").first, let year = Int(issued.value.prefix(4)),
      year < last
    {
      findings.append(period("issued", at: place("issued"), issued.value, found))
    }
    let retention = human.node.nodes("retentionPeriod").first
    if let end = retention?.literals("end").first, let year = Int(end.value.prefix(4)), year < last
    {
      findings.append(
        period(
          "retentionPeriod", at: retention?.keyPlaces["end"] ?? place("retentionPeriod"),
          "until \(end.value)", found))
    }
    return findings
  }

  func period(_ key: String, at place: SourcePlace, _ written: String, _ found: String) -> Finding {
    Finding(
      ConsistencyRules.period, at: place,
      [.plain("key", key), .plain("written", written), .plain("found", found)])
  }
}

extension DescribedNode {
  /// The nodes of a key, in the order written.
  func nodes(_ key: String) -> [DescribedNode] {
    (values[key] ?? []).compactMap { if case .node(let node) = $0 { node } else { nil } }
  }

  /// The concepts of a key, in the order written.
  func concepts(_ key: String) -> [String] {
    (values[key] ?? []).compactMap { if case .concept(let iri, _) = $0 { iri } else { nil } }
  }
}
