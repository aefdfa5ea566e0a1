// SPDX-License-Identifier: Apache-2.0

internal import RDFIO
internal import RDFModel

/// The syntaxes that targets are written in, by the names that `formats:` gives them.
///
/// - Source: Unique URIs for File Formats, `http://www.w3.org/ns/formats/`.
enum TargetSyntax: Sendable, Equatable {
  /// One statement a line: written as it comes.
  case lines(writesGraphs: Bool)
  /// Grouped: held until the end.
  case document(RDFFormat)
  /// RDF/JSON, held until the end.
  case rdfJSON

  /// The names, as messages list them.
  static let names = [
    "N-Triples", "N-Quads", "Turtle", "TriG", "N3", "JSON-LD", "RDF_XML", "RDF_JSON",
  ]

  /// The syntax of a name; `nil` if there is none.
  init?(_ name: String) {
    switch name {
    case "N-Triples": self = .lines(writesGraphs: false)
    case "N-Quads": self = .lines(writesGraphs: true)
    // Turtle is the part of N3 that RDF has.
    case "Turtle", "N3": self = .document(.turtle)
    case "TriG": self = .document(.trig)
    case "JSON-LD": self = .document(.jsonLD)
    case "RDF_XML": self = .document(.rdfXML)
    case "RDF_JSON": self = .rdfJSON
    default: return nil
    }
  }

  /// Whether graphs are written.
  var writesGraphs: Bool {
    switch self {
    case .lines(let writesGraphs): writesGraphs
    case .document(let format): format == .trig || format == .jsonLD
    case .rdfJSON: false
    }
  }
}

/// Writes RDF/JSON: objects by predicate by subject.
///
/// - Source: RDF 1.1 JSON Alternate Serialization (RDF/JSON) §3.
enum RDFJSONWriter {
  /// The triples as one JSON object, subjects and predicates in order.
  static func write(_ quads: [Quad]) -> [UInt8] {
    var subjects: [(key: String, predicates: [(key: String, objects: [String])])] = []
    for quad in quads.sorted() {
      let subject = key(quad.subject)
      if subjects.last?.key != subject { subjects.append((subject, [])) }
      let last = subjects.count - 1
      if subjects[last].predicates.last?.key != quad.predicate.value {
        subjects[last].predicates.append((quad.predicate.value, []))
      }
      let end = subjects[last].predicates.count - 1
      subjects[last].predicates[end].objects.append(object(quad.object))
    }
    let lines = subjects.map { subject in
      let predicates = subject.predicates.map {
        "    \(quoted($0.key)): [\($0.objects.joined(separator: ", "))]"
      }
      return "  \(quoted(subject.key)): {\n\(predicates.joined(separator: ",\n"))\n  }"
    }
    return Array("{\n\(lines.joined(separator: ",\n"))\n}\n".utf8)
  }

  private static func key(_ term: Term) -> String {
    term.isBlankNode ? "_:" + term.value : term.value
  }

  private static func object(_ term: Term) -> String {
    var members = [("value", key(term))]
    switch term.kind {
    case .iri: members.append(("type", "uri"))
    case .blankNode: members.append(("type", "bnode"))
    case .literal:
      members.append(("type", "literal"))
      if !term.language.isEmpty {
        members.append(("lang", term.language))
      } else if term.datatype != XSD.string {
        members.append(("datatype", term.datatype))
      }
    }
    return "{" + members.map { "\(quoted($0.0)): \(quoted($0.1))" }.joined(separator: ", ") + "}"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
