// SPDX-License-Identifier: Apache-2.0

/// A function ready to be called at one place of a mapping.
package typealias FunctionBody =
  @Sendable (FunctionArguments) throws(UnreadableArgument) ->
  FunctionResult

/// A function that mappings can call, with everything that its page says: pure, so that results may be
/// kept for equal arguments.
package struct FunctionDefinition: Sendable {
  /// The function's IRI and other IRIs that published mappings use for it.
  package let iris: [String]
  /// The parameters, in the order in which the body gets their values.
  package let parameters: [FunctionParameter]
  /// What a mapping may name as the output it means (`rml:return`), the function's own first.
  package let outputs: [FunctionOutput]
  /// One sentence for the generated page.
  package let summary: String
  /// What the sentence leaves open: source, limits and deviations; may be empty.
  package let details: String
  /// Calls with their results, for the page and for its test.
  package let examples: [FunctionExample]
  /// Prepares the function for one place; throws which constant is wrong and why.
  package let prepare:
    @Sendable ([String: String], FunctionServices) throws(FunctionArgumentError) -> FunctionBody

  /// Describes a function whose body needs constants or services.
  init(
    _ iris: [String], _ parameters: [FunctionParameter], _ outputs: [FunctionOutput],
    text: FunctionText,
    prepare:
      @escaping @Sendable ([String: String], FunctionServices) throws(FunctionArgumentError) ->
      FunctionBody
  ) {
    self.iris = iris
    self.parameters = parameters
    self.outputs = outputs
    summary = text.summary
    details = text.details
    examples = text.examples
    self.prepare = prepare
  }

  /// Describes a function of its arguments alone.
  init(
    _ iris: [String], _ parameters: [FunctionParameter], _ outputs: [FunctionOutput],
    _ text: FunctionText, body: @escaping FunctionBody
  ) {
    self.init(iris, parameters, outputs, text: text) { _, _ throws(FunctionArgumentError) in body }
  }

  /// Describes a function that is a type of its own.
  init<Function: MappingFunction>(_ type: Function.Type) {
    self.init(
      Function.iris, Function.parameters, Function.outputs,
      text: FunctionText(Function.summary, Function.details, Function.examples)
    ) { constants, services throws(FunctionArgumentError) in
      let function = try Function(constants: constants, services: services)
      return { arguments in function.evaluate(arguments.values) }
    }
  }
}

/// What a function's page says in words and examples.
package struct FunctionText: Sendable {
  let summary: String
  let details: String
  let examples: [FunctionExample]

  init(_ summary: String, _ details: String = "", _ examples: [FunctionExample] = []) {
    self.summary = summary
    self.details = details
    self.examples = examples
  }

  init(_ summary: String, _ examples: [FunctionExample]) { self.init(summary, "", examples) }
}

/// The values that a function is called with.
package struct FunctionArguments: Sendable {
  /// The values of each parameter that is not constant; an empty list stands for null.
  package let values: [[FunctionValue]]

  /// Gathers values.
  package init(_ values: [[FunctionValue]]) { self.values = values }

  /// Whether a parameter has no value.
  func isNull(_ index: Int) -> Bool { index >= values.count || values[index].isEmpty }

  /// The text of a parameter's value, empty for null.
  func text(_ index: Int) -> String { isNull(index) ? "" : values[index][0].text }

  /// The bytes of a parameter's value, none for null.
  func bytes(_ index: Int) -> [UInt8] { isNull(index) ? [] : values[index][0].bytes }

  /// Whether a parameter's value is true.
  func isTrue(_ index: Int) -> Bool { !isNull(index) && values[index][0].isTrue }

  /// The whole number that a parameter's value spells.
  func integer(_ index: Int) throws(UnreadableArgument) -> Int {
    let bytes = StringTrimFunction.trim(bytes(index))
    guard let number = Int(String(decoding: bytes, as: UTF8.self)) else {
      throw UnreadableArgument(index, "a whole number")
    }
    return number
  }

  /// The decimal number that a parameter's value spells.
  func decimal(_ index: Int) throws(UnreadableArgument) -> ExactDecimal {
    guard let number = ExactDecimal(StringTrimFunction.trim(bytes(index))) else {
      throw UnreadableArgument(index, "a number of at most \(ExactDecimal.digitLimit) digits")
    }
    return number
  }

  /// The number that a parameter's value spells, in binary.
  func real(_ index: Int) throws(UnreadableArgument) -> Double {
    let text = String(decoding: StringTrimFunction.trim(bytes(index)), as: UTF8.self)
    // Swift reads hexadecimal numbers, too.
    let isDecimal = text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
    guard isDecimal, let number = Double(text), number.isFinite else {
      throw UnreadableArgument(index, "a number")
    }
    return number
  }
}

/// An argument that a function cannot read.
package struct UnreadableArgument: Error, Sendable, Hashable {
  /// Its position among the parameters that are not constant.
  let argument: Int
  /// What the function needs, such as `a whole number`.
  let expected: String

  init(_ argument: Int, _ expected: String) {
    self.argument = argument
    self.expected = expected
  }
}

/// A function as the plan calls it.
package struct PreparedFunction: Sendable {
  private let body: FunctionBody

  /// Wraps a body.
  package init(_ body: @escaping FunctionBody) { self.body = body }

  /// The result for values of each parameter that is not constant.
  package func evaluate(_ values: [[FunctionValue]]) -> FunctionResult {
    do throws(UnreadableArgument) {
      return try body(FunctionArguments(values))
    } catch {
      return .unreadable(expected: error.expected, argument: error.argument)
    }
  }
}
