// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Reports
import Testing

@Suite struct HostileTextTests {
  @Test(arguments: ReportFixture.hostile)
  func `hostile text adds no tag, attribute or link to the page`(text: String) {
    for showValues in [false, true] {
      let page = HTMLReport.render(ReportFixture.filled(with: text), showValues: showValues)
      let harmless = HTMLReport.render(ReportFixture.filled(with: "x"), showValues: showValues)
      for mark in ["<", ">", "\"", "'"].compactMap({ $0.utf8.first }) {
        #expect(page.count { $0 == mark } == harmless.count { $0 == mark })
      }
    }
  }

  @Test(arguments: ReportFixture.hostile)
  func `nothing that hides or commands is left in any form of the report`(text: String) {
    let report = ReportFixture.filled(with: text)
    let forms = [
      HTMLReport.render(report, showValues: true), JSONReport.render(report, showValues: true),
      SARIFReport.render(report, showValues: true),
      Array(
        TextReport.render(report, folder: text, style: TextReport.Style(showsValues: true)).utf8),
      csv(report),
    ]
    for form in forms {
      let scalars = String(decoding: form, as: UTF8.self).unicodeScalars
      #expect(!scalars.contains { Self.forbidden.contains($0) })
    }
  }

  @Test func `escapes of hidden characters can be read`() {
    let page = String(
      decoding: HTMLReport.render(ReportFixture.filled(with: "a\u{202E}b\u{0}c\nd")), as: UTF8.self)
    #expect(page.contains("<h4 id=\"finding-0-1\">a\\u{202e}b\\u{0}c\\nd</h4>"))
  }

  @Test(arguments: [
    ("https://example.org/a?b=1&c", "<a href=\"https://example.org/a?b=1&amp;c\">"),
    ("HTTP://example.org/", "<a href=\"HTTP://example.org/\">"),
    ("mailto:data@example.org", "<a href=\"mailto:data@example.org\">"),
  ])
  func `web and mail addresses become links`(address: String, tag: String) {
    #expect(page(iri: address).contains(tag))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\nscript:alert(1)", "data:text/html,x",
    "vbscript:x", "file:///etc/passwd", "//example.org", "https://", "http://a b", "https:\\\\a",
    "https://a\u{202E}b", " javascript:alert(1)", "urn:uuid:0", "",
  ])
  func `other addresses stay text`(address: String) {
    #expect(
      page(iri: address).components(separatedBy: "<a ").count
        == page(iri: "x").components(separatedBy: "<a ").count)
  }

  @Test(arguments: [
    ("descriptions/lung ct.ttl", "href=\"./descriptions/lung%20ct.ttl\""),
    ("javascript:alert(1)", "href=\"./javascript%3Aalert%281%29\""),
    ("é", "href=\"./%C3%A9\""),
  ])
  func `files beside the page are linked by percent-encoded paths`(path: String, link: String) {
    #expect(page(description: path).contains(link))
  }

  @Test(arguments: ["/etc/passwd", "../secret", "a/../../b", "a//b", ""])
  func `files elsewhere are named and not linked`(path: String) {
    #expect(!page(description: path).contains("href=\"./a"))
    #expect(!page(description: path).contains("etc/passwd\""))
    #expect(!page(description: path).contains("secret\""))
  }

  @Test func `values are hidden in every form unless they are asked for`() {
    let secret = "Grete Mustermann"
    var report = ReportFixture.small()
    var finding = report.datasets[0].recordFindings.groups[0].first[0]
    finding.arguments = [.plain("list", "birth sex"), .sensitive("value", secret)]
    report.datasets[0].recordFindings.groups[0].first = [finding]
    report.datasets[0].unmapped = [
      UnmappedValue(list: "birth sex", value: secret, count: 1, firstPlace: finding.place)
    ]
    for showValues in [false, true] {
      var row: [UInt8] = []
      FindingsCSV.append(finding, dataset: "lung", showValues: showValues, to: &row)
      let style = TextReport.Style(showsValues: showValues)
      let forms = [
        HTMLReport.render(report, showValues: showValues),
        JSONReport.render(report, showValues: showValues),
        SARIFReport.render(report, showValues: showValues), row,
        Array(TextReport.render(report, folder: "out", style: style).utf8),
      ]
      for form in forms {
        #expect(String(decoding: form, as: UTF8.self).contains(secret) == showValues)
      }
      for form in showValues
        ? [] : [HTMLReport.render(report), JSONReport.render(report), SARIFReport.render(report)]
      {
        #expect(String(decoding: form, as: UTF8.self).contains("‹hidden›"))
      }
    }
  }

  private static let forbidden: Set<Unicode.Scalar> = [
    "\u{0}", "\u{1B}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{2028}", "\u{FEFF}", "\u{E0041}",
  ]

  private func csv(_ report: RunReport) -> [UInt8] {
    var bytes = FindingsCSV.header
    for finding in report.findings.groups.flatMap(\.first) {
      FindingsCSV.append(finding, dataset: report.pipeline, showValues: true, to: &bytes)
    }
    return bytes
  }

  private func page(iri: String) -> String {
    var report = ReportFixture.small()
    report.datasets[0].iri = iri
    return String(decoding: HTMLReport.render(report), as: UTF8.self)
  }

  private func page(description: String) -> String {
    var report = ReportFixture.small()
    report.datasets[0].descriptionPath = description
    return String(decoding: HTMLReport.render(report), as: UTF8.self)
  }
}
