// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// Writes Turtle, and TriG where there are named graphs.
struct TurtleWriter {
  private let statements: SortedStatements
  private var spelling: TurtleTerms
  private let nesting: BlankNodeNesting
  private let type: Int?
  private var body: [UInt8] = []
  private var rendered: [Int: [UInt8]] = [:]

  /// Takes what is to be written.
  init(_ statements: SortedStatements, _ prefixes: [(prefix: String, namespace: String)]) {
    self.statements = statements
    spelling = TurtleTerms(prefixes)
    nesting = BlankNodeNesting(statements)
    type = statements.terms.firstIndex { $0.isIRI && $0.value == RDF.type }
  }

  /// The whole document.
  mutating func document() -> [UInt8] {
    var index = 0
    let rows = statements.rows
    while index < rows.count {
      let graph = rows[index].graph
      let end = rows[index...].firstIndex { $0.graph != graph } ?? rows.count
      if !body.isEmpty { body.append(0x0A) }
      if graph == 0 {
        writeSubjects(index..<end, indent: 0)
      } else {
        append(term: graph)
        append(" {\n")
        writeSubjects(index..<end, indent: 2)
        append("}\n")
      }
      index = end
    }
    var head: [UInt8] = []
    for entry in spelling.usedPrefixes {
      head.append(contentsOf: "@prefix \(entry.prefix): <\(entry.namespace)> .\n".utf8)
    }
    if !head.isEmpty && !body.isEmpty { head.append(0x0A) }
    return head + body
  }

  private mutating func writeSubjects(_ range: Range<Int>, indent: Int) {
    var index = range.lowerBound
    var isFirst = true
    while index < range.upperBound {
      let subject = statements.rows[index].subject
      let end = nesting.end(ofSubjectAt: index)
      if !nesting.isNested(subject) {
        if !isFirst { body.append(0x0A) }
        isFirst = false
        append(indent: indent)
        append(term: subject)
        body.append(0x20)
        writePredicates(index..<end, indent: indent + 2)
        append(" .\n")
      }
      index = end
    }
  }

  // Recursion is bounded by `BlankNodeNesting.depth`.
  private mutating func writePredicates(_ range: Range<Int>, indent: Int) {
    var isFirst = true
    for group in predicateGroups(range) {
      if !isFirst {
        append(" ;\n")
        append(indent: indent)
      }
      isFirst = false
      let predicate = statements.rows[group.lowerBound].predicate
      if predicate == type { append("a") } else { append(term: predicate) }
      if group.count == 1 {
        body.append(0x20)
        writeObject(statements.rows[group.lowerBound].object, indent: indent)
        continue
      }
      for index in group {
        append(index == group.lowerBound ? "\n" : " ,\n")
        append(indent: indent + 2)
        writeObject(statements.rows[index].object, indent: indent + 2)
      }
    }
  }

  /// The rows of one subject by predicate, `rdf:type` first.
  private func predicateGroups(_ range: Range<Int>) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let predicate = statements.rows[index].predicate
      var end = index + 1
      while end < range.upperBound, statements.rows[end].predicate == predicate { end += 1 }
      if predicate == type { groups.insert(index..<end, at: 0) } else { groups.append(index..<end) }
      index = end
    }
    return groups
  }

  private mutating func writeObject(_ object: Int, indent: Int) {
    guard nesting.isNested(object) else {
      append(term: object)
      return
    }
    let rows = nesting.rows(of: object)
    if rows.isEmpty {
      append("[]")
      return
    }
    append("[\n")
    append(indent: indent + 2)
    writePredicates(rows, indent: indent + 2)
    append("\n")
    append(indent: indent)
    append("]")
  }

  private mutating func append(term rank: Int) {
    if let known = rendered[rank] {
      body.append(contentsOf: known)
      return
    }
    let bytes = spelling.spelled(statements.terms[rank])
    rendered[rank] = bytes
    body.append(contentsOf: bytes)
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { body.append(contentsOf: $0) }
  }

  private mutating func append(indent: Int) {
    for _ in 0..<indent { body.append(0x20) }
  }
}
