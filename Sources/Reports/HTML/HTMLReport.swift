// SPDX-License-Identifier: Apache-2.0

/// Renders a run's report as one page for people: no script, no network, no second file.
///
/// Lists are capped, each with a notice, so that a page stays below 2 MB whatever was found.
/// - Conformance: WCAG 2.2 level AA.
package enum HTMLReport {
  /// The most groups of findings on a page; they are shared out among its sections.
  package static let groupLimit = 200
  /// The most rows of any other list.
  package static let rowLimit = 200
  /// The size from which lists end early; what is written after it stays below 2 MB.
  static let fullSize = 1_600_000

  /// Writes the page.
  ///
  /// - Parameters:
  ///   - report: what to show.
  ///   - showValues: whether values out of the provider's data are shown.
  /// - Returns: UTF-8; the same bytes for the same report.
  package static func render(_ report: RunReport, showValues: Bool = false) -> [UInt8] {
    var html = HTMLBuilder(fullSize: fullSize)
    HTMLReportPage(report, showValues: showValues).write(&html)
    return html.bytes
  }
}

/// A report being written as a page; each section of the page is an extension in its own file.
struct HTMLReportPage {
  let report: RunReport
  let showValues: Bool
  /// The lists of findings: of the run, then records and description of each dataset.
  let lists: [FindingList]

  init(_ report: RunReport, showValues: Bool) {
    self.report = report
    self.showValues = showValues
    lists = FindingList.all(of: report, groupLimit: HTMLReport.groupLimit)
  }

  func write(_ html: inout HTMLBuilder) {
    html.documentType()
    html.element(.html, .set("lang", "en")) { html in
      html.element(.head) { head(&$0) }
      html.element(.body) { html in
        html.element(.a, .class("skip"), .href(HTMLLink(Self.content)), text: "Skip to the verdict")
        html.element(.header, .class("brand")) { brand(&$0) }
        html.element(.main, .id(Self.content)) { main(&$0) }
        html.element(.footer) { footer(&$0) }
      }
    }
  }

  private static let content = HTMLAnchor("verdict")

  private func head(_ html: inout HTMLBuilder) {
    html.void(.meta, .set("charset", "utf-8"))
    html.void(
      .meta, .set("http-equiv", "Content-Security-Policy"),
      .set(
        "content",
        """
        default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; \
        form-action 'none'
        """))
    html.void(
      .meta, .set("name", "viewport"), .set("content", "width=device-width, initial-scale=1"))
    html.void(.meta, .set("name", "color-scheme"), .set("content", "light dark"))
    html.void(.meta, .set("name", "referrer"), .set("content", "no-referrer"))
    html.void(.meta, .set("name", "robots"), .set("content", "noindex"))
    html.element(.title, text: "\(report.pipeline): \(report.verdict.rawValue)")
    html.void(.link, .set("rel", "icon"), .set("href", "data:,"))
    html.style(HTMLStyle.sheet)
  }

  private func brand(_ html: inout HTMLBuilder) {
    html.element(.p, .class("product")) { html in
      HTMLMark.channel(&html)
      html.element(.b, text: report.product.name)
      html.text(" ")
      html.element(.span, text: report.product.version)
    }
    html.element(.p) { html in
      html.text("Pipeline ")
      html.element(.b, text: report.pipeline)
    }
  }

  private func main(_ html: inout HTMLBuilder) {
    verdict(&html)
    mendFirst(&html)
    html.element(.nav, .label("On this page")) { contents(&$0) }
    datasetTable(&html)
    let shown = html.each(report.datasets.indices.map { $0 }) { dataset($1, &$0) }
    if shown < report.datasets.count {
      html.notice(showing: shown, of: report.datasets.count, "datasets", in: "report.json")
    }
    runFindings(&html)
    notChecked(&html)
    inputs(&html)
    outputs(&html)
    configuration(&html)
    howToRead(&html)
  }

  private func footer(_ html: inout HTMLBuilder) {
    html.element(.p) { html in
      html.text("Made by \(report.product.name) \(report.product.version). ")
      html.text("Times stand in run.json, so that equal inputs give an equal page.")
    }
  }
}

extension HTMLBuilder {
  /// Writes the items of a list until it ends, the cap is reached or the page is full.
  ///
  /// - Returns: how many were written.
  mutating func each<Item>(
    _ items: [Item], atMost cap: Int = .max, _ write: (inout HTMLBuilder, Item) -> Void
  ) -> Int {
    var written = 0
    while written < min(cap, items.count) && !isFull {
      write(&self, items[written])
      written += 1
    }
    return written
  }

  /// Says that a list is not shown in full, and where all of it is.
  mutating func notice(showing shown: Int, of all: Int, _ noun: String, in file: StaticString) {
    element(.p, .class("notice")) { html in
      html.text("Showing \(Figure.grouped(shown)) of \(Figure.grouped(all)) \(noun). All are in ")
      html.link(HTMLLink(file: "\(file)"), text: "\(file)")
      html.text(".")
    }
  }

  /// A table inside a group that scrolls sideways when the page is narrow.
  mutating func table(
    _ name: String, columns: [HTMLColumn], rows: (inout HTMLBuilder) -> Void
  ) {
    element(.div, .class("scroll"), .set("role", "group"), .set("tabindex", 0), .label(name)) {
      $0.element(.table) { html in
        html.element(.caption, .class("unseen"), text: name)
        html.element(.thead) { html in
          html.element(.tr) { html in
            for column in columns {
              html.element(.th, .set("scope", "col"), column.style, text: column.title)
            }
          }
        }
        html.element(.tbody) { rows(&$0) }
      }
    }
  }

  /// A figure with its name, inside a description list.
  mutating func figure(_ name: String, _ value: String) {
    element(.div) { html in
      html.element(.dt, text: name)
      html.element(.dd, text: value)
    }
  }
}

/// The heading of a table's column.
struct HTMLColumn: ExpressibleByStringLiteral {
  let title: String
  let isNumber: Bool

  /// A column of words.
  init(stringLiteral title: String) { self.init(title, isNumber: false) }

  /// A column of figures.
  static func number(_ title: String) -> HTMLColumn { HTMLColumn(title, isNumber: true) }

  private init(_ title: String, isNumber: Bool) {
    self.title = title
    self.isNumber = isNumber
  }

  /// The class that aligns the heading with its column.
  var style: HTMLAttribute { isNumber ? .class("number") : .class("words") }
}
