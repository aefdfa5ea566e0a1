// SPDX-License-Identifier: Apache-2.0

import RDFModel
import Reports
import Testing

@Suite struct CataloguePageTests {
  private func pages() throws -> CataloguePage {
    CataloguePage(
      CataloguePageContext(
        site: try #require(CatalogueSite(baseURL: "https://example.org/c")),
        product: ReportProduct(name: "Fairway", version: "1.2.3"),
        documents: [CatalogueDocumentForm(title: "Turtle", ending: "ttl")],
        prefixes: [("dct", DCT.namespace), ("ex", "https://example.org/")]))
  }

  private func list(_ items: [CatalogueListItem], description: String = "") throws -> String {
    String(
      decoding: try pages().list(title: "A & B", description: description, items: items),
      as: UTF8.self)
  }

  private let hostile = "<script>alert(1)</script>\"'\u{202E}"

  @Test func `the list links each dataset below the base URL, with what is said of it`() throws {
    let item = CatalogueListItem(
      key: "a b/c", title: "T", iri: "https://example.org/d/1", summary: "S", modified: "2026-01-02"
    )
    let page = try list([item])
    #expect(page.contains("<h1>A &amp; B</h1>"))
    #expect(page.contains("<h2 id=\"datasets\">1 dataset</h2>"))
    #expect(
      page.contains(
        """
        <article class="finding"><p class="kind times">2026-01-02</p>
        <h3><a href="https://example.org/c/datasets/a%20b%2Fc">T</a></h3>
        <p class="message">S</p>
        <p class="rule">https://example.org/d/1</p>
        </article>
        """))
    #expect(page.contains("<a href=\"https://example.org/c/catalog.ttl\">Turtle</a>"))
  }

  @Test func `no text becomes markup, wherever it stands`() throws {
    let item = CatalogueListItem(
      key: hostile, title: hostile, iri: hostile, summary: hostile, modified: hostile)
    let subject = Term.iri("https://example.org/d")
    let dataset = try pages().dataset(
      key: hostile, title: hostile, iri: hostile,
      description: [
        Quad(subject, .iri("javascript:alert(1)"), .literal(hostile, language: hostile)),
        Quad(subject, .iri("https://example.org/\(hostile)"), .iri("javascript:alert(2)")),
      ])
    for page in [
      try list([item], description: hostile), String(decoding: dataset, as: UTF8.self),
    ] {
      #expect(!page.contains("<script"))
      #expect(!page.contains("\u{202E}"))
      #expect(!page.contains("href=\"javascript:"))
      #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;\\u{202e}"))
    }
  }

  @Test func `a long description is shown in full, a paragraph for each line`() throws {
    let long = String(repeating: "x", count: 1_500)
    let page = try list([], description: "one\n\n\(long)")
    #expect(page.contains("<p class=\"lead\">one</p>\n<p class=\"lead\">\(long)</p>"))
    #expect(try list([], description: String(repeating: "y", count: 30_000)).contains(">…</p>"))
  }

  @Test func `a list too long for a page ends early and says where all of it is`() throws {
    let item = CatalogueListItem(
      key: "k", title: String(repeating: "t", count: 599), iri: "https://example.org/d",
      summary: String(repeating: "s", count: 599), modified: nil)
    let page = try list(Array(repeating: item, count: 3_000))
    #expect(page.utf8.count < 2_000_000)
    #expect(page.contains(" of 3,000 datasets. All are in <a href=\"https://example.org/c/catalog"))
    #expect(page.contains("</html>"))
  }

  @Test func `a dataset's page shows its statements, then the nodes it names`() throws {
    let iri = "https://example.org/d"
    let publisher = Term.iri("https://example.org/d#publisher")
    let theme = Term.iri("https://example.org/theme")
    let page = String(
      decoding: try pages().dataset(
        key: "d", title: "Dataset", iri: iri,
        description: [
          Quad(publisher, .iri(FOAF.name), .literal("Centre", language: "en")),
          Quad(publisher, .iri(FOAF.mbox), .iri("mailto:a@example.org")),
          Quad(.iri(iri), .iri(DCT.title), .literal("Datos", language: "es")),
          Quad(.iri(iri), .iri(DCT.publisher), publisher),
          Quad(.iri(iri), .iri(DCT.subject), theme),
          Quad(theme, .iri(SKOS.prefLabel), .literal("Health", language: "en")),
        ]), as: UTF8.self)
    #expect(page.contains("<h2 id=\"node-1\">Description</h2>"))
    #expect(page.contains("<h2 id=\"node-2\">Centre</h2>"))
    #expect(!page.contains("node-3"))
    #expect(
      page.contains(
        "<dt><a href=\"http://purl.org/dc/terms/publisher\">dct:publisher</a></dt>\n"
          + "<dd><a href=\"#node-2\">Centre</a></dd>"))
    #expect(page.contains("<dd><a href=\"https://example.org/theme\">Health</a></dd>"))
    #expect(page.contains("<dd><span lang=\"es\">Datos</span> (es)</dd>"))
    #expect(page.contains("<dd><a href=\"mailto:a@example.org\">mailto:a@example.org</a></dd>"))
  }
}

@Suite struct CatalogueSiteTests {
  @Test(arguments: [
    ("https://example.org", "https://example.org/"),
    ("https://example.org/", "https://example.org/"),
    ("HTTP://Example.org:8080/a/b-c/", "http://Example.org:8080/a/b-c/"),
    ("http://[::1]:8080", "http://[::1]:8080/"),
  ])
  func `addresses begin with the base URL`(base: String, home: String) throws {
    #expect(try #require(CatalogueSite(baseURL: base)).home == home)
  }

  @Test(arguments: [
    "", "example.org", "//example.org", "javascript:alert(1)", "ftp://example.org", "https://",
    "https:///a", "https://user@example.org", "https://example.org/?q", "https://example.org/#f",
    "https://example.org/a b", "https://example.org//a", "https://exämple.org",
    "https://example.org/\r\nX: y", "https://:80", "https://example.org/<",
  ])
  func `what cannot begin an address is refused`(base: String) {
    #expect(CatalogueSite(baseURL: base) == nil)
  }

  @Test func `the catalogue and its datasets have an address in each form`() throws {
    let site = try #require(CatalogueSite(baseURL: "https://example.org/c/"))
    #expect(site.catalogue() == "https://example.org/c/catalog")
    #expect(site.catalogue("ttl") == "https://example.org/c/catalog.ttl")
    #expect(site.dataset("lung-2.1") == "https://example.org/c/datasets/lung-2.1")
    #expect(site.dataset("../ä\r\n", "nt") == "https://example.org/c/datasets/..%2F%C3%A4%0D%0A.nt")
  }
}
