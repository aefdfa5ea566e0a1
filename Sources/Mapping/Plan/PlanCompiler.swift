// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
internal import RDFIO

/// Compiles a mapping document into a plan, collecting all faults before giving up.
package struct PlanCompiler {
  let document: MappingDocument
  private let services: FunctionServices
  private let base: String?
  var findings: [Finding] = []
  private var gatherings = 0
  // Of the triples map that is being compiled.
  private var ownBase: String?
  private var columns: [SourceColumns]
  private var calls: [PlannedCall] = []
  private var joins: [PlannedJoin] = []
  private var origins: [ObjectOrigin] = []
  private var pool: [UInt8] = []
  private var pooled: [[UInt8]: PoolRange] = [:]
  private var annotations = AnnotationTable()
  private let mapsByName: [String: [Int]]
  /// What is being taken from other mappings.
  var borrowing = SubjectBorrowing()

  private init(_ document: MappingDocument, base: String?, services: FunctionServices) {
    self.document = document
    self.services = services
    self.base = base ?? document.base
    columns = document.sources.map { _ in SourceColumns() }
    mapsByName = Dictionary(
      grouping: document.triplesMaps.indices, by: { document.triplesMaps[$0].name })
  }

  /// Compiles a mapping.
  ///
  /// - Parameters:
  ///   - document: what YARRRML or RML was read into.
  ///   - base: what relative constant IRIs are appended to; the document's own when `nil`.
  ///   - services: what functions may use.
  /// - Returns: the plan.
  /// - Throws: every fault of the mapping, each at its place.
  package static func compile(
    _ document: MappingDocument, base: String? = nil, services: FunctionServices
  ) throws(DiagnosedError) -> MappingPlan {
    var compiler = PlanCompiler(document, base: base, services: services)
    var mapsBySource: [[PlannedMap]] = document.sources.map { _ in [] }
    for map in document.triplesMaps {
      mapsBySource[map.source].append(compiler.map(map))
    }
    let views = document.sources.map { source in
      source.view.map { compiler.view($0, of: source) }
    }
    for (index, view) in views.enumerated() {
      guard let view else { continue }
      compiler.checkFields(compiler.columns[index].references, of: view, numbered: index)
      compiler.checkFields(of: view, numbered: index, in: views)
    }
    if document.targets.count > TargetSet.limit {
      compiler.findings.append(
        Finding(
          MappingRules.tooManyTargets, at: document.targets[TargetSet.limit].place,
          [.plain("limit", TargetSet.limit)]))
    }
    if !compiler.findings.isEmpty {
      // A mapping that is joined, or that has several sources, is compiled more than once.
      var seen: Set<Finding> = []
      throw DiagnosedError(compiler.findings.filter { seen.insert($0).inserted })
    }
    let joins = compiler.joins
    let sources = document.sources.indices.map { index in
      PlannedSource(
        logical: document.sources[index], references: compiler.columns[index].references,
        maps: mapsBySource[index], view: views[index],
        parentJoins: joins.indices.filter { join in
          joins[join].parents.contains { $0.source == index }
        })
    }
    return MappingPlan(
      sources: sources, joins: joins, calls: compiler.calls, pool: compiler.pool,
      annotations: compiler.annotations, origins: compiler.origins, document: document)
  }

  /// A source that no map reads, for the columns of a view's level.
  mutating func newSource() -> Int {
    columns.append(SourceColumns())
    return columns.count - 1
  }

  /// What was asked of a source so far.
  func references(of source: Int) -> [PlannedReference] { columns[source].references }

  private mutating func map(_ map: TriplesMap) -> PlannedMap {
    ownBase = map.base
    defer { ownBase = nil }
    var subject = term(map.subject, source: map.source)
    subject.owner = map.name
    return PlannedMap(
      name: map.name, subject: subject,
      graphs: map.graphs.map { term($0, source: map.source) },
      condition: map.condition.flatMap { call($0, source: map.source) },
      predicateObjects: map.predicateObjects.map { predicateObject($0, in: map) },
      place: map.place)
  }

  private mutating func predicateObject(_ map: PredicateObjectMap, in owner: TriplesMap)
    -> PlannedPredicateObject
  {
    PlannedPredicateObject(
      predicates: map.predicates.map { term($0, source: owner.source) },
      objects: map.objects.flatMap { object($0, source: owner.source) },
      graphs: map.graphs.map { term($0, source: owner.source) },
      condition: map.condition.flatMap { call($0, source: owner.source) })
  }

  private mutating func object(_ map: ObjectMap, source: Int) -> [PlannedObject] {
    switch map {
    case .term(let map):
      let planned = term(map, source: source)
      return [.term(planned, origin: origin(planned.columns, map.place))]
    case .subjects(let name, let conditions, let place):
      let parents = mapsByName[name] ?? []
      guard conditions.isEmpty else {
        return [joined(name, parents, conditions, origin: (source, place))]
      }
      let siblings = parents.filter { document.triplesMaps[$0].source == source }
      if siblings.isEmpty {
        findings.append(
          Finding(MappingRules.joinWithoutCondition, at: place, [.plain("mapping", name)]))
      }
      return siblings.compactMap { sibling in
        subject(of: sibling, source: source, for: place).map { planned, condition in
          .sameRecord(
            planned, condition: condition, origin: origin(planned.columns, place))
        }
      }
    }
  }

  private mutating func joined(
    _ name: String, _ parents: [Int], _ conditions: [JoinCondition],
    origin: (source: Int, place: SourcePlace)
  ) -> PlannedObject {
    let keys = conditions.map { expression($0.child, source: origin.source) }
    let planned = parents.compactMap { parent in
      let source = document.triplesMaps[parent].source
      return subject(of: parent, source: source, for: origin.place).map { subject, condition in
        PlannedParent(
          source: source, subject: subject,
          keys: conditions.map { expression($0.parent, source: source) }, condition: condition)
      }
    }
    joins.append(PlannedJoin(parentName: name, parents: planned))
    return .joined(
      join: joins.count - 1, keys: keys,
      origin: self.origin(keys.flatMap { $0.columns(calls) }, origin.place))
  }

  // The subject of another map, whose base holds for it; nil after a finding.
  private mutating func subject(
    of number: Int, source: Int, for place: SourcePlace
  ) -> (subject: PlannedTerm, condition: Int?)? {
    let map = document.triplesMaps[number]
    guard borrow(number, for: place) else { return nil }
    defer { giveBack() }
    let own = ownBase
    defer { ownBase = own }
    ownBase = map.base
    // As an object it does not take the statement to the targets of its own map.
    var subject = map.subject
    subject.targets = []
    var planned = term(subject, source: source)
    planned.owner = map.name
    return (planned, map.condition.flatMap { call($0, source: source) })
  }

  private mutating func origin(_ columns: [Int], _ place: SourcePlace) -> UInt32 {
    origins.append(ObjectOrigin(place: place, columns: columns))
    return UInt32(origins.count)
  }

  private mutating func store(_ bytes: [UInt8]) -> PoolRange {
    if let known = pooled[bytes] { return known }
    let range = PoolRange(start: Int32(pool.count), count: Int32(bytes.count))
    pool += bytes
    pooled[bytes] = range
    return range
  }

  private mutating func term(_ map: TermMap, source: Int) -> PlannedTerm {
    var planned = expression(map.expression, source: source)
    if map.kind == .iri, case .constant(let text) = map.expression {
      planned = .constant(store(Array(absolute(text, at: map.place).utf8)))
    }
    let datatype: PlannedTerm.Datatype =
      switch map.datatype {
      case nil: .natural
      case .constant(let iri): .constant(annotations.datatype(absolute(iri, at: map.place)))
      case .some(let other): .expression(expression(other, source: source))
      }
    let language: PlannedTerm.Language
    switch map.language {
    case nil: language = .none
    case .constant(let tag):
      if !LanguageTag.isWellFormed(Array(tag.utf8)[...]) {
        findings.append(
          Finding(MappingRules.invalidLanguage, at: map.place, [.plain("value", tag)]))
      }
      language = .constant(annotations.language(tag))
    case .some(let other): language = .expression(expression(other, source: source))
    }
    let gathering = map.gathering.map { self.gathering($0, source: source) }
    return PlannedTerm(
      expression: planned, kind: map.kind, datatype: datatype, language: language,
      form: map.iriForm, base: Array((ownBase ?? "").utf8), gathering: gathering,
      targets: TargetSet(map.targets),
      columns: planned.columns(calls), place: map.place)
  }

  private mutating func gathering(_ gathering: Gathering, source: Int) -> PlannedGathering {
    gatherings += 1
    let number = gatherings
    return PlannedGathering(
      number: number,
      members: gathering.members.flatMap { object($0, source: source) },
      form: gathering.form, strategy: gathering.strategy, allowsEmpty: gathering.allowsEmpty)
  }

  // A constant IRI, behind the base if it is relative.
  private mutating func absolute(_ iri: String, at place: SourcePlace) -> String {
    if IRISyntax.isAbsolute(iri) { return iri }
    let absolute = (ownBase ?? base ?? "") + iri
    if !IRISyntax.isAbsolute(absolute) {
      findings.append(
        Finding(MappingRules.invalidConstantIRI, at: place, [.plain("value", iri)]))
    }
    return absolute
  }

  /// Compiles an expression on the records of a source.
  mutating func expression(_ expression: Expression, source: Int) -> PlannedExpression {
    guard countBorrowed(expression) else { return .constant(store([])) }
    switch expression {
    case .constant(let text): return .constant(store(Array(text.utf8)))
    case .reference(let text, let place):
      return .reference(column: columns[source].column(text, at: place))
    case .template(let parts):
      return .template(
        parts.map { part in
          switch part {
          case .text(let text): .text(store(Array(text.utf8)))
          case .reference(let text, let place):
            .reference(column: columns[source].column(text, at: place))
          }
        })
    case .function(let function):
      return call(function, source: source).map { .call($0) } ?? .constant(store([]))
    }
  }

  // Returns nil after a finding, and the caller goes on, so that one run names every fault.
  private mutating func call(_ call: FunctionCall, source: Int) -> Int? {
    guard let function = services.find(call.function) else {
      if let refusal = RefusedFunctions.find(call.function) {
        findings.append(
          Finding(
            MappingRules.refusedFunction, at: call.place,
            [
              .plain("function", call.function), .plain("reason", refusal.reason),
              .plain("instead", refusal.remedy),
            ]))
        return nil
      }
      findings.append(
        Finding(
          MappingRules.unknownFunction, at: call.place,
          [
            .plain("function", call.function),
            .plain("hint", Self.hint(call.function, FunctionRegistry.knownIRIs)),
          ]))
      return nil
    }
    let count = findings.count
    checkOutput(of: call, function)
    let binding = bind(call, to: function, source: source)
    guard findings.count == count else { return nil }
    do throws(FunctionArgumentError) {
      let body = try function.prepare(binding.constants, services)
      calls.append(
        PlannedCall(
          function: PreparedFunction(body), arguments: binding.arguments,
          columns: binding.arguments.flatMap(\.expressions).flatMap { $0.columns(calls) },
          place: call.place,
          list: function.iris == TermFunction.iris ? binding.constants[TermFunction.listIRI] : nil))
      return calls.count - 1
    } catch {
      let value = binding.constants[error.parameter] ?? ""
      let names = function.parameters.first { $0.iris[0] == error.parameter }?.iris ?? []
      let argument = call.arguments.first { names.contains($0.parameter) }
      findings.append(
        Finding(
          MappingRules.invalidArgument, at: argument?.place ?? call.place,
          [
            .plain("function", call.function), .plain("parameter", error.parameter),
            .plain("value", value), .plain("reason", error.reason),
          ]))
      return nil
    }
  }

  private mutating func checkOutput(of call: FunctionCall, _ function: FunctionDefinition) {
    guard let output = call.output, !function.hasOutput(output) else { return }
    findings.append(
      Finding(
        MappingRules.unknownOutput, at: call.place,
        [
          .plain("function", call.function), .plain("output", output),
          .plain("hint", Self.hint(output, function.outputIRIs)),
        ]))
  }

  private mutating func bind(
    _ call: FunctionCall, to function: FunctionDefinition, source: Int
  ) -> (constants: [String: String], arguments: [PlannedArgument]) {
    for argument in call.arguments
    where !function.parameters.contains(where: { $0.isMeant(by: argument.parameter) }) {
      findings.append(
        Finding(
          MappingRules.unknownParameter, at: argument.place,
          [
            .plain("function", call.function), .plain("parameter", argument.parameter),
            .plain("hint", Self.hint(argument.parameter, function.parameters.map { $0.iris[0] })),
          ]))
    }
    var constants: [String: String] = [:]
    var arguments: [PlannedArgument] = []
    for parameter in function.parameters {
      let given = call.arguments.filter { parameter.isMeant(by: $0.parameter) }
        .enumerated().sorted {
          let (left, right) = ($0.element.parameter, $1.element.parameter)
          return (parameter.position(of: left), $0.offset)
            < (parameter.position(of: right), $1.offset)
        }.map(\.element)
      if given.isEmpty, !parameter.isOptional {
        findings.append(
          Finding(
            MappingRules.missingParameter, at: call.place,
            [.plain("function", call.function), .plain("parameter", parameter.iris[0])]))
      }
      if parameter.intake == .constant {
        for argument in given {
          guard case .constant(let text) = argument.value else {
            findings.append(
              Finding(
                MappingRules.parameterNotConstant, at: argument.place,
                [.plain("function", call.function), .plain("parameter", parameter.iris[0])]))
            continue
          }
          constants[parameter.iris[0]] = text
        }
        continue
      }
      // A constant is checked once, though the function may be given other values elsewhere.
      if given.count == 1, case .constant(let text) = given[0].value {
        constants[parameter.iris[0]] = text
      }
      let expressions = given.map { expression($0.value, source: source) }
      arguments +=
        parameter.intake == .sequence
        ? expressions.map { PlannedArgument(intake: .eachOrNull, expressions: [$0]) }
        : [PlannedArgument(intake: parameter.intake, expressions: expressions)]
    }
    return (constants, arguments)
  }

  // IRIs share long namespaces, so the nearest one is looked for by local name.
  private static func hint(_ iri: String, _ candidates: [String]) -> String {
    func local(_ iri: String) -> String {
      String(iri.split { $0 == "#" || $0 == "/" }.last ?? "")
    }
    let names = candidates.map(local)
    if let nearest = NearestName.find(local(iri), in: names),
      let whole = candidates.first(where: { local($0) == nearest })
    {
      return "Did you mean <\(whole)>?"
    }
    return NearestName.hint(local(iri), in: Set(names).sorted())
  }
}

/// The references of one source, numbered.
private struct SourceColumns {
  private(set) var references: [PlannedReference] = []
  private var numbers: [String: Int] = [:]

  mutating func column(_ text: String, at place: SourcePlace) -> Int {
    if let number = numbers[text] { return number }
    numbers[text] = references.count
    references.append(PlannedReference(text: text, place: place))
    return references.count - 1
  }
}
