// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

extension RMLReader {
  /// Reads the members of a list or container.
  ///
  /// - Returns: `nil` after a finding, or if nothing is gathered.
  mutating func gathering(_ node: RMLNode) -> Gathering? {
    guard let gather = rml.value(node, "gather") else { return nil }
    return nested(node, "gather map") { $0.gathering(node, of: gather) }
  }

  // The members of a list, or what stands in its place; a list without an end is walked once.
  private mutating func listMembers(_ node: RMLNode) -> [RMLNode] {
    let (first, rest) = (rml.graph.id(.iri(RDF.first)), rml.graph.id(.iri(RDF.rest)))
    guard rml.graph.object(node.id, first) != nil else { return rml.list(node) ?? [node] }
    var cell = node.id
    var seen: Set<TermID> = []
    while !endlessLists.contains(cell), seen.insert(cell).inserted {
      guard let next = rml.graph.object(cell, rest) else { break }
      if rml.graph.terms.term(next) == .iri(RDF.nil) { return rml.list(node) ?? [] }
      cell = next
    }
    endlessLists.formUnion(seen)
    report(RMLRules.list, at: node.place, owner(node, "list"))
    return []
  }

  private mutating func gathering(_ node: RMLNode, of gather: RMLNode) -> Gathering? {
    var members: [ObjectMap] = []
    for member in listMembers(gather) {
      if let condition = rml.value(member, "condition") {
        report(
          RMLRules.unknownProperty, at: condition.place,
          [
            .plain("property", "rml:condition"), .plain("owner", "member"),
            .plain("hint", "Members have no conditions of their own."),
          ])
      }
      if let map = objectMap(member) { members.append(map) }
    }
    let forms = ["List": Gathering.Form.list, "Bag": .bag, "Seq": .seq, "Alt": .alt]
    let written = rml.value(node, "gatherAs")
    let local = written.map { String($0.term.value.split(separator: "#").last ?? "") } ?? ""
    guard let form = forms[local] else {
      let allowed = "rdf:List, rdf:Bag, rdf:Seq, rdf:Alt"
      if let written {
        reportWord(written, "rml:gatherAs", allowed: allowed)
      } else {
        report(
          RMLRules.missing, at: node.place,
          owner(node, "gather map") + [.plain("part", "rml:gatherAs")])
      }
      return nil
    }
    var strategy = Gathering.Strategy.append
    if let written = rml.value(node, "strategy") {
      guard
        let known = RMLGraph.word(written.term.value).flatMap(Gathering.Strategy.init(rawValue:))
      else {
        reportWord(written, "rml:strategy", allowed: "rml:append, rml:cartesianProduct")
        return nil
      }
      strategy = known
    }
    let allowsEmpty =
      flag(node, "allowEmptyListAndContainer", "rml:allowEmptyListAndContainer") ?? false
    return Gathering(
      members: members, form: form, strategy: strategy, allowsEmpty: allowsEmpty,
      place: gather.place)
  }
}
