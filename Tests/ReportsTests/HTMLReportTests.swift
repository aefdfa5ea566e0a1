// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Reports
import Testing

@Suite struct HTMLReportTests {
  @Test func `the page is written where FAIRWAY_REPORT_OUT says`() throws {
    let page = HTMLReport.render(ReportFixture.pilots())
    #expect(page.starts(with: Array("<!doctype html>".utf8)))
    guard let path = ProcessInfo.processInfo.environment["FAIRWAY_REPORT_OUT"] else { return }
    try Data(page).write(to: URL(filePath: path))
  }
}
