// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Renders the reference of everything that can be found, from the rules themselves.
package enum FindingsDocumentation {
  /// Writes the page.
  ///
  /// - Parameter rules: the rules of all modules, in any order; one that occurs twice is listed once.
  /// - Returns: Markdown: a table for each area, areas and rules by id.
  package static func render(_ rules: [FindingRule]) -> String {
    var page = """
      # Findings

      Everything that Fairway can find, by area. Generated from the rules; do not edit.

      A *violation* breaks a rule of the data model or of the catalogue’s profile, a *warning* is \
      worth mending, a *note* is good to know. Words in braces stand for names and values of the \
      finding at hand.

      """
    let areas = Dictionary(grouping: Set(rules), by: area)
    for area in areas.keys.sorted() {
      page += "\n## \(cell(area))\n\n| Id | Severity | Meaning | Remedy |\n|---|---|---|---|\n"
      for rule in (areas[area] ?? []).sorted(by: { $0.id < $1.id }) {
        let meaning = "**\(cell(rule.title)).** \(cell(rule.message))"
        page +=
          "| `\(cell(rule.id))` | \(rule.severity.word) | \(meaning) | \(cell(rule.remedy)) |\n"
      }
    }
    return page
  }

  private static func area(_ rule: FindingRule) -> String {
    String(rule.id.prefix { $0 != "." })
  }

  // What would end a cell or begin a tag.
  private static func cell(_ text: String) -> String {
    var result = ""
    for character in VisibleText.of(text) {
      switch character {
      case "|": result += "\\|"
      case "<": result += "&lt;"
      case "\\": result += "\\\\"
      default: result.append(character)
      }
    }
    return result
  }
}
