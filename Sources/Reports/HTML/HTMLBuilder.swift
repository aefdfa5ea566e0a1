// SPDX-License-Identifier: Apache-2.0

/// Writes HTML into bytes.
///
/// Text and attribute values can only enter escaped; names of elements, classes and attributes can
/// only come from this module's own source. What hides or reorders text becomes a visible escape.
struct HTMLBuilder {
  /// How many Unicode scalars of one text are written; a cell of a megabyte must not fill a page.
  static let textLimit = 600

  private(set) var bytes: [UInt8] = []
  /// The size from which lists end early, in bytes.
  let fullSize: Int

  init(fullSize: Int = .max) { self.fullSize = fullSize }

  /// Whether lists should end early, so that the page stays light.
  var isFull: Bool { bytes.count >= fullSize }

  /// Writes the document type.
  mutating func documentType() { bytes.append(utf8: "<!doctype html>\n") }

  /// Writes text, escaped.
  mutating func text(_ text: String) {
    var count = 0
    for scalar in text.unicodeScalars {
      if count == Self.textLimit {
        let left = text.unicodeScalars.count - count
        return bytes.append(utf8: "… (\(Figure.grouped(left)) more characters)")
      }
      escape(scalar)
      count += 1
    }
  }

  /// Writes an element.
  mutating func element(
    _ tag: HTMLTag, _ attributes: HTMLAttribute..., content: (inout HTMLBuilder) -> Void
  ) {
    open(tag, attributes)
    content(&self)
    bytes.append(utf8: "</\(tag.rawValue)>")
    if tag.endsLine { bytes.append(0x0A) }
  }

  /// Writes an element that holds text only.
  mutating func element(_ tag: HTMLTag, _ attributes: HTMLAttribute..., text: String) {
    open(tag, attributes)
    self.text(text)
    bytes.append(utf8: "</\(tag.rawValue)>")
    if tag.endsLine { bytes.append(0x0A) }
  }

  /// Writes an element without content.
  mutating func void(_ tag: HTMLVoidTag, _ attributes: HTMLAttribute...) {
    start(tag.rawValue, attributes)
    bytes.append(utf8: ">\n")
  }

  /// Writes the style sheet, which is part of this module's source.
  mutating func style(_ sheet: StaticString) {
    bytes.append(utf8: "<style>\n\(sheet)\n</style>\n")
  }

  /// Writes text that is a link if its address may be followed, and plain text otherwise.
  mutating func link(_ link: HTMLLink?, _ attributes: HTMLAttribute..., text: String) {
    guard let link else { return self.text(text) }
    open(.a, [.href(link)] + attributes)
    self.text(text)
    bytes.append(utf8: "</a>")
  }

  private mutating func open(_ tag: HTMLTag, _ attributes: [HTMLAttribute]) {
    start(tag.rawValue, attributes)
    bytes.append(0x3E)
  }

  private mutating func start(_ name: String, _ attributes: [HTMLAttribute]) {
    bytes.append(utf8: "<\(name)")
    for attribute in attributes {
      bytes.append(utf8: " \(attribute.name)=\"")
      for scalar in attribute.value.unicodeScalars.prefix(Self.textLimit * 4) { escape(scalar) }
      bytes.append(0x22)
    }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": bytes.append(utf8: "&amp;")
    case "<": bytes.append(utf8: "&lt;")
    case ">": bytes.append(utf8: "&gt;")
    case "\"": bytes.append(utf8: "&quot;")
    case "'": bytes.append(utf8: "&#39;")
    default: VisibleText.append(scalar, to: &bytes)
    }
  }
}

/// The elements that pages are made of; none of them can run anything.
enum HTMLTag: String {
  case html, head, title, body, header, nav, main, section, article, footer
  case h1, h2, h3, h4, p, div, ol, ul, li, dl, dt, dd, details, summary
  case table, caption, thead, tbody, tr, th, td
  case a, b, code, span, svg, path, rect, g

  /// Whether a line ends after the element, so that pages can be read and compared as text.
  var endsLine: Bool {
    switch self {
    case .a, .b, .code, .span, .path, .rect, .g, .svg, .th, .td: false
    default: true
    }
  }
}

/// The elements without content.
enum HTMLVoidTag: String {
  case meta, link
}
