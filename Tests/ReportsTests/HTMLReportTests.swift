// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Reports
import Testing

@Suite struct HTMLReportTests {
  @Test func `the page is written where FAIRWAY_REPORT_OUT says`() throws {
    let page = HTMLReport.render(ReportFixture.pilots())
    #expect(page.starts(with: Array("<!doctype html>\n<html lang=\"en\">".utf8)))
    guard let path = ProcessInfo.processInfo.environment["FAIRWAY_REPORT_OUT"] else { return }
    try Data(page).write(to: URL(filePath: path))
  }

  @Test func `equal reports give equal bytes`() {
    #expect(
      HTMLReport.render(ReportFixture.pilots()) == HTMLReport.render(ReportFixture.pilots()))
  }

  @Test func `the page forbids everything but its own style`() {
    let page = html(ReportFixture.small())
    #expect(
      page.contains(
        """
        <meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src \
        &#39;unsafe-inline&#39;; img-src data:; base-uri &#39;none&#39;; form-action \
        &#39;none&#39;">
        """))
    for forbidden in ["<script", "src=", "@import", "url(", "http-equiv=\"refresh\""] {
      #expect(!page.contains(forbidden))
    }
  }

  @Test func `the verdict comes first`() throws {
    let body = try #require(html(ReportFixture.small()).components(separatedBy: "<main").last)
    #expect(
      body.hasPrefix(
        """
         id="verdict"><div class="hero violation"><div class="headline"><svg class="shape" \
        viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="M2.5 2.5h11v11h-11z">\
        </path></svg><h1>Not accepted</h1>
        </div>
        <p class="lead">The dataset is not accepted: 1 violation was found.</p>
        """))
  }

  @Test func `a finding names severity, count, message, remedy, rule and place`() throws {
    let page = html(ReportFixture.small())
    let article = try #require(page.components(separatedBy: "<article").dropFirst().first)
    #expect(
      article.hasPrefix(
        """
         class="finding" aria-labelledby="finding-1-1"><p class="kind">\
        <span class="badge violation"><svg class="shape" viewBox="0 0 16 16" aria-hidden="true" \
        focusable="false"><path d="M2.5 2.5h11v11h-11z"></path></svg>violation</span>\
        <span class="times">1 time</span></p>
        <h4 id="finding-1-1">Value without a term</h4>
        <p class="message">“‹hidden›” is not in the list “birth sex”.</p>
        <p class="remedy"><b>To mend it: </b>Add it to “birth sex”.</p>
        <p class="rule">Rule <code>terms.unmapped-value</code></p>
        <p class="where">In <code>clinical.csv</code>, row 412, column sex (7); mapping rule \
        <code>map.yaml:41:9</code></p>
        </article>
        """))
  }

  @Test func `places of a kind stand in a table`() {
    let page = html(ReportFixture.pilots())
    #expect(page.contains("<summary>Places: showing 10 of 1,204</summary>"))
    #expect(
      page.contains(
        """
        <thead><tr><th scope="col" class="words">File</th><th scope="col" class="number">Row</th>\
        <th scope="col" class="words">Column</th><th scope="col" class="words">Mapping rule</th>\
        </tr>
        </thead>
        <tbody><tr><th scope="row"><code>data/glioma/clinical.csv</code></th>\
        <td class="number">2</td><td>histology (9)</td>\
        <td><code>Mappings/glioma/clinical.yarrrml.yaml:63:9</code></td></tr>
        """))
    #expect(
      page.contains("<td>/7/0020000D/Value/0, byte 81553</td>"))
  }

  @Test func `counts from one to four are withheld where they are published`() {
    let page = html(ReportFixture.small())
    #expect(page.contains("<dt>Published individuals</dt>\n<dd>withheld (fewer than 5)</dd>"))
    #expect(
      [0, 1, 2, 3, 4, 5].map { PublishedCount("n", $0).number } == [0, nil, nil, nil, nil, 5])
  }

  @Test func `a bar says in words what it draws`() {
    #expect(
      html(ReportFixture.pilots()).contains(
        """
        <td class="share gap"><svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" \
        aria-hidden="true" focusable="false"><rect class="track" width="100" height="8"></rect>\
        <rect class="fill" width="94" height="8"></rect></svg><span class="percent">94%</span>\
        </td><td class="of">573 of 611<span class="mandatory">, mandatory: 38 missing</span></td>
        """))
  }

  @Test func `what to mend first leads to the heaviest and most frequent kinds`() throws {
    let page = html(ReportFixture.pilots())
    let list = try #require(
      page.components(separatedBy: "<ol>").last?
        .components(separatedBy: "</ol>").first)
    let targets = list.components(separatedBy: "href=\"#").dropFirst().map {
      $0.prefix { $0 != "\"" }
    }
    #expect(targets == ["finding-1-1", "finding-1-2", "finding-1-3"])
    for target in targets { #expect(page.contains("id=\"\(target)\"")) }
  }

  @Test func `every link on the page leads somewhere`() {
    let page = html(ReportFixture.pilots())
    let anchors = page.components(separatedBy: "href=\"#").dropFirst().map {
      $0.prefix { $0 != "\"" }
    }
    #expect(anchors.count > 10)
    for anchor in anchors { #expect(page.contains("id=\"\(anchor)\"")) }
  }

  @Test func `headings go down one level at a time and there is one of the first`() {
    let page = html(ReportFixture.pilots())
    let levels = page.components(separatedBy: "<h").dropFirst().compactMap {
      $0.first?.wholeNumberValue
    }
    #expect(levels.first == 1)
    #expect(levels.count { $0 == 1 } == 1)
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
  }

  private func html(_ report: RunReport) -> String {
    String(decoding: HTMLReport.render(report), as: UTF8.self)
  }
}
