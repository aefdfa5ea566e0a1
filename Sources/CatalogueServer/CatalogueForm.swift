// SPDX-License-Identifier: Apache-2.0

#if Server
  internal import RDFIO

  /// A form in which the catalogue answers, in the order of its own preference: readers that take
  /// anything are machines, so the page comes last.
  enum CatalogueForm: Hashable, CaseIterable {
    case turtle
    case jsonLD
    case rdfXML
    case nTriples
    case page

    /// The forms for machines.
    static let documents: [CatalogueForm] = [.turtle, .jsonLD, .rdfXML, .nTriples]

    /// The syntax of a form for machines.
    var format: RDFFormat? {
      switch self {
      case .turtle: .turtle
      case .jsonLD: .jsonLD
      case .rdfXML: .rdfXML
      case .nTriples: .nTriples
      case .page: nil
      }
    }

    /// The media type without parameters.
    var mediaType: String { format?.mediaType ?? "text/html" }

    /// The media type as a response names it; text without a charset may be read as Latin 1.
    var contentType: String {
      mediaType.hasPrefix("text/") ? mediaType + "; charset=utf-8" : mediaType
    }

    /// What an address that means this form and no other ends in, without a dot.
    var ending: String? { format?.fileExtension }
  }
#endif
