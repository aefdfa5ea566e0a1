// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// The small drawings of a page: they repeat what stands beside them in words.
enum HTMLMark {
  /// The product's mark: a channel between two buoys.
  static func channel(_ html: inout HTMLBuilder) {
    html.element(
      .svg, .class("mark"), .set("viewBox", "0 0 24 24"), .ornament, .set("focusable", "false")
    ) { html in
      html.element(
        .path, .set("class", "stroke"),
        .set("d", "M2 20c3-1.6 5-1.6 8 0s5 1.6 8 0c1.5-.8 2.7-1.2 4-1.2")
      ) { _ in }
      html.element(.path, .set("d", "M4 15V9h5v6z")) { _ in }
      html.element(.path, .set("d", "M15 15l3-7 3 7z")) { _ in }
    }
  }

  /// The shape of a severity: a square, a triangle or a circle.
  static func severity(_ severity: Severity, _ html: inout HTMLBuilder) {
    switch severity {
    case .violation: shape("M2.5 2.5h11v11h-11z", &html)
    case .warning: shape("M8 1.8l6.8 12H1.2z", &html)
    case .note: shape("M8 2.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 1 1 0-11.6z", &html)
    }
  }

  /// The shape of a verdict: a tick, or the shape of what stands in the way.
  static func verdict(_ verdict: Verdict, _ html: inout HTMLBuilder) {
    switch verdict {
    case .accepted: shape("M6.3 13.2L1.6 8.5l1.8-1.8 2.9 2.9 6.3-6.3 1.8 1.8z", &html)
    case .acceptedWithWarnings: severity(.warning, &html)
    case .notAccepted: severity(.violation, &html)
    }
  }

  /// A bar that is filled by a share.
  static func bar(percent: Int, _ html: inout HTMLBuilder) {
    html.element(
      .svg, .class("bar"), .set("viewBox", "0 0 100 8"), .set("preserveAspectRatio", "none"),
      .ornament, .set("focusable", "false")
    ) { html in
      html.element(.rect, .class("track"), .set("width", 100), .set("height", 8)) { _ in }
      html.element(.rect, .class("fill"), .set("width", percent), .set("height", 8)) { _ in }
    }
  }

  private static func shape(_ path: StaticString, _ html: inout HTMLBuilder) {
    html.element(
      .svg, .class("shape"), .set("viewBox", "0 0 16 16"), .ornament, .set("focusable", "false")
    ) { html in
      html.element(.path, .set("d", path)) { _ in }
    }
  }
}

extension Severity {
  /// The class of elements that carry the severity's colour.
  var style: HTMLAttribute {
    switch self {
    case .violation: .class("badge violation")
    case .warning: .class("badge warning")
    case .note: .class("badge note")
    }
  }
}

extension Verdict {
  /// The class of elements that carry the verdict's colour.
  var style: HTMLAttribute {
    switch self {
    case .accepted: .class("badge accepted")
    case .acceptedWithWarnings: .class("badge warning")
    case .notAccepted: .class("badge violation")
    }
  }

  /// The words with a capital letter.
  var heading: String {
    switch self {
    case .accepted: "Accepted"
    case .acceptedWithWarnings: "Accepted with warnings"
    case .notAccepted: "Not accepted"
    }
  }
}
