// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// Values that a mapping leaves open, for all commands that read one.
struct ExternalOptions: ParsableArguments {
  @Option(
    name: .customLong("external"), parsing: .singleValue,
    help: ArgumentHelp(
      "A value for $(_NAME) in the mapping; goes before the mapping's own.",
      valueName: "NAME=VALUE"))
  var external: [String] = []

  func validate() throws {
    for value in external where value.prefix(while: { $0 != "=" }).isEmpty || !value.contains("=") {
      throw ValidationError("--external takes NAME=VALUE, not “\(value)”.")
    }
  }

  /// The values by name; of a name given twice, the last.
  var values: [String: String] {
    var values: [String: String] = [:]
    for pair in external {
      let name = pair.prefix { $0 != "=" }
      values[String(name)] = String(pair.dropFirst(name.count + 1))
    }
    return values
  }
}
