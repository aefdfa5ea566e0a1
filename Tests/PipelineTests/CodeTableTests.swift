// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Pipeline
import RDFIO
import Testing

struct CodeTableTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for (name, text) in [
      "project/people.csv": "id,sex\n1,2\n2,9\n",
      "project/codes.csv": "code,label\n1,Male\n2,Female\n",
      "outside.csv": "code,label\n2,Secret\n",
    ] {
      let url = folder.url.appending(path: name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  private func run(_ table: String) throws -> String {
    let mapping = folder.url.appending(path: "project/m.yarrrml.yaml")
    let output = folder.url.appending(path: "project/out.nt")
    try Data(
      """
      prefixes: {ex: "http://ex.org/"}
      mappings:
        person:
          sources: [[people.csv~csv]]
          s: ex:$(id)
          po:
            - p: ex:sex
              o:
                - function: idlab-fn:lookup
                  parameters:
                    - [idlab-fn:str, $(sex)]
                    - [idlab-fn:inputFile, \(table)]
                    - [idlab-fn:fromColumn, code]
                    - [idlab-fn:toColumn, label]
      """.utf8
    ).write(to: mapping)
    var job = MapJob(mapping: mapping, format: .nTriples)
    job.output = output
    job.workingFolder = folder.url.appending(path: "project")
    do throws(DiagnosedError) {
      _ = try job.run(progress: { _, _ in }, report: { _ in })
    } catch {
      return error.findings.map { "\($0.rule.id): \($0.message(showValues: true))" }.joined()
    }
    return try String(contentsOf: output, encoding: .utf8)
  }

  @Test func `a table beside the mapping is read`() throws {
    #expect(try run("codes.csv") == "<http://ex.org/1> <http://ex.org/sex> \"Female\" .\n")
  }

  @Test func `a table outside of the project is refused, and nothing of it is shown`() throws {
    let found = try run("../outside.csv")
    #expect(found.hasPrefix("mapping.invalid-argument: "), "\(found)")
    #expect(found.contains("../outside.csv"), "\(found)")
    #expect(!found.contains("Secret"))
  }
}
