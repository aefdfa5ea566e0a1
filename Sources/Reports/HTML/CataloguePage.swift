// SPDX-License-Identifier: Apache-2.0

/// Renders the pages of a catalogue for people: no script, no network, no second file.
///
/// Lists end early before a page reaches 2 MB, each with a notice that names the whole document.
package struct CataloguePage: Sendable {
  let context: CataloguePageContext

  /// Prepares pages.
  package init(_ context: CataloguePageContext) { self.context = context }

  /// What a page may load and do, for its own `meta` element and for the header of a response.
  package static let contentSecurityPolicy = "\(policy)"

  static let policy: StaticString = """
    default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; \
    form-action 'none'
    """

  /// Writes the page that lists a catalogue's datasets.
  ///
  /// - Parameters:
  ///   - title: the catalogue's title.
  ///   - description: what the catalogue says of itself; empty if it says nothing.
  ///   - items: the datasets, in the order shown.
  /// - Returns: UTF-8; the same bytes for the same content.
  package func list(title: String, description: String, items: [CatalogueListItem]) -> [UInt8] {
    page(title: title) { html in
      html.element(.h1, text: title)
      html.paragraphs(description, .class("lead"))
      documents(context.site.catalogue, &html)
      html.element(.section, .labelled(by: Self.datasets)) { html in
        html.element(.h2, .id(Self.datasets), text: Figure.counted(items.count, "dataset"))
        let shown = html.each(items) { item($1, &$0) }
        notice(showing: shown, of: items.count, "datasets", context.site.catalogue, &html)
      }
    }
  }

  private static let datasets = HTMLAnchor("datasets")

  private func item(_ item: CatalogueListItem, _ html: inout HTMLBuilder) {
    html.element(.article, .class("finding")) { html in
      if let modified = item.modified {
        html.element(.p, .class("kind times"), text: modified)
      }
      html.element(.h3) { html in
        html.link(HTMLLink(web: context.site.dataset(item.key)), text: item.title)
      }
      html.element(.p, .class("message"), text: item.summary)
      html.element(.p, .class("rule"), text: item.iri)
    }
  }

  /// Writes the frame that every page has, around its content.
  func page(title: String, content: (inout HTMLBuilder) -> Void) -> [UInt8] {
    var html = HTMLBuilder(fullSize: HTMLReport.fullSize)
    html.documentType()
    html.element(.html, .set("lang", "en")) { html in
      html.element(.head) { head(title, &$0) }
      html.element(.body) { html in
        html.element(.a, .class("skip"), .href(HTMLLink(Self.start)), text: "Skip to the content")
        html.element(.header, .class("brand")) { html in
          html.element(.p, .class("product")) { html in
            HTMLMark.channel(&html)
            html.link(HTMLLink(web: context.site.home), text: "All datasets")
          }
        }
        html.element(.main, .id(Self.start), content: content)
        html.element(.footer) { html in
          html.element(
            .p, text: "Made by \(context.product.name) \(context.product.version).")
        }
      }
    }
    return html.bytes
  }

  private static let start = HTMLAnchor("content")

  private func head(_ title: String, _ html: inout HTMLBuilder) {
    html.void(.meta, .set("charset", "utf-8"))
    html.void(
      .meta, .set("http-equiv", "Content-Security-Policy"), .set("content", Self.policy))
    html.void(
      .meta, .set("name", "viewport"), .set("content", "width=device-width, initial-scale=1"))
    html.void(.meta, .set("name", "color-scheme"), .set("content", "light dark"))
    html.void(.meta, .set("name", "referrer"), .set("content", "no-referrer"))
    html.element(.title, text: title)
    html.void(.link, .set("rel", "icon"), .set("href", "data:,"))
    html.style(HTMLStyle.sheet)
    html.style(Self.sheet)
  }

  // What differs from the style of reports.
  private static let sheet: StaticString = """
    .finding h3 { margin: 0; }
    .lead + .lead { margin-top: .5rem; }
    .facts { margin-top: .75rem; }
    .facts dt { flex-basis: 17rem; }
    """

  /// Writes links to the documents that say the same for machines.
  func documents(_ address: (String?) -> String, _ html: inout HTMLBuilder) {
    html.element(.nav, .label("For machines")) { html in
      html.element(.ul) { html in
        for form in context.documents {
          html.element(.li) { html in
            html.link(HTMLLink(web: address(form.ending)), text: form.title)
          }
        }
      }
    }
  }

  /// Says that a list is not shown in full, and where all of it is.
  func notice(
    showing shown: Int, of all: Int, _ noun: String, _ address: (String?) -> String,
    _ html: inout HTMLBuilder
  ) {
    guard shown < all, let form = context.documents.first else { return }
    html.element(.p, .class("notice")) { html in
      html.text("Showing \(Figure.grouped(shown)) of \(Figure.grouped(all)) \(noun). All are in ")
      html.link(HTMLLink(web: address(form.ending)), text: form.title)
      html.text(".")
    }
  }
}

extension HTMLBuilder {
  /// The most characters of one description that a page shows.
  private static let descriptionLimit = 20_000

  /// Writes a text of any length as paragraphs, one for each of its lines.
  mutating func paragraphs(_ text: String, _ style: HTMLAttribute) {
    let scalars = text.unicodeScalars.prefix(Self.descriptionLimit)
    let lines = scalars.split { $0 == "\n" || $0 == "\r" }
    for line in lines where !isFull {
      element(.p, style) { html in
        var rest = line
        while !rest.isEmpty {
          html.text(String(String.UnicodeScalarView(rest.prefix(Self.textLimit))))
          rest = rest.dropFirst(Self.textLimit)
        }
      }
    }
    if scalars.endIndex < text.unicodeScalars.endIndex { element(.p, style, text: "…") }
  }
}
