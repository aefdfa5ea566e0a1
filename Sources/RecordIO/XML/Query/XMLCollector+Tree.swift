// SPDX-License-Identifier: Apache-2.0

import CLibXML2
import Diagnostics

extension XMLCollector {
  /// Whether the element that has just begun belongs to the tree.
  ///
  /// Mutating, since reading through the pointer would copy the whole collector at every event.
  var keepsElement: Bool {
    mutating get {
      guard let tree, failure == nil, let frame = frames.last else { return false }
      return tree.iterator != nil || isInRecord || frame.isMatched
    }
  }

  /// Whether text at hand belongs to the tree.
  ///
  /// Mutating, since reading through the pointer would copy the whole collector at every event.
  var keepsText: Bool {
    mutating get {
      guard let tree, failure == nil, tree.openCount == frames.count else { return false }
      return tree.iterator != nil || isInRecord
    }
  }

  /// An element of the tree has begun.
  mutating func treeOpened(_ name: XMLName, attributeCount: Int) {
    guard let tree, let context, let node = context.pointee.node else { return }
    var position = XMLInputPosition(context)
    if tree.iterator == nil { checkRecordSize(position) }
    position.offset = max(0, position.offset + offsetCorrection)
    tree.open(node, name, attributeCount: attributeCount, at: position)
    checkNodes(of: tree, line: position.line)
    if tree.iterator != nil, position.offset > TreeLimits.xmlDocumentBytes {
      fail(
        DiagnosedError(
          XMLRules.documentTooLarge,
          at: SourcePlace(file: file, .text(line: position.line, column: 1)),
          [.plain("path", tree.widestPath), .plain("limit", TreeLimits.xmlDocumentBytes)]))
    }
  }

  /// Text is about to be added to the tree.
  ///
  /// - Returns: whether there is room for it.
  mutating func treeTakesText() -> Bool {
    guard let tree, let context else { return false }
    tree.addText(to: context.pointee.node)
    if tree.isTooLarge { checkNodes(of: tree, line: XMLInputPosition.line(context)) }
    return !tree.isTooLarge
  }

  private mutating func checkNodes(of tree: XMLTree, line: Int) {
    guard tree.isTooLarge else { return }
    let isDocument = tree.iterator != nil
    let place: SourceLocator =
      isDocument || !isInRecord
      ? .text(line: line, column: 1) : .element(path: recordPlace.path, line: recordPlace.line)
    fail(
      DiagnosedError(
        XMLRules.tooManyNodes, at: SourcePlace(file: file, place),
        [
          .plain("path", tree.askingPath), .plain("what", isDocument ? "document" : "record"),
          .plain("line", line), .plain("limit", tree.nodeLimit),
        ]))
  }

  /// The innermost element is about to end.
  mutating func treeCloses() {
    guard let tree, failure == nil, let context, frames.count == tree.openCount,
      let node = context.pointee.node
    else { return }
    xmlSAX2EndElementNs(context, nil, nil, nil)
    tree.close()
    do throws(DiagnosedError) {
      if tree.iterator == nil {
        if isInRecord, frames.count == plan.iterator.count {
          isChosen = try chooses(node, tree)
          if isChosen { try addValues(of: node, tree) }
        }
        // What encloses records stays while it is open.
        if !isInRecord || frames.count == plan.iterator.count, frames.count > 1 {
          tree.remove(node)
        }
      } else if frames.count == 1 {
        try addRecords(of: tree, context)
      }
    } catch {
      fail(
        error.placed(
          at: SourcePlace(
            file: file, .element(path: tree.path(of: node), line: tree.fact(of: node).line))))
    }
  }

  private func chooses(_ node: xmlNodePtr, _ tree: XMLTree) throws(DiagnosedError) -> Bool {
    guard tree.filter != nil else { return true }
    let found = try evaluation(of: tree).evaluate(tree.references.count, at: node)
    guard case .nodes(let nodes) = found else { return false }
    return !nodes.isEmpty
  }

  // All records of a document that is complete.
  private mutating func addRecords(
    of tree: XMLTree, _ context: xmlParserCtxtPtr
  ) throws(DiagnosedError) {
    guard let iterator = tree.iterator, let document = context.pointee.myDoc else { return }
    xmlXPathOrderDocElems(document)
    let root = UnsafeMutableRawPointer(document).assumingMemoryBound(to: xmlNode.self)
    let found = try evaluation(of: tree).evaluate(tree.references.count, at: root)
    guard case .nodes(let nodes) = found else {
      throw DiagnosedError(
        XMLRules.pathUnsupported, at: nil,
        [.plain("path", iterator.text), .plain("part", "a value as a record"), .plain("column", 1)])
    }
    // All values of the document wait at once, and paths can give the same ones for every record.
    var valueBytes = 0
    for node in nodes where node.pointee.type != XML_DOCUMENT_NODE {
      recordCount += 1
      let fact = tree.fact(of: node)
      recordPlace = RecordPlace(
        number: recordCount, line: fact.line, offset: UInt64(fact.offset),
        path: tree.path(of: node))
      try addValues(of: node, tree)
      valueBytes += assembly.bytes.count
      if valueBytes > TreeLimits.recordValueBytes {
        fail(recordTooLarge(TreeLimits.recordValueBytes))
      }
      if failure != nil { return }
      assembly.finish(at: recordPlace, into: &batch)
      if batch.bytes.count >= batchSize { sealBatch() }
    }
  }

  private func evaluation(of tree: XMLTree) throws(DiagnosedError) -> XMLQueryEvaluation {
    if let known = tree.evaluation { return known }
    let made = try XMLQueryEvaluation(
      tree.references + [tree.iterator, tree.filter].compactMap(\.self),
      namespaces: tree.namespaces,
      byLocalName: byLocalName)
    tree.evaluation = made
    return made
  }

  private mutating func addValues(
    of record: xmlNodePtr, _ tree: XMLTree
  ) throws(DiagnosedError) {
    let evaluation = try evaluation(of: tree)
    for column in tree.references.indices {
      switch try evaluation.evaluate(column, at: record) {
      case .value(let text, let kind):
        add(Array(text.utf8), kind, column, line: recordPlace.line, path: nil)
      case .nodes(let nodes):
        for node in nodes { add(node, column, tree) }
      }
      if failure != nil { return }
    }
  }

  private mutating func add(_ node: xmlNodePtr, _ column: Int, _ tree: XMLTree) {
    let (line, path) = (tree.fact(of: node).line, tree.path(of: node))
    let isElement = node.pointee.type == XML_ELEMENT_NODE
    if isElement, Self.saysNil(node) {
      let cell = Cell(place: line, path: assembly.addPath(path), state: .null)
      return assembly.addNull(cell, to: Int32(column))
    }
    let content = xmlNodeGetContent(node)
    defer { fairway_xml_free(content) }
    let isStructure = isElement && xmlChildElementCount(node) > 0
    let bytes = content.map { Array(String(cString: $0).utf8) } ?? []
    add(bytes, isStructure ? .structure : .text, column, line: line, path: path)
  }

  private mutating func add(
    _ value: [UInt8], _ kind: ValueKind, _ column: Int, line: Int, path: String?
  ) {
    let start = assembly.bytes.count
    assembly.bytes += value
    if assembly.bytes.count > TreeLimits.recordValueBytes {
      return fail(recordTooLarge(TreeLimits.recordValueBytes))
    }
    let index = path.map { assembly.addPath($0) } ?? 0
    if nullTexts.contains(assembly.bytes, start..<assembly.bytes.count) {
      return assembly.addNull(Cell(place: line, path: index, state: .null), to: Int32(column))
    }
    assembly.add(
      Cell(
        start: start, length: value.count, place: line, path: index, state: .value, kind: kind),
      to: Int32(column))
  }

  // - Source: XML Schema 1.0 part 1 §2.6.2.
  private static func saysNil(_ node: xmlNodePtr) -> Bool {
    let uri = "http://www.w3.org/2001/XMLSchema-instance"
    guard let value = xmlGetNsProp(node, "nil", uri) else { return false }
    defer { fairway_xml_free(value) }
    let text = String(cString: value)
    return text == "true" || text == "1"
  }
}
