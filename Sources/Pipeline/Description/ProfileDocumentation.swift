// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
package import RDFModel
internal import Shapes

/// Writes `Documentation/profile.md`: every row of the profile with what is asked and checked.
package struct ProfileDocumentation {
  private static let namespace = "https://w3id.org/fairway/profile/eucaim-dcat-ap-2.0#"
  private static let sourcePrefix = "EUCAIM DCAT-AP 2.0 | "

  /// A shape that has a row's cardinality and kind of value.
  private struct Row {
    let shape: TermID
    let source: String
    /// Class, section, label.
    let names: [String]
    let path: [String]
  }

  private let shapes: Graph
  private let words: ConstraintWords

  /// Prepares the page.
  ///
  /// - Parameter shapes: the profile, with the place of each statement as origin.
  package init(shapes: Graph) {
    self.shapes = shapes
    words = ConstraintWords(shapes)
  }

  /// The page in Markdown.
  package func render() -> String {
    let rows = rows()
    var page = """
      # The profile of descriptions

      <!-- Generated from Ontologies/profiles/eucaim-dcat-ap-2.0.ttl by Scripts/generate. -->

      The \(rows.count) rows of EUCAIM DCAT-AP 2.0, as \
      [eucaim-dcat-ap-2.0.ttl](../Ontologies/profiles/eucaim-dcat-ap-2.0.ttl) checks them. `fairway \
      run` holds every description against them; `fairway validate DATA --shapes \
      Ontologies/profiles/eucaim-dcat-ap-2.0.ttl` does the same with a description from elsewhere.

      *Level*: M mandatory, R recommended, C needed under a condition, O optional. *Checked* says what \
      shapes decide: a violation keeps a dataset out of the catalogue, a warning does not. Cardinalities \
      count for each node that the path leads to. What stands under *advice* depends on what no \
      description tells, so nothing checks it.

      What is recommended and not given is a warning. `fairway run` gathers these in one finding for \
      each description (`description.recommended-missing`), so that they do not hide the others; SHACL \
      reports have them one by one. A health data access body that is not designated yet is pending: a \
      warning as well.

      SHACL compares dates of one precision only. That a year is not after a month of an earlier year is \
      checked beside the shapes (`description.period-reversed`).


      """
    var last: [String] = []
    for row in rows {
      if row.names[0] != last.first { page += "## \(row.names[0])\n\n" }
      if Array(row.names.prefix(2)) != last {
        page += "### \(row.names[1])\n\n"
        page += "| Row | Property | Level | Values | Range | Vocabulary | Condition | Checked |\n"
        page += "|---|---|---|---|---|---|---|---|\n"
      }
      last = Array(row.names.prefix(2))
      page += line(row)
      if isLast(row, rows) { page += "\n" }
    }
    return page
  }

  private func isLast(_ row: Row, _ rows: [Row]) -> Bool {
    rows.last { $0.names.prefix(2) == row.names.prefix(2) }?.source == row.source
  }

  private func line(_ row: Row) -> String {
    let cells = [
      row.names[2], row.path.map { "`\($0)`" }.joined(separator: " / "),
      texts(row.shape, "level").joined(), count(row.shape),
      values(row.shape, "range").map { "`\(ConstraintWords.short($0))`" }.joined(separator: ", "),
      vocabulary(row.shape), condition(row.shape), checked(row),
    ]
    return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
  }

  private func count(_ shape: TermID) -> String {
    let least = words.number(shape, "minCount") ?? 0
    return "\(least)…" + (words.number(shape, "maxCount").map { "\($0)" } ?? "n")
  }

  private func vocabulary(_ shape: TermID) -> String {
    let listed = values(shape, "vocabulary").map { "<\($0)>" }
    if listed.isEmpty { return "" }
    return texts(shape, "strength").joined() + ": " + listed.joined(separator: ", ")
  }

  private func condition(_ shape: TermID) -> String {
    let advice = texts(shape, "advice").map { "*advice:* \($0)" }
    return (texts(shape, "condition") + advice).joined(separator: "; ")
  }

  // The row's own shape by its constraints, the others by their advice.
  private func checked(_ row: Row) -> String {
    let others = shapes.subjects(
      shapes.id(.iri(DCT.namespace + "source")), shapes.id(.literal(row.source))
    ).filter { $0 != row.shape }.sorted { first(of: $0) < first(of: $1) }
    let own = "violation: " + words.constraints(of: row.shape)
    return ([own] + others.map { "\(words.severity(of: $0)): \(words.message(of: $0))" })
      .joined(separator: "<br>")
  }

  private func first(of shape: TermID) -> UInt32 {
    shapes.statements(subject: shape).map { shapes.origin(of: $0) }.min() ?? 0
  }

  private func values(_ shape: TermID, _ name: String) -> [String] {
    shapes.statements(subject: shape, predicate: shapes.id(.iri(Self.namespace + name)))
      .map { shapes.quad($0).object.value }.sorted()
  }

  private func texts(_ shape: TermID, _ name: String) -> [String] { values(shape, name) }

  // In the order of the file, each with the way from the class that it describes.
  private func rows() -> [Row] {
    let level = shapes.id(.iri(Self.namespace + "level"))
    return shapes.statements(predicate: level).map { shapes.triples[$0].subject }
      .sorted { first(of: $0) < first(of: $1) }
      .compactMap { shape in
        let source =
          shapes.object(shape, shapes.id(.iri(DCT.namespace + "source")))
          .map { shapes.terms.text($0) } ?? ""
        guard source.hasPrefix(Self.sourcePrefix) else { return nil }
        let names = source.dropFirst(Self.sourcePrefix.count).split(separator: "|")
          .map { $0.trimmed }
        return names.count == 3
          ? Row(shape: shape, source: source, names: names, path: path(to: shape)) : nil
      }
  }

  private func path(to shape: TermID) -> [String] {
    let property = shapes.id(.iri(SHACL.iri("property")))
    let parent = shapes.subjects(property, shape).first { words.path(of: $0) != nil }
    return (parent.map { path(to: $0) } ?? []) + (words.path(of: shape).map { [$0] } ?? [])
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
