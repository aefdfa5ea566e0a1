// SPDX-License-Identifier: Apache-2.0

import Foundation
import Mapping
import TestSupport
import Testing

struct YARRRMLSchemaTests {
  static func definitions() throws -> [String: [String: Any]] {
    let url = SharedFolder.packageRoot.appending(path: "Documentation/schemas/yarrrml.schema.json")
    let root = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
    return try #require(root?["$defs"] as? [String: [String: Any]])
  }

  @Test func `the schema has the keys of the compiler, and no others`() throws {
    let definitions = try Self.definitions()
    for table in YARRRMLKeys.all {
      let properties = definitions[table.name]?["properties"] as? [String: Any]
      #expect(properties.map { Set($0.keys) } == Set(table.allNames), "\(table.name)")
      #expect(definitions[table.name]?["additionalProperties"] as? Bool == false)
    }
    let closed = definitions.filter { $0.value["additionalProperties"] as? Bool == false }
    #expect(Set(closed.keys) == Set(YARRRMLKeys.all.map(\.name)))
  }

  @Test func `no key is read and refused at once, and no spelling stands for two keys`() {
    for table in YARRRMLKeys.all {
      #expect(Set(table.allNames).isDisjoint(with: table.notYet))
      #expect(Set(table.allNames).count == table.allNames.count)
    }
  }

  @Test func `every reference in the schema leads to a definition`() throws {
    let definitions = try Self.definitions()
    var missing: [String] = []
    func visit(_ value: Any) {
      if let members = value as? [Any] { members.forEach(visit) }
      guard let object = value as? [String: Any] else { return }
      if let reference = object["$ref"] as? String {
        let parts = reference.split(separator: "/").map(String.init)
        let target = definitions[parts.count > 2 ? parts[2] : ""]
        let properties = target?["properties"] as? [String: Any]
        let isFound = parts.count == 5 ? properties?[parts[4]] != nil : target != nil
        if !isFound { missing.append(reference) }
      }
      object.values.forEach(visit)
    }
    visit(definitions)
    #expect(missing == [])
  }
}
