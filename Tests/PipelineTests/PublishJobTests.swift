// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Pipeline
import Testing

@Suite struct PublishJobTests {
  @Test func `a run without its manifest is refused before anything is published`() throws {
    let project = try TestProject.demo()
    let run = try project.run("demo")
    try FileManager.default.removeItem(at: run.folder.appending(path: "run.json"))
    let catalogue = project.url("lasting.sqlite")
    let error = #expect(throws: DiagnosedError.self) {
      _ = try PublishJob(run: run.folder, catalogue: catalogue).publish()
    }
    #expect(error?.findings.first?.rule.id == "run.not-a-run")
    #expect(!FileManager.default.fileExists(atPath: catalogue.path))
  }
}
