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

  let operation: any RewriteOperation

  /// The kinds of rewrites, by the local names of their classes.
  static let kinds: [any RewriteOperation.Type] = [
    BaseRewrite.self, PropertyRewrite.self, ClassRewrite.self, ClassAddition.self,
    CodeRewrite.self, DatatypeRewrite.self, IRIFromText.self, TextFromIRI.self, NodeRewrite.self,
    CopyRewrite.self, MoveRewrite.self, GatherRewrite.self, LabelAddition.self,
    DefaultValue.self, Choice.self, Removal.self, Unread.self, KnownValues.self,
    Requirement.self, Remark.self,
  ]

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
    sources = reader.terms(of: Namespace.dct.source).map(\.value)
    operation = try kinds[0].init(reader)
  }
}
