// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Reports
import Testing

@Suite struct FindingsDocumentationTests {
  @Test func `rules are listed by area and id, each once`() {
    let ragged = FindingRule(
      "csv.ragged-row", .violation, title: "Ragged row", message: "{found} cells | {expected}.",
      remedy: "Put quotes around <cells>.")
    let sniffed = FindingRule(
      "csv.a-note", .note, title: "Sniffed", message: "It was sniffed.", remedy: "Declare it.")
    let stale = FindingRule(
      "a.stale", .warning, title: "Stale", message: "{code} is stale.", remedy: "Use another.")
    #expect(
      FindingsDocumentation.render([ragged, stale, sniffed, ragged]) == """
        # Findings

        Everything that Fairway can find, by area. Generated from the rules; do not edit.

        A *violation* breaks a rule of the data model or of the catalogue’s profile, a *warning* is \
        worth mending, a *note* is good to know. Words in braces stand for names and values of the \
        finding at hand.

        ## a

        | Id | Severity | Meaning | Remedy |
        |---|---|---|---|
        | `a.stale` | warning | **Stale.** {code} is stale. | Use another. |

        ## csv

        | Id | Severity | Meaning | Remedy |
        |---|---|---|---|
        | `csv.a-note` | note | **Sniffed.** It was sniffed. | Declare it. |
        | `csv.ragged-row` | violation | **Ragged row.** {found} cells \\| {expected}. | \
        Put quotes around &lt;cells>. |

        """)
  }
}
