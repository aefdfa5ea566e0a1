// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import LocatedYAML
internal import RDFModel

extension FieldReader {
  /// Reads the value of a key: one value, or a list of them where the profile allows several.
  mutating func readValues(_ node: YAMLNode, of field: ProfileField) -> [DescribedValue] {
    if case .namedNodes(let kind) = field.value { return readNamed(node, of: field, as: kind) }
    if node.isNull {
      report(CatalogueRules.emptyValue, at: node, [.plain("key", field.key)])
      return []
    }
    guard let members = node.members else { return readOne(node, of: field) }
    guard field.occurrence.isRepeatable else {
      report(
        CatalogueRules.wrongKind, at: node,
        [
          .plain("key", field.key), .plain("expected", "one value"), .plain("found", "a list"),
        ])
      return []
    }
    if members.isEmpty { report(CatalogueRules.emptyValue, at: node, [.plain("key", field.key)]) }
    return members.flatMap { readOne($0, of: field) }
  }

  private mutating func readNamed(
    _ node: YAMLNode, of field: ProfileField, as kind: NodeKind
  ) -> [DescribedValue] {
    guard let entries = node.entries, !entries.isEmpty else {
      report(
        CatalogueRules.wrongKind, at: node,
        [
          .plain("key", field.key),
          .plain("expected", "a mapping from names to \(kind.name)s, at least one"),
          .plain("found", node.kindInWords),
        ])
      return []
    }
    return entries.map { entry in
      let name = entry.key.text ?? ""
      if !IRIForm.isSlug(name) {
        report(CatalogueRules.notAName, at: entry.key, [.plain("name", name)])
      }
      var result = read(entry.value, as: kind)
      result.name = name
      checkRights(result, entry.value)
      return .node(result)
    }
  }

  private mutating func readOne(_ node: YAMLNode, of field: ProfileField) -> [DescribedValue] {
    switch field.value {
    case .text(let form): return readText(node, of: field, as: form)
    case .localised(let needsEnglish):
      return readLocalised(node, of: field, needsEnglish: needsEnglish).map { .literal($0) }
    case .statement(let type, let property):
      let texts = readLocalised(node, of: field, needsEnglish: false)
      return texts.isEmpty ? [] : [.statement(texts, type: type, property: property)]
    case .resource(let types):
      return readResource(node, of: field).map { [.resource($0, types: types)] } ?? []
    case .mailbox: return readMailbox(node, of: field)
    case .mediaType: return readMediaType(node, of: field)
    case .concept(let list):
      return readConcept(node, of: field, in: list).map { [.concept($0, list)] } ?? []
    case .conceptOrNode(let list, let kind):
      if node.entries != nil { return [.node(read(node, as: kind))] }
      return readConcept(node, of: field, in: list).map { [.concept($0, list)] } ?? []
    case .node(let kind):
      let result = read(node, as: kind)
      checkChecksum(result, node)
      return [.node(result)]
    case .agent(let kind): return readAgent(node, as: kind).map { [.node($0)] } ?? []
    case .namedNodes: return []
    }
  }

  /// The text of a scalar that is not blank.
  mutating func scalar(_ node: YAMLNode, of field: ProfileField, expected: String) -> String? {
    guard let text = node.text else {
      report(
        CatalogueRules.wrongKind, at: node,
        [
          .plain("key", field.key), .plain("expected", expected),
          .plain("found", node.kindInWords),
        ])
      return nil
    }
    guard !text.allSatisfy(\.isWhitespace), !node.isNull else {
      report(CatalogueRules.emptyValue, at: node, [.plain("key", field.key)])
      return nil
    }
    return text
  }

  private mutating func readText(
    _ node: YAMLNode, of field: ProfileField, as form: TextForm
  ) -> [DescribedValue] {
    guard let text = scalar(node, of: field, expected: form.expected) else { return [] }
    guard let literal = form.literal(text) else {
      reportForm(node, field, form.expected, text)
      return []
    }
    if form == .count, let count = Int(literal.value), SmallCounts.isSmall(count) {
      report(CatalogueRules.smallCountWritten, at: node, [.plain("key", field.key)])
      return []
    }
    if form == .count, let count = Int(literal.value) {
      let published = String(SmallCounts.rounded(count))
      return [.literal(.literal(published, datatype: literal.datatype))]
    }
    return [.literal(literal)]
  }

  private mutating func reportForm(
    _ node: YAMLNode, _ field: ProfileField, _ expected: String, _ text: String
  ) {
    report(
      CatalogueRules.wrongForm, at: node,
      [
        .plain("key", field.key), .plain("expected", expected), .plain("value", text),
      ])
  }

  private mutating func readResource(_ node: YAMLNode, of field: ProfileField) -> String? {
    guard let text = scalar(node, of: field, expected: "an IRI") else { return nil }
    guard IRIForm.isWeb(text) else {
      report(CatalogueRules.notAnIRI, at: node, [.plain("key", field.key), .plain("value", text)])
      return nil
    }
    return text
  }

  private mutating func readMailbox(_ node: YAMLNode, of field: ProfileField) -> [DescribedValue] {
    guard let text = scalar(node, of: field, expected: TextForm.email.expected) else { return [] }
    guard TextForm.isEmail(Array(text.utf8)) else {
      reportForm(node, field, TextForm.email.expected, text)
      return []
    }
    return [.resource("mailto:" + text, types: [])]
  }

  private mutating func readMediaType(_ node: YAMLNode, of field: ProfileField) -> [DescribedValue]
  {
    let expected = "a media type such as application/dicom"
    guard let text = scalar(node, of: field, expected: expected) else { return [] }
    let base = "https://www.iana.org/assignments/media-types/"
    let name = text.hasPrefix(base) ? String(text.dropFirst(base.count)) : text
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isName = parts.allSatisfy { part in
      !part.isEmpty
        && part.allSatisfy {
          IRIForm.isLetter($0) || IRIForm.isDigit($0) || Array("+-._".utf8).contains($0)
        }
    }
    guard parts.count == 2, isName else {
      reportForm(node, field, expected, text)
      return []
    }
    return [.resource(base + name, types: [Namespace.dct.MediaType])]
  }

  private mutating func readConcept(
    _ node: YAMLNode, of field: ProfileField, in list: CodeList
  ) -> String? {
    guard let text = scalar(node, of: field, expected: "a short name or an IRI") else { return nil }
    if let iri = list.iri(text) { return iri }
    report(
      CatalogueRules.unknownCode, at: node,
      [
        .plain("key", field.key), .plain("value", text), .plain("list", list.name),
        .plain("hint", hint(text, list)),
      ])
    return nil
  }

  private func hint(_ text: String, _ list: CodeList) -> String {
    if let note = list.notes[text] { return note }
    let names = list.codes.map(\.name)
    let further = list.acceptedBases.joined(separator: ", ")
    let words = names.isEmpty ? "" : NearestName.hint(text, in: names)
    let addresses = further.isEmpty ? "" : "IRIs may begin with \(further)."
    return [words, addresses].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
