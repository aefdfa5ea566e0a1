// SPDX-License-Identifier: Apache-2.0

/// IDLab's look-ups in code tables.
///
/// - Source: idlab-functions-java, `lookup` and `lookupWithDelimiter`.
enum LookupFunctions {
  static let all: [FunctionDefinition] = [lookup, lookupWithDelimiter]

  private static let file = FunctionParameter.idlab("inputFile", intake: .constant)
  private static let from = FunctionParameter.idlab("fromColumn", intake: .constant)
  private static let to = FunctionParameter.idlab("toColumn", intake: .constant)
  private static let delimiter = FunctionParameter.idlab("delimiter", intake: .constant)

  private static let words =
    "The file is named relative to the mapping, lies in the project and is read once, up to "
    + "\(CodeTables.rowLimit) rows and \(CodeTables.byteLimit >> 20) MiB. Columns are counted from 0, "
    + "and then the first row is one like the others; or both are named by the header. The first row "
    + "that has the value counts; a value that the table lacks gives null. Every call names file and "
    + "columns as constants.\n\n- Deviation: cells may stand in quotes, which idlab-functions-java "
    + "takes for text."

  private static let lookup = FunctionDefinition(
    FunctionNamespaces.idlab("lookup"), [.idlabText(), file, from, to], [.text],
    text: FunctionText(
      "What a table with commas between its cells has for a value in another column.", words)
  ) { constants, services throws(FunctionArgumentError) in try body(constants, services, ",") }

  private static let lookupWithDelimiter = FunctionDefinition(
    FunctionNamespaces.idlab("lookupWithDelimiter"), [.idlabText(), file, from, to, delimiter],
    [.text],
    text: FunctionText("What a table has for a value in another column.", words)
  ) { constants, services throws(FunctionArgumentError) in
    let text = constants[delimiter.iris[0]] ?? ""
    guard text.utf8.count == 1 else {
      throw FunctionArgumentError(
        parameter: delimiter.iris[0], reason: "a delimiter is one character of ASCII")
    }
    return try body(constants, services, text)
  }

  private static func body(
    _ constants: [String: String], _ services: FunctionServices, _ delimiter: String
  ) throws(FunctionArgumentError) -> FunctionBody {
    guard let tables = services.tables else {
      throw FunctionArgumentError(
        parameter: file.iris[0], reason: "this run lets functions read no files")
    }
    let columns = [from, to].map { constants[$0.iris[0]] ?? "" }
    guard (Int(columns[0]) == nil) == (Int(columns[1]) == nil) else {
      throw FunctionArgumentError(
        parameter: to.iris[0], reason: "both columns are numbers, or both are names")
    }
    let request = CodeTables.Request(
      path: constants[file.iris[0]] ?? "", from: columns[0], to: columns[1], delimiter: delimiter)
    let table: [[UInt8]: [UInt8]]
    do throws(CodeTableFault) {
      table = try tables.table(request)
    } catch {
      throw FunctionArgumentError(parameter: file.iris[0], reason: error.reason)
    }
    return { arguments throws(UnreadableArgument) in
      .values(table[arguments.bytes(0)].map { [FunctionValue($0)] } ?? [])
    }
  }
}
