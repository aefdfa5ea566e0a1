// SPDX-License-Identifier: Apache-2.0

package import Catalogue
package import Diagnostics
package import RDFModel
package import Shapes

/// What a check of a description against the profile gives people to read.
package struct DescriptionFindings {
  private let node: DescribedNode

  /// Prepares to report.
  ///
  /// - Parameter node: the document that people wrote, which gives findings their places.
  package init(about node: DescribedNode) { self.node = node }

  /// Results as findings; what is recommended and missing is one finding, whatever it is.
  ///
  /// - Parameter results: results of the profile, in the order of a report.
  /// - Returns: one finding for each other result, in that order, then at most one for all of these.
  package func findings(of results: [ValidationResult]) -> [Finding] {
    let missing = results.filter(Self.isRecommendation)
    return results.filter { !Self.isRecommendation($0) }.map(finding) + recommended(missing)
  }

  /// Periods that end before they start although their bounds are of different precision.
  ///
  /// SHACL compares values of one datatype only, so the profile's shapes leave these open.
  /// - Parameter quads: a description.
  /// - Returns: one finding for each such period, in the order of the statements.
  package func reversedPeriods(in quads: [Quad]) -> [Finding] {
    let graph = Graph(quads)
    return quads.flatMap { quad -> [Finding] in
      let starts = graph.objects(of: quad.object, .iri(DCAT.namespace + "startDate"))
      let ends = graph.objects(of: quad.object, .iri(DCAT.namespace + "endDate"))
      guard let start = starts.first, let end = ends.first, start.datatype != end.datatype,
        Self.isAfter(start.value, end.value)
      else { return [] }
      return [
        Finding(
          DescriptionRules.periodReversed, at: node.place(of: quad.predicate.value) ?? node.place,
          [
            .plain("property", quad.predicate.value), .plain("start", start.value),
            .plain("end", end.value),
          ])
      ]
    }
  }

  /// Whether a result says that something recommended is missing.
  ///
  /// The profile names such shapes `Presence`; of what is pending it says so in words of its own.
  static func isRecommendation(_ result: ValidationResult) -> Bool {
    result.severity == .warning && result.sourceShape.value.hasSuffix(".Presence")
  }

  // A result at the line of the document that speaks of the property. What people wrote for the
  // public catalogue is no source value, so it is shown.
  private func finding(_ result: ValidationResult) -> Finding {
    let property = result.path?.lastPredicate
    var finding = result.finding(at: property.flatMap { node.place(of: $0) } ?? node.place)
    finding.arguments = finding.arguments.map { argument in
      .plain(argument.name, argument.value.shown(showValues: true))
    }
    return finding
  }

  // `Custodian and Sample of Dataset; Availability of Distribution`.
  private func recommended(_ results: [ValidationResult]) -> [Finding] {
    if results.isEmpty { return [] }
    var kinds: [String] = []
    var names: [String: [String]] = [:]
    for result in results {
      let arguments = result.finding().arguments
      func text(_ name: String) -> String {
        arguments.first { $0.name == name }?.value.shown(showValues: true) ?? ""
      }
      let kind = text("kind")
      if names[kind] == nil { kinds.append(kind) }
      if names[kind]?.contains(text("property")) != true {
        names[kind, default: []].append(text("property"))
      }
    }
    let list = kinds.map { kind in
      ResultContext.list(names[kind] ?? [], "and", most: .max) + " of \(kind)"
    }
    return [
      Finding(
        DescriptionRules.recommendedMissing, at: node.place,
        [.plain("properties", list.joined(separator: "; "))])
    ]
  }

  // Compares as far as both say: 2024 is not after 2024-03.
  private static func isAfter(_ start: String, _ end: String) -> Bool {
    let start = parts(start)
    let end = parts(end)
    for (left, right) in zip(start, end) where left != right { return left > right }
    return false
  }

  // Year, month, day; a year before our era has a sign.
  private static func parts(_ date: String) -> [Int] {
    let isNegative = date.hasPrefix("-")
    let numbers = date.drop { $0 == "-" }.prefix { $0 == "-" || $0.isASCII && $0.isNumber }
      .split(separator: "-").compactMap { Int($0) }
    guard let year = numbers.first else { return [] }
    return [isNegative ? -year : year] + numbers.dropFirst().prefix(2)
  }
}
