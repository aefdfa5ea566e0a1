// SPDX-License-Identifier: Apache-2.0

internal import TextPatterns

/// Renders the pages on the functions that mappings can call: an index, and a page for each.
package enum FunctionsDocumentation {
  /// The pages by their names below `Documentation`, as Markdown that ends in a line break.
  package static func pages() -> [String: String] {
    var pages = ["functions.md": index()]
    for function in FunctionRegistry.all {
      pages["functions/\(fileName(function))"] = page(function)
    }
    return pages
  }

  private static func index() -> String {
    ([opening] + groups.map { group($0.title, $0.isMember) } + [refusals]).joined(separator: "\n")
  }

  private static let opening = """
    # Functions

    What mappings can call. Generated from the functions; do not edit. Each name leads to a page with \
    parameters, examples that are run as tests, and deviations from what is published.

    Names are written with these prefixes, which a YARRRML document need not declare:

    | Prefix | Namespace |
    |---|---|
    \(prefixes.map { "| `\($0.prefix):` | `\($0.namespace)` |" }.joined(separator: "\n"))

    How a parameter takes the values of a record:

    | Takes | Meaning |
    |---|---|
    \(intakes.map { "| \(words($0)) | \(meaning($0)) |" }.joined(separator: "\n"))

    A function that returns null makes no term, one that returns an empty text makes a term with it, \
    and one that returns several values makes a term of each. Functions are pure: their results are kept \
    for equal arguments. Texts are sequences of Unicode scalars and compare by their bytes.

    Regular expressions stand between slashes and are Perl's. One search takes at most \
    \(RegularExpression.stepLimit) steps, holds at most \(RegularExpression.depthLimit) choices open, \
    takes at most \(RegularExpression.memoryLimit >> 10) MiB and has a pattern of at most \(RegularExpression.lengthLimit) bytes; what exceeds them is a finding \
    at its cell.

    """

  private static let prefixes = [
    (prefix: "fw", namespace: FunctionNamespaces.fairway),
    (prefix: "grel", namespace: FunctionNamespaces.grel),
    (prefix: "idlab-fn", namespace: FunctionNamespaces.idlab),
  ]

  private static let intakes: [FunctionParameter.Intake] = [
    .each, .eachOrNull, .all, .allOrEmpty, .sequence, .constant,
  ]

  private static let groups: [(title: String, isMember: @Sendable (String) -> Bool)] = [
    ("Fairway", { $0.hasPrefix("fw:") }),
    ("Conditions", { $0.hasPrefix("grel:boolean_") || $0.hasPrefix("grel:controls_") }),
    ("Texts", { isText($0) }),
    ("Lists", { $0.hasPrefix("grel:array_") }),
    ("Numbers", { $0.hasPrefix("grel:math_") }),
    ("Dates", { $0.hasPrefix("grel:date_") }),
    ("Other values", { $0.hasPrefix("grel:other_") }),
    ("IDLab", { $0.hasPrefix("idlab-fn:") }),
  ]

  private static func isText(_ name: String) -> Bool {
    ["grel:string_", "grel:to", "grel:escape"].contains { name.hasPrefix($0) }
  }

  private static func group(_ title: String, _ isMember: (String) -> Bool) -> String {
    let members = FunctionRegistry.all.map { (name: name($0.iris[0]), function: $0) }
      .filter { isMember($0.name) }.sorted { $0.name < $1.name }
    let rows = members.map { member in
      "| [\(member.name)](functions/\(fileName(member.function))) | \(member.function.summary) |"
    }
    return """
      ## \(title)

      | Function | Result |
      |---|---|
      \(rows.joined(separator: "\n"))

      """
  }

  private static var refusals: String {
    let rows = RefusedFunctions.all.map { (name: name($0.key), refusal: $0.value) }
      .filter { !$0.name.hasPrefix("http") }.sorted { $0.name < $1.name }
      .map { "| `\($0.name)` | \($0.refusal.reason) | \($0.refusal.remedy) |" }
    return """
      ## Known and not offered

      A mapping that calls one of these ends with `mapping.refused-function`.

      | Function | Reason | Instead |
      |---|---|---|
      \(rows.joined(separator: "\n"))

      """
  }
}

// MARK: - A page

extension FunctionsDocumentation {
  private static func page(_ function: FunctionDefinition) -> String {
    var parts = ["# \(name(function.iris[0]))", function.summary]
    if !function.details.isEmpty { parts.append(function.details) }
    parts.append("IRI: " + function.iris.map { "`\($0)`" }.joined(separator: ", "))
    if !function.parameters.isEmpty { parts.append(parameters(function)) }
    parts.append(
      "Output (`rml:return`, may be left out): "
        + function.outputIRIs.map { "`\(name($0))`" }.joined(separator: ", "))
    if !function.examples.isEmpty { parts.append(examples(function)) }
    parts.append("[All functions](../functions.md)")
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func parameters(_ function: FunctionDefinition) -> String {
    let rows = function.parameters.map { parameter in
      var names = parameter.iris.map { "`\($0)`" }
      if parameter.hasMembers { names.append("`rdf:_1`, `rdf:_2`, …") }
      let optional = parameter.isOptional ? ", may be left out" : ""
      return "| `\(name(parameter.iris[0]))` | \(words(parameter.intake))\(optional) | "
        + names.joined(separator: "<br>") + " |"
    }
    return (["| Parameter | Takes | IRI |", "|---|---|---|"] + rows).joined(separator: "\n")
  }

  private static func examples(_ function: FunctionDefinition) -> String {
    let heads = function.parameters.map { local($0.iris[0]) } + ["Result"]
    let width = max(heads.count, (function.examples.map(\.arguments.count).max() ?? 0) + 1)
    let rows = function.examples.map { example in
      (0..<(width - 1)).map { index in
        guard index < example.arguments.count, !example.arguments[index].texts.isEmpty else {
          return "null"
        }
        return example.arguments[index].texts.map(quoted).joined(separator: ", ")
      } + [quoted(example.result)]
    }
    let padded = heads.dropLast() + Array(repeating: "…", count: width - heads.count) + ["Result"]
    let head = [Array(padded), Array(repeating: "---", count: width)]
    return (head + rows).map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  // As code; a bar would end the cell, and a line break the row.
  private static func quoted(_ text: String) -> String {
    let safe = text.replacing("|", with: "\\|").replacing("\n", with: "\\n")
      .replacing("\t", with: "\\t")
    return safe.isEmpty ? "(empty)" : "`\(safe)`"
  }

  private static func fileName(_ function: FunctionDefinition) -> String {
    name(function.iris[0]).replacing(":", with: "-") + ".md"
  }

  private static func name(_ iri: String) -> String {
    for (prefix, namespace) in prefixes where iri.hasPrefix(namespace) {
      return prefix + ":" + iri.dropFirst(namespace.count)
    }
    return iri
  }

  private static func local(_ iri: String) -> String {
    String(name(iri).split(separator: ":").last ?? "")
  }

  private static func words(_ intake: FunctionParameter.Intake) -> String {
    switch intake {
    case .each: "each value"
    case .eachOrNull: "each value or null"
    case .all: "all values"
    case .allOrEmpty: "all values, null as empty"
    case .sequence: "each value of each member"
    case .constant: "a constant"
    }
  }

  private static func meaning(_ intake: FunctionParameter.Intake) -> String {
    switch intake {
    case .each: "The function is called for each value. Without a value the result is null."
    case .eachOrNull: "The function is called for each value, or once for null."
    case .all: "The function gets all values at once, possibly none."
    case .allOrEmpty: "The function gets all values at once, an empty text for each null."
    case .sequence: "The function is called for each combination of the members' values."
    case .constant: "The value is the same for all records and stands in the mapping itself."
    }
  }
}
