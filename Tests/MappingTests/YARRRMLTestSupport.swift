// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import LocatedYAML
import Mapping
import Testing

/// The prefixes, source and mapping head that most cases share; five lines.
let yarrrmlHead = """
  prefixes: {ex: "http://ex.org/"}
  mappings:
    person:
      sources: [[people.csv~csv]]
      s: ex:$(id)

  """

func compileYARRRML(_ text: String) throws(DiagnosedError) -> MappingDocument {
  try YARRRMLCompiler.compile(LocatedYAML.parse(bytes: Array(text.utf8), file: "m.yaml"))
}

/// Everything that is found in a document, notes included, as `line:column id message`.
func yarrrmlFindings(_ text: String) -> [String] {
  var notes: [Finding] = []
  do {
    let root = try LocatedYAML.parse(bytes: Array(text.utf8), file: "m.yaml")
    _ = try YARRRMLCompiler.compile(root, notes: &notes)
  } catch {
    notes = error.findings
  }
  return notes.map { finding in
    "\(place(finding.place)) \(finding.rule.id): \(finding.message())"
  }
}

func place(_ place: SourcePlace?) -> String {
  guard case .text(let line, let column) = place?.locator else { return "-" }
  return "\(line):\(column)"
}

/// A mapping as short lines: `graph? subject [predicate] object`.
func lines(_ document: MappingDocument) -> [String] {
  document.triplesMaps.flatMap { map in
    map.predicateObjects.flatMap { po in
      po.predicates.flatMap { predicate in
        po.objects.map { object in
          let graphs = (map.graphs + po.graphs).map { " @ \(show($0))" }.joined()
          let condition = (po.condition ?? map.condition).map { " if \(show($0))" } ?? ""
          return "\(show(map.subject)) \(show(predicate)) \(show(object))\(graphs)\(condition)"
        }
      }
    }
  }
}

func show(_ object: ObjectMap) -> String {
  switch object {
  case .term(let term): show(term)
  case .subjects(let name, let joins, _):
    "→\(name)" + joins.map { " [\(show($0.child)) = \(show($0.parent))]" }.joined()
  }
}

func show(_ term: TermMap) -> String {
  let text = show(term.expression)
  switch term.kind {
  case .iri: return "<\(text)>"
  case .blankNode: return "_:\(text)"
  case .literal:
    return "\"\(text)\"" + (term.datatype.map { "^^<\(show($0))>" } ?? "")
      + (term.language.map { "@\(show($0))" } ?? "")
  }
}

func show(_ expression: Mapping.Expression) -> String {
  switch expression {
  case .constant(let text): text
  case .reference(let name, _): "{\(name)}"
  case .template(let parts):
    parts.map { part in
      switch part {
      case .text(let text): text
      case .reference(let name, _): "{\(name)}"
      }
    }.joined()
  case .function(let call): show(call)
  }
}

func show(_ call: FunctionCall) -> String {
  let arguments = call.arguments.map { "\(local($0.parameter))=\(show($0.value))" }
  return "\(local(call.function))(\(arguments.joined(separator: ", ")))"
}

func local(_ iri: String) -> String {
  let namespaces = [
    (YARRRMLPrefixes.grel, "grel:"), (YARRRMLPrefixes.idlab, "idlab:"),
    (YARRRMLPrefixes.fairwayFunctions, "fw:"), ("http://ex.org/", "ex:"),
  ]
  for (namespace, prefix) in namespaces where iri.hasPrefix(namespace) {
    return prefix + iri.dropFirst(namespace.count)
  }
  return "<\(iri)>"
}
