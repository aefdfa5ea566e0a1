// SPDX-License-Identifier: Apache-2.0

/// What the pages of a catalogue show besides the statements.
package struct CataloguePageContext: Sendable {
  /// Where pages and documents lie.
  package var site: CatalogueSite
  /// What made the page.
  package var product: ReportProduct
  /// The documents that say the same for machines, the one to name first in front.
  package var documents: [CatalogueDocumentForm]
  /// Names for namespaces.
  package var prefixes: [(prefix: String, namespace: String)]

  /// Collects what pages share.
  package init(
    site: CatalogueSite, product: ReportProduct, documents: [CatalogueDocumentForm],
    prefixes: [(prefix: String, namespace: String)]
  ) {
    self.site = site
    self.product = product
    self.documents = documents
    self.prefixes = prefixes
  }
}

/// A form in which a page's content is there for machines.
package struct CatalogueDocumentForm: Sendable, Hashable {
  /// The name as people write it.
  package let title: String
  /// The file extension, without a dot.
  package let ending: String

  /// Names a form.
  package init(title: String, ending: String) {
    self.title = title
    self.ending = ending
  }
}

/// A dataset as the list of a catalogue shows it.
package struct CatalogueListItem: Sendable, Hashable {
  /// The dataset's name in addresses.
  package let key: String
  /// The title.
  package let title: String
  /// The dataset's IRI.
  package let iri: String
  /// The description for people; empty if there is none.
  package let summary: String
  /// When the description last changed, as written.
  package let modified: String?

  /// Lists a dataset.
  package init(key: String, title: String, iri: String, summary: String, modified: String?) {
    self.key = key
    self.title = title
    self.iri = iri
    self.summary = summary
    self.modified = modified
  }
}
