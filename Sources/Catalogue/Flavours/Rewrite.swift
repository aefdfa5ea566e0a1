// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// What one kind of rewrite does.
protocol RewriteOperation: Sendable {
  /// The local name of its class.
  static var kind: String { get }
  /// The words that it reads, besides those of every rewrite.
  static var words: [String] { get }
  init(_ reader: RewriteReader) throws(DiagnosedError)
  func apply(to graph: inout RewriteGraph)
}

/// A declared rewrite: what it is called, why it is there, what it does.
package struct Rewrite: Sendable {
  /// Its IRI.
  package let iri: String
  /// What it does, in a few words.
  package let label: String
  /// More about it; empty if there is nothing to add.
  package let comment: String
  /// The class that says what it does, without the namespace.
  package let kind: String
  /// The numbers of the conflicts that it answers to.
  package let conflicts: [Int]
  /// What it says is lost, invented or asked for; empty if it says nothing.
  package let because: String
  /// Where it is known from.
  package let sources: [String]
  /// What it is about, for people who read about it.
  package let terms: Terms

  let operation: any RewriteOperation

  /// The IRIs and texts that a rewrite names.
  package struct Terms: Sendable, Hashable {
    /// What is met.
    package let from: [String]
    /// What takes its place.
    package let to: [String]
    /// The properties whose values are meant.
    package let properties: [String]
    /// The rows of its own table.
    package let entries: [Row]
    /// The table that it shares with others.
    package let table: String?

    /// A row of a table.
    package struct Row: Sendable, Hashable {
      /// The codes, classes, properties or texts that are met.
      package let from: [String]
      /// What takes their place.
      package let to: [String]
    }
  }

  /// The kinds of rewrites, by the local names of their classes.
  static let kinds: [any RewriteOperation.Type] = [
    BaseRewrite.self, PropertyRewrite.self, ClassRewrite.self, ClassAddition.self,
    CodeRewrite.self, DatatypeRewrite.self, IRIFromText.self, TextFromIRI.self, NodeRewrite.self,
    CopyRewrite.self, MoveRewrite.self, GatherRewrite.self, LabelAddition.self, SchemeAddition.self,
    DefaultValue.self, Choice.self, Removal.self, Unread.self, KnownValues.self,
    Requirement.self, Remark.self,
  ]

  private static func terms(_ reader: RewriteReader) -> Terms {
    func values(_ reader: RewriteReader, _ name: String) -> [String] {
      reader.terms(name).filter { !$0.isBlankNode }.map(\.value)
    }
    func first(_ reader: RewriteReader, _ names: [String]) -> [String] {
      names.map { values(reader, $0) }.first { !$0.isEmpty } ?? []
    }
    let rows = reader.entries.map { entry in
      Terms.Row(
        from: first(entry, ["from", "text", "property"]), to: first(entry, ["to", "base", "class"]))
    }
    return Terms(
      from: values(reader, "from"), to: values(reader, "to"),
      properties: values(reader, "property"), entries: rows,
      table: values(reader, "table").first)
  }

  /// Whether it can change statements, rather than say what a reader makes of them.
  var changesStatements: Bool {
    ![Requirement.kind, Unread.kind, KnownValues.kind, Remark.kind].contains(kind)
  }

  /// What every rewrite may say.
  static let commonWords = ["conflict"]
  /// What entries of tables may say, besides the words of rewrites.
  static let entryWords = ["labelled", "oneWay", "under", "convert"]

  init(_ reader: RewriteReader, conflicts: [String: Int]) throws(DiagnosedError) {
    let classes = Set(reader.terms(of: RDF.type).map(\.value))
    let kinds = Self.kinds.filter { classes.contains(Namespace.fwf[$0.kind]) }
    guard kinds.count == 1 else {
      throw reader.fault("needs one class that says what it does, and has \(kinds.count)")
    }
    try reader.check(kinds[0].words + Self.commonWords)
    iri = reader.subject.value
    label = reader.words(of: RDFS.label)
    comment = reader.words(of: RDFS.comment)
    kind = kinds[0].kind
    guard !label.isEmpty else { throw reader.fault("has no rdfs:label") }
    var numbers: [Int] = []
    for conflict in try reader.iris("conflict") {
      guard let number = conflicts[conflict] else {
        throw reader.fault("names the conflict \(conflict), which is none")
      }
      numbers.append(number)
    }
    self.conflicts = numbers.sorted()
    because = reader.texts("because").first ?? ""
    terms = Self.terms(reader)
    sources = reader.terms(of: Namespace.dct.source).map(\.value)
    operation = try kinds[0].init(reader)
  }
}
