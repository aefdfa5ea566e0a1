// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Builds a node out of events on a stack of open collections.
struct YAMLTreeBuilder {
  private enum Collection {
    case sequence([YAMLNode])
    case mapping([YAMLEntry], seen: [String: YAMLPosition])
  }

  // A mapping waits for a key, then for its value.
  private struct Open {
    var collection: Collection
    var position: YAMLPosition
    var key: YAMLNode?
  }

  let file: String
  private(set) var findings: [Finding] = []
  private(set) var isDone = false
  private var stack: [Open] = []
  private var root: YAMLNode?
  private var documentCount = 0

  init(file: String) { self.file = file }

  mutating func take(_ event: YAMLEvent) throws(DiagnosedError) {
    if let anchor = event.anchor {
      report(
        YAMLRules.alias, event.start, [.plain("sign", "anchor"), .plain("name", "&\(anchor)")])
    }
    if let tag = event.tag { report(YAMLRules.tag, event.start, [.plain("tag", tag)]) }
    switch event.kind {
    case .streamStart, .documentEnd: break
    case .documentStart: try beginDocument(event)
    case .streamEnd: isDone = true
    case .scalar(let text, let isPlain):
      add(
        YAMLNode(
          .scalar(text, isPlain: isPlain), at: event.start, file: file,
          textColumn: Self.textColumn(text, event)))
    case .alias(let name):
      report(YAMLRules.alias, event.start, [.plain("sign", "alias"), .plain("name", "*\(name)")])
      add(YAMLNode(.scalar("", isPlain: true), at: event.start, file: file))
    case .sequenceStart: try open(.sequence([]), event)
    case .mappingStart: try open(.mapping([], seen: [:]), event)
    case .collectionEnd: close()
    }
    if findings.count >= LocatedYAML.findingLimit { throw DiagnosedError(findings) }
  }

  func finish() throws(DiagnosedError) -> YAMLNode {
    if !findings.isEmpty { throw DiagnosedError(findings) }
    guard let root else { throw DiagnosedError(YAMLRules.empty, at: SourcePlace(file: file)) }
    return root
  }

  private mutating func beginDocument(_ event: YAMLEvent) throws(DiagnosedError) {
    documentCount += 1
    guard documentCount > 1 else { return }
    report(YAMLRules.severalDocuments, event.start, [])
    throw DiagnosedError(findings)
  }

  private mutating func open(
    _ collection: Collection, _ event: YAMLEvent
  ) throws(DiagnosedError) {
    if stack.count >= LocatedYAML.depthLimit {
      report(YAMLRules.tooDeep, event.start, [.plain("limit", LocatedYAML.depthLimit)])
      throw DiagnosedError(findings)
    }
    stack.append(Open(collection: collection, position: event.start))
  }

  private mutating func close() {
    guard let open = stack.popLast() else { return }
    switch open.collection {
    case .sequence(let members):
      add(YAMLNode(.sequence(members), at: open.position, file: file))
    case .mapping(let entries, _):
      add(YAMLNode(.mapping(entries), at: open.position, file: file))
    }
  }

  private mutating func add(_ node: YAMLNode) {
    guard var open = stack.popLast() else {
      root = node
      return
    }
    switch open.collection {
    case .sequence(var members):
      open.collection = .sequence([])
      members.append(node)
      open.collection = .sequence(members)
    case .mapping(var entries, var seen):
      open.collection = .sequence([])
      if let key = open.key {
        open.key = nil
        entries.append(YAMLEntry(key: key, value: node))
      } else {
        open.key = node
        checkKey(node, &seen)
      }
      open.collection = .mapping(entries, seen: seen)
    }
    stack.append(open)
  }

  private mutating func checkKey(_ node: YAMLNode, _ seen: inout [String: YAMLPosition]) {
    guard let key = node.text else {
      report(YAMLRules.keyNotText, node.position, [.plain("found", node.kindInWords)])
      return
    }
    if let first = seen[key] {
      let place = SourcePlace(file: file, .text(line: first.line, column: first.column))
      findings.append(
        Finding(
          YAMLRules.duplicateKey, at: node.place, [.plain("key", key)],
          related: [RelatedPlace("first seen", place)]))
    } else {
      seen[key] = node.position
    }
  }

  private mutating func report(
    _ rule: FindingRule, _ position: YAMLPosition, _ arguments: [FindingArgument]
  ) {
    let place = SourcePlace(file: file, .text(line: position.line, column: position.column))
    findings.append(Finding(rule, at: place, arguments))
  }

  // Text and source agree character by character when the source is as long as the text, with a
  // quote on either side or without.
  private static func textColumn(_ text: String, _ event: YAMLEvent) -> Int? {
    guard event.start.line == event.end.line, event.anchor == nil, event.tag == nil else {
      return nil
    }
    switch event.end.column - event.start.column - text.unicodeScalars.count {
    case 0: return event.start.column
    case 2: return event.start.column + 1
    default: return nil
    }
  }
}
