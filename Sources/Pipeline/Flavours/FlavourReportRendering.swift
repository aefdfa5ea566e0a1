// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
internal import Foundation

/// Writes a report over flavours as text, Markdown or JSON.
package struct FlavourReportRendering: Sendable {
  /// A form of the report.
  package enum Form: String, Sendable, CaseIterable {
    case text
    case markdown
    case json
  }

  private let report: FlavourReport

  /// Prepares a report.
  package init(_ report: FlavourReport) { self.report = report }

  /// The report in a form, ending with a line break.
  package func render(_ form: Form) -> [UInt8] {
    switch form {
    case .text: Array(text.utf8)
    case .markdown: Array(markdown.utf8)
    case .json: json
    }
  }

  // MARK: text

  private var text: String {
    var text = "\(report.name)\n\n"
    for outcome in report.outcomes {
      text += "  \(outcome.flavour.name): \(FlavourText.headline(outcome))\n"
    }
    text += report.rows.isEmpty ? "\nThe readers agree.\n" : "\nWhere they disagree:\n"
    for row in report.rows {
      text += "\n" + (row.number.map { "\($0). " } ?? "") + row.label + "\n"
      for (outcome, cell) in zip(report.outcomes, row.cells) {
        text += "    \(outcome.flavour.name): \(Self.words(cell))\n"
      }
    }
    return text
  }

  private static func words(_ cell: FlavourReport.Cell) -> String {
    if cell.isAgreed { return "as it is" }
    let counts = FlavourEffect.allCases.compactMap { effect in
      cell.counts[effect.rawValue].map { "\($0) \(effect.title)" }
    }
    let because = cell.because.isEmpty ? "" : ": " + cell.because.joined(separator: "; ")
    return counts.joined(separator: ", ") + because
  }

  // MARK: Markdown

  private static let columns: [(effect: FlavourEffect, heading: String)] = [
    (.rewritten, "Rewritten"), (.invented, "Invented"), (.lost, "Lost"),
    (.unread, "Passed over"), (.missing, "Asked for"),
  ]

  private var markdown: String {
    var page = "# \(Self.cell(report.name)) for its readers\n\n"
    page += "| Reader | " + Self.columns.map(\.heading).joined(separator: " | ") + " | Takes it |\n"
    page += "|---|---|---|---|---|---|---|\n"
    for outcome in report.outcomes {
      let counts = Self.columns.map { String(outcome.count($0.effect)) }
      let verdict = outcome.isRefused ? "no" : "yes"
      page += "| \(outcome.flavour.name) | \(counts.joined(separator: " | ")) | \(verdict) |\n"
    }
    page += "\n## Where they disagree\n\n| Conflict |"
    for outcome in report.outcomes { page += " \(outcome.flavour.name) |" }
    page += "\n|---|" + String(repeating: "---|", count: report.outcomes.count) + "\n"
    for row in report.rows {
      page += "| " + (row.number.map { "\($0) " } ?? "") + Self.cell(row.label) + " |"
      for cell in row.cells { page += " \(Self.cell(Self.words(cell))) |" }
      page += "\n"
    }
    return page
  }

  // Nothing out of a description can end a cell or begin markup.
  static func cell(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\n", "\r", "\r\n": result += " "
      case "|", "\\", "`", "*", "_", "[", "]": result += "\\\(character)"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      default: result.append(character)
      }
    }
    return result
  }

  // MARK: JSON

  private struct Document: Encodable {
    let description: String
    let flavours: [FlavourSummary]
    let conflicts: [FlavourReport.Row]
  }

  private var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let document = Document(
      description: report.name, flavours: report.outcomes.map { FlavourSummary($0) },
      conflicts: report.rows)
    // Text and numbers only, which cannot fail to encode.
    return Array((try? encoder.encode(document)) ?? Data()) + Array("\n".utf8)
  }
}
