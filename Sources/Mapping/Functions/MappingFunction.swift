// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// What a value is by itself, before a mapping says otherwise.
package enum NaturalDatatype: UInt8, Sendable, CaseIterable {
  case string
  case boolean
  case integer
  case decimal
  case double
  case date
  case gYearMonth
  case gYear
  case iri
  case time
  case dateTime
}

/// A value that goes into or comes out of a function.
package struct FunctionValue: Sendable, Hashable {
  /// UTF-8.
  package var bytes: [UInt8]
  /// What the value is by itself.
  package var natural: NaturalDatatype

  /// Makes a value of bytes.
  package init(_ bytes: [UInt8], natural: NaturalDatatype = .string) {
    self.bytes = bytes
    self.natural = natural
  }

  /// Makes a value of text.
  package init(_ text: String, natural: NaturalDatatype = .string) {
    self.init(Array(text.utf8), natural: natural)
  }

  /// `true` or `false`.
  package static func boolean(_ value: Bool) -> FunctionValue {
    FunctionValue(value ? "true" : "false", natural: .boolean)
  }

  /// The value as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the value is `true` (or `1`), as conditions read it.
  package var isTrue: Bool { text == "true" || text == "1" }
}

/// What a function makes of its arguments.
package enum FunctionResult: Sendable, Hashable {
  /// One or more values; none means null.
  case values([FunctionValue])
  /// The value is known to mean nothing, by rule: no statement and no finding.
  case nothing
  /// The argument cannot be read as what the function needs, such as `a date (dd/MM/yyyy)`; the number
  /// counts parameters that are not constant.
  case unreadable(expected: String, argument: Int = 0)
  /// A pattern took more steps on the argument than are allowed.
  case tooManySteps(pattern: String)
  /// A look-up found no concept.
  case unmapped(list: String)
  /// A look-up found several concepts.
  case ambiguous(list: String, candidates: [String])

  /// One value.
  package static func value(_ value: FunctionValue) -> FunctionResult { .values([value]) }
}

/// A parameter of a function.
package struct FunctionParameter: Sendable, Hashable {
  /// How a parameter takes the values of its argument.
  package enum Intake: Sendable, Hashable {
    /// The function is called once for each value; a null argument makes the result null.
    case each
    /// The function is called once for each value, or once with `nil` for a null argument.
    case eachOrNull
    /// The function gets all values at once, possibly none.
    case all
    /// The function gets all values at once, an empty text for each null argument.
    case allOrEmpty
    /// The function gets each member of a sequence (`rdf:_1`, `rdf:_2` and so on) as a parameter of its
    /// own, called as for ``each``; members without a value are left out.
    case sequence
    /// A constant, read once when the mapping is compiled.
    case constant
  }

  /// The parameter's IRI and other IRIs that published mappings use for it.
  package let iris: [String]
  /// How it takes values.
  package let intake: Intake
  /// Whether a call may leave it out.
  package let isOptional: Bool
  /// Whether it may also be given member by member, as `rdf:_1`, `rdf:_2` and so on.
  package let hasMembers: Bool

  /// Declares a parameter by the IRIs it is known by, the preferred one first.
  package init(_ iris: String..., intake: Intake = .each, isOptional: Bool = false) {
    self.init(iris: iris, intake: intake, isOptional: isOptional)
  }

  /// Declares a parameter by a list of the IRIs it is known by, the preferred one first.
  package init(iris: [String], intake: Intake, isOptional: Bool, hasMembers: Bool = false) {
    self.iris = iris
    self.intake = intake
    self.isOptional = isOptional
    self.hasMembers = hasMembers
  }

  /// Whether an IRI means this parameter.
  package func isMeant(by iri: String) -> Bool {
    iris.contains(iri) || (hasMembers && Self.member(iri) != nil)
  }

  /// Which member of a sequence an IRI means, 0 for the sequence itself.
  package func position(of iri: String) -> Int { hasMembers ? Self.member(iri) ?? 0 : 0 }

  private static func member(_ iri: String) -> Int? {
    let prefix = RDF.namespace + "_"
    return iri.hasPrefix(prefix) ? Int(iri.dropFirst(prefix.count)) : nil
  }
}

/// A function that is a type of its own, since it prepares something; see ``FunctionDefinition``.
package protocol MappingFunction: Sendable {
  /// The function's IRI and other IRIs that published mappings use for it.
  static var iris: [String] { get }
  /// The parameters, in the order in which ``evaluate(_:)`` gets their values.
  static var parameters: [FunctionParameter] { get }
  /// The outputs that a mapping may name.
  static var outputs: [FunctionOutput] { get }
  /// One sentence for the generated page.
  static var summary: String { get }
  /// What the sentence leaves open.
  static var details: String { get }
  /// Calls with their results.
  static var examples: [FunctionExample] { get }

  /// Prepares the function for one place in a mapping.
  ///
  /// - Parameters:
  ///   - constants: the text of each constant parameter by its preferred IRI.
  ///   - services: what functions may use besides their arguments.
  /// - Throws: which constant is wrong and why.
  init(constants: [String: String], services: FunctionServices) throws(FunctionArgumentError)

  /// Makes a result of one value (or, for ``FunctionParameter/Intake/all``, of all values) of each
  /// parameter that is not constant; an empty list stands for null.
  func evaluate(_ arguments: [[FunctionValue]]) -> FunctionResult
}

extension MappingFunction {
  /// No details.
  package static var details: String { "" }
}

/// A constant argument that a function cannot work with.
package struct FunctionArgumentError: Error, Sendable, Hashable {
  /// The parameter's IRI.
  package let parameter: String
  /// What is wrong with the value, to follow a colon.
  package let reason: String

  /// States what is wrong.
  package init(parameter: String, reason: String) {
    self.parameter = parameter
    self.reason = reason
  }
}

/// What a term look-up gives for a local value.
package enum TermResolution: Sendable, Hashable {
  /// One concept, by its IRI.
  case concept(String)
  /// Known to have no concept.
  case noTerm
  /// Several concepts.
  case ambiguous([String])
  /// Not in the list.
  case unmapped
}

/// Finds the concept for a local value.
package protocol TermResolver: Sendable {
  /// The names of the lists that the resolver knows.
  var lists: [String] { get }

  /// The concept for a value of a list.
  ///
  /// - Parameters:
  ///   - value: the local value, bytes of UTF-8 as the provider wrote them.
  ///   - list: the local code list that the value belongs to.
  /// - Returns: one concept, several, none by rule, or none.
  func resolve(_ value: [UInt8], list: String) -> TermResolution
}

/// What functions may use besides their arguments.
package struct FunctionServices: Sendable {
  /// Term look-up, if the run has term mappings.
  package var terms: (any TermResolver)?
  /// Code tables, if the run lets functions read files.
  package var tables: CodeTables?
  /// Functions besides those of ``FunctionRegistry``.
  package var functions: [FunctionDefinition]

  /// Gathers services.
  package init(
    terms: (any TermResolver)? = nil, tables: CodeTables? = nil,
    functions: [FunctionDefinition] = []
  ) {
    self.terms = terms
    self.tables = tables
    self.functions = functions
  }

  /// The function with an IRI, under any name it is known by.
  func find(_ iri: String) -> FunctionDefinition? {
    functions.first { $0.iris.contains(iri) } ?? FunctionRegistry.find(iri)
  }
}
