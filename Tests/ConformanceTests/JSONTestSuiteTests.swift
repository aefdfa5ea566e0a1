// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RecordIO
import TestSupport
import Testing

/// JSONTestSuite: `y_` must be accepted, `n_` refused, `i_` is up to the reader.
struct JSONTestSuiteTests {
  static let files: [URL] = {
    guard let folder = SharedFolder.find("suites/json/test_parsing") else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { folder.appending(path: $0) }
  }()

  static func finding(_ file: URL, chunk: Int) -> Finding? {
    do throws(DiagnosedError) {
      let reader = try JSONReader(
        path: file.path, displayName: "suite.json", iterator: "$", references: ["$"],
        nullValues: [])
      reader.chunkSize = chunk
      var batch = RecordBatch(columns: reader.columns)
      var findings: [Finding] = []
      while try reader.read(into: &batch, findings: &findings) {}
      return nil
    } catch {
      return error.findings.first
    }
  }

  @Test(arguments: [1, 7, 64, 131_072])
  func `texts are accepted and refused as the suite says`(chunk: Int) throws {
    for file in Self.files {
      let name = file.lastPathComponent
      let finding = Self.finding(file, chunk: chunk)
      if name.hasPrefix("y_") {
        #expect(finding == nil, "\(name)")
      } else if name.hasPrefix("n_") {
        let place = try #require(finding?.place, "\(name)")
        switch place.locator {
        case .pointer, .offset: break
        default: Issue.record("\(name) has no offset")
        }
      }
    }
  }

  @Test func `what the suite leaves open is decided`() throws {
    let refused = Self.files.filter { $0.lastPathComponent.hasPrefix("i_") }
      .filter { Self.finding($0, chunk: 64) != nil }.map(\.lastPathComponent)
    if Self.files.isEmpty { return }
    #expect(refused.allSatisfy { !$0.hasPrefix("i_number") })
    #expect(!refused.contains("i_structure_UTF-8_BOM_empty_object.json"))
    #expect(refused.contains("i_structure_500_nested_arrays.json"))
    #expect(refused.filter { $0.contains("urrogate") || $0.contains("UTF-16") }.count > 5)
  }
}
