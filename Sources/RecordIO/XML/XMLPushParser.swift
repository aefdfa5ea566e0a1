// SPDX-License-Identifier: Apache-2.0

import CLibXML2
import Diagnostics

/// One push parser of libxml2 and the collector that its events go to.
///
/// Owns both; the collector has a place of its own in memory because C holds a pointer to it.
struct XMLPushParser: ~Copyable {
  /// What the events have become.
  let collector: UnsafeMutablePointer<XMLCollector>
  private let context: xmlParserCtxtPtr

  // No file, no network: nothing that a document names is ever opened, whatever the options.
  private static let isPrepared: Bool = {
    xmlInitParser()
    xmlSetExternalEntityLoader { _, _, _ in nil }
    return true
  }()

  /// Makes a parser.
  ///
  /// - Returns: `nil` only if memory is exhausted.
  init?(_ initial: XMLCollector) {
    guard Self.isPrepared else { return nil }
    let target = UnsafeMutablePointer<XMLCollector>.allocate(capacity: 1)
    target.initialize(to: initial)
    var events = Self.events()
    guard let context = xmlCreatePushParserCtxt(&events, target, nil, 0, nil) else {
      target.deinitialize(count: 1)
      target.deallocate()
      return nil
    }
    // Entities stay unsubstituted and no DTD is loaded, because those options are not given.
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    self.context = context
    collector = target
    collector.pointee.context = context
  }

  deinit {
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    xmlFreeParserCtxt(context)
    collector.deinitialize(count: 1)
    collector.deallocate()
  }

  /// The dictionary of names, which lives as long as the parser.
  var dictionary: xmlDictPtr? { context.pointee.dict }

  /// The encoding that the document declares, known once the first element began.
  var declaredEncoding: String? {
    let name = context.pointee.encoding ?? context.pointee.input?.pointee.encoding
    return name.map { String(cString: $0) }
  }

  /// Parses the next bytes.
  ///
  /// - Parameters:
  ///   - bytes: of the file, at most 2 GiB.
  ///   - isLast: whether the file ends after them.
  func parse(_ bytes: [UInt8], isLast: Bool) {
    collector.pointee.isAtEnd = isLast
    bytes.withUnsafeBytes { buffer in
      let letters = buffer.bindMemory(to: CChar.self).baseAddress
      _ = xmlParseChunk(context, letters, Int32(buffer.count), isLast ? 1 : 0)
    }
  }

  // Closures without captures are C functions; the first argument is the collector.
  private static func events() -> xmlSAXHandler {
    var events = xmlSAXHandler()
    events.initialized = UInt32(XML_SAX2_MAGIC)
    events.startElementNs = {
      target, local, prefix, uri, namespaceCount, namespaces, count, defaulted, attributes in
      guard let local, let collector = Self.collector(target) else { return }
      let name = XMLName(local: local, prefix: prefix, uri: uri)
      collector.pointee.startElement(
        name, namespaces: XMLNamespaces(namespaces, count: namespaceCount),
        attributes: XMLAttributes(attributes, count: count))
      guard collector.pointee.keepsElement else { return }
      xmlSAX2StartElementNs(
        collector.pointee.context, local, prefix, uri, namespaceCount, namespaces, count, defaulted,
        attributes)
      collector.pointee.treeOpened(name, attributeCount: Int(count))
    }
    events.endElementNs = { target, _, _, _ in
      guard let collector = Self.collector(target) else { return }
      collector.pointee.treeCloses()
      collector.pointee.endElement()
    }
    events.characters = { target, bytes, count in
      guard let collector = Self.collector(target) else { return }
      collector.pointee.characters(UnsafeBufferPointer(start: bytes, count: Int(count)))
      if collector.pointee.keepsText, collector.pointee.treeTakesText() {
        xmlSAX2Characters(collector.pointee.context, bytes, count)
      }
    }
    // One and the same function tells libxml2 that white space is text.
    events.ignorableWhitespace = events.characters
    events.cdataBlock = events.characters
    events.internalSubset = { target, _, _, _ in Self.collector(target)?.pointee.doctype() }
    events.startDocument = { target in
      guard let collector = Self.collector(target) else { return }
      if collector.pointee.tree != nil { xmlSAX2StartDocument(collector.pointee.context) }
      collector.pointee.startDocument()
    }
    events.serror = { target, error in
      // Level 2 is an error of namespaces, 3 one of well-formedness; below are warnings.
      guard let error, error.pointee.level.rawValue >= 2 else { return }
      Self.collector(target)?.pointee.note(
        XMLCollector.ParserError(
          code: Int(error.pointee.code), line: Int(error.pointee.line),
          column: Int(error.pointee.int2),
          name: error.pointee.str1.map { String(cString: $0) }))
    }
    return events
  }

  private static func collector(
    _ target: UnsafeMutableRawPointer?
  ) -> UnsafeMutablePointer<XMLCollector>? {
    target?.assumingMemoryBound(to: XMLCollector.self)
  }
}
