// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// The number of a datatype or language tag in an ``AnnotationTable``.
struct AnnotationID: Sendable, Hashable {
  let rawValue: Int32
}

/// Datatypes and language tags as small numbers, so that none is compared as text per statement.
struct AnnotationTable: Sendable {
  /// A datatype or a language tag.
  struct Entry: Sendable {
    /// The datatype's IRI, `rdf:langString` for a language tag.
    let datatype: String
    /// The language tag; empty for a datatype.
    let language: String
    /// What stands behind the closing quote in N-Triples; nothing for `xsd:string`.
    let suffix: [UInt8]
    /// The datatype if its lexical forms can be checked and are not all allowed.
    let checked: XSDDatatype?
  }

  private(set) var entries: [Entry] = []
  private var numbers: [String: AnnotationID] = [:]

  init() {
    // The natural datatypes come first, in the order of their raw values.
    for natural in NaturalDatatype.allCases { _ = datatype(natural.datatypeIRI) }
  }

  subscript(_ id: AnnotationID) -> Entry { entries[Int(id.rawValue)] }

  /// The number of a value's own datatype.
  static func natural(_ natural: NaturalDatatype) -> AnnotationID {
    AnnotationID(rawValue: Int32(natural.rawValue))
  }

  mutating func datatype(_ iri: String) -> AnnotationID {
    let checked = iri == XSD.string ? nil : XSDDatatype(iri: iri)
    return number(
      "^" + iri,
      Entry(
        datatype: iri, language: "",
        suffix: iri == XSD.string ? [] : Array("^^<\(iri)>".utf8), checked: checked))
  }

  mutating func language(_ tag: String) -> AnnotationID {
    number(
      "@" + tag,
      Entry(
        datatype: RDF.langString, language: tag, suffix: Array("@\(tag)".utf8), checked: nil))
  }

  private mutating func number(_ key: String, _ entry: Entry) -> AnnotationID {
    if let known = numbers[key] { return known }
    let id = AnnotationID(rawValue: Int32(entries.count))
    entries.append(entry)
    numbers[key] = id
    return id
  }
}

extension NaturalDatatype {
  /// The datatype that a literal of such a value has.
  var datatypeIRI: String {
    switch self {
    case .string: XSD.string
    case .boolean: XSD.boolean
    case .integer: XSD.integer
    case .decimal: XSD.decimal
    case .double: XSD.double
    case .date: XSD.date
    case .gYearMonth: XSD.gYearMonth
    case .gYear: XSD.gYear
    case .iri: XSD.anyURI
    case .time: XSD.time
    case .dateTime: XSD.dateTime
    }
  }
}
