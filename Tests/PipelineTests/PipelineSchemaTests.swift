// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pipeline
import RecordIO
import TestSupport
import Testing

struct PipelineSchemaTests {
  typealias Object = [String: Any]

  static func schema() throws -> Object {
    let url = SharedFolder.packageRoot.appending(path: "Documentation/schemas/pipeline.schema.json")
    return try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? Object)
  }

  static func definition(_ name: String) throws -> Object {
    let definitions = try #require(try schema()["$defs"] as? Object)
    return try #require(definitions[name] as? Object)
  }

  static func keys(_ object: Object) throws -> Set<String> {
    Set(try #require(object["properties"] as? Object).keys)
  }

  @Test func `the schema has the keys of the loader, and no others`() throws {
    let root = try Self.schema()
    let dataset = try Self.definition("dataset")
    let source = try Self.definition("source")
    #expect(try Self.keys(root) == Set(PipelineKeys.pipeline))
    #expect(try Self.keys(dataset) == Set(PipelineKeys.dataset))
    #expect(try Self.keys(source) == Set(PipelineKeys.source))
    let publish = try Self.definition("publish")
    #expect(try Self.keys(publish) == Set(PipelineKeys.publish))
    for object in [root, dataset, source, publish] {
      #expect(object["additionalProperties"] as? Bool == false)
    }
  }

  @Test func `the schema has the words and bounds of the loader`() throws {
    let properties = try #require(try Self.schema()["properties"] as? [String: Object])
    #expect(properties["failOn"]?["enum"] as? [String] == PipelineKeys.failOn)
    #expect(try Self.definition("raggedRows")["enum"] as? [String] == PipelineKeys.raggedRows)
    let rows = try Self.definition("skippedRows")
    #expect(rows["minimum"] as? Int == PipelineKeys.skippedRows.lowerBound)
    #expect(rows["maximum"] as? Int == PipelineKeys.skippedRows.upperBound)
    let source = try #require(try Self.definition("source")["properties"] as? [String: Object])
    #expect(source["encoding"]?["enum"] as? [String] == TextEncoding.allCases.map(\.rawValue))
  }

  @Test func `every reference in the schema leads to a definition, and every definition is used`()
    throws
  {
    let root = try Self.schema()
    var references: Set<String> = []
    func visit(_ value: Any) {
      if let members = value as? [Any] { members.forEach(visit) }
      guard let object = value as? Object else { return }
      if let reference = object["$ref"] as? String { references.insert(reference) }
      object.values.forEach(visit)
    }
    visit(root)
    let definitions = try #require(root["$defs"] as? Object)
    #expect(references == Set(definitions.keys.map { "#/$defs/\($0)" }))
  }
}
