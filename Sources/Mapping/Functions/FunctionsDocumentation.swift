// SPDX-License-Identifier: Apache-2.0

/// Renders the page on the functions that mappings can call.
package enum FunctionsDocumentation {
  /// The page, as Markdown that ends in a line break.
  package static func render() -> String {
    let sections = FunctionRegistry.all.map { (heading: name($0.iris[0]), function: $0) }
      .sorted { $0.heading < $1.heading }
      .map { section($0.heading, $0.function) }
    return ([opening] + sections).joined(separator: "\n")
  }

  private static let opening = """
    # Functions

    What mappings can call. Generated from the functions; do not edit.

    Names are written with these prefixes, which a YARRRML document need not declare:

    | Prefix | Namespace |
    |---|---|
    \(prefixes.map { "| `\($0.prefix):` | `\($0.namespace)` |" }.joined(separator: "\n"))

    How a parameter takes the values of a record:

    | Takes | Meaning |
    |---|---|
    \(intakes.map { "| \(words($0)) | \(meaning($0)) |" }.joined(separator: "\n"))

    """

  private static let prefixes = [
    (prefix: "fw", namespace: FunctionNamespaces.fairway),
    (prefix: "grel", namespace: FunctionNamespaces.grel),
    (prefix: "idlab-fn", namespace: FunctionNamespaces.idlab),
  ]

  private static let intakes: [FunctionParameter.Intake] = [
    .each, .eachOrNull, .all, .allOrEmpty, .constant,
  ]

  private static func section(
    _ heading: String, _ function: any MappingFunction.Type
  ) -> String {
    let iris = function.iris.map { "`\($0)`" }.joined(separator: ", ")
    let parameters = function.parameters.map { parameter in
      let others = parameter.iris.map { "`\($0)`" }.joined(separator: "<br>")
      let optional = parameter.isOptional ? ", may be left out" : ""
      return "| `\(name(parameter.iris[0]))` | \(words(parameter.intake))\(optional) | \(others) |"
    }
    return """
      ## \(heading)

      \(function.summary)

      IRI: \(iris)

      | Parameter | Takes | IRI |
      |---|---|---|
      \(parameters.joined(separator: "\n"))

      """
  }

  private static func name(_ iri: String) -> String {
    for (prefix, namespace) in prefixes where iri.hasPrefix(namespace) {
      return prefix + ":" + iri.dropFirst(namespace.count)
    }
    return iri
  }

  private static func words(_ intake: FunctionParameter.Intake) -> String {
    switch intake {
    case .each: "each value"
    case .eachOrNull: "each value or null"
    case .all: "all values"
    case .allOrEmpty: "all values, null as empty"
    case .constant: "a constant"
    }
  }

  private static func meaning(_ intake: FunctionParameter.Intake) -> String {
    switch intake {
    case .each: "The function is called for each value. Without a value the result is null."
    case .eachOrNull: "The function is called for each value, or once for null."
    case .all: "The function gets all values at once, possibly none."
    case .allOrEmpty: "The function gets all values at once, an empty text for each null."
    case .constant: "The value is the same for all records and stands in the mapping itself."
    }
  }
}
