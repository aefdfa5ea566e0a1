// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// The page of a dataset: every statement of its description.
extension CataloguePage {
  /// Writes the page of a dataset.
  ///
  /// The dataset comes first, then the nodes that it names. A node that has nothing but a class, a
  /// label and a scheme is shown by its label where it is named.
  /// - Parameters:
  ///   - key: the dataset's name in addresses.
  ///   - title: the dataset's title.
  ///   - iri: the dataset's IRI.
  ///   - description: the statements.
  /// - Returns: UTF-8; the same bytes for the same content.
  package func dataset(key: String, title: String, iri: String, description: [Quad]) -> [UInt8] {
    let content = DescribedNodes(description, first: .iri(iri), prefixes: context.prefixes)
    let address = { (ending: String?) in context.site.dataset(key, ending) }
    return page(title: title) { html in
      html.element(.h1, text: title)
      html.element(.p, .class("iri")) { html in
        html.link(HTMLLink(web: iri), text: iri)
      }
      documents(address, &html)
      let shown = html.each(content.sections.indices.map { $0 }) { content.section($1, &$0) }
      notice(showing: shown, of: content.sections.count, "nodes", address, &html)
    }
  }
}

/// The statements of a description by subject, and the names of everything.
private struct DescribedNodes {
  /// The nodes that have a section of their own, the described one first.
  let sections: [Term]
  private let statements: [Term: [Quad]]
  private let numbers: [Term: Int]
  private let prefixes: [(prefix: String, namespace: String)]

  init(_ quads: [Quad], first: Term, prefixes: [(prefix: String, namespace: String)]) {
    statements = Dictionary(grouping: quads.sorted(), by: \.subject)
    self.prefixes = prefixes
    let others = statements.filter { $0.key != first && !Self.isPlain($0.value) }.keys.sorted()
    sections = (statements[first] == nil ? [] : [first]) + others
    numbers = Dictionary(uniqueKeysWithValues: sections.enumerated().map { ($1, $0 + 1) })
  }

  private static let labels: [String] = [
    SKOS.prefLabel, RDFS.label, DCT.title, FOAF.name, VCARD.fn,
  ]

  private static func isPlain(_ quads: [Quad]) -> Bool {
    let plain: Set<String> = [RDF.type, SKOS.prefLabel, RDFS.label, SKOS.inScheme]
    return quads.allSatisfy { plain.contains($0.predicate.value) }
  }

  /// The name of a node for people: a label, in English if there is one, or else its IRI.
  private func label(_ node: Term) -> String {
    let own = statements[node] ?? []
    for property in Self.labels {
      let found = own.filter { $0.predicate.value == property && $0.object.isLiteral }.map(\.object)
      if let best = found.first(where: { $0.language.hasPrefix("en") }) ?? found.first {
        return best.value
      }
    }
    return shortened(node)
  }

  private func shortened(_ term: Term) -> String {
    guard term.isIRI else { return "_:\(term.value)" }
    let best = prefixes.filter { term.value.hasPrefix($0.namespace) }
      .max { $0.namespace.utf8.count < $1.namespace.utf8.count }
    guard let best else { return term.value }
    return "\(best.prefix):\(term.value.dropFirst(best.namespace.count))"
  }

  /// Writes everything that is said about a node.
  func section(_ index: Int, _ html: inout HTMLBuilder) {
    let node = sections[index]
    let heading = HTMLAnchor("node", index + 1)
    html.element(.section, .labelled(by: heading)) { html in
      html.element(.h2, .id(heading), text: index == 0 ? "Description" : label(node))
      if node.isIRI && index > 0 {
        html.element(.p, .class("iri")) { $0.element(.code, text: node.value) }
      }
      html.element(.dl, .class("facts")) { html in
        let all = statements[node] ?? []
        var start = 0
        while start < all.count && !html.isFull {
          let end = all[start...].firstIndex { $0.predicate != all[start].predicate } ?? all.count
          fact(all[start..<end], &html)
          start = end
        }
      }
    }
  }

  private func fact(_ quads: ArraySlice<Quad>, _ html: inout HTMLBuilder) {
    guard let property = quads.first?.predicate else { return }
    html.element(.div) { html in
      html.element(.dt) { html in
        html.link(HTMLLink(web: property.value), text: shortened(property))
      }
      for quad in quads where !html.isFull {
        html.element(.dd) { value(quad.object, &$0) }
      }
    }
  }

  private func value(_ term: Term, _ html: inout HTMLBuilder) {
    if let number = numbers[term] {
      html.link(HTMLLink(HTMLAnchor("node", number)), text: label(term))
    } else if !term.isLiteral {
      html.link(HTMLLink(web: term.value), text: label(term))
    } else if term.language.isEmpty {
      html.text(term.value)
    } else {
      html.element(.span, HTMLAttribute(language: term.language), text: term.value)
      html.text(" (\(term.language))")
    }
  }
}

extension HTMLAttribute {
  /// The language of an element's text.
  fileprivate init(language: String) {
    name = "lang"
    value = language
  }
}
