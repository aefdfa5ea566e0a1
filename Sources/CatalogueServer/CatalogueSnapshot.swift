// SPDX-License-Identifier: Apache-2.0

#if Server
  internal import Catalogue
  internal import Diagnostics
  internal import Pipeline
  internal import RDFModel
  internal import Reports

  /// What a request asks for.
  enum CatalogueTarget: Hashable {
    /// The list of datasets for people.
    case home
    /// The whole catalogue.
    case catalogue
    /// A dataset by its key.
    case dataset(String)

    /// The forms in which it is there.
    var forms: [CatalogueForm] { self == .home ? [.page] : CatalogueForm.allCases }
  }

  /// The catalogue at one moment; each answer is made when it is first asked for and then kept.
  ///
  /// Everything kept is at most each form of the catalogue and of each dataset once.
  actor CatalogueSnapshot {
    /// An answer's bytes.
    struct Representation {
      let bytes: [UInt8]
      let tag: EntityTag

      init(_ bytes: [UInt8]) {
        self.bytes = bytes
        tag = EntityTag(of: bytes)
      }
    }

    private struct Request: Hashable {
      let target: CatalogueTarget
      let form: CatalogueForm
    }

    private let catalogue: PublishedCatalogue
    private let pages: CataloguePage
    private let keys: [String]
    private let numbers: [String: Int]
    private var kept: [Request: Representation] = [:]

    init(_ catalogue: PublishedCatalogue, pages: CataloguePage) {
      self.catalogue = catalogue
      self.pages = pages
      keys = Self.keys(catalogue.datasets)
      numbers = Dictionary(keys.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    // The id, which several pipelines can give; then a part of the IRI's hash tells them apart.
    private static func keys(_ datasets: [PublishedCatalogue.Dataset]) -> [String] {
      let groups = Dictionary(grouping: datasets, by: \.id)
      return datasets.map { dataset in
        guard groups[dataset.id]?.count != 1 else { return dataset.id }
        let hash = InputRecord.sha256(Array(dataset.description.iri.utf8))
        return "\(dataset.id)~\(hash.prefix(8))"
      }
    }

    /// Whether there is something to answer with.
    nonisolated func contains(_ target: CatalogueTarget) -> Bool {
      if case .dataset(let key) = target { return numbers[key] != nil }
      return true
    }

    /// The answer in a form that the target has; `nil` for a dataset that is not there.
    ///
    /// - Throws: what the form cannot write.
    func representation(of target: CatalogueTarget, as form: CatalogueForm)
      throws(DiagnosedError) -> Representation?
    {
      let request = Request(target: target, form: form)
      if let known = kept[request] { return known }
      guard let bytes = try bytes(of: target, as: form) else { return nil }
      let made = Representation(bytes)
      kept[request] = made
      return made
    }

    private func bytes(of target: CatalogueTarget, as form: CatalogueForm)
      throws(DiagnosedError) -> [UInt8]?
    {
      guard case .dataset(let key) = target else {
        return try form.format.map { format throws(DiagnosedError) in
          try PublishedCatalogue.write(catalogue.quads, as: format)
        } ?? list()
      }
      guard let number = numbers[key] else { return nil }
      let dataset = catalogue.datasets[number]
      let quads = dataset.description.quads
      if let format = form.format { return try PublishedCatalogue.write(quads, as: format) }
      return pages.dataset(
        key: key, title: dataset.title, iri: dataset.description.iri, description: quads)
    }

    private func list() -> [UInt8] {
      let items = zip(keys, catalogue.datasets).map { key, dataset in
        CatalogueListItem(
          key: key, title: dataset.title, iri: dataset.description.iri,
          summary: Self.text(DCT.description, of: dataset.description) ?? "",
          modified: dataset.description.modified?.value)
      }
      return pages.list(
        title: catalogue.own.flatMap { Self.text(DCT.title, of: $0) } ?? "Catalogue",
        description: catalogue.own.flatMap { Self.text(DCT.description, of: $0) } ?? "",
        items: items)
    }

    // In English if there is a text in English.
    private static func text(_ property: String, of description: DatasetDescription) -> String? {
      let texts = description.quads.filter {
        $0.subject == .iri(description.iri) && $0.predicate == .iri(property)
      }.map(\.object)
      return (texts.first { $0.language.hasPrefix("en") } ?? texts.first)?.value
    }
  }
#endif
