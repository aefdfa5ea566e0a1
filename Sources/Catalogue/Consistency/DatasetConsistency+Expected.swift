// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

extension DatasetConsistency {
  /// What is written under `expected` and is not what the records give.
  func expectations() -> [Finding] {
    guard let expected = human.node.nodes(NodeKind.expectedKey).first else { return [] }
    return expected.kind.fields.flatMap { field -> [Finding] in
      guard expected.values[field.key] != nil else { return [] }
      let place = expected.keyPlaces[field.key] ?? expected.place
      switch field.value {
      case .text(.flag): return flag(field, expected.literals(field.key), at: place)
      case .text: return number(field, expected.literals(field.key), at: place)
      case .concept: return values(field, expected.concepts(field.key), at: place)
      default: return expected.nodes(field.key).flatMap { years(field.key, $0, at: place) }
      }
    }
  }

  /// What people wrote in the place of records that tell it themselves.
  func written() -> [Finding] {
    var findings: [Finding] = []
    for key in ["numberOfSegmentations", "spatialResolutionInMeters"] {
      guard let field = human.node.kind.fields.first(where: { $0.key == key }),
        summary.value(of: field.property).map({ $0 != .none }) == true
      else { continue }
      findings += number(field, human.node.literals(key), at: place(key))
    }
    return findings
  }

  private func number(_ field: ProfileField, _ written: [Term], at place: SourcePlace) -> [Finding]
  {
    guard let text = written.first?.value, let value = summary.value(of: field.property),
      let found = contradiction(of: value, to: text, isCount: Self.counts.contains(field.property))
    else { return [] }
    return [finding(ConsistencyRules.number, field, text, found, at: place)]
  }

  private static let counts: Set<String> = [
    Namespace.healthdcatap.numberOfUniqueIndividuals, Namespace.healthdcatap.numberOfRecords,
    Namespace.eucaim.nbrOfSegmentations,
  ]

  // `nil` for a number that the published figure leaves possible.
  private func contradiction(of value: MeasuredValue, to text: String, isCount: Bool) -> String? {
    switch value {
    case .none:
      guard isCount, let number = Int(text), number >= SmallCounts.smallestPublished else {
        return nil
      }
      return "too few to be published"
    case .count(let count):
      guard let number = Int(text), count != PublishedCount(number) else { return nil }
      return count.value.map { "about \($0)" } ?? "too few to be published"
    case .years(let years): return Int(text) == years ? nil : "\(years)"
    case .length(let nanometres):
      guard let written = SummaryBuilder.nanometres(metres: text) else { return nil }
      // A spacing is written as exactly as people like.
      return abs(written - nanometres) * 10 <= nanometres
        ? nil : DescriptionWriter.metres(nanometres)
    default: return nil
    }
  }

  private func values(
    _ field: ProfileField, _ written: [String], at place: SourcePlace
  ) -> [Finding] {
    let found = concepts(field.property)
    guard Set(written) != Set(found) else { return [] }
    return [
      finding(
        ConsistencyRules.values, field, names(written),
        found.isEmpty ? "none of enough people" : names(found), at: place)
    ]
  }

  private func years(_ key: String, _ written: DescribedNode, at place: SourcePlace) -> [Finding] {
    guard case .yearInterval(let first, let last)? = summary.value(of: Namespace.dct.temporal)
    else { return [] }
    func year(_ key: String) -> Int? {
      written.literals(key).first.flatMap { Int($0.value.prefix(4)) }
    }
    let isWithin = first >= year("start") ?? first && last <= year("end") ?? last
    guard !isWithin else { return [] }
    let words = [("from", "start"), ("to", "end")].compactMap { word, key in
      written.literals(key).first.map { "\(word) \($0.value)" }
    }
    return [period(key, at: place, words.joined(separator: " "), "\(first) to \(last)")]
  }

  private func flag(_ field: ProfileField, _ written: [Term], at place: SourcePlace) -> [Finding] {
    guard case .flag(let found)? = summary.value(of: field.property),
      let text = written.first?.value, text != (found ? "true" : "false")
    else { return [] }
    return [
      finding(ConsistencyRules.structuredData, field, text, found ? "true" : "false", at: place)
    ]
  }

  private func finding(
    _ rule: FindingRule, _ field: ProfileField, _ written: String, _ found: String,
    at place: SourcePlace
  ) -> Finding {
    Finding(
      rule, at: place,
      [
        .plain("key", field.key), .plain("property", IRIForm.localName(field.property)),
        .plain("written", written), .plain("found", found),
      ])
  }
}
