// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

extension TurtleParser {
  /// Reads `@prefix`, `@base`, `PREFIX` or `BASE` if one stands here.
  mutating func parseDirective() throws(DiagnosedError) -> Bool {
    if scanner.current == UInt8(ascii: "@") {
      let open = scanner.position
      let tag = try scanner.scanLanguageTag()
      if scanner.bytes[tag].elementsEqual("prefix".utf8) {
        try prefixDeclaration()
      } else if scanner.bytes[tag].elementsEqual("base".utf8) {
        try baseDeclaration()
      } else {
        throw scanner.syntaxError(expected: "@prefix, @base or a statement", at: open)
      }
      scanner.skipBlank()
      try scanner.pass(UInt8(ascii: "."), "“.” at the end of the declaration")
      return true
    }
    if passKeyword("prefix") {
      try prefixDeclaration()
      return true
    }
    if passKeyword("base") {
      try baseDeclaration()
      return true
    }
    return false
  }

  /// Passes a keyword in any case, unless it begins a longer word or a prefixed name.
  private mutating func passKeyword(_ keyword: String) -> Bool {
    let word = keyword.utf8
    var offset = 0
    for byte in word {
      guard scanner.byte(ahead: offset) | 0x20 == byte else { return false }
      offset += 1
    }
    guard wordLength == offset else { return false }
    scanner.position += offset
    return true
  }

  private mutating func prefixDeclaration() throws(DiagnosedError) {
    scanner.skipBlank()
    let name = try scanPrefix(expected: "a prefix such as “ex:”")
    scanner.skipBlank()
    try namespaceIRI()
    prefixes.declare(Array(scanner.bytes[name]), text)
  }

  private mutating func namespaceIRI() throws(DiagnosedError) {
    guard scanner.current == UInt8(ascii: "<") else {
      throw scanner.syntaxError(expected: "an IRI in angle brackets")
    }
    let open = scanner.position
    try resolve(try scanner.scanIRIReference(), at: open)
  }

  private mutating func baseDeclaration() throws(DiagnosedError) {
    scanner.skipBlank()
    try namespaceIRI()
    base = BaseIRI(text)
  }

  /// Reads a statement of the default graph, or a graph's name up to its opening brace.
  ///
  /// - Source: RDF 1.1 TriG §4.3, `block`.
  mutating func parseTriplesOrGraph() throws(DiagnosedError) {
    if scanner.current == UInt8(ascii: "{") {
      openGraphBlock(nil)
    } else if passKeyword("graph") {
      scanner.skipBlank()
      let name = try labelOrAnonymousNode(expected: "the name of a graph")
      scanner.skipBlank()
      guard scanner.current == UInt8(ascii: "{") else {
        throw scanner.syntaxError(expected: "“{” after the name of the graph")
      }
      openGraphBlock(name)
    } else {
      try parseSubjectOrGraphName()
    }
  }

  private mutating func parseSubjectOrGraphName() throws(DiagnosedError) {
    let first = scanner.current
    if first == UInt8(ascii: "(") || first == UInt8(ascii: "[") && !isAnonymousNode {
      try parseSubjectAndList()
    } else {
      let label = try labelOrAnonymousNode(expected: "a subject or the name of a graph")
      scanner.skipBlank()
      if scanner.current == UInt8(ascii: "{") {
        openGraphBlock(label)
        return
      }
      try parseList(about: label)
    }
    try passEnd()
  }

  private mutating func openGraphBlock(_ name: Reference?) {
    scanner.position += 1
    graph = name
    isInGraphBlock = true
  }

  /// Whether brackets with nothing inside stand here.
  private var isAnonymousNode: Bool {
    guard scanner.current == UInt8(ascii: "[") else { return false }
    var index = scanner.position + 1
    while index < scanner.bytes.count {
      switch scanner.bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case UInt8(ascii: "#"):
        while index < scanner.bytes.count, scanner.bytes[index] != 0x0A,
          scanner.bytes[index] != 0x0D
        {
          index += 1
        }
      default: return scanner.bytes[index] == UInt8(ascii: "]")
      }
    }
    return false
  }

  private mutating func labelOrAnonymousNode(
    expected: String
  ) throws(DiagnosedError) -> Reference {
    guard isAnonymousNode else { return try node(expected: expected) }
    scanner.position += 1
    scanner.skipBlank()
    scanner.position += 1
    return freshNode()
  }

  /// Reads a statement inside braces, or the closing brace.
  ///
  /// - Source: RDF 1.1 TriG §4.3, `triplesBlock`.
  mutating func parseInGraphBlock() throws(DiagnosedError) {
    if !scanner.isAtEnd, scanner.current != UInt8(ascii: "}") {
      try parseSubjectAndList()
      // The last statement of a block needs no dot.
      if scanner.current == UInt8(ascii: ".") {
        scanner.position += 1
        return
      }
    }
    try scanner.pass(UInt8(ascii: "}"), "“}” at the end of the graph, or a statement")
    isInGraphBlock = false
    graph = nil
  }
}
