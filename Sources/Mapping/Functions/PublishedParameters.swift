// SPDX-License-Identifier: Apache-2.0

extension FunctionParameter {
  /// A parameter of GREL under the IRIs of the parameter and of its predicate.
  ///
  /// - Source: the FnO descriptions of GREL, 2022-10-12.
  static func grel(_ names: String..., intake: Intake = .each, isOptional: Bool = false)
    -> FunctionParameter
  {
    FunctionParameter(
      iris: names.map { FunctionNamespaces.grel + $0 }, intake: intake, isOptional: isOptional)
  }

  /// A parameter of IDLab's functions, under both namespaces, with and without the low line.
  static func idlab(
    _ name: String, predicate: String? = nil, intake: Intake = .each, isOptional: Bool = false
  ) -> FunctionParameter {
    let names = [predicate ?? name, "_" + name]
    return FunctionParameter(
      iris: [FunctionNamespaces.idlab, FunctionNamespaces.idlab2024].flatMap { namespace in
        names.map { namespace + $0 }
      }, intake: intake, isOptional: isOptional)
  }

  /// The text that most of IDLab's functions work on, which mappings also give by GREL's name.
  static func idlabText(intake: Intake = .each) -> FunctionParameter {
    FunctionParameter(
      iris: idlab("str").iris + [
        FunctionNamespaces.grel + "valueParameter", FunctionNamespaces.grel + "valueParam",
      ], intake: intake, isOptional: false)
  }

  static let separator = grel("p_string_sep", "param_string_sep", "param_sep")
  static let sub = grel("string_sub", "param_string_sub")
  static let second = grel("valueParameter2", "valueParam2")
  static let anything = grel("p_any_e", "param_any_e")
  static let list = grel("p_array_a", "param_a", intake: .all)
  static let number = grel("p_dec_n", "param_dec_n")
  static let number2 = grel("param_n2", "param_dec_n2", "p_dec_n2")
  static let whole = grel("p_int_i", "param_int_i")
  static let whole2 = grel("p_int_i2", "param_int_i2")
  static let from = grel("param_int_i_from", "p_int_i_from")
  static let to = grel(
    "param_int_i_opt_to", "p_int_i_opt_to", intake: .eachOrNull, isOptional: true)
  static let mode = grel("modeParameter", "modeParam")
  static let regex = grel("p_string_regex", "param_regex")
  static let fragment = grel("p_fragment", "param_fragment")
  static let omitFragment = grel(
    "p_bool_opt_b", "param_bool_opt_b", intake: .eachOrNull, isOptional: true)
}

extension FunctionNamespaces {
  /// IRIs of a function of GREL.
  static func grel(_ names: String...) -> [String] { names.map { grel + $0 } }
  /// IRIs of a function of IDLab, under both namespaces.
  static func idlab(_ name: String) -> [String] { [idlab + name, idlab2024 + name] }
}
