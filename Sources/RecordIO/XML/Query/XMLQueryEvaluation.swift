// SPDX-License-Identifier: Apache-2.0

import CLibXML2
import Diagnostics

/// XPath expressions compiled by libxml2, and the context that they are evaluated in.
final class XMLQueryEvaluation {
  /// What an expression gives.
  enum Result {
    /// Nodes in document order; valid until the tree changes.
    case nodes([xmlNodePtr])
    /// A text, number or truth value.
    case value(String, ValueKind)
  }

  private let context: xmlXPathContextPtr
  private var compiled: [xmlXPathCompExprPtr] = []
  private let queries: [XMLQuery]

  /// Compiles expressions.
  ///
  /// - Parameters:
  ///   - queries: the expressions, which results are asked for by index.
  ///   - namespaces: what prefixes stand for.
  ///   - byLocalName: whether names without a prefix also match names in the default namespace.
  /// - Throws: ``XMLRules/pathMalformed``, without a place.
  init(
    _ queries: [XMLQuery], namespaces: [String: String], byLocalName: Bool
  ) throws(DiagnosedError) {
    self.queries = queries
    guard let context = xmlXPathNewContext(nil) else {
      throw Self.malformed(queries.first?.written ?? "", column: 1)
    }
    self.context = context
    // Without a handler libxml2 writes to standard error.
    context.pointee.error = { _, _ in }
    context.pointee.opLimit = UInt(TreeLimits.xpathSteps)
    var prefix: String?
    for (name, uri) in namespaces.sorted(by: { $0.key < $1.key }) {
      if name == "" { prefix = Self.freePrefix(namespaces) }
      xmlXPathRegisterNs(context, name == "" ? prefix : name, uri)
    }
    for query in queries {
      let text = query.spelled(byLocalName: byLocalName, prefix: prefix)
      guard let expression = xmlXPathCtxtCompile(context, text) else {
        // Only the expression as written tells its columns.
        if let found = xmlXPathCtxtCompile(context, query.text) { xmlXPathFreeCompExpr(found) }
        if Self.isTooDeep(context) { throw Self.tooDeep(query.written) }
        throw Self.malformed(
          query.written, column: Int(context.pointee.lastError.int1) + 1 + query.shift)
      }
      compiled.append(expression)
    }
  }

  deinit {
    for expression in compiled { xmlXPathFreeCompExpr(expression) }
    xmlXPathFreeContext(context)
  }

  /// Evaluates an expression.
  ///
  /// - Parameters:
  ///   - index: the expression.
  ///   - node: the context node.
  /// - Returns: nodes or a value.
  /// - Throws: ``XMLRules/queryTooLong``, or ``XMLRules/pathMalformed`` for types that do not fit,
  ///   without a place.
  func evaluate(_ index: Int, at node: xmlNodePtr) throws(DiagnosedError) -> Result {
    let query = queries[index]
    context.pointee.doc = node.pointee.doc
    context.pointee.node = node
    context.pointee.opCount = 0
    guard let result = xmlXPathCompiledEval(compiled[index], context) else {
      // XPATH_OP_LIMIT_EXCEEDED, counted from XML_XPATH_EXPRESSION_OK.
      if context.pointee.lastError.code == 1200 + 25 {
        throw DiagnosedError(
          XMLRules.queryTooLong, at: nil,
          [.plain("path", query.written), .plain("limit", TreeLimits.xpathSteps)])
      }
      if Self.isTooDeep(context) { throw Self.tooDeep(query.written) }
      throw Self.malformed(
        query.written, column: Int(context.pointee.lastError.int1) + 1 + query.shift,
        "an expression whose functions get as many arguments, of the types, as they take,")
    }
    defer { xmlXPathFreeObject(result) }
    switch result.pointee.type {
    case XPATH_NODESET: return .nodes(Self.nodes(result.pointee.nodesetval))
    case XPATH_BOOLEAN: return .value(result.pointee.boolval != 0 ? "true" : "false", .boolean)
    default:
      let number = result.pointee.floatval
      let isNumber = result.pointee.type == XPATH_NUMBER && number.isFinite
      let text = xmlXPathCastToString(result)
      defer { fairway_xml_free(text) }
      return .value(text.map { String(cString: $0) } ?? "", isNumber ? .number : .text)
    }
  }

  private static func nodes(_ set: xmlNodeSetPtr?) -> [xmlNodePtr] {
    guard let set, set.pointee.nodeNr > 0 else { return [] }
    xmlXPathNodeSetSort(set)
    // The set belongs to the result, its nodes to the tree.
    let nodes = UnsafeBufferPointer(start: set.pointee.nodeTab, count: Int(set.pointee.nodeNr))
    return nodes.compactMap { $0 }
  }

  // A prefix that the mapping does not use.
  private static func freePrefix(_ namespaces: [String: String]) -> String {
    var prefix = "default"
    while namespaces[prefix] != nil { prefix += "_" }
    return prefix
  }

  // XPATH_RECURSION_LIMIT_EXCEEDED, counted from XML_XPATH_EXPRESSION_OK.
  private static func isTooDeep(_ context: xmlXPathContextPtr) -> Bool {
    context.pointee.lastError.code == 1200 + 26
  }

  private static func tooDeep(_ path: String) -> DiagnosedError {
    DiagnosedError(
      XMLRules.pathUnsupported, at: nil,
      [
        .plain("path", path), .plain("part", "thousands of brackets, steps or operators"),
        .plain("column", 1),
      ])
  }

  private static func malformed(
    _ path: String, column: Int, _ expected: String = "an expression of XPath 1.0"
  ) -> DiagnosedError {
    DiagnosedError(
      XMLRules.pathMalformed, at: nil,
      [.plain("path", path), .plain("expected", expected), .plain("column", column)])
  }
}
