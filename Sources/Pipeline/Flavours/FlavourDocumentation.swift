// SPDX-License-Identifier: Apache-2.0

package import Catalogue
package import RDFModel

/// Writes `Documentation/flavours.md`: flavours, conflicts, migration, stale codes and the language,
/// out of `Ontologies/flavours`.
package struct FlavourDocumentation {
  private let set: FlavourSet
  private let words: Graph

  /// Prepares the page.
  ///
  /// - Parameters:
  ///   - set: the flavours.
  ///   - words: `words.ttl`, with lines as origins.
  package init(_ set: FlavourSet, words: Graph) {
    self.set = set
    self.words = words
  }

  /// The page in Markdown.
  package func render() -> String {
    var page = """
      # Flavours of a description

      <!-- Generated from Ontologies/flavours by Scripts/generate. -->

      A description is written by EUCAIM DCAT-AP 2.0. Specification, harvester, shapes and official \
      profiles disagree, so other readers get a *flavour* of it: the same description, rewritten as \
      [Ontologies/flavours](../Ontologies/flavours) declares. Nothing is changed in silence: \
      `fairway flavour FILE --to NAME` lists what is rewritten, invented and lost, what the reader \
      passes over, and what it asks for; `fairway flavours FILE` compares readers. Blank nodes get \
      IRIs below the node that leads to them, so that the same description gives the same bytes. A \
      pipeline writes flavours of its catalogue with `publish: {flavours: [NAME, …]}`.


      """
    for flavour in set.published { page += section(flavour) }
    page += matrix
    for flavour in set.flavours where flavour.isMigration { page += section(flavour) }
    page += staleCodes + language
    return page
  }

  // MARK: flavours

  private func section(_ flavour: Flavour) -> String {
    var text = "## \(flavour.name)\n\n**\(flavour.label).** \(flavour.comment)\n\n"
    if flavour.inherited > 0 {
      text += "The rewrites of spec-2.0 come first, so that any spelling can come in.\n\n"
    }
    text += "| What | Kind | Of what | Conflicts | Why |\n|---|---|---|---|---|\n"
    for rewrite in own(flavour) {
      let numbers = rewrite.conflicts.map(String.init).joined(separator: ", ")
      let row = [
        cell(rewrite.label), kind(rewrite.kind), about(rewrite.terms), numbers, why(rewrite),
      ]
      text += "| \(row.joined(separator: " | ")) |\n"
    }
    return text + "\nSource: \(flavour.sources.map(cell).joined(separator: "; ")).\n\n"
  }

  // What follows a colon in a list of changes says here what it is about.
  private func why(_ rewrite: Rewrite) -> String {
    let because: String
    switch rewrite.kind {
    case "Removal", "Choice", "IRIFromText", "NodeRewrite", "MoveRewrite":
      because = "Lost: \(rewrite.because)."
    case "DefaultValue": because = "Invented: \(rewrite.because)."
    default: because = rewrite.because
    }
    let parts = [rewrite.comment, rewrite.because.isEmpty ? "" : because]
    return cell(parts.filter { !$0.isEmpty }.joined(separator: " "))
  }

  // `from` → `to`, properties, the first rows of a table.
  private func about(_ terms: Rewrite.Terms) -> String {
    func code(_ texts: [String]) -> String {
      texts.map { "`\(IRIShortening.short($0))`" }.joined(separator: ", ")
    }
    var parts: [String] = []
    if !terms.properties.isEmpty { parts.append(code(terms.properties)) }
    if !terms.from.isEmpty { parts.append("\(code(terms.from)) → \(code(terms.to))") }
    if terms.from.isEmpty, !terms.to.isEmpty { parts.append("→ \(code(terms.to))") }
    for row in terms.entries.prefix(3) {
      parts.append("\(code(row.from)) → \(code(row.to))")
    }
    if terms.entries.count > 3 { parts.append("and \(terms.entries.count - 3) more") }
    if let table = terms.table { parts.append("the table `\(IRIShortening.local(table))`") }
    return parts.joined(separator: "; ")
  }

  private func own(_ flavour: Flavour) -> [Rewrite] {
    let prefix = "#\(flavour.name)."
    return flavour.rewrites.filter { $0.iri.contains(prefix) }
  }

  private func kind(_ name: String) -> String {
    let labels = words.objects(of: .iri(Namespace.fwf[name]), .iri(RDFS.label))
    return labels.first?.value ?? name
  }

  private func cell(_ text: String) -> String { FlavourReportRendering.cell(text) }

  // MARK: conflicts

  private var matrix: String {
    let names = set.published.map(\.name)
    var text = """
      ## Conflicts

      A mark says that a flavour has a rewrite, a requirement or a remark for the conflict.

      | | Conflict | What each side says | \(names.joined(separator: " | ")) |
      |---|---|---|\(String(repeating: "---|", count: names.count))

      """
    for conflict in set.conflicts {
      let marks = set.published.map { flavour in
        own(flavour).contains { $0.conflicts.contains(conflict.number) } ? "●" : ""
      }
      let row =
        [String(conflict.number), cell(conflict.label), cell(conflict.comment)] + marks
      text += "| \(row.joined(separator: " | ")) |\n"
    }
    return text + "\n"
  }

  // MARK: stale codes

  private var staleCodes: String {
    var text = """
      ## Table of stale codes

      Findings (`description.stale-code`, in term mappings `terms.stale-target`) name what takes their \
      place. `fairway validate --repair FILE`, `fairway flavour --repair`, `fairway migrate` and \
      `fairway terms check --repair` put it there.

      | Code | Instead | Why | Where |
      |---|---|---|---|

      """
    for code in set.staleCodes {
      let dots = code.isBase ? "…" : ""
      let fields = code.properties.map { "`\(IRIShortening.short($0))`" }
      let word = code.labelled.isEmpty ? [] : ["labelled “\(code.labelled)”"]
      let row = [
        "`\(IRIShortening.short(code.code))\(dots)`",
        "`\(IRIShortening.short(code.replacement))\(dots)`", cell(code.reason),
        (fields + word).joined(separator: ", "),
      ]
      text += "| \(row.joined(separator: " | ")) |\n"
    }
    return text + "\n"
  }

  // MARK: the language

  private var language: String {
    var text = """
      ## The language

      A flavour of your own is a Turtle file in the folder `Ontologies/flavours` of a project, beside \
      those that ship. The prefix `fwf:` is `\(Namespace.fwf.iri)`. A rewrite has one of these classes, \
      an `rdfs:label`, and says with `fwf:conflict` and `dct:source` why it is there. With `fwf:on` \
      (classes) and `fwf:reachedBy` (properties) it is for some nodes only. A word that means nothing \
      for its class is refused, with the line.

      | Class | Does |
      |---|---|

      """
    text += rows(RDFS.namespace + "Class")
    text += "\n| Property | Says |\n|---|---|\n" + rows(RDF.namespace + "Property")
    return text
  }

  private func rows(_ type: String) -> String {
    let nodes = words.instances(of: .iri(type)).sorted { line($0) < line($1) }
    return nodes.map { node in
      let comment = words.objects(of: node, .iri(RDFS.comment)).first?.value ?? ""
      return "| `\(IRIShortening.short(node))` | \(cell(comment)) |\n"
    }.joined()
  }

  private func line(_ node: Term) -> UInt32 {
    words.statements(subject: words.id(node)).map { words.origin(of: $0) }.min() ?? 0
  }
}
