// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Foundation
import TestSupport
import Testing

struct SchemaTests {
  /// The committed schema; with `FAIRWAY_UPDATE_SCHEMAS` set, it is written anew first.
  func committed(_ name: String, made: String) throws -> String {
    let url = SharedFolder.packageRoot.appending(
      path: "Documentation/schemas/\(name).schema.json")
    if ProcessInfo.processInfo.environment["FAIRWAY_UPDATE_SCHEMAS"] != nil {
      try made.write(to: url, atomically: true, encoding: .utf8)
    }
    return try String(contentsOf: url, encoding: .utf8)
  }

  @Test func `the schema of data set files says what the reader reads`() throws {
    let made = DocumentSchema.dataset
    #expect(try committed("dataset", made: made) == made)
  }

  @Test func `the schema of catalogue files says what the reader reads`() throws {
    let made = DocumentSchema.catalogue
    #expect(try committed("catalogue", made: made) == made)
  }

  @Test(arguments: [DocumentSchema.dataset, DocumentSchema.catalogue])
  func `a schema is JSON whose references are all defined and all used`(text: String) throws {
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let definitions = try #require(root["$defs"] as? [String: Any])
    let references = Set(
      text.matches(of: /"#\/\$defs\/([a-z-]+)"/).map { String($0.output.1) })
    #expect(references == Set(definitions.keys))
    #expect(root["additionalProperties"] as? Bool == false)
  }
}
