// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// The figures that a publication gave: what anybody can compare the next one with.
package struct PublishedFigures: Sendable {
  private let dataset: Term
  private let graph: Graph

  /// Reads the figures of a description.
  ///
  /// - Parameter description: the one that was published before.
  package init(_ description: DatasetDescription) {
    dataset = .iri(description.iri)
    graph = description.graph
  }

  private func objects(_ property: String) -> [Term] {
    graph.objects(of: dataset, .iri(property))
  }

  /// A count; one that is no multiple of five, by an older version of the program, is rounded.
  func count(_ property: String) -> PublishedCount {
    objects(property).first.flatMap { Int($0.value) }.map { PublishedCount($0) } ?? .withheld
  }

  /// A whole number.
  func number(_ property: String) -> Int? { objects(property).first.flatMap { Int($0.value) } }

  /// The IRIs and texts of a property.
  func values(_ property: String) -> Set<String> { Set(objects(property).map(\.value)) }

  /// The text of a property's value.
  func text(_ property: String) -> String? { objects(property).first?.value }

  /// The first and the last year of a period.
  func years(_ property: String) -> (first: Int?, last: Int?) {
    guard let period = objects(property).first else { return (nil, nil) }
    func year(_ end: String) -> Int? {
      graph.objects(of: period, .iri(end)).first.flatMap { Int($0.value.prefix(4)) }
    }
    return (year(Namespace.dcat.startDate), year(Namespace.dcat.endDate))
  }
}
