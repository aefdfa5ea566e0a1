// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A mapping in the terms of RML, whatever language it was written in.
///
/// - Source: RML-Core, RML-IO, RML-FNML; YARRRML compiles to this.
package struct MappingDocument: Sendable {
  /// The file it was read from.
  package var file: String
  /// The base for relative IRIs, if the document names one.
  package var base: String?
  /// Prefixes in scope, for reports and for writing.
  package var prefixes: [String: String]
  /// The sources that the maps use, each once.
  package var sources: [LogicalSource]
  /// The targets that term maps name, each once.
  package var targets: [LogicalTarget]
  /// The triples maps, in the order written.
  package var triplesMaps: [TriplesMap]

  /// Collects a document.
  package init(
    file: String, base: String? = nil, prefixes: [String: String] = [:],
    sources: [LogicalSource] = [], targets: [LogicalTarget] = [], triplesMaps: [TriplesMap] = []
  ) {
    self.file = file
    self.base = base
    self.prefixes = prefixes
    self.sources = sources
    self.targets = targets
    self.triplesMaps = triplesMaps
  }
}

/// Statements made from each record of one source.
package struct TriplesMap: Sendable, Hashable {
  /// The mapping's name; several subjects or sources of one mapping make several maps of one name.
  package var name: String
  /// The index of the source in ``MappingDocument/sources``.
  package var source: Int
  /// What makes the subject.
  package var subject: TermMap
  /// The graphs that all statements go to; empty for the default graph.
  package var graphs: [TermMap]
  /// A function that must return `true` for a record to be mapped.
  package var condition: FunctionCall?
  /// The statements.
  package var predicateObjects: [PredicateObjectMap]
  /// The base for relative IRIs that the map makes, if it has one of its own (`rml:baseIRI`).
  package var base: String?
  /// Where the mapping stands in the document.
  package var place: SourcePlace

  /// Describes a triples map.
  package init(
    name: String, source: Int, subject: TermMap, graphs: [TermMap] = [],
    condition: FunctionCall? = nil, predicateObjects: [PredicateObjectMap] = [],
    base: String? = nil, place: SourcePlace
  ) {
    self.base = base
    self.name = name
    self.source = source
    self.subject = subject
    self.graphs = graphs
    self.condition = condition
    self.predicateObjects = predicateObjects
    self.place = place
  }
}

/// Predicates and objects for a subject: every predicate with every object.
package struct PredicateObjectMap: Sendable, Hashable {
  /// The predicates, at least one.
  package var predicates: [TermMap]
  /// The objects, at least one.
  package var objects: [ObjectMap]
  /// Graphs besides those of the triples map.
  package var graphs: [TermMap]
  /// A function that must return `true`.
  package var condition: FunctionCall?
  /// Where it stands in the document.
  package var place: SourcePlace

  /// Describes a predicate-object map.
  package init(
    predicates: [TermMap], objects: [ObjectMap], graphs: [TermMap] = [],
    condition: FunctionCall? = nil, place: SourcePlace
  ) {
    self.predicates = predicates
    self.objects = objects
    self.graphs = graphs
    self.condition = condition
    self.place = place
  }
}

/// What makes an object.
package enum ObjectMap: Sendable, Hashable {
  /// A term of the record.
  case term(TermMap)
  /// The subjects of another mapping, whose records agree on every join condition; without
  /// conditions the same record.
  case subjects(of: String, joins: [JoinCondition], place: SourcePlace)
}

/// Two expressions that must give equal values.
package struct JoinCondition: Sendable, Hashable {
  /// Evaluated on the record at hand.
  package var child: Expression
  /// Evaluated on records of the other mapping.
  package var parent: Expression
  /// Where it stands in the document.
  package var place: SourcePlace

  /// Pairs two expressions.
  package init(child: Expression, parent: Expression, place: SourcePlace) {
    self.child = child
    self.parent = parent
    self.place = place
  }
}

/// What makes a term.
package struct TermMap: Sendable, Hashable {
  /// What gives the IRI, label or lexical form; a template without parts for a blank node of which
  /// every record has one of its own.
  package var expression: Expression
  /// The kind of term.
  package var kind: Kind
  /// What gives the datatype IRI of a literal; `nil` for the natural datatype of the value.
  package var datatype: Expression?
  /// What gives the language tag of a literal.
  package var language: Expression?
  /// What becomes of characters that an IRI cannot have, if the term is one.
  package var iriForm: IRIForm
  /// The members that are gathered into a list or container; the expression then names its head.
  package var gathering: Gathering?
  /// The indexes into ``MappingDocument/targets`` that statements with this term go to.
  package var targets: [Int]
  /// Where it stands in the document.
  package var place: SourcePlace

  /// The kinds of term that a map can make.
  package enum Kind: String, Sendable, CaseIterable {
    case iri
    case blankNode
    case literal
  }

  /// How text out of data becomes part of an IRI.
  ///
  /// - Source: RML-Core, term types `rml:IRI`, `rml:URI`, `rml:UnsafeIRI`, `rml:UnsafeURI`.
  package enum IRIForm: String, Sendable, CaseIterable {
    /// References in templates are percent-encoded but for `iunreserved`.
    case iri
    /// As ``iri``, and every character beyond ASCII is percent-encoded too.
    case uri
    /// Nothing is encoded.
    case unsafeIRI
    /// Only characters beyond ASCII are encoded.
    case unsafeURI

    /// Whether characters stay that no IRI can have.
    package var isUnsafe: Bool { self == .unsafeIRI || self == .unsafeURI }
  }

  /// Whether every record has a blank node of its own for the map.
  package var isRecordNode: Bool {
    kind == .blankNode && expression == .template([]) && gathering == nil
  }

  /// Describes a term map.
  package init(
    _ expression: Expression, kind: Kind, datatype: Expression? = nil,
    language: Expression? = nil, iriForm: IRIForm = .iri, gathering: Gathering? = nil,
    targets: [Int] = [], place: SourcePlace
  ) {
    self.expression = expression
    self.kind = kind
    self.datatype = datatype
    self.language = language
    self.iriForm = iriForm
    self.gathering = gathering
    self.targets = targets
    self.place = place
  }
}

/// What gives text from a record.
package indirect enum Expression: Sendable, Hashable {
  /// The same text for every record; prefixes are expanded already where an IRI is meant.
  case constant(String)
  /// A value of the record, by its reference, unescaped.
  case reference(String, place: SourcePlace)
  /// Constants and references in turn; in an IRI the references are percent-encoded.
  case template([TemplatePart])
  /// What a function returns.
  case function(FunctionCall)
}

/// A piece of a template.
package enum TemplatePart: Sendable, Hashable {
  /// Text that stands as it is.
  case text(String)
  /// A value of the record, by its reference, unescaped.
  case reference(String, place: SourcePlace)
}

/// A call of a function by its IRI.
package struct FunctionCall: Sendable, Hashable {
  /// A parameter and what gives its value.
  package struct Argument: Sendable, Hashable {
    /// The parameter's IRI.
    package var parameter: String
    /// What gives the value.
    package var value: Expression
    /// Where it stands in the document.
    package var place: SourcePlace

    /// Binds a parameter.
    package init(parameter: String, value: Expression, place: SourcePlace) {
      self.parameter = parameter
      self.value = value
      self.place = place
    }
  }

  /// The function's IRI.
  package var function: String
  /// The arguments, in the order written.
  package var arguments: [Argument]
  /// The IRI of the output that is meant, if the mapping names one (`rml:return`).
  package var output: String?
  /// Where the call stands in the document.
  package var place: SourcePlace

  /// Describes a call.
  package init(
    function: String, arguments: [Argument], output: String? = nil, place: SourcePlace
  ) {
    self.function = function
    self.arguments = arguments
    self.output = output
    self.place = place
  }
}
