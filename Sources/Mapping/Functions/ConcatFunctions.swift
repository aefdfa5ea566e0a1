// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// IDLab's functions that put texts together.
///
/// - Source: idlab-functions-java, `functions_idlab.ttl`.
enum ConcatFunctions {
  static let all: [FunctionDefinition] = [concat, sequence, cross]

  private static let delimiter = FunctionParameter.idlab(
    "delimiter", intake: .eachOrNull, isOptional: true)

  private static let concat = FunctionDefinition(
    FunctionNamespaces.idlab("concat"), [.idlabText(), .idlab("otherStr"), delimiter], [.text],
    FunctionText(
      "Two texts in one, with a delimiter between them if there is one.",
      [FunctionExample("a", "b", gives: "ab"), FunctionExample("a", "b", "-", gives: "a-b")])
  ) { arguments throws(UnreadableArgument) in
    .value(FunctionValue(arguments.bytes(0) + arguments.bytes(2) + arguments.bytes(1)))
  }

  private static func members(_ intake: FunctionParameter.Intake) -> FunctionParameter {
    FunctionParameter(
      iris: FunctionParameter.idlab("seq").iris + [RDF.namespace + "_nnn"], intake: intake,
      isOptional: false, hasMembers: true)
  }

  private static let sequence = FunctionDefinition(
    FunctionNamespaces.idlab("concatSequence"), [members(.all), delimiter], [.text],
    FunctionText(
      "All members of a sequence in one text, with a delimiter between them if there is one.",
      "Members are given as `rdf:_1`, `rdf:_2` and so on, and are taken in that order; members that "
        + "are null are left out.",
      [
        FunctionExample(["a", "b", "c"], "-", gives: "a-b-c"),
        FunctionExample(["a", "b"], gives: "ab"),
        FunctionExample(nil, "-", gives: "null"),
      ])
  ) { arguments throws(UnreadableArgument) in
    let texts = arguments.values[0].map(\.bytes)
    return .values(
      texts.isEmpty ? [] : [FunctionValue(Array(texts.joined(separator: arguments.bytes(1))))])
  }

  private static let cross = FunctionDefinition(
    FunctionNamespaces.idlab("crossConcatSequence"), [delimiter, members(.sequence)],
    [.list, .text],
    FunctionText(
      "Every combination of the values of a sequence's members, each in one text.",
      "Members are given as `rdf:_1`, `rdf:_2` and so on; members without a value are left out.",
      [FunctionExample("-", "a", "b", gives: "a-b")])
  ) { arguments throws(UnreadableArgument) in
    let texts = arguments.values.dropFirst().filter { !$0.isEmpty }.map { $0[0].bytes }
    return .values(
      texts.isEmpty ? [] : [FunctionValue(Array(texts.joined(separator: arguments.bytes(0))))])
  }
}
