// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFIO
internal import RDFModel

/// Gives blank nodes IRIs that content decides, below the node that leads to them.
///
/// - Source: RDF 1.1 Concepts §3.5.
enum NodeNaming {
  /// Statements in the default graph without blank nodes.
  ///
  /// - Throws: `rdf.too-alike` if the blank nodes cannot be told apart in bounded time.
  static func named(_ quads: [Quad]) throws(DiagnosedError) -> [Quad] {
    let flat = quads.map { Quad($0.subject, $0.predicate, $0.object) }
    guard flat.contains(where: { $0.subject.isBlankNode || $0.object.isBlankNode }) else {
      return flat
    }
    let canonical = try CanonicalDataset(flat)
    var namer = Namer(canonical.quads, hash: String(canonical.contentHash.prefix(16)))
    return namer.renamed()
  }

  private struct Namer {
    let quads: [Quad]
    let hash: String
    var names: [Term: Term] = [:]
    var taken: Set<String>

    init(_ quads: [Quad], hash: String) {
      self.quads = quads
      self.hash = hash
      taken = Set(quads.flatMap { [$0.subject, $0.object] }.filter(\.isIRI).map(\.value))
    }

    mutating func renamed() -> [Quad] {
      nameRoots()
      var children: [Term: [Quad]] = [:]
      for quad in quads where quad.object.isBlankNode {
        children[quad.subject, default: []].append(quad)
      }
      var open = Set(quads.map(\.subject)).filter { !$0.isBlankNode || names[$0] != nil }.sorted()
      nameBelow(&open, children)
      // What only a circle of blank nodes holds has no node above it.
      for quad in quads where quad.subject.isBlankNode && names[quad.subject] == nil {
        names[quad.subject] = genid(quad.subject)
        open = [quad.subject]
        nameBelow(&open, children)
      }
      return quads.map { Quad(name($0.subject), $0.predicate, name($0.object)) }
    }

    private func name(_ term: Term) -> Term { names[term] ?? term }

    private func genid(_ node: Term) -> Term {
      .iri("urn:fairway:node:\(hash)-\(node.value)")
    }

    // A dataset without an IRI is called by its identifier, if that is an address.
    private mutating func nameRoots() {
      let referenced = Set(quads.map(\.object))
      let roots = Set(quads.map(\.subject)).filter { $0.isBlankNode && !referenced.contains($0) }
      for root in roots.sorted() {
        let identifier = quads.first {
          $0.subject == root && $0.predicate.value == Namespace.dct.identifier
            && IRIForm.isWeb($0.object.value)
        }
        let name = identifier.map { Term.iri($0.object.value) }
        names[root] = name.flatMap { taken.insert($0.value).inserted ? $0 : nil } ?? genid(root)
      }
    }

    private mutating func nameBelow(_ open: inout [Term], _ children: [Term: [Quad]]) {
      var next = 0
      while next < open.count {
        let parent = open[next]
        next += 1
        let links = children[parent] ?? []
        for link in links where names[link.object] == nil {
          names[link.object] = .iri(free(below: name(parent).value, link, among: links))
          open.append(link.object)
        }
      }
    }

    private mutating func free(below parent: String, _ link: Quad, among links: [Quad]) -> String {
      let base = DescriptionWriter.child(of: parent, IRIForm.localName(link.predicate.value))
      let isOnly = links.filter { $0.predicate == link.predicate }.count == 1
      if isOnly, taken.insert(base).inserted { return base }
      var number = 1
      while !taken.insert("\(base)-\(number)").inserted { number += 1 }
      return "\(base)-\(number)"
    }
  }
}
