// SPDX-License-Identifier: Apache-2.0

/// JSON Schemas of the files that people write, made from the same tables that read them.
///
/// A schema helps while writing; the reader is stricter and says what is wrong in plain words.
/// - Source: JSON Schema draft 2020-12.
package enum DocumentSchema {
  /// The text of `Documentation/schemas/dataset.schema.json`.
  package static var dataset: String {
    text(.dataset, title: "Human half of a data set's description", name: "dataset")
  }

  /// The text of `Documentation/schemas/catalogue.schema.json`.
  package static var catalogue: String {
    text(.catalogue, title: "Description of a catalogue", name: "catalogue")
  }

  private static func text(_ kind: NodeKind, title: String, name: String) -> String {
    var definitions: [String: JSONText] = [:]
    let (properties, required) = members(of: kind, &definitions)
    let agents: JSONText = .object([
      ("description", .string("Organisations that other keys refer to by name.")),
      ("type", .string("object")),
      ("propertyNames", .object([("pattern", .string("^[a-z0-9]+(-[a-z0-9]+)*$"))])),
      ("additionalProperties", reference(.creator, &definitions)),
    ])
    let schema: JSONText = .object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .string("https://w3id.org/fairway/schemas/\(name).schema.json")),
      ("title", .string(title)), ("type", .string("object")),
      ("properties", .object(properties + [(NodeKind.agentsKey, agents)])),
      ("required", .list(([NodeKind.iriKey] + required).map { .string($0) })),
      ("additionalProperties", .flag(false)),
      ("$defs", .object(definitions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })),
    ])
    var text = ""
    schema.write(into: &text)
    return text + "\n"
  }

  private static func members(
    of kind: NodeKind, _ definitions: inout [String: JSONText]
  ) -> ([(String, JSONText)], [String]) {
    var properties: [(String, JSONText)] = []
    if kind.hasIRI {
      properties.append(
        (
          NodeKind.iriKey,
          .object([
            ("description", .string("The address that names it.")),
            ("$ref", .string("#/$defs/address")),
          ])
        ))
    }
    for field in kind.fields {
      var value = self.value(of: field, &definitions)
      if case .object(let entries) = value {
        value = .object([("description", .string(field.about))] + entries)
      }
      properties.append((field.key, value))
    }
    return (properties, kind.fields.filter { $0.occurrence.isRequired }.map(\.key))
  }

  private static func reference(
    _ kind: NodeKind, _ definitions: inout [String: JSONText]
  ) -> JSONText {
    let name = kind.name.split(separator: " ").joined(separator: "-")
      .split(separator: "'").joined()
    if definitions[name] == nil {
      definitions[name] = .object([])
      let (properties, required) = members(of: kind, &definitions)
      var entries: [(String, JSONText)] = [
        ("type", .string("object")), ("properties", .object(properties)),
      ]
      if !required.isEmpty { entries.append(("required", .list(required.map { .string($0) }))) }
      if !kind.oneOf.isEmpty {
        let choices = kind.oneOf.map { JSONText.object([("required", .list([.string($0)]))]) }
        entries.append(("anyOf", .list(choices)))
      }
      entries.append(("additionalProperties", .flag(false)))
      definitions[name] = .object(entries)
    }
    return .object([("$ref", .string("#/$defs/\(name)"))])
  }

  private static func value(
    of field: ProfileField, _ definitions: inout [String: JSONText]
  ) -> JSONText {
    if case .namedNodes(let kind) = field.value {
      return .object([
        ("type", .string("object")),
        ("propertyNames", .object([("pattern", .string("^[a-z0-9]+(-[a-z0-9]+)*$"))])),
        ("additionalProperties", reference(kind, &definitions)), ("minProperties", .number(1)),
      ])
    }
    let one = single(field.value, isRepeatable: field.occurrence.isRepeatable, &definitions)
    guard field.occurrence.isRepeatable else { return one }
    let list: JSONText = .object([
      ("type", .string("array")), ("items", one), ("minItems", .number(1)),
    ])
    return .object([("anyOf", .list([one, list]))])
  }

  private static func single(
    _ value: FieldValue, isRepeatable: Bool, _ definitions: inout [String: JSONText]
  ) -> JSONText {
    switch value {
    case .text(let form): form.schema
    case .localised, .statement:
      named(isRepeatable ? "texts" : "text", &definitions)
    case .resource: named("address", &definitions)
    case .mailbox: TextForm.email.schema
    case .mediaType: .object([("type", .string("string")), ("pattern", .string("/"))])
    case .concept(let list): concept(list, &definitions)
    case .node(let kind): reference(kind, &definitions)
    case .agent(let kind):
      .object([
        ("anyOf", .list([.object([("type", .string("string"))]), reference(kind, &definitions)]))
      ])
    case .conceptOrNode(let list, let kind):
      .object([("anyOf", .list([concept(list, &definitions), reference(kind, &definitions)]))])
    case .namedNodes: .object([])
    }
  }

  private static func named(
    _ name: String, _ definitions: inout [String: JSONText]
  ) -> JSONText {
    switch name {
    case "address":
      definitions[name] = .object([
        ("type", .string("string")), ("pattern", .string("^https?://[^ ]+$")),
      ])
    case "texts": definitions[name] = localised(many)
    default: definitions[name] = localised(.object([("type", .string("string"))]))
    }
    return .object([("$ref", .string("#/$defs/\(name)"))])
  }

  private static func concept(
    _ list: CodeList, _ definitions: inout [String: JSONText]
  ) -> JSONText {
    let names = list.codes.map(\.name)
    let addresses = list.acceptedBases.isEmpty ? list.codes.map(\.iri) : []
    var choices: [JSONText] = []
    if !(names + addresses).isEmpty {
      choices.append(.object([("enum", .list((names + addresses).map { .string($0) }))]))
    }
    if !list.acceptedBases.isEmpty { choices.append(named("address", &definitions)) }
    return choices.count == 1 ? choices[0] : .object([("anyOf", .list(choices))])
  }

  private static func localised(_ text: JSONText) -> JSONText {
    .object([
      (
        "anyOf",
        .list([
          .object([("type", .string("string")), ("minLength", .number(1))]),
          .object([
            ("type", .string("object")),
            ("propertyNames", .object([("pattern", .string("^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$"))])),
            ("additionalProperties", text), ("minProperties", .number(1)),
          ]),
        ])
      )
    ])
  }

  private static let many: JSONText = .object([
    (
      "anyOf",
      .list([
        .object([("type", .string("string"))]),
        .object([
          ("type", .string("array")), ("items", .object([("type", .string("string"))])),
        ]),
      ])
    )
  ])
}

extension TextForm {
  /// What a schema says of the form; YAML readers take unquoted numbers and dates for such.
  var schema: JSONText {
    switch self {
    case .plain, .version, .duration, .hexadecimal:
      .object([("type", .string("string"))])
    case .email: .object([("type", .string("string")), ("pattern", .string("^[^@ ]+@[^@ ]+$"))])
    case .date:
      .object([
        (
          "anyOf",
          .list([
            .object([
              ("type", .string("string")), ("pattern", .string("^[0-9]{4}(-[0-9]{2})?")),
            ]),
            .object([
              ("type", .string("integer")), ("minimum", .number(1000)), ("maximum", .number(9999)),
            ]),
          ])
        )
      ])
    case .flag: .object([("type", .string("boolean"))])
    case .address:
      .object([("type", .string("string")), ("pattern", .string("^https?://[^ ]+$"))])
    case .decimal: .object([("type", .string("number")), ("minimum", .number(0))])
    case .wholeNumber: .object([("type", .string("integer")), ("minimum", .number(0))])
    case .count:
      .object([
        ("type", .string("integer")), ("minimum", .number(0)),
        ("not", .object([("enum", .list((1...4).map { .number($0) }))])),
      ])
    }
  }
}
