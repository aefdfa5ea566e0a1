// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

/// What a function makes of its arguments, as one line: values apart by ` | `, each with its
/// natural datatype unless it is a string; `null`, `nothing`, or what is wrong.
///
/// - Parameters:
///   - name: a prefixed name such as `fw:date`.
///   - constants: constant parameters by prefixed name.
///   - arguments: the values of the other parameters, an empty list for null.
///   - services: term look-up, if the function needs it.
/// - Returns: the line.
/// - Throws: a constant that the function cannot work with.
func result(
  _ name: String, _ constants: [String: String] = [:], _ arguments: [[FunctionValue]],
  services: FunctionServices = FunctionServices()
) throws -> String {
  let function = try prepare(name, constants, services: services)
  return show(function.evaluate(arguments))
}

/// What a function makes of one text.
func result(_ name: String, _ constants: [String: String] = [:], of text: String) throws -> String {
  try result(name, constants, [[FunctionValue(text)]])
}

/// Why a function refuses its constants: `parameter: reason`, `nil` if it takes them.
func refusal(
  _ name: String, _ constants: [String: String], services: FunctionServices = FunctionServices()
) throws -> String? {
  do {
    _ = try prepare(name, constants, services: services)
    return nil
  } catch let error as FunctionArgumentError {
    return "\(local(error.parameter)): \(error.reason)"
  }
}

/// Texts as values without a datatype of their own.
func texts(_ texts: String...) -> [FunctionValue] { texts.map { FunctionValue($0) } }

func functionIRI(_ name: String) -> String {
  let namespaces = [
    "fw": FunctionNamespaces.fairway, "grel": FunctionNamespaces.grel,
    "idlab": FunctionNamespaces.idlab, "idlab2024": FunctionNamespaces.idlab2024,
  ]
  let parts = name.split(separator: ":")
  return (namespaces[String(parts[0])] ?? "") + parts[1]
}

func show(_ result: FunctionResult) -> String { result.description }

private func prepare(
  _ name: String, _ constants: [String: String], services: FunctionServices
) throws -> PreparedFunction {
  let function = try #require(FunctionRegistry.find(functionIRI(name)))
  let known = constants.map { (functionIRI($0.key), $0.value) }
  return PreparedFunction(
    try function.prepare(Dictionary(uniqueKeysWithValues: known), services))
}
