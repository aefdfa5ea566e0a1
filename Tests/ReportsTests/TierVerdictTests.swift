// SPDX-License-Identifier: Apache-2.0

import Foundation
import Reports
import Testing

@Suite struct TierVerdictTests {
  private static func verdict(_ states: (Int, TierRequirement.State)...) -> TierVerdict {
    TierVerdict(
      claimed: nil,
      requirements: states.map { TierRequirement(tier: $0.0, what: "a thing", state: $0.1) })
  }

  @Test func `a tier is reached when nothing is missing of it and of those below`() {
    #expect(Self.verdict((1, .met), (2, .met), (3, .met)).reached == 3)
    #expect(Self.verdict((1, .met), (2, .missing), (3, .met)).reached == 1)
    #expect(Self.verdict((1, .missing), (2, .met), (3, .met)).reached == 0)
    #expect(Self.verdict((1, .unseen), (2, .unseen), (3, .missing)).reached == 2)
    #expect(Self.verdict((1, .met), (1, .missing)).reached == 0)
  }

  @Test func `the sentence names the tier reached, that claimed, and that people must confirm`() {
    #expect(
      ReportFixture.gliomaTier.sentence
        == "The records reach Tier 1, as far as metadata can tell; the dataset file says Tier 2.")
    #expect(Self.verdict((1, .missing)).sentence == "The records reach no tier.")
  }

  @Test func `page, text and JSON say what the next tier still needs`() throws {
    let report = ReportFixture.pilots()
    let page = String(decoding: HTMLReport.render(report), as: UTF8.self)
    #expect(page.contains("Interoperability tier"))
    #expect(page.contains("What Tier 2 still needs"))
    #expect(page.contains("birth sex is missing in 38 of 611"))
    #expect(
      TextReport.render(report, folder: "out").contains(
        "      Tier 2 needs the minimum of searchable metadata for every record: birth sex is missing "
          + "in 38 of 611\n"))
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(JSONReport.render(report))) as? [String: Any])
    let datasets = try #require(root["datasets"] as? [[String: Any]])
    let tier = try #require(datasets[0]["tier"] as? [String: Any])
    #expect(tier["reached"] as? Int == 1)
    #expect(tier["claimed"] as? String == "Tier 2")
    #expect(datasets[1]["tier"] is NSNull)
  }
}
