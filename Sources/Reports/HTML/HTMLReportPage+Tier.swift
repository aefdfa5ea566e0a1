// SPDX-License-Identifier: Apache-2.0

/// The interoperability tier of a dataset.
extension HTMLReportPage {
  func tier(_ verdict: TierVerdict?, _ html: inout HTMLBuilder) {
    guard let verdict else { return }
    html.element(.h3, text: "Interoperability tier")
    html.element(.p, text: verdict.sentence)
    // What keeps the next tier from being reached is read first; the rest on demand.
    if let next = verdict.next {
      requirements(
        "What \(TierVerdict.name(next)) still needs", verdict.missingForNext, &html)
    }
    html.element(.details) { html in
      html.element(.summary, text: "Everything that the tiers ask for")
      requirements("What the tiers ask for", verdict.requirements, &html)
    }
  }

  private func requirements(
    _ name: String, _ requirements: [TierRequirement], _ html: inout HTMLBuilder
  ) {
    guard !requirements.isEmpty else { return }
    html.table(name, columns: ["Tier", "Asks for", "State", "What is missing"]) { html in
      for requirement in requirements {
        html.element(.tr) { html in
          html.element(
            .th, .set("scope", "row"), text: TierVerdict.name(requirement.tier))
          html.element(.td, text: requirement.what)
          html.element(.td, text: requirement.state.rawValue)
          html.element(.td, text: requirement.detail)
        }
      }
    }
  }
}
