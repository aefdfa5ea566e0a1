// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Which values a rewrite is for: texts or nodes.
enum ValueKind: String, Sendable {
  case literal = "Literal"
  case iri = "IRI"

  /// What `fwf:value` says; `nil` without it.
  init?(_ reader: RewriteReader) throws(DiagnosedError) {
    guard let name = try reader.iris("value").first else { return nil }
    guard let kind = ValueKind(rawValue: IRIForm.localName(name)) else {
      throw reader.fault("has an fwf:value that is neither fwf:Literal nor fwf:IRI")
    }
    self = kind
  }

  func includes(_ term: Term) -> Bool { term.isLiteral == (self == .literal) }
}

/// How a value changes on its way from one property to another.
enum ValueConversion: String, Sendable, CaseIterable {
  /// `a@b.org` becomes `<mailto:a@b.org>`.
  case mailbox = "Mailbox"
  /// `<mailto:a@b.org>` becomes `a@b.org`.
  case address = "Address"
  /// `+34 900 000 000` becomes `<tel:+34-900-000-000>`.
  case line = "Line"
  /// `<tel:+34-900-000-000>` becomes `+34-900-000-000`.
  case number = "Number"

  /// What `fwf:convert` says; `nil` without it.
  init?(_ reader: RewriteReader) throws(DiagnosedError) {
    guard let name = try reader.iris("convert").first else { return nil }
    guard let conversion = ValueConversion(rawValue: IRIForm.localName(name)) else {
      throw reader.fault("has an fwf:convert that is no conversion")
    }
    self = conversion
  }

  /// The value in its other form; as it is where it cannot be converted.
  func convert(_ term: Term) -> Term {
    switch self {
    case .mailbox: Self.iri("mailto:", term) { $0.isASCII && !$0.isWhitespace }
    case .address: Self.text("mailto:", term)
    case .line: Self.iri("tel:", term) { $0.isASCII && ($0.isNumber || "+-.()".contains($0)) }
    case .number: Self.text("tel:", term)
    }
  }

  private static func iri(
    _ scheme: String, _ term: Term, _ allowed: (Character) -> Bool
  ) -> Term {
    guard term.isLiteral else { return term }
    let bare = term.value.hasPrefix(scheme) ? term.value.dropFirst(scheme.count) : term.value[...]
    let text = String(bare.map { $0 == " " ? "-" : $0 })
    let iri = scheme + text
    return text.allSatisfy(allowed) && IRIForm.isAbsolute(iri) ? .iri(iri) : term
  }

  private static func text(_ scheme: String, _ term: Term) -> Term {
    guard term.isIRI, term.value.hasPrefix(scheme) else { return term }
    return .literal(String(term.value.dropFirst(scheme.count)))
  }
}
