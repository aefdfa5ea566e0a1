// SPDX-License-Identifier: Apache-2.0

/// The reference of the files that people write about datasets and catalogues, made from the tables
/// that read them.
package struct DocumentReference {
  private var text: String
  private var waiting: [NodeKind] = []
  private var described: Set<String> = []
  private var lists: [CodeList] = []

  /// The text of `Documentation/dataset-files.md`.
  package static var page: String {
    var reference = DocumentReference(
      text: """
        # Dataset and catalogue files

        Every key of the files that describe a dataset and a catalogue. Generated from the tables that \
        read them; do not edit.

        Counts, sexes, ages, modalities, manufacturers, body parts, the cancer and the period are \
        computed from the records and are no keys here; under `expected` they can be written to be \
        compared with the records. Segmentations, spatial resolution, codes and the list of variables \
        are computed as well, where records and mapping tell them. How figures are rounded, and when \
        they are held back, is said in [privacy.md](privacy.md). A text is written as it is, \
        which means English, or by language: `{en: Liver, es: Hígado}`. A concept is written by its \
        short name or its IRI. Where several values are allowed, one may stand alone.

        """)
    reference.write(.dataset, heading: "Dataset file")
    reference.writeAgents()
    reference.write(.catalogue, heading: "Catalogue file")
    reference.writeNodes()
    reference.writeLists()
    return reference.text
  }

  private init(text: String) { self.text = text }

  private mutating func writeAgents() {
    text += """

      Both files may name organisations once under `\(NodeKind.agentsKey)`, each with a name of lower-case \
      letters, digits and hyphens, and refer to them by that name wherever an organisation is asked for.

      """
  }

  private mutating func write(_ kind: NodeKind, heading: String) {
    text += "\n## \(heading)\n\n| Key | Times | Holds | Meaning |\n|---|---|---|---|\n"
    if kind.hasIRI {
      let times = kind.name == NodeKind.dataset.name || kind.name == NodeKind.catalogue.name
      text +=
        "| `\(NodeKind.iriKey)` | \(times ? "1" : "0–1") | address | The address that names it. |\n"
    }
    for field in kind.fields {
      text +=
        "| `\(field.key)` | \(Self.times(field.occurrence)) | \(holds(field)) | \(field.about) |\n"
    }
    if !kind.oneOf.isEmpty {
      let keys = kind.oneOf.map { "`\($0)`" }.joined(separator: ", ")
      text += "\nAt least one of \(keys).\n"
    }
  }

  private mutating func writeNodes() {
    while !waiting.isEmpty {
      let kind = waiting.removeFirst()
      write(kind, heading: Self.heading(kind))
    }
  }

  private mutating func writeLists() {
    text += "\n## Short names\n\n| List | Short names | IRIs accepted as well |\n|---|---|---|\n"
    for list in lists.sorted(by: { $0.name < $1.name }) {
      let names = list.codes.map { "`\($0.name)`" }.joined(separator: " ")
      let bases = list.acceptedBases.map { "`\($0)…`" }.joined(separator: " ")
      text += "| \(list.name) | \(names.isEmpty ? "–" : names) | \(bases.isEmpty ? "–" : bases) |\n"
    }
  }

  private static func times(_ occurrence: Occurrence) -> String {
    switch occurrence {
    case .one: "1"
    case .optional: "0–1"
    case .oneOrMore: "1 or more"
    case .many: "any"
    }
  }

  private mutating func holds(_ field: ProfileField) -> String {
    switch field.value {
    case .text(let form): form.expected
    case .localised(let needsEnglish): needsEnglish ? "text, English among its languages" : "text"
    case .statement: "text"
    case .resource: "address"
    case .mailbox: "e-mail address"
    case .mediaType: "media type"
    case .concept(let list): name(list)
    case .node(let kind): link(kind)
    case .namedNodes(let kind): "\(link(kind)), each under a name"
    case .agent(let kind): "\(link(kind)), or a name out of `\(NodeKind.agentsKey)`"
    case .conceptOrNode(let list, let kind): "\(name(list)), or \(link(kind))"
    }
  }

  private mutating func name(_ list: CodeList) -> String {
    if !lists.contains(where: { $0.name == list.name }) { lists.append(list) }
    return "[\(list.name)](#short-names)"
  }

  private mutating func link(_ kind: NodeKind) -> String {
    if described.insert(kind.name).inserted { waiting.append(kind) }
    let anchor = Self.heading(kind).lowercased().split(separator: " ").joined(separator: "-")
      .split(separator: "'").joined()
    return "[\(kind.name)](#\(anchor))"
  }

  private static func heading(_ kind: NodeKind) -> String {
    kind.name.prefix(1).uppercased() + kind.name.dropFirst()
  }
}
