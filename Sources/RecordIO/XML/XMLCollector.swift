// SPDX-License-Identifier: Apache-2.0

import CLibXML2
import Diagnostics

/// Turns the events of one parser into batches of records.
///
/// The parser pushes; records that are complete wait in ``sealed`` and ``batch``. What goes wrong is
/// kept in ``failure``, since an error cannot be thrown through C.
struct XMLCollector {
  /// An element that is open.
  struct Frame {
    var name: XMLName
    /// Outside records: whether the iterator leads through this element.
    var isMatched = false
    /// The position among siblings of the same name, if it was counted.
    var ordinal = 0
    /// Inside records: the nodes of the plan that this element is, a range of `active`.
    var active = 0..<0
    var line = 0
    /// Whether references ask for the string value.
    var capturesValue = false
    /// Whether references ask for the text nodes.
    var capturesText = false
    var hasChildren = false
    var isNil = false
    /// Where the string value begins in `text`.
    var textStart = 0
    /// Where the text node at hand begins in `text`.
    var runStart = 0
    var runLine = 0
    var runCount = 0
  }

  /// The parser, set once it exists; it outlives every event.
  var context: xmlParserCtxtPtr?
  var plan = XMLPlan()
  /// What is kept as a tree, if expressions are to be evaluated.
  var tree: XMLTree?
  let file: String
  let columns: BatchColumns
  let nullTexts: NullTexts
  let byLocalNameAllowed: Bool
  var batchSize = TreeLimits.batchBytes

  var frames: [Frame] = []
  var active: [Int32] = []
  var assembly: RecordAssembly
  /// The text of all open elements whose string value or text nodes are asked for.
  var text: [UInt8] = []
  var openCaptures = 0
  /// How many of them want the text of their children as well.
  var openValueCaptures = 0
  /// The bytes of text since the last tag.
  var textRun = 0
  var isInRecord = false
  /// Whether the record that ends is wanted.
  var isChosen = true
  var recordPlace = RecordPlace(number: 0, line: 0, offset: 0)
  var recordCount = 0
  /// Whether the file ends with the bytes at hand.
  var isAtEnd = false
  var hasRoot = false
  var isRootClosed = false
  var rootDefaultNamespace: String?
  /// The first bytes of the file, until the first element.
  var head: [UInt8] = []
  /// What has to be added to the offsets that libxml2 counts.
  var offsetCorrection = 0

  var batch: RecordBatch
  var batchStart = 0
  var sealed: [RecordBatch] = []
  var spare: [RecordBatch] = []
  var failure: DiagnosedError?

  /// Prepares to collect.
  ///
  /// - Parameters:
  ///   - file: the name that findings show.
  ///   - columns: of the batches.
  ///   - nullTexts: the texts that mean null.
  ///   - byLocalNameAllowed: whether steps without a prefix may match a default namespace.
  init(file: String, columns: BatchColumns, nullTexts: NullTexts, byLocalNameAllowed: Bool) {
    self.file = file
    self.columns = columns
    self.nullTexts = nullTexts
    self.byLocalNameAllowed = byLocalNameAllowed
    assembly = RecordAssembly(columnCount: columns.names.count)
    batch = RecordBatch(columns: columns)
    batch.file = file
  }

  /// Whether steps without a prefix match names in the default namespace.
  var byLocalName: Bool { byLocalNameAllowed && rootDefaultNamespace != nil }

  // MARK: Events

  /// An element begins.
  mutating func startElement(
    _ name: XMLName, namespaces: XMLNamespaces, attributes: XMLAttributes
  ) {
    guard failure == nil, let context else { return }
    textRun = 0
    if frames.count == TreeLimits.xmlDepth { return fail(tooDeep(context)) }
    if !hasRoot {
      hasRoot = true
      rootDefaultNamespace = namespaces.defaultNamespace
    }
    if !frames.isEmpty {
      frames[frames.count - 1].hasChildren = true
      if frames[frames.count - 1].capturesText { endTextNode() }
    }
    var frame = Frame(name: name)
    let first = active.count
    if isInRecord { matchInside(&frame) } else { matchOutside(&frame, attributes, context) }
    frame.active = first..<active.count
    if !frame.active.isEmpty { beginValues(&frame, attributes, context) }
    frames.append(frame)
  }

  /// Text.
  mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard failure == nil, let context else { return }
    textRun += bytes.count
    if openValueCaptures > 0 || frames.last?.capturesText == true {
      text.append(contentsOf: bytes)
    }
    if max(textRun, text.count) > TreeLimits.xmlTextBytes {
      fail(textTooLong(XMLInputPosition.line(context)))
    }
  }

  /// An element ends.
  mutating func endElement() {
    guard failure == nil, let context, let frame = frames.last else { return }
    textRun = 0
    if frame.capturesText { endTextNode() }
    if frame.capturesValue { addStringValue(frame) }
    frames.removeLast()
    if frame.capturesText || frame.capturesValue {
      openCaptures -= 1
      if frame.capturesValue { openValueCaptures -= 1 }
      if openCaptures == 0 { text.removeAll(keepingCapacity: true) }
    }
    active.removeLast(active.count - frame.active.lowerBound)
    if isInRecord, frames.count + 1 == plan.iterator.count { endRecord(context) }
    if frames.isEmpty { isRootClosed = true }
    if let parent = frames.last, parent.capturesText {
      frames[frames.count - 1].runStart = text.count
      frames[frames.count - 1].runLine = XMLInputPosition.line(context)
    }
  }

  /// A document type declaration begins.
  mutating func doctype() {
    guard failure == nil, let context else { return }
    let position = XMLInputPosition(context, opening: "<!DOCTYPE", countsColumn: true)
    fail(doctype(at: position))
  }

  // MARK: Matching

  // On the way to the records.
  private mutating func matchOutside(
    _ frame: inout Frame, _ attributes: XMLAttributes, _ context: xmlParserCtxtPtr
  ) {
    let level = frames.count
    guard level < plan.iterator.count, frames.last?.isMatched ?? true,
      plan.iterator[level].matcher.matches(frame.name, byLocalName: byLocalName)
    else { return }
    frame.isMatched = true
    frame.ordinal = plan.iterator[level].count(frame.name)
    if level + 1 < plan.iterator.count {
      plan.iterator[level + 1].restart()
      keepAncestorAttributes(level, attributes, context)
    } else {
      beginRecord(frame, context)
    }
  }

  private mutating func keepAncestorAttributes(
    _ level: Int, _ attributes: XMLAttributes, _ context: xmlParserCtxtPtr
  ) {
    for index in plan.ancestorAttributes.indices
    where plan.ancestorAttributes[index].level == level {
      let found = attributes.firstIndex(of: plan.ancestorAttributes[index].matcher)
      plan.ancestorAttributes[index].value = found.map { attributes.value($0) }
      plan.ancestorAttributes[index].line = XMLInputPosition(context).line
    }
  }

  // Below a record.
  private mutating func matchInside(_ frame: inout Frame) {
    guard let parents = frames.last?.active else { return }
    for parent in parents {
      var child = Int(plan.nodes[Int(active[parent])].child)
      while child >= 0 {
        if plan.nodes[child].matcher.matches(frame.name, byLocalName: byLocalName) {
          frame.ordinal = plan.nodes[child].count(frame.name)
          active.append(Int32(child))
          restartChildren(of: child)
        }
        child = Int(plan.nodes[child].next)
      }
    }
  }

  private mutating func restartChildren(of node: Int) {
    var child = Int(plan.nodes[node].child)
    while child >= 0 {
      plan.nodes[child].restart()
      child = Int(plan.nodes[child].next)
    }
  }

  // MARK: Records

  private mutating func beginRecord(_ frame: Frame, _ context: xmlParserCtxtPtr) {
    let position = XMLInputPosition(context)
    isInRecord = true
    recordCount += 1
    recordPlace = RecordPlace(
      number: recordCount, line: position.line,
      offset: UInt64(max(0, position.offset + offsetCorrection)), path: path(to: frame))
    active.append(0)
    restartChildren(of: 0)
    for ancestor in plan.ancestorAttributes {
      guard let value = ancestor.value else { continue }
      addValue(value[...], to: [ancestor.column], Place(line: ancestor.line))
    }
  }

  private mutating func endRecord(_ context: xmlParserCtxtPtr) {
    isInRecord = false
    if isChosen {
      assembly.finish(at: recordPlace, into: &batch)
    } else {
      assembly.removeAll()
      recordCount -= 1
    }
    let end = XMLInputPosition.offset(context) + offsetCorrection
    if end - batchStart < batchSize { return }
    batchStart = end
    if batch.recordCount > 0 { sealBatch() }
  }

  /// Hands over the batch and begins another.
  mutating func sealBatch() {
    sealed.append(batch)
    batch = spare.popLast() ?? RecordBatch(columns: columns)
    batch.removeAll()
    batch.file = file
  }

  private func path(to frame: Frame) -> String {
    var path = ""
    for (level, element) in (frames + [frame]).enumerated() {
      path += "/\(element.name.spelled)"
      if level > 0 { path += "[\(element.ordinal)]" }
    }
    return path
  }

  /// Keeps the first failure and stops the parser.
  mutating func fail(_ error: DiagnosedError) {
    if failure != nil { return }
    failure = error
    if let context { xmlStopParser(context) }
  }
}
