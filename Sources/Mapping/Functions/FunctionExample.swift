// SPDX-License-Identifier: Apache-2.0

/// A call with its result, for the generated page and its test.
package struct FunctionExample: Sendable {
  /// What a parameter is given.
  package enum Argument: Sendable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
    ExpressibleByNilLiteral
  {
    case values([String])

    /// One value.
    package init(stringLiteral value: String) { self = .values([value]) }
    /// Several values.
    package init(arrayLiteral elements: String...) { self = .values(elements) }
    /// Null.
    package init(nilLiteral: ()) { self = .values([]) }

    /// The texts, none for null.
    package var texts: [String] {
      switch self {
      case .values(let texts): texts
      }
    }
  }

  /// The arguments in the order of the parameters; those left out at the end are null.
  package let arguments: [Argument]
  /// The result as ``FunctionResult/description`` has it.
  package let result: String

  /// States a call and its result.
  package init(_ arguments: Argument..., gives result: String) {
    self.arguments = arguments
    self.result = result
  }

  /// What the function makes of the arguments.
  package func run(
    _ function: FunctionDefinition, services: FunctionServices = FunctionServices()
  ) throws(FunctionArgumentError) -> FunctionResult {
    var constants: [String: String] = [:]
    var values: [[FunctionValue]] = []
    for (index, parameter) in function.parameters.enumerated() {
      let texts = index < arguments.count ? arguments[index].texts : []
      if let text = texts.first, texts.count == 1 { constants[parameter.iris[0]] = text }
      switch parameter.intake {
      case .constant: continue
      // A function is not called for a null.
      case .each where texts.isEmpty: return .values([])
      case .sequence: values += arguments[index...].map { $0.texts.map { FunctionValue($0) } }
      default: values.append(texts.map { FunctionValue($0) })
      }
    }
    return PreparedFunction(try function.prepare(constants, services)).evaluate(values)
  }
}

extension FunctionResult: CustomStringConvertible {
  /// One line: values apart by ` | `, each with its datatype unless it is a string.
  package var description: String {
    switch self {
    case .values(let values):
      return values.isEmpty
        ? "null"
        : values.map { $0.natural == .string ? $0.text : "\($0.text) (\($0.natural))" }
          .joined(separator: " | ")
    case .nothing: return "nothing"
    case .unreadable(let expected, _): return "not \(expected)"
    case .tooManySteps: return "too many steps"
    case .unmapped(let list): return "unmapped in \(list)"
    case .ambiguous(let list, let candidates):
      return "ambiguous in \(list): \(candidates.joined(separator: ", "))"
    }
  }
}
